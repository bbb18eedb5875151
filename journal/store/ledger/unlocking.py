"""Unlocking of a protected journal: unwraps its key, and counts failed attempts in the file."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from journal.domain.base.errors import Refused, Unreadable
from journal.domain.text.words import N_, _
from journal.store.age.wraps import Wraps
from journal.store.file import generation
from journal.store.file.fast_open import frame_of
from journal.store.file.identity import FailedAttempts, KeyBackup, wraps_in
from journal.store.file.layout import MalformedFile, decode_lines
from journal.store.ledger.access import open_for_writing
from journal.store.ledger.checkpoint import JournalFileChanged
from journal.store.ledger.commit import Committer
from journal.store.ledger.loading import load_locked

if TYPE_CHECKING:
    from datetime import datetime

    from journal.store.age.protection import Key
    from journal.store.ledger.loaded import Loaded

_NOT_PROTECTED = N_("There is no protected journal at this place. Nothing was changed; choose another file.")


class _Door(Struct, frozen=True):
    """What a file says to whoever has no key."""

    wraps: tuple[Wraps, ...] = ()
    """The wrapped key from the table `lock`, and its second copy where that is another; none without protection."""
    attempts: FailedAttempts = FailedAttempts()


def wraps_of(path: Path) -> Wraps | None:
    """Return the wrapped key of the file at the path; None where it is not protected, not there, or no journal."""
    return next(iter(_door(path).wraps), None)


def attempts_of(path: Path) -> FailedAttempts:
    """Return the counter of failed attempts since the file was last unlocked."""
    return _door(path).attempts


def unlock_file(path: Path, typed: str, now: datetime) -> Key:
    """Unwrap the key with a passphrase or recovery code; takes seconds, in another process.

    Where the two copies of the wrapped key differ, one of them is damaged, and both are tried. A failed attempt is
    counted in the file. Raises WrongPassphrase, TooBusy, TooMuchWork, and Unreadable where the file is not protected or
    both copies are damaged.
    """
    from journal.store.age.protection import Tampered, TooMuchWork, WrongPassphrase, unlock

    trouble: Unreadable | Refused = Unreadable(_(_NOT_PROTECTED))
    for wraps in _door(path).wraps:
        try:
            return unlock(wraps, typed)
        except (WrongPassphrase, Tampered, TooMuchWork) as error:
            trouble = trouble if isinstance(trouble, WrongPassphrase) else error
    if isinstance(trouble, WrongPassphrase):
        count_failed(path, now)
    raise trouble


def count_failed(path: Path, now: datetime) -> None:
    """Increment the counter of failed attempts where the file can be written; sealed parts are copied as they are."""
    path = Path(os.path.realpath(path))
    access = open_for_writing(path, now)
    try:
        loaded = None if access.refused else _loaded(path)
        if loaded:
            with contextlib.suppress(OSError, JournalFileChanged):
                failed = FailedAttempts(loaded.snapshot.attempts.failed + 1, f"{now:%Y-%m-%dT%H:%M:%SZ}")
                Committer(path, loaded).checkpoint(lambda snapshot: replace(snapshot, attempts=failed))
    finally:
        access.release()


def _loaded(path: Path) -> Loaded | None:
    """Load a protected file without its key; None where it is not one, or cannot be read."""
    try:
        return load_locked(Path(os.path.realpath(path)))
    except (OSError, MalformedFile):
        return None


def _door(path: Path) -> _Door:
    """Read it around the records; a file that another program wrote again is read whole."""
    try:
        file = generation.opened(Path(os.path.realpath(path)))
        frame = frame_of(file) if file else None
    except OSError:
        return _Door()
    if frame:
        spare = next((note.wraps for note in frame.notes if isinstance(note, KeyBackup)), None)
        attempts = next((note for note in frame.notes if isinstance(note, FailedAttempts)), FailedAttempts())
        return _Door(_both(wraps_in(decode_lines(frame.lock).values()), spare), attempts)
    loaded = _loaded(path)
    if loaded is None:
        return _Door()
    in_lock = wraps_in(row.data for row in loaded.parsed.rows("lock"))
    return _Door(_both(in_lock, loaded.snapshot.wraps), loaded.snapshot.attempts)


def _both(*found: Wraps | None) -> tuple[Wraps, ...]:
    return tuple(wraps for wraps in dict.fromkeys(found) if wraps)
