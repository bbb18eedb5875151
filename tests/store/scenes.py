"""Everything that a journal does with the disk in its own folder, ready to be done while calls fail."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.base.errors import ChangedUnderneath, ReadOnly
from journal.domain.state.erasing import FieldRef
from journal.logbook import Logbook
from journal.store.copies.verification import verify
from journal.store.ledger.passphrase_protection import PassphraseProtection
from tests.store.acts import DRAFT
from tests.store.journals import a_logbook, add_exhibit, an_entry, files_in
from tests.store.protected import TYPED, guard_of, in_no_time
from tests.store.stages import (
    PHOTO,
    Act,
    Scene,
    Stage,
    a_window,
    bare_ground,
    in_a_window,
    killed,
    opened_by,
    opens,
    reopened,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journal.store.age.protection import Key
    from journal.store.age.wraps import Wraps


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

    guard = PassphraseProtection(logbook._ledger, wrap=wrapped)
    scene = in_a_window(
        logbook, lambda _: guard.change_passphrase(key, TYPED) if key else guard.protect(TYPED), 0, drawn
    )
    any_key_opens = scene.check

    def check(told: str) -> None:
        any_key_opens(told)
        assert told or not opens(scene.path, key)

    scene.check = check
    return scene


def _unprotecting(folder: Path, key: Key | None) -> Scene:
    logbook = a_window(folder / "journal.json", key)
    return in_a_window(logbook, lambda _: guard_of(logbook).unprotect(key), 0, (None,))


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


AT_HOME = (
    Act("begin", _beginning, bare_ground),
    Act("open", _opening),
    Act("save an entry", _saving(lambda logbook: logbook.record(an_entry("It rang again.")))),
    Act("save a draft", _saving(lambda logbook: logbook.keep_draft(replace(DRAFT, typed={"account": "It"})), 0)),
    Act("save evidence", _saving(lambda logbook: add_exhibit(logbook, PHOTO * 2))),
    Act("catch up", _saving(Logbook.checkpoint, 0)),
    Act("save beside", _saving_beside),
    Act("erase a field", _saving(lambda logbook: logbook.erasure.erase([FieldRef(2, "account")], "By mistake."))),
    Act("erase an exhibit", _saving(lambda logbook: logbook.erasure.erase_exhibit(1, "By mistake."))),
    Act("close", _closing),
    Act("change the passphrase", _changing),
)
"""What is done with a journal in its own folder; changing the passphrase of a plain one is protecting it."""

UNPROTECTING = Act("unprotect", _unprotecting)
"""Only where there is a passphrase."""
