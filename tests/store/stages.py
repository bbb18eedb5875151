"""An act on a journal in a folder of its own, ready to be done while calls fail, and what may be found afterwards."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from journal.domain.base.errors import Locked, Refused
from journal.store.copies.verification import verify
from tests.store.acts import DRAFT
from tests.store.journals import a_logbook, add_exhibit, an_entry, files_in
from tests.store.protected import protect, unlocked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from journal.logbook import Logbook
    from journal.store.age.protection import Key

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
    """The journal, opened, and one entry and a piece of evidence more, which are still in the tail."""
    logbook = reopened(path, key)
    logbook.record(an_entry("In the tail."))
    add_exhibit(logbook, PHOTO + b"In the tail.")
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
    logbook._ledger.storage.release()
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


class Act(NamedTuple):
    """Something that is done, the ground for it, which is laid once, and the stage, which is set for each failure."""

    name: str
    stage: Stage
    ground: Ground = a_ground
