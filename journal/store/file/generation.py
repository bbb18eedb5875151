"""Generations of the file: each a complete version of it, written beside it and put in place by atomic rename."""

from __future__ import annotations

import contextlib
import os
import zlib
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.store.disk import durable_io
from journal.store.disk.regular_files import require_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

TAIL = 4096
"""Bytes at the end of a file that are compared to recognise it."""


class Extent(Struct, frozen=True):
    """Contiguous part of a generation: offset, length and checksum."""

    start: int
    length: int
    check: int | None = None
    """CRC-32 of the bytes; None for evidence, which has a digest in its record."""

    @property
    def end(self) -> int:
        """Offset behind the last byte."""
        return self.start + self.length


class FileStat(Struct, frozen=True):
    """Stat of a file with its last bytes, by which it is recognised without reading all of it."""

    device: int
    inode: int
    size: int
    changed_ns: int
    tail: bytes


class Generation:
    """Open file of one generation; its bytes stay readable when another file takes its place."""

    def __init__(self, descriptor: int, checks: Iterable[Extent] = ()) -> None:
        """Take over a descriptor; raises OSError, with the descriptor closed, for anything but a regular file."""
        self._descriptor = descriptor
        try:
            self.stat = _stat(descriptor)
        except OSError:
            self.close()
            raise
        self.checks = tuple(checks)
        """Extents with checksums, by which the file is recognised, evidence left out."""

    def __del__(self) -> None:
        """Close the file."""
        self.close()

    @property
    def size(self) -> int:
        """Size in bytes when it was written or opened."""
        return self.stat.size

    def read(self, extent: Extent) -> bytes:
        """Read an extent; fewer bytes where the file was truncated."""
        return durable_io.read_all(self._descriptor, extent.start, extent.length)

    def copy(self, extent: Extent, target: int) -> None:
        """Append an extent to another open file; raises OSError where it is no longer whole."""
        durable_io.copy(self._descriptor, extent.start, extent.length, target)

    def equals(self, other: Generation) -> bool:
        """Return whether the other file has the same size and the same checksums."""
        same = (other.read(extent) for extent in self.checks)
        return other.size == self.size and all(
            zlib.crc32(read) == extent.check for read, extent in zip(same, self.checks, strict=True)
        )

    def resume(self, path: Path) -> None:
        """Open the file again after it was closed, under the name that it has now."""
        self._descriptor = os.open(path, os.O_RDONLY | durable_io.BINARY)

    def close(self) -> None:
        """Close the file; may be called twice."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            with contextlib.suppress(OSError):
                os.close(descriptor)


class FileExtent(Struct, frozen=True):
    """Extent of another open file, such as the write-ahead log; its bytes have no checksum."""

    file: Generation
    extent: Extent


class GenerationWriter:
    """Writer of the next generation, in a temporary file beside the journal's."""

    def __init__(self, path: Path, source: Generation | None) -> None:
        """Create the temporary file, for its owner alone; extents are copied from `source`. Raises OSError."""
        self.at = 0
        """Offset of the next byte."""
        self._path, self._source = path, source
        self._checks: list[Extent] = []
        remove_temporary(path)
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | durable_io.BINARY
        self._descriptor = os.open(temporary_path(path), flags, 0o600)

    def put(self, piece: bytes | Extent | FileExtent) -> Extent:
        """Append bytes, or copy an extent, and return the extent that they have in the new file."""
        if isinstance(piece, FileExtent):
            piece.file.copy(piece.extent, self._descriptor)
            placed = Extent(self.at, piece.extent.length, piece.extent.check)
        elif isinstance(piece, Extent):
            if self._source is None:
                raise ValueError("there is nothing to copy from")
            self._source.copy(piece, self._descriptor)
            placed = Extent(self.at, piece.length, piece.check)
        else:
            durable_io.write_all(self._descriptor, piece)
            placed = Extent(self.at, len(piece), zlib.crc32(piece))
        if placed.length and placed.check is not None:
            self._checks.append(placed)
        self.at = placed.end
        return placed

    def stream(self, give: Callable[[Callable[[bytes], object]], object], *, checked: bool = False) -> Extent:
        """Append what the producer `give` writes part by part into its callback; what it raises comes through.

        Only with `checked` is a checksum kept; evidence has a digest in its record instead.
        """
        start, check = self.at, 0

        def append(part: bytes) -> None:
            nonlocal check
            durable_io.write_all(self._descriptor, part)
            self.at += len(part)
            check = zlib.crc32(part, check) if checked else 0

        give(append)
        placed = Extent(start, self.at - start, check if checked else None)
        if checked and placed.length:
            self._checks.append(placed)
        return placed

    def finish(self) -> Generation:
        """Run fsync and return the generation, still under its temporary name; raises OSError."""
        durable_io.sync(self._descriptor)
        descriptor, self._descriptor = self._descriptor, -1
        return Generation(descriptor, self._checks)

    def abandon(self) -> None:
        """Delete the temporary file, as far as the folder allows it."""
        if self._descriptor >= 0:
            with contextlib.suppress(OSError):
                os.close(self._descriptor)
        remove_temporary(self._path)


def write_atomically(path: Path, chunks: Iterable[bytes]) -> FileStat:
    """Write a file atomically: temporary file, fsync, rename, fsync of the folder; return its stat.

    It is readable by its owner alone.

    On return the new bytes survive a power cut. Raises OSError where a step failed: the path then holds the old or the
    new file, each whole, and the temporary file is deleted where the folder allows it.
    """
    out = GenerationWriter(path, None)
    try:
        for chunk in chunks:
            out.put(chunk)
        new = out.finish()
    except OSError:
        out.abandon()
        raise
    with contextlib.closing(new):
        try:
            rename_into_place(path, new, None)
        except OSError:
            remove_temporary(path)
            raise
    durable_io.sync_folder(path.parent)
    return new.stat


def opened(path: Path) -> Generation | None:
    """Open the file at the path as a generation, or return None where there is none.

    Raises OSError where it cannot be read or is no regular file; never blocks on a pipe.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | durable_io.BINARY | getattr(os, "O_NONBLOCK", 0))
    except (FileNotFoundError, NotADirectoryError):
        return None
    return Generation(descriptor)


def rename_into_place(path: Path, new: Generation, old: Generation | None) -> Generation:
    """Rename a written generation over the file, atomically, and return it; raises OSError with the file as it was.

    The name is durable only after `durable_io.sync_folder`.
    """
    if os.name != "nt":
        os.replace(temporary_path(path), path)  # noqa: PTH105 - one system call, named as such in the fault tests
        return new
    # Windows renames over a file only while neither file is open.
    in_place = old
    for held in (new, old):
        if held:
            held.close()
    try:
        os.replace(temporary_path(path), path)  # noqa: PTH105 - as above
        in_place = new
    finally:
        if in_place is not None:
            in_place.resume(path)
    return new


def temporary_path(path: Path) -> Path:
    """Return the path of the temporary file in which the next generation is written."""
    return path.with_name(f".{path.name}.new")


def remove_temporary(path: Path) -> None:
    """Delete the temporary file of a crash or a failed save, as far as the folder allows it."""
    with contextlib.suppress(OSError):
        os.unlink(temporary_path(path))  # noqa: PTH108 - one system call, named as such in the fault tests


def _stat(descriptor: int) -> FileStat:
    about = require_file(descriptor)
    end = durable_io.read_all(descriptor, max(0, about.st_size - TAIL), TAIL)
    return FileStat(about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns, end)
