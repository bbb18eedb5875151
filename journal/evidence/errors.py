"""Errors of reading a file for evidence; each is one calm sentence that names the file."""

from __future__ import annotations

from typing import ClassVar

from journal.domain.base.errors import JournalError, Refused
from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_, _


class FileRefused(Refused):
    """Base class: a file could not be added; the journal and the file are unchanged."""

    sentence: ClassVar[str] = N_("“{name}” could not be read. Nothing was added, and the file is as it was.")

    def __init__(self, name: str) -> None:
        super().__init__(_(self.sentence).format(name=harmless(name)))


class FileMissing(FileRefused):
    """Raised where there is no file of this name."""

    sentence = N_("“{name}” was not found. Nothing was added. Please check the name, or choose the file in the list.")


class NotAllowed(FileRefused):
    """Raised where the system denies reading the file."""

    sentence = N_(
        "The system does not allow reading “{name}”. Nothing was added. Copy the file to a folder of your own first."
    )


class IsFolder(FileRefused):
    """Raised for a folder."""

    sentence = N_("“{name}” is a folder. Nothing was added. Please choose the files in it.")


class NotAFile(FileRefused):
    """Raised for a pipe, a device or a socket, which has no content to keep."""

    sentence = N_(
        "“{name}” is not an ordinary file. Nothing was added. Please choose a picture, recording or document."
    )


class Vanished(FileRefused):
    """Raised where the file disappeared while it was read."""

    sentence = N_(
        "“{name}” went away while it was being read. Nothing was added. Is the telephone or stick still connected?"
    )


class FileChanged(FileRefused):
    """Raised where another program wrote to the file while it was read."""

    sentence = N_(
        "“{name}” was changed by another program while it was being read. Nothing was added. Please try again later."
    )


class Cancelled(FileRefused):
    """Raised where the user cancelled the reading."""

    sentence = N_("Reading “{name}” was stopped. Nothing was added, and the file is as it was.")


class CannotShow(JournalError):
    """Raised where a picture cannot be decoded for display; the stored bytes are unaffected."""


class LocationStays(JournalError):
    """Raised where no copy without the location can be made; the original is untouched."""
