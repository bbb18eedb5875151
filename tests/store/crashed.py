"""A journal as a crash leaves it, with evidence in its tail that no checkpoint has taken into the file yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.store.journals import a_logbook, add_exhibit, an_entry
from tests.store.protected import protect, unlocked
from tests.store.stages import killed, reopened

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook
    from journal.store.age.protection import Key

TAIL = ".journal.json.tail"
OLD, PHOTO, FILM = b"An invented letter. " * 50, b"An invented photo. " * 40, bytes(range(256)) * 6000
both = pytest.mark.parametrize("protected", [False, True], ids=["plain", "protected"])


class Crashed(NamedTuple):
    """A journal as a crash leaves it: one exhibit in the file, and two attached since, with an entry between them."""

    path: Path
    key: Key | None
    tail: bytes


def crashed(folder: Path, *, protected: bool, entries: int = 1) -> Crashed:
    logbook = a_logbook(folder / "journal.json", entries=entries)
    add_exhibit(logbook, OLD)
    key = protect(logbook) if protected else None
    logbook.close()
    logbook = reopened(logbook.path, key)
    add_exhibit(logbook, PHOTO)
    logbook.record(an_entry("Between the two."))
    add_exhibit(logbook, FILM)
    killed(logbook)
    return Crashed(logbook.path, key, (folder / TAIL).read_bytes())


def reading(path: Path, key: Key | None) -> Logbook:
    return unlocked(path, key, read_only=True) if key else a_logbook(path, read_only=True)


def contents(logbook: Logbook) -> list[bytes]:
    """The bytes of every exhibit."""
    return [content(logbook, one.number) for one in logbook.exhibits.standing]


def content(logbook: Logbook, number: int) -> bytes:
    parts: list[bytes] = []
    logbook.exhibits.read(number, parts.append)
    return b"".join(parts)
