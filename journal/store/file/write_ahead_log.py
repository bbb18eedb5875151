"""Write-ahead log beside the journal's file: the saves since the last checkpoint.

A save is one line, appended and synced, so that its cost does not depend on what the journal holds. Evidence stands in
lines of its own right before the save that names it, written and synced first, and is read from there until a
checkpoint has copied it into the file. The lines form a hash chain: each save names the digest of the one before it,
and the journal's file the digest of the last one that it has taken in. So a log that belongs to another file, or lacks
a line, is told from one that continues where the file ends.
"""

from __future__ import annotations

import contextlib
import errno
import os
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.store.disk import durable_io
from journal.store.file import generation
from journal.store.file.generation import Extent, FileExtent, Generation
from journal.store.file.write_ahead_lines import LogLines, read_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from journal.store.file.snapshot import Stream
    from journal.store.file.write_ahead_lines import Replay


class LoggedRow(Struct, frozen=True):
    """Row of evidence in the log, synced."""

    part: FileExtent
    sha256: str
    """Digest of the row, as a line without its newline."""


class WriteAheadLog:
    """The log of one journal, with one writer at a time."""

    def __init__(self, path: Path) -> None:
        """Prepare the log of the journal at this path; touches no file."""
        self.path = log_path(path)
        self.length = 0
        """Bytes of it that count."""
        self.there = False
        """Whether this window created or resumed a log, which it has to delete."""
        self.doubtful = False
        """Whether it may end with a line that was never reported saved and could not be truncated."""
        self._descriptor = -1
        self._named = False
        self._most = 0
        """Upper bound of its size by what this window wrote or resumed; what counts is a part of that."""
        self._rows = 0
        """Bytes at the end of what counts that are rows of evidence no save names yet."""
        self._reader: Generation | None = None
        """The same file, open for reading; it stays readable when the log is deleted."""

    def __del__(self) -> None:
        """Close the file, without deleting it."""
        self._close()

    def resume(self, found: Replay) -> None:
        """Append to an existing log; what stands behind `found.length` bytes does not count."""
        self.length, self.there, self._named, self.doubtful = found.length, True, True, True
        self._most, self._reader = found.size, found.file

    def grew_elsewhere(self) -> bool:
        """Return whether another window appended to it, so that it holds more than this one knows; raises OSError.

        One that was deleted holds nothing that could be lost.
        """
        if not self.there:
            return os.path.lexists(self.path)
        try:
            found = os.stat(self.path)  # noqa: PTH116 - as the other calls here
        except FileNotFoundError:
            return False
        if self._descriptor >= 0 and not os.path.samestat(os.fstat(self._descriptor), found):
            return True
        return found.st_size > max(self.length, self._most)

    def prepare(self) -> None:
        """Open it, truncated to what counts; raises OSError with nothing added."""
        self.drop_rows()
        self._truncate()
        self._open()

    def write_rows(self, rows: Mapping[str, Stream]) -> dict[str, LoggedRow]:
        """Append rows of evidence as lines and sync them, after `prepare`; `append` makes them count.

        Raises what a stream raises, or OSError. Whatever does not end with `append` ends with `drop_rows`.
        """
        self.doubtful = True
        written = {key: self._write_row(stream) for key, stream in rows.items()}
        durable_io.sync(self._descriptor)
        self._reader = self._reader or Generation(os.dup(self._descriptor))
        self.doubtful = False
        return {key: LoggedRow(FileExtent(self._reader, extent), sha256) for key, (extent, sha256) in written.items()}

    def drop_rows(self) -> None:
        """Truncate rows of evidence that no save names, and delete a log without any other line.

        Where that fails, the log stays `doubtful`. What another window appended behind them is never truncated.
        """
        if not (self._rows or self.doubtful):
            return
        self.length, self._rows, self.doubtful = self.length - self._rows, 0, True
        with contextlib.suppress(OSError):
            grew = self.grew_elsewhere()
            self._close()
            if not grew:
                self._truncate()
                if not self.length:
                    self.remove()
        self._close()

    def append(self, line: bytes, *, after_rows: bool = False) -> None:
        """Append one line behind the rows that it names, and sync; raises OSError, the log as it was or `doubtful`.

        Rows that were written stay until `drop_rows`, so that they can still be read after an error.
        """
        if not after_rows:
            self.drop_rows()
        self._truncate()
        self._open()
        self._most = self.length + len(line) + 1
        try:
            durable_io.write_all(self._descriptor, line + b"\n")
            durable_io.sync(self._descriptor)
        except OSError:
            self.doubtful = True
            self._close()
            with contextlib.suppress(OSError):
                self._truncate()
            raise
        self.length += len(line) + 1
        self._rows = 0

    def remove(self) -> None:
        """Delete the log after a checkpoint; raises OSError, with the log as it was."""
        self._close_for_good()
        try:
            os.unlink(self.path)  # noqa: PTH108 - one system call, named as such in the fault tests
        except FileNotFoundError:
            # A stick that is pulled out takes the folder away, and brings the log back with it.
            if os.path.lexists(self.path) or not self.path.parent.exists():
                raise
        self.length, self.there, self._named, self.doubtful = 0, False, False, False
        self._most = self._rows = 0

    def move_aside(self, name: str) -> None:
        """Rename the log in its folder, so that nothing replays it and nothing is lost; raises OSError."""
        self._close_for_good()
        os.rename(self.path, self.path.with_name(name))  # noqa: PTH104 - as the other calls here

    def _write_row(self, stream: Stream) -> tuple[Extent, str]:
        """Write one row, and return its extent and digest."""
        import hashlib

        start, digest = self.length, hashlib.sha256()

        def write(part: bytes) -> None:
            # Another thread may look at the size meanwhile, which must never be more than is known of.
            self._most = self.length + len(part)
            durable_io.write_all(self._descriptor, part)
            self.length, self._rows = self.length + len(part), self._rows + len(part)

        def take(part: bytes) -> None:
            digest.update(part)
            write(part)

        stream(take)
        write(b"\n")
        return Extent(start, self.length - start - 1), digest.hexdigest()

    def _open(self) -> None:
        """Open or create the log; its name is durable before anything depends on it."""
        self.there = True
        if self._descriptor < 0:
            self._descriptor = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT | durable_io.BINARY, 0o600)
        ours, there = os.fstat(self._descriptor), os.stat(self.path)  # noqa: PTH116 - as the other calls here
        if not os.path.samestat(ours, there) or there.st_size != self.length:
            self._close()
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE))
        if not self._named:
            durable_io.sync_folder(self.path.parent)
            self._named = True

    def _truncate(self) -> None:
        """Truncate what does not count, on a new descriptor: one that failed to sync must not be used again."""
        if not self.doubtful:
            return
        descriptor = os.open(self.path, os.O_WRONLY | durable_io.BINARY)
        try:
            os.ftruncate(descriptor, self.length)
            durable_io.sync(descriptor)
        finally:
            os.close(descriptor)
        self.doubtful, self._most = False, self.length

    def _close_for_good(self) -> None:
        """Close a file that loses its name; readers keep it open, except on Windows, which forbids that."""
        self._close()
        reader, self._reader = self._reader, None
        if reader and os.name == "nt":
            reader.close()

    def _close(self) -> None:
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            with contextlib.suppress(OSError):
                os.close(descriptor)


def log_path(path: Path) -> Path:
    """Return the path of the write-ahead log of a journal."""
    return path.with_name(f".{path.name}.tail")


def read(path: Path, between: Callable[[], None] = lambda: None) -> LogLines | None:
    """Read the lines of the log of the journal at this path, or return None where there is none.

    `between` as in `read_lines`. Raises OSError.
    """
    file = generation.opened(log_path(path))
    return None if file is None else read_lines(file, between)
