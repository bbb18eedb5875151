"""Atomic creation of files: a file gets its name only when it is whole, so that a kill leaves nothing readable of it.

It is written without a name (`O_TMPFILE`) and then linked. Where the system cannot do that, as on most sticks, it has a
hidden temporary name meanwhile, and the next one begun in the same folder removes what a kill left.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from contextlib import suppress
from secrets import token_hex
from typing import TYPE_CHECKING

from journal.store.disk.durable_io import BINARY

if TYPE_CHECKING:
    from pathlib import Path

_HIDDEN = re.compile(r"\.[0-9a-f]{32}\.part", re.ASCII)
_OPEN = "/proc/self/fd"


class AtomicFile:
    """New file that is being written, readable and writable by its owner only."""

    def __init__(self, folder: Path) -> None:
        """Create it in a folder, after removing what killed processes left there; raises OSError."""
        sweep(folder)
        self._hidden: Path | None = None
        self._named: Path | None = None
        self.handle = _without_name(folder)
        """The descriptor to write to, open until the file is named or removed; -1 after that."""
        if self.handle < 0:
            self._hidden = folder / f".{token_hex(16)}.part"
            self.handle = os.open(self._hidden, os.O_RDWR | os.O_CREAT | os.O_EXCL | BINARY, 0o600)
            _held(self.handle)

    def name(self, path: Path) -> None:
        """Link the file under its name, in the folder of its creation; raises FileExistsError where the name is taken.

        Any other OSError means that it has none.
        """
        if self._hidden is None:
            # A folder is named only so that Python follows the link to the open file, which plain `link` does not.
            os.link(f"{_OPEN}/{self.handle}", path, src_dir_fd=self.handle, follow_symlinks=True)
        else:
            self.close()
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
            self._hidden.rename(path)
            self._hidden = None
        self._named = path
        self.close()

    def remove(self) -> None:
        """Delete the file, under whatever name it has, as far as the folder allows it."""
        self.close()
        for path in (self._hidden, self._named):
            if path:
                with suppress(OSError):
                    path.unlink()

    def close(self) -> None:
        """Close the descriptor, which deletes a file without a name; may be called twice."""
        handle, self.handle = self.handle, -1
        if handle >= 0:
            os.close(handle)


def sweep(folder: Path) -> None:
    """Delete the temporary files of killed processes from a folder; one that is locked is still being written.

    Raises nothing: what the folder does not allow stays too.
    """
    with suppress(OSError):
        for path in [one for one in folder.iterdir() if _HIDDEN.fullmatch(one.name)]:
            with suppress(OSError):
                if stat.S_ISREG(path.lstat().st_mode) and not _in_use(path):
                    path.unlink()


def _without_name(folder: Path) -> int:
    """Open a file without a name, and return its descriptor; -1 where system or folder do not support that."""
    if not hasattr(os, "O_TMPFILE"):
        return -1
    try:
        handle = os.open(folder, os.O_RDWR | os.O_TMPFILE, 0o600)
    except OSError:
        return -1
    if os.path.exists(f"{_OPEN}/{handle}"):  # noqa: PTH110 - of a descriptor, not of a path
        return handle
    os.close(handle)
    return -1


def _in_use(path: Path) -> bool:
    handle = os.open(path, os.O_RDWR | BINARY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        return not _held(handle)
    finally:
        os.close(handle)


def _held(handle: int) -> bool:
    """Lock an open file (flock) until it is closed; return False where another process holds the lock.

    Windows has no such locks, and deletes no file that another process holds open.
    """
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        return True
    try:
        flock(handle, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        return False
    return True
