"""Checkpointer: the journal's file replaced, whole or not at all, by a generation with everything that was saved.

The file is at every instant a whole generation. What a generation has taken in is removed from the tail only once its
name is durable.
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
    from journal.store.ledger.loading import Loaded


class FileChanged(Exception):
    """The file is not the one that was last read or saved here; it was left as it is."""


class FileMissing(FileChanged):
    """No file is there any more, although its folder is."""


class Unconfirmed(OSError):
    """What was to be saved may stand on the disk, and is kept here; nothing may contradict it from now on."""


class Checkpointer:
    """The file of one journal in the hands of one window, which is the only one that writes."""

    def __init__(self, path: Path, loaded: Loaded) -> None:
        """Go on from what was read."""
        self.path = path
        self.snapshot = loaded.snapshot
        """All that the journal holds."""
        self.held = loaded.generation
        """The generation in use; None before the first."""
        self.codec = loaded.codec
        self._seen = self.held.stat if self.held else None
        self._log = WriteAheadLog(path)
        if loaded.replay and loaded.replay.fits:
            self._log.resume(loaded.replay)
        self._log_unusable = loaded.locked or bool(loaded.replay and not loaded.replay.fits)
        """Whether a tail may lie beside the file that cannot be gone on with."""
        self._damaged = loaded.parsed.damaged
        """Whether the file holds more than could be read of it, and is never written again."""
        self._unconfirmed = self._stale = False
        self._writing_rows = False
        """Whether rows of evidence stand in the tail, or are being written there, that no save names yet."""
        self._state = RLock()
        """Held while fields are read and changed, never while a generation is written."""
        self._writing = Lock()
        """Held while a generation is written; taken before `_state`."""

    @property
    def size(self) -> int:
        """How many bytes the next generation has at least, if nothing more is added."""
        return (self.held.size if self.held else 0) + self._log.length

    @property
    def due(self) -> bool:
        """Whether the file has something to take in: a tail, or that the attempts to open it are told."""
        return self._log.there or self._stale

    def now(self) -> tuple[Snapshot, Generation | None, RowCodec]:
        """Return what the journal holds, the generation in which its extents lie, and how they are sealed there."""
        with self._state:
            return self.snapshot, self.held, self.codec

    def confirm(self) -> None:
        """Publish what could not be confirmed before; raises as `checkpoint`."""
        if self._unconfirmed:
            self.checkpoint()

    def checkpoint(
        self, change: Callable[[Snapshot], Snapshot] = lambda snapshot: snapshot, codec: RowCodec | None = None
    ) -> None:
        """Replace the file by a generation with everything that was saved, changed like this, and remove the tail.

        Raises FileChanged, OSError with nothing published, or Unconfirmed where only the last step failed.
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
        """Count attempts to open the file anew from the next generation on, and return what was counted."""
        with self._state:
            found = self.snapshot.attempts
            self.snapshot, self._stale = replace(self.snapshot, attempts=FailedAttempts()), bool(found.failed)
            return found

    def rewrite(self, codec: RowCodec, change: Callable[[Snapshot], Snapshot]) -> None:
        """Replace the file by one in which everything is written anew and as `codec` says, changed like this.

        Nothing of ours holds the earlier bytes afterwards. Raises as `checkpoint`, and where a log cannot be removed.
        """
        self.checkpoint()
        if self._log.there:
            self._log.remove()
        self._checkpoint_saved(change, codec)

    def tidy_log(self, found: Replay, name: str) -> bool:
        """See to a tail that was there before; return whether it did not fit and has this name in the folder now.

        Raises FileChanged or OSError with the tail left where it is.
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
        """Publish this snapshot under another path and go on there, without a tail.

        Raises OSError with nothing changed. What lies at the old path stays as somebody else left it.
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
        """Let go of the file without saving anything."""
        if self.held:
            self.held.close()

    def _remove_own_log(self) -> None:
        """Remove the tail unless another window added to it; one that cannot be looked at or removed stays."""
        with contextlib.suppress(OSError):
            if self._log.there and not (self._writing_rows or self._log.grew_elsewhere()):
                self._log.remove()

    def _checkpoint_saved(self, change: Callable[[Snapshot], Snapshot], codec: RowCodec | None = None) -> None:
        """Save by a whole generation."""
        try:
            self.checkpoint(change, codec)
        except Unconfirmed:
            self._unconfirmed = True
            raise

    def _take_over(self, new: Generation, before: Snapshot, written: Snapshot) -> None:
        try:
            self._require_unchanged()
            generation.rename_into_place(self.path, new, self.held)
        except (OSError, FileChanged):
            new.close()
            generation.remove_temporary(self.path)
            raise
        self.snapshot = written if self.snapshot is before else self.snapshot.since(before, written)
        self.held, self._seen = new, new.stat

    def _require_unchanged(self) -> None:
        """Raise FileChanged where the file is another than was read here, FileNotFoundError without its folder."""
        if self._damaged:
            raise FileChanged
        self._seen = _same(self.path, self.held, self._seen)
        if not self._log_unusable and self._log.grew_elsewhere():
            raise FileChanged


def _same(path: Path, held: Generation | None, seen: FileStat | None) -> FileStat | None:
    """Return the stat of the file, which is the generation in use; raises as `_require_unchanged` where it is not."""
    found = generation.opened(path)
    with contextlib.closing(found) if found else contextlib.nullcontext():
        if found is None and held is None:
            return seen
        if found and held and (found.stat == seen or held.equals(found)):
            return found.stat
    if found:
        raise FileChanged
    if held and path.parent.exists() and path.parent.stat().st_dev == held.stat.device:
        raise FileMissing
    # An empty folder on another disk is where a stick was that is pulled out.
    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path.parent))


def _written(path: Path, snapshot: Snapshot, codec: RowCodec, source: Generation | None) -> tuple[Snapshot, Generation]:
    """Write a generation beside the path, durably, and return what lies where in it; raises OSError."""
    out = GenerationWriter(path, source)
    try:
        return snapshot.write(out, codec), out.finish()
    except BaseException:
        out.abandon()
        raise
