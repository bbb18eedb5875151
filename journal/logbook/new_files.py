"""Atomic creation of several files in a folder: all or none, under neutral names, never over another file.

Each is written as an unnamed file, and linked to its name once all are complete.
"""

from __future__ import annotations

import atexit
import hashlib
import os
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

from journal.domain.base.errors import NotSaved
from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_, _
from journal.store.disk.atomic_file import AtomicFile
from journal.store.disk.durable_io import sync_folder
from journal.store.ledger.os_errors import not_written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

NO_FOLDER = N_("There is no folder “{folder}”. Nothing was written. Please check the name, or choose another folder.")
TOO_MANY = N_("This folder holds too many documents of today. Nothing was written. Choose another folder.")


class NewFiles:
    """Files of one hand-over while they are written."""

    def __init__(self, folder: Path, day: str, suffixes: Sequence[str]) -> None:
        """Reserve the first names of the day that are free for all suffixes; raises NotSaved where there are none."""
        self._folder, self._stem = folder, _free_stem(folder, day, suffixes)
        self.written: list[tuple[Path, str]] = []
        """Future path and digest (SHA-256, lower-case hexadecimal) of each file."""
        self._there: list[AtomicFile] = []

    def write(self, suffix: str, write: Callable[[IO[bytes]], object]) -> None:
        """Write and sync one more file, readable by its owner only and still unnamed."""
        path = self._folder / f"{self._stem}{suffix}"
        new = AtomicFile(self._folder)
        self._there.append(new)
        with os.fdopen(new.handle, "w+b", closefd=False) as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
            file.seek(0)
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        self.written.append((path, digest))

    def publish(self) -> None:
        """Link every file to its name and sync the folder; raises OSError, also where a name is taken."""
        for (path, _digest), new in zip(self.written, self._there, strict=True):
            new.name(path)
        sync_folder(self._folder)

    def remove(self) -> None:
        """Remove all files."""
        for new in self._there:
            new.remove()


@contextmanager
def new_files(folder: Path, day: str, suffixes: Sequence[str]) -> Iterator[NewFiles]:
    """Context in which files are created; after an error inside, or where the process ends, all are removed.

    Raises NotSaved for what the folder refuses.
    """
    if not _is_folder(folder):
        raise NotSaved(_(NO_FOLDER).format(folder=harmless(str(folder))))
    made = NewFiles(folder, day, suffixes)
    # Leaving at once waits for nobody who writes, and no half of a file may stay.
    atexit.register(made.remove)
    try:
        yield made
    except BaseException as error:
        made.remove()
        if isinstance(error, OSError):
            raise not_written(error) from error
        raise
    finally:
        atexit.unregister(made.remove)


def _is_folder(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except (OSError, ValueError):
        return False


def _free_stem(folder: Path, day: str, suffixes: Sequence[str]) -> str:
    """Return the day with the first letter for which the folder holds no file, whatever its suffix."""
    there: list[str] = []
    with suppress(OSError):
        there = [one.name for one in folder.iterdir()]
    letters = [chr(ord("a") + at) for at in range(26)]
    for letter in [*letters, *(first + second for first in letters for second in letters)]:
        stem = f"{day}-{letter}"
        paths = [folder / f"{stem}{suffix}" for suffix in suffixes]
        seen = any(name.startswith((f"{stem}.", f"{stem}-")) for name in there)
        if not seen and not any(path.exists() for path in paths):
            return stem
    raise NotSaved(_(TOO_MANY))
