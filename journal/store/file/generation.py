"""A generation of the file: held open while it is the one in use, and replaced by a new one whole or not at all."""

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
"""How many bytes at the end of a file count for telling it from another."""


class Extent(Struct, frozen=True):
    """A part of a generation."""

    start: int
    length: int
    check: int | None = None
    """The CRC-32 of the bytes; None for evidence, which has a digest in its record."""

    @property
    def end(self) -> int:
        """Where the next part begins."""
        return self.start + self.length


class FileStat(Struct, frozen=True):
    """By what a file is known again without reading all of it."""

    device: int
    inode: int
    size: int
    changed_ns: int
    tail: bytes


class Generation:
    """One generation of the file, held open: its bytes stay within reach when another file takes its place."""

    def __init__(self, descriptor: int, checks: Iterable[Extent] = ()) -> None:
        """Hold an open file; raises OSError, with the descriptor closed, for anything but a file."""
        self._descriptor = descriptor
        try:
            self.stat = _stat(descriptor)
        except OSError:
            self.close()
            raise
        self.checks = tuple(checks)
        """Parts by which the bytes are known again, evidence left out."""

    def __del__(self) -> None:
        """Let go of the file."""
        self.close()

    @property
    def size(self) -> int:
        """How many bytes it had when it was published or opened."""
        return self.stat.size

    def read(self, extent: Extent) -> bytes:
        """Return a part; fewer bytes where somebody cut the file off."""
        return durable_io.read_all(self._descriptor, extent.start, extent.length)

    def copy(self, extent: Extent, target: int) -> None:
        """Append a part to another open file; raises OSError where it is no longer whole."""
        durable_io.copy(self._descriptor, extent.start, extent.length, target)

    def equals(self, other: Generation) -> bool:
        """Return whether the other file holds the same bytes, as far as they are checked."""
        same = (other.read(extent) for extent in self.checks)
        return other.size == self.size and all(
            zlib.crc32(read) == extent.check for read, extent in zip(same, self.checks, strict=True)
        )

    def resume(self, path: Path) -> None:
        """Hold the file again after it was let go, under the name that it has now."""
        self._descriptor = os.open(path, os.O_RDONLY | durable_io.BINARY)

    def close(self) -> None:
        """Let go of the file; closing twice is as good as once."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            with contextlib.suppress(OSError):
                os.close(descriptor)


class FileExtent(Struct, frozen=True):
    """A part of another open file than the generation in use, as the tail is; what is read of it is not checked."""

    file: Generation
    extent: Extent


class GenerationWriter:
    """The next generation, written beside the file."""

    def __init__(self, path: Path, source: Generation | None) -> None:
        """Begin it, readable by its owner alone; parts are copied from `source`. Raises OSError."""
        self.at = 0
        """How many bytes are written."""
        self._path, self._source = path, source
        self._checks: list[Extent] = []
        remove_temporary(path)
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | durable_io.BINARY
        self._descriptor = os.open(temporary_path(path), flags, 0o600)

    def put(self, piece: bytes | Extent | FileExtent) -> Extent:
        """Write bytes, or a part of the generation in use or of another file, and return where they lie now."""
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
        """Write what comes part by part; `give` gets what takes it, and what it raises comes through.

        Without `checked` the bytes are known again by other means than the file's own, as evidence is.
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
        """Make everything durable and return it, still beside the file; raises OSError."""
        durable_io.sync(self._descriptor)
        descriptor, self._descriptor = self._descriptor, -1
        return Generation(descriptor, self._checks)

    def abandon(self) -> None:
        """Remove what was written, as far as the folder allows it."""
        if self._descriptor >= 0:
            with contextlib.suppress(OSError):
                os.close(self._descriptor)
        remove_temporary(self._path)


def write_atomically(path: Path, chunks: Iterable[bytes]) -> FileStat:
    """Put a file with these bytes at the path, readable by its owner alone, and return its stat.

    On return the new bytes survive a power cut. Raises OSError where a step failed: the path then holds the old or the
    new file, each whole, and nothing else stays in the folder that can be removed.
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
    """Return the file at the path, held open, or None where there is none.

    Raises OSError where it cannot be read or is no file at all; never waits for the other end of a pipe.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | durable_io.BINARY | getattr(os, "O_NONBLOCK", 0))
    except (FileNotFoundError, NotADirectoryError):
        return None
    return Generation(descriptor)


def rename_into_place(path: Path, new: Generation, old: Generation | None) -> Generation:
    """Give a written generation the file's name and return it; raises OSError with the file as it was.

    The name is durable only after `durable.sync_folder`.
    """
    if os.name != "nt":
        os.replace(temporary_path(path), path)  # noqa: PTH105 - one system call, named as such in the fault tests
        return new
    # Windows gives a name away only while nobody holds either file open.
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
    """Return where the next generation of a file is written before it takes the file's place."""
    return path.with_name(f".{path.name}.new")


def remove_temporary(path: Path) -> None:
    """Remove what a crash or a failed save left beside the file, as far as the folder allows it."""
    with contextlib.suppress(OSError):
        os.unlink(temporary_path(path))  # noqa: PTH108 - one system call, named as such in the fault tests


def _stat(descriptor: int) -> FileStat:
    about = require_file(descriptor)
    end = durable_io.read_all(descriptor, max(0, about.st_size - TAIL), TAIL)
    return FileStat(about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns, end)
