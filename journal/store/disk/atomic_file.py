"""New files that have no name until they are whole, so that a kill leaves nothing of them that can be read.

Where the system cannot do that, as on most sticks, the file has a hidden name meanwhile, and whoever begins the next
one in the same folder removes what was left.
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
    """A file being written, readable and writable by its owner only."""

    def __init__(self, folder: Path) -> None:
        """Begin it in a folder; raises OSError."""
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
        """Give the file its name, in the folder where it was begun; raises FileExistsError where that is taken.

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
        """Take it away, under whatever name it has, as far as the folder allows it."""
        self.close()
        for path in (self._hidden, self._named):
            if path:
                with suppress(OSError):
                    path.unlink()

    def close(self) -> None:
        """Let go of it; one without any name is gone then. Closing twice is as good as once."""
        handle, self.handle = self.handle, -1
        if handle >= 0:
            os.close(handle)


def sweep(folder: Path) -> None:
    """Remove from a folder what a killed program left of its files; one that is being written stays.

    Raises nothing: what the folder does not allow stays too.
    """
    with suppress(OSError):
        for path in [one for one in folder.iterdir() if _HIDDEN.fullmatch(one.name)]:
            with suppress(OSError):
                if stat.S_ISREG(path.lstat().st_mode) and not _in_use(path):
                    path.unlink()


def _without_name(folder: Path) -> int:
    """Return the descriptor of a file without any name; -1 where the system or the folder has none."""
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
    """Lock an open file until it is closed; return whether nobody else holds it.

    Windows, which has no such locks, removes no file that somebody holds open.
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
