"""The fingerprint of a file: its SHA-256 and size, read in pieces, from ordinary files that hold still."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.base.task import Task
from journal.evidence.errors import Cancelled, Changed, FileRefused, IsFolder, Missing, NotAFile, NotAllowed, Vanished

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PIECE = 1 << 20
"""How many bytes are read between two looks at whether to stop."""

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""Without waiting: a pipe that took the file's place between two looks would otherwise block for ever."""
_MISSING = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ESTALE, errno.ENODEV, errno.ENXIO, errno.EIO}


class Fingerprint(Struct, frozen=True):
    """What is certain about the content of a file at the time it was read."""

    path: str
    """The real path, symbolic links resolved."""
    sha256: str
    """Lower-case hexadecimal."""
    size: int
    """In bytes."""
    modified: datetime | None
    """When the file says it was last written, in UTC; None where it names no possible time."""

    @property
    def empty(self) -> bool:
        """Whether there is no content at all."""
        return self.size == 0


def fingerprint(
    path: Path, task: Task | None = None, keep: Callable[[bytes], object] = lambda _piece: None
) -> Fingerprint:
    """Read a whole file once and return its fingerprint; what `keep` raises comes through.

    The task is advanced by each piece, and `keep` is handed it, so that what is stored and what is fingerprinted are
    the same bytes. Raises a `FileRefused`, `Cancelled` where the task is stopped.
    """
    real, task = _resolved(path), task or Task()
    before = _looked_at(real)
    handle = _opened(real)
    try:
        opened = os.fstat(handle)
        _refuse_unless_ordinary(opened, real)
        if not os.path.samestat(opened, before):
            raise Changed(real.name)
        digest = hashlib.sha256()
        for piece in _pieces(handle, real, opened.st_size, task):
            digest.update(piece)
            keep(piece)
            task.advance(len(piece))
        _refuse_if_moved(opened, os.fstat(handle), real)
    finally:
        os.close(handle)
    return Fingerprint(str(real), digest.hexdigest(), opened.st_size, _time(opened.st_mtime))


def opened_to_read(path: Path) -> int:
    """Return a descriptor of an ordinary file, to be closed by the caller; raises a `FileRefused`."""
    real = _resolved(path)
    _looked_at(real)
    return _opened(real)


def _resolved(path: Path) -> Path:
    try:
        return path.resolve(strict=True)
    except OSError as error:
        raise _refusal(error, path.name) from error
    except (ValueError, RuntimeError) as error:  # a NUL or half a sign in the name; links that go round in a circle
        raise Missing(path.name) from error


def _looked_at(real: Path) -> os.stat_result:
    """Look before opening, because opening alone already acts on some devices."""
    try:
        found = real.stat()
    except OSError as error:
        raise _refusal(error, real.name) from error
    _refuse_unless_ordinary(found, real)
    return found


def _opened(real: Path) -> int:
    try:
        return os.open(real, _FLAGS)
    except OSError as error:
        raise _refusal(error, real.name) from error


def _refuse_unless_ordinary(found: os.stat_result, real: Path) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsFolder(real.name)
    if not stat.S_ISREG(found.st_mode):
        raise NotAFile(real.name)


def _pieces(handle: int, real: Path, size: int, task: Task) -> Iterator[bytes]:
    left = size
    while not task.stopped:
        piece = _piece(handle, real)
        left -= len(piece)
        if left < 0 or (left and not piece):  # a file that grows as fast as it is read would never end
            raise Changed(real.name)
        if not piece:
            return
        yield piece
    raise Cancelled(real.name)


def _piece(handle: int, real: Path) -> bytes:
    try:
        return os.read(handle, PIECE)
    except OSError as error:
        raise (Vanished if error.errno in _GONE else FileRefused)(real.name) from error


def _refuse_if_moved(opened: os.stat_result, after: os.stat_result, real: Path) -> None:
    if (opened.st_size, opened.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Changed(real.name)
    try:
        there = real.stat()
    except OSError as error:
        raise Vanished(real.name) from error
    if not os.path.samestat(opened, there):
        raise Changed(real.name)


def _refusal(error: OSError, name: str) -> FileRefused:
    if error.errno in {errno.EACCES, errno.EPERM}:
        return NotAllowed(name)
    return (Missing if error.errno in _MISSING else FileRefused)(name)


def _time(seconds: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
