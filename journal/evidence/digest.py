"""Fingerprint of a file: SHA-256 and size, read in chunks, with detection of concurrent changes."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.base.task import Task
from journal.evidence import errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CHUNK = 1 << 20
"""How many bytes are read between two looks at whether to stop."""

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""Non-blocking: a pipe that replaced the file between two checks would otherwise block for ever."""
_MISSING = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ESTALE, errno.ENODEV, errno.ENXIO, errno.EIO}


class Fingerprint(Struct, frozen=True):
    """Digest and metadata of a file at the time of reading."""

    path: str
    """Real path, symbolic links resolved."""
    sha256: str
    """Lower-case hexadecimal."""
    size: int
    """Size in bytes."""
    modified: datetime | None
    """Modification time, UTC; None where it is out of range."""

    @property
    def empty(self) -> bool:
        """Whether the file is empty."""
        return self.size == 0


def fingerprint(
    path: Path, task: Task | None = None, keep: Callable[[bytes], object] = lambda _chunk: None
) -> Fingerprint:
    """Read a whole file once and return its fingerprint; exceptions of `keep` propagate.

    The task is advanced by each chunk, and `keep` is handed it, so that what is stored and what is fingerprinted are
    the same bytes. Raises a `FileRefused`, `Cancelled` where the task is stopped.
    """
    real, task = _resolved(path), task or Task()
    before = _looked_at(real)
    handle = _opened(real)
    try:
        opened = os.fstat(handle)
        _refuse_unless_ordinary(opened, real)
        if not os.path.samestat(opened, before):
            raise errors.FileChanged(real.name)
        digest = hashlib.sha256()
        for chunk in _chunks(handle, real, opened.st_size, task):
            digest.update(chunk)
            keep(chunk)
            task.advance(len(chunk))
        _refuse_if_moved(opened, os.fstat(handle), real)
    finally:
        os.close(handle)
    return Fingerprint(str(real), digest.hexdigest(), opened.st_size, _time(opened.st_mtime))


def opened_to_read(path: Path) -> int:
    """Open an ordinary file and return its descriptor, which the caller closes; raises a `FileRefused`."""
    real = _resolved(path)
    _looked_at(real)
    return _opened(real)


def _resolved(path: Path) -> Path:
    try:
        return path.resolve(strict=True)
    except OSError as error:
        raise _refusal(error, path.name) from error
    except (ValueError, RuntimeError) as error:  # a NUL or half a sign in the name; links that go round in a circle
        raise errors.FileMissing(path.name) from error


def _looked_at(real: Path) -> os.stat_result:
    """Check the type before opening, because opening alone already acts on some devices."""
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
        raise errors.IsFolder(real.name)
    if not stat.S_ISREG(found.st_mode):
        raise errors.NotAFile(real.name)


def _chunks(handle: int, real: Path, size: int, task: Task) -> Iterator[bytes]:
    left = size
    while not task.stopped:
        chunk = _chunk(handle, real)
        left -= len(chunk)
        if left < 0 or (left and not chunk):  # a file that grows as fast as it is read would never end
            raise errors.FileChanged(real.name)
        if not chunk:
            return
        yield chunk
    raise errors.Cancelled(real.name)


def _chunk(handle: int, real: Path) -> bytes:
    try:
        return os.read(handle, CHUNK)
    except OSError as error:
        raise (errors.Vanished if error.errno in _GONE else errors.FileRefused)(real.name) from error


def _refuse_if_moved(opened: os.stat_result, after: os.stat_result, real: Path) -> None:
    if (opened.st_size, opened.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise errors.FileChanged(real.name)
    try:
        there = real.stat()
    except OSError as error:
        raise errors.Vanished(real.name) from error
    if not os.path.samestat(opened, there):
        raise errors.FileChanged(real.name)


def _refusal(error: OSError, name: str) -> errors.FileRefused:
    if error.errno in {errno.EACCES, errno.EPERM}:
        return errors.NotAllowed(name)
    return (errors.FileMissing if error.errno in _MISSING else errors.FileRefused)(name)


def _time(seconds: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
