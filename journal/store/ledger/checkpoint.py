"""Checkpoints: the journal's file replaced atomically by a generation with everything that was committed.

The file is at every instant a whole generation. What a generation has taken in is removed from the write-ahead log only
once its name is durable.
"""

from __future__ import annotations

import contextlib
import errno
import os
from threading import Lock, RLock
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.store.disk import durable_io
from journal.store.file import generation
from journal.store.file.generation import GenerationWriter
from journal.store.file.identity import FailedAttempts
from journal.store.file.write_ahead_log import WriteAheadLog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journal.store.file.generation import FileStat, Generation
    from journal.store.file.row_codec import RowCodec
    from journal.store.file.snapshot import Snapshot
    from journal.store.file.write_ahead_lines import Replay
    from journal.store.ledger.loaded import Loaded


class JournalFileChanged(Exception):
    """The file is not the one that was last read or saved here; it was left as it is."""


class JournalFileMissing(JournalFileChanged):
    """The file is gone, although its folder is there."""


class Unconfirmed(OSError):
    """A save whose last sync failed: it may be durable, is kept here, and nothing may contradict it from now on."""


class Checkpointer:
    """Writer of checkpoints for one journal, which has this window as its only writer."""

    def __init__(self, path: Path, loaded: Loaded) -> None:
        """Continue from what was loaded."""
        self.path = path
        self.snapshot = loaded.snapshot
        """Everything that the journal holds."""
        self.held = loaded.generation
        """The generation in use; None before the first."""
        self.codec = loaded.codec
        self._seen = self.held.stat if self.held else None
        self._log = WriteAheadLog(path)
        if loaded.replay and loaded.replay.fits:
            self._log.resume(loaded.replay)
        self._log_unusable = loaded.locked or bool(loaded.replay and not loaded.replay.fits)
        """Whether a write-ahead log may lie beside the file that cannot be appended to."""
        self._damaged = loaded.parsed.damaged
        """Whether the file holds more than could be parsed, and is never written again."""
        self._unconfirmed = self._stale = False
        self._writing_rows = False
        """Whether rows of evidence are, or are being written, in the log that no save names yet."""
        self._state = RLock()
        """Lock on the fields, never held while a generation is written."""
        self._writing = Lock()
        """Lock held while a generation is written; taken before `_state`."""

    @property
    def size(self) -> int:
        """Least size in bytes of the next generation, if nothing more is added."""
        return (self.held.size if self.held else 0) + self._log.length

    @property
    def due(self) -> bool:
        """Whether a checkpoint has something to do: a log to take in, or a counter of failed attempts to reset."""
        return self._log.there or self._stale

    def now(self) -> tuple[Snapshot, Generation | None, RowCodec]:
        """Return the present snapshot, the generation that holds its extents, and the codec, consistently."""
        with self._state:
            return self.snapshot, self.held, self.codec

    def confirm(self) -> None:
        """Write a checkpoint where the last save was unconfirmed; raises as `checkpoint`."""
        if self._unconfirmed:
            self.checkpoint()

    def checkpoint(
        self, change: Callable[[Snapshot], Snapshot] = lambda snapshot: snapshot, codec: RowCodec | None = None
    ) -> None:
        """Replace the file by a generation of the present snapshot, changed like this, and delete the write-ahead log.

        Raises JournalFileChanged, OSError with the file as it was, or Unconfirmed where only the last sync failed.
        """
        with self._writing:
            with self._state:
                self._require_unchanged()
                before, held, present = self.now()
            written, new = _written(self.path, change(before), codec or present, held)
            with self._state:
                self._take_over(new, before, written)
                self.codec = codec or present
            try:
                durable_io.sync_folder(self.path.parent)
            except OSError as error:
                raise Unconfirmed(error.errno, error.strerror) from error
            with self._state:
                self._unconfirmed = self._stale = False
                if self.snapshot.taken_in == written.taken_in:
                    # Everything in it is in the file now; one that stays is removed the next time.
                    self._remove_own_log()

    def forget_attempts(self) -> FailedAttempts:
        """Reset the counter of failed attempts with the next checkpoint, and return what was counted."""
        with self._state:
            found = self.snapshot.attempts
            self.snapshot, self._stale = replace(self.snapshot, attempts=FailedAttempts()), bool(found.failed)
            return found

    def rewrite(self, codec: RowCodec, change: Callable[[Snapshot], Snapshot]) -> None:
        """Replace the file by one in which everything is written anew with this codec, changed like this.

        Nothing of ours holds the earlier bytes afterwards. Raises as `checkpoint`, and for a log that cannot be
        deleted.
        """
        if self.held is None or self._log.there or self._unconfirmed:
            self.checkpoint()
        if self._log.there:
            self._log.remove()
        self._checkpoint_saved(change, codec)

    def tidy_log(self, found: Replay, name: str) -> bool:
        """Move a log aside that does not fit, delete one without saves; return whether it has this name now.

        Raises JournalFileChanged or OSError with the log left where it is.
        """
        if not found.fits:
            _same(self.path, self.held, self._seen)
            if found.saves:
                self.checkpoint()
            self._log.move_aside(name)
            return True
        if not found.saves:
            with contextlib.suppress(OSError):
                self._log.remove()
        return False

    def move_to(self, path: Path, snapshot: Snapshot) -> None:
        """Write this snapshot under another path and continue there, without a log.

        Raises OSError with nothing changed. The file at the old path stays as another program left it.
        """
        with self._writing, self._state:
            written, new = _written(path, snapshot, self.codec, self.held)
            try:
                new = generation.rename_into_place(path, new, None)
                durable_io.sync_folder(path.parent)
            except OSError:
                new.close()
                generation.remove_temporary(path)
                raise
            self._remove_own_log()
            self.path, self.snapshot, self.held, self._seen = path, written, new, new.stat
            self._log, self._unconfirmed = WriteAheadLog(path), False

    def close(self) -> None:
        """Close the file without saving anything."""
        if self.held:
            self.held.close()

    def _remove_own_log(self) -> None:
        """Delete the log unless another window appended to it; one that cannot be looked at or deleted stays."""
        with contextlib.suppress(OSError):
            if self._log.there and not (self._writing_rows or self._log.grew_elsewhere()):
                self._log.remove()

    def _checkpoint_saved(self, change: Callable[[Snapshot], Snapshot], codec: RowCodec | None = None) -> None:
        """Save by a checkpoint, and remember it where the last sync failed."""
        try:
            self.checkpoint(change, codec)
        except Unconfirmed:
            self._unconfirmed = True
            raise

    def _take_over(self, new: Generation, before: Snapshot, written: Snapshot) -> None:
        try:
            self._require_unchanged()
            generation.rename_into_place(self.path, new, self.held)
        except (OSError, JournalFileChanged):
            new.close()
            generation.remove_temporary(self.path)
            raise
        self.snapshot = written if self.snapshot is before else self.snapshot.since(before, written)
        self.held, self._seen = new, new.stat

    def _require_unchanged(self) -> None:
        """Raise JournalFileChanged where it is another file than was read, FileNotFoundError without its folder."""
        if self._damaged:
            raise JournalFileChanged
        self._seen = _same(self.path, self.held, self._seen)
        if not self._log_unusable and self._log.grew_elsewhere():
            raise JournalFileChanged


def _same(path: Path, held: Generation | None, seen: FileStat | None) -> FileStat | None:
    """Return the stat of the file, which is the generation in use; raises as `_require_unchanged` where it is not."""
    found = generation.opened(path)
    with contextlib.closing(found) if found else contextlib.nullcontext():
        if found is None and held is None:
            return seen
        if found and held and (found.stat == seen or held.equals(found)):
            return found.stat
    if found:
        raise JournalFileChanged
    if held and path.parent.exists() and path.parent.stat().st_dev == held.stat.device:
        raise JournalFileMissing
    # An empty folder on another disk is where a stick was that is pulled out.
    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path.parent))


def _written(path: Path, snapshot: Snapshot, codec: RowCodec, source: Generation | None) -> tuple[Snapshot, Generation]:
    """Write and sync a generation beside the path, and return it with the extents of its parts; raises OSError."""
    out = GenerationWriter(path, source)
    try:
        return snapshot.write(out, codec), out.finish()
    except BaseException:
        out.abandon()
        raise
