"""Everything that a journal does with the disk, each act in a folder of its own, ready to be done while calls fail."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from journal.domain.erasing import Place
from journal.domain.errors import ChangedUnderneath, Locked, ReadOnly, Refused
from journal.logbook import Logbook
from journal.store.guard import Guard
from journal.store.verification import verify
from tests.store.acts import DRAFT
from tests.store.journals import a_logbook, add_exhibit, an_entry, files_in
from tests.store.protected import TYPED, guard_of, in_no_time, protect, unlocked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from journal.store.identity import Wraps
    from journal.store.protection import Key

PHOTO = b"An invented photo. " * 40
Keys = tuple["Key | None", ...]
Ground = Callable[["Path", bool], "Key | None"]
Stage = Callable[["Path", "Key | None"], "Scene"]


@dataclass
class Scene:
    """An act, and what may be found afterwards."""

    path: Path
    act: Callable[[], object]
    check: Callable[[str], None]
    """Look at the disk, after the act told this, and see that nothing is lost and nothing half-made is shown."""
    go_on: Callable[[], None]
    """Try again in the same window, as a person does, and leave; nothing remains then but the files themselves."""
    die: Callable[[], None]
    """End without a word, as a process that is killed, and open anew."""


def a_ground(folder: Path, protected: bool) -> Key | None:
    """A closed journal with entries, a piece of evidence and a draft, and its key."""
    logbook = a_logbook(folder / "journal.json", entries=2)
    add_exhibit(logbook, PHOTO)
    logbook.keep_draft(DRAFT)
    key = protect(logbook) if protected else None
    logbook.close()
    return key


def bare_ground(_folder: Path, _protected: bool) -> None:
    """Nothing yet."""


def a_window(path: Path, key: Key | None) -> Logbook:
    """The journal, opened, and one entry more, which is still in the tail."""
    logbook = reopened(path, key)
    logbook.record(an_entry("In the tail."))
    return logbook


def reopened(path: Path, key: Key | None) -> Logbook:
    return unlocked(path, key) if key else a_logbook(path)


def record_at_last(logbook: Logbook) -> None:
    """Record an entry, once more where what could not be confirmed before is told first to be saved after all."""
    last = logbook.last
    with suppress(Refused):
        logbook.record(an_entry("And on."))
        return
    assert logbook.last != last
    logbook.record(an_entry("And on."))


def killed(logbook: Logbook) -> None:
    """Let go of a journal as the system does for a process that is gone."""
    logbook._ledger.storage.let_go()
    logbook._ledger.access.release()


def opens(path: Path, key: Key | None) -> tuple[str, ...]:
    """The digests of the records that stand on the disk, none where the key does not open them all."""
    try:
        found = verify(path, key)
    except Locked:
        return ()
    return found.digests if found.sound else ()


def opened_by(path: Path, keys: Keys) -> tuple[Key | None, tuple[str, ...]]:
    """The key under which the journal stands sound on the disk, and the digests of its records."""
    for key in keys:
        if found := opens(path, key):
            return key, found
    raise AssertionError("no key opens the journal, or it is not sound")


def in_a_window(
    logbook: Logbook, act: Callable[[Logbook], object], adds: int, drawn: Sequence[Key | None] = ()
) -> Scene:
    """An act in an open window, which adds so many records, and may draw new keys."""
    old = logbook._ledger.storage.key
    before = logbook.verify().digests
    path = logbook.path

    def check(told: str) -> None:
        _key, there = opened_by(path, (old, *drawn))
        assert there[: len(before)] == before
        assert len(there) <= len(before) + adds
        assert told or len(there) == len(before) + adds
        assert told or [draft.id for draft in logbook.drafts] == ["d"]

    def go_on() -> None:
        record_at_last(logbook)
        digests = logbook.verify().digests
        logbook.close()
        _key, there = opened_by(logbook.path, (logbook._ledger.storage.key,))
        assert there == digests
        assert there[: len(before)] == before
        assert files_in(path.parent) == [path.name]

    def die() -> None:
        killed(logbook)
        key, there = opened_by(path, (old, *drawn))
        again = reopened(path, key)
        assert not again.read_only_reason
        assert [draft.id for draft in again.drafts] == ["d"]
        again.record(an_entry("After that."))
        again.close()
        assert verify(path, key).digests[:-1] == there
        assert files_in(path.parent) == [path.name]

    return Scene(path, lambda: act(logbook), check, go_on, die)


def _saving(act: Callable[[Logbook], object], adds: int = 1) -> Stage:
    def stage(folder: Path, key: Key | None) -> Scene:
        return in_a_window(a_window(folder / "journal.json", key), act, adds)

    return stage


def _changing(folder: Path, key: Key | None) -> Scene:
    """Putting a passphrase on a journal, or changing it."""
    logbook = a_window(folder / "journal.json", key)
    drawn: list[Key | None] = []

    def wrapped(new: Key, passphrase: str, code: str) -> Wraps:
        drawn.append(new)
        return in_no_time(new, passphrase, code)

    guard = Guard(logbook._ledger, wrap=wrapped)
    scene = in_a_window(logbook, lambda _: (guard.change_passphrase if key else guard.protect)(TYPED), 0, drawn)
    any_key_opens = scene.check

    def check(told: str) -> None:
        any_key_opens(told)
        assert told or not opens(scene.path, key)

    scene.check = check
    return scene


def _unprotecting(folder: Path, key: Key | None) -> Scene:
    logbook = a_window(folder / "journal.json", key)
    return in_a_window(logbook, lambda _: guard_of(logbook).unprotect(), 0, (None,))


def _saving_beside(folder: Path, key: Key | None) -> Scene:
    """Saving under another name, because somebody put an older state of the journal in its place."""
    path, beside = folder / "journal.json", folder / "journal-2.json"
    logbook = a_window(path, key)
    before, tail = logbook.verify().digests, folder / ".journal.json.tail"
    theirs, lines = path.read_bytes()[:-1] + b" \n", tail.read_bytes()
    path.write_bytes(theirs)

    def check(told: str) -> None:
        assert path.read_bytes() == theirs
        assert told or opened_by(beside, (key,))[1] == before
        assert beside.exists() or tail.read_bytes() == lines

    def go_on() -> None:
        if not beside.exists():
            logbook.save_beside()
        elif logbook.path == path:
            beside.unlink()
            logbook.save_beside()
        logbook.record(an_entry("And on."))
        logbook.close()
        die()

    def die() -> None:
        killed(logbook)
        if beside.exists():
            again = reopened(beside, key)
            assert not again.read_only_reason
            assert again.verify().digests[: len(before)] == before
            again.close()
        left = {f".{name}{end}" for name in (path.name, beside.name) for end in (".lock", ".new")}
        assert {*files_in(folder)} - left <= {path.name, beside.name, tail.name}

    return Scene(path, logbook.save_beside, check, go_on, die)


def _closing(folder: Path, key: Key | None) -> Scene:
    logbook = a_window(folder / "journal.json", key)
    scene = in_a_window(logbook, Logbook.close, 0)

    def again() -> None:
        reopened(logbook.path, key).close()
        assert files_in(folder) == ["journal.json"]

    scene.go_on = again
    return scene


def _opening(folder: Path, key: Key | None) -> Scene:
    """Opening a journal that a crash left with a tail and a half-written generation beside it."""
    logbook = a_window(folder / "journal.json", key)
    path, before = logbook.path, logbook.verify().digests
    killed(logbook)
    data = path.read_bytes()
    path.with_name(".journal.json.new").write_bytes(b'{"half')
    opened: list[Logbook] = []

    def act() -> None:
        opened.append(Logbook(path, key=key, quiet=None))

    def check(_told: str) -> None:
        assert path.read_bytes() == data
        assert opened_by(path, (key,))[1] == before

    def go_on() -> None:
        for one in opened:
            # A window that overlooked what lies beside the file refuses to save.
            with suppress(ReadOnly, ChangedUnderneath):
                one.record(an_entry("And on."))
            one.close()
        die()

    def die() -> None:
        for one in opened:
            killed(one)
        again = reopened(path, key)
        assert not again.read_only_reason
        again.close()
        assert verify(path, key).digests[: len(before)] == before
        assert files_in(folder) == ["journal.json"]

    return Scene(path, act, check, go_on, die)


def _beginning(folder: Path, key: Key | None) -> Scene:
    """Beginning a journal where there is none yet; it is protected only later."""
    del key
    path = folder / "journal.json"
    opened: list[Logbook] = []

    def act() -> None:
        opened.append(Logbook(path, quiet=None))

    def check(told: str) -> None:
        assert told or verify(path).records == 1
        assert not path.exists() or verify(path).sound

    def die() -> None:
        for one in opened:
            killed(one)
        again = a_logbook(path, entries=1)
        assert again.verify().records == 2
        again.close()
        assert files_in(folder) == ["journal.json"]

    return Scene(path, act, check, die, die)


class Act(NamedTuple):
    """Something that is done, the ground for it, which is laid once, and the stage, which is set for each failure."""

    name: str
    stage: Stage
    ground: Ground = a_ground


AT_HOME = (
    Act("begin", _beginning, bare_ground),
    Act("open", _opening),
    Act("save an entry", _saving(lambda logbook: logbook.record(an_entry("It rang again.")))),
    Act("save a draft", _saving(lambda logbook: logbook.keep_draft(replace(DRAFT, typed={"account": "It"})), 0)),
    Act("save evidence", _saving(lambda logbook: add_exhibit(logbook, PHOTO * 2))),
    Act("catch up", _saving(Logbook.catch_up, 0)),
    Act("save beside", _saving_beside),
    Act("erase a field", _saving(lambda logbook: logbook.erasure.erase([Place(2, "account")], "By mistake."))),
    Act("erase an exhibit", _saving(lambda logbook: logbook.erasure.erase_exhibit(1, "By mistake."))),
    Act("close", _closing),
    Act("change the passphrase", _changing),
)
"""What is done with a journal in its own folder; changing the passphrase of a plain one is protecting it."""

UNPROTECTING = Act("unprotect", _unprotecting)
"""Only where there is a passphrase."""
