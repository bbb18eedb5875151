"""Which journal a command works on, and opening it to read only."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from journal.domain.errors import ReadOnly, Refused
from journal.domain.harmless import harmless
from journal.domain.words import _
from journal.logbook import Logbook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "journal.json"


def chosen(path: Path | None) -> Path:
    """Return the path that was given, or that of the user's own journal, which need not exist yet."""
    if path:
        return path.expanduser()
    from platformdirs import user_data_path

    return user_data_path("journal", appauthor=False) / NAME


def existing(path: Path | None) -> Path:
    """Return the chosen path; raises Refused where no journal is there."""
    there = chosen(path)
    if not there.exists():
        raise Refused(_("There is no journal at {path}. Nothing was created.").format(path=harmless(str(there))))
    return there


@contextmanager
def opened_to_read(path: Path | None) -> Iterator[Logbook]:
    """Open an existing journal without a lock, without changing anything, and leave nothing behind."""
    logbook = Logbook(existing(path), read_only=True)
    try:
        yield logbook
    finally:
        logbook.close()


@contextmanager
def opened_to_write(path: Path | None) -> Iterator[Logbook]:
    """Open an existing journal as its one writer; raises ReadOnly where it cannot be written."""
    logbook = Logbook(existing(path))
    try:
        if logbook.read_only:
            raise ReadOnly(logbook.read_only_reason)
        yield logbook
    finally:
        logbook.close()
