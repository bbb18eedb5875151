"""A copy of an exhibit's file in a folder: whole and checked, or not there at all, never over another file."""

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
from journal.store.disk.durable_io import sync, write_all
from journal.store.disk.nameless import Nameless
from journal.store.ledger.os_errors import not_written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from journal.domain.base.task import Task
    from journal.domain.evidence.exhibit import Exhibit

    Read = Callable[[Callable[[bytes], object]], None]

LARGEST_PICTURE = 256_000_000
"""In bytes: a file that is larger is never in memory as a whole, and so keeps its location."""
TOO_LARGE = N_(
    "This file is too large for the location to be taken out here. The original is untouched, and no copy was made."
)

NO_FOLDER = N_("There is no folder “{folder}”. No copy was made. Please check the name, or choose another folder.")


class SavedOut(Struct, frozen=True):
    """A copy that was written."""

    path: Path
    sha256: str
    """The digest of the copy as it was written, lower-case hexadecimal."""
    original_sha256: str
    """The digest of the original in the journal; another one where the location was taken out."""
    record: int = 0
    """The record that notes the copy; 0 where it could not be noted."""

    @property
    def place(self) -> str:
        """Where the copy lies, as it is noted: its name and that of its folder, which is not told where it is a home.

        The whole path would name the user, and what is noted may be handed over.
        """
        folder = self.path.absolute().parent
        return self.path.name if folder == Path.home() else str(Path(folder.name) / self.path.name)


def save_out(exhibit: Exhibit, read: Read, folder: Path, without_location: bool, task: Task) -> SavedOut:  # noqa: FBT001 - passed on
    """Write the copy under the name of the original, made safe, with a number where that name is taken.

    `read` hands over the bytes part by part; they count only once it has returned.
    """
    name = safe_name(exhibit.file_name, f"exhibit-{exhibit.number}")
    parts = _cleaned(exhibit, read) if without_location else read
    with _told():
        new = Nameless(folder := _there(folder))
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
    """Turn what the folder does not take into NotSaved."""
    try:
        yield
    except OSError as error:
        raise not_written(error) from error


def _there(folder: Path) -> Path:
    """Return the folder; raises NotSaved where there is none."""
    with suppress(RuntimeError):  # a ~ before the name of nobody
        folder = folder.expanduser()
    if not folder.is_dir():
        raise NotSaved(_(NO_FOLDER).format(folder=harmless(str(folder))))
    return folder


def _named(new: Nameless, folder: Path, name: str) -> Path:
    """Give the copy the first name that is free, and return where it lies."""
    for one in names_beside(name):
        with suppress(FileExistsError):
            new.name(folder / one)
            return folder / one
    raise AssertionError


def _cleaned(exhibit: Exhibit, read: Read) -> Read:
    """Return what hands over the copy without its location; raises `LocationStays` before any file is made."""
    if exhibit.size > LARGEST_PICTURE:
        raise LocationStays(_(TOO_LARGE))
    held = bytearray()
    read(held.extend)
    copy = location_taken_out(bytes(held))
    return lambda write: _whole(write, copy)


def _whole(write: Callable[[bytes], object], copy: bytes) -> None:
    write(copy)
