"""Export of an exhibit's file into a folder: atomic, checked, and never over another file."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.base.errors import NotSaved
from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_, _
from journal.evidence.errors import Cancelled, LocationStays
from journal.evidence.naming import names_beside, safe_name
from journal.evidence.photo import without_location as location_taken_out
from journal.store.disk.atomic_file import AtomicFile
from journal.store.disk.durable_io import sync, write_all
from journal.store.ledger.os_errors import not_written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from journal.domain.base.task import Task
    from journal.domain.evidence.exhibit import Exhibit

    Read = Callable[[Callable[[bytes], object]], None]

LARGEST_PICTURE = 256_000_000
"""Maximum size in bytes for removing the location, which needs the whole file in memory."""
TOO_LARGE = N_(
    "This file is too large for the location to be taken out here. The original is untouched, and no copy was made."
)

NO_FOLDER = N_("There is no folder “{folder}”. No copy was made. Please check the name, or choose another folder.")


class SavedOut(Struct, frozen=True):
    """Result of an export."""

    path: Path
    sha256: str
    """SHA-256 of the written copy, lower-case hexadecimal."""
    original_sha256: str
    """Digest of the original in the journal; differs where the location was removed."""
    record: int = 0
    """Number of the record that notes the copy; 0 where that could not be saved."""

    @property
    def place(self) -> str:
        """Place of the copy as recorded: name and folder name, without the folder where that is the home folder.

        The full path would contain the user's name, and the record may be handed over.
        """
        folder = self.path.absolute().parent
        return self.path.name if folder == Path.home() else str(Path(folder.name) / self.path.name)


def save_out(exhibit: Exhibit, read: Read, folder: Path, without_location: bool, task: Task) -> SavedOut:  # noqa: FBT001 - passed on
    """Write the copy under the name of the original, made safe, with a number where that name is taken.

    `read` passes the bytes in parts to a callback; they are verified only once it has returned. Raises NotSaved,
    `Cancelled` or `LocationStays`, with nothing left in the folder.
    """
    name = safe_name(exhibit.file_name, f"exhibit-{exhibit.number}")
    parts = _cleaned(exhibit, read) if without_location else read
    with _told():
        new = AtomicFile(folder := _there(folder))
    digest = hashlib.sha256()
    task.begin(exhibit.size)

    def take(part: bytes) -> None:
        if task.stopped:
            raise Cancelled(exhibit.file_name)
        task.advance(len(part))
        digest.update(part)
        with _told():  # here and not around the reading, whose own faults are something else
            write_all(new.handle, part)

    try:
        parts(take)
        with _told():
            sync(new.handle)
            path = _named(new, folder, name)
    except BaseException:
        new.remove()
        raise
    return SavedOut(path, digest.hexdigest(), exhibit.sha256)


@contextmanager
def _told() -> Iterator[None]:
    """Convert an OSError of the target folder to NotSaved."""
    try:
        yield
    except OSError as error:
        raise not_written(error) from error


def _there(folder: Path) -> Path:
    """Return the expanded folder; raises NotSaved where it does not exist."""
    with suppress(RuntimeError):  # a ~ before the name of nobody
        folder = folder.expanduser()
    if not folder.is_dir():
        raise NotSaved(_(NO_FOLDER).format(folder=harmless(str(folder))))
    return folder


def _named(new: AtomicFile, folder: Path, name: str) -> Path:
    """Link the copy to the first free name, and return its path."""
    for one in names_beside(name):
        with suppress(FileExistsError):
            new.name(folder / one)
            return folder / one
    raise AssertionError


def _cleaned(exhibit: Exhibit, read: Read) -> Read:
    """Return a reader of the copy without its location; raises `LocationStays` before any file is created."""
    if exhibit.size > LARGEST_PICTURE:
        raise LocationStays(_(TOO_LARGE))
    held = bytearray()
    read(held.extend)
    copy = location_taken_out(bytes(held))
    return lambda write: _whole(write, copy)


def _whole(write: Callable[[bytes], object], copy: bytes) -> None:
    write(copy)
