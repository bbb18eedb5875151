"""What can be wrong with a file that somebody wants to keep, each as one calm sentence that names the file."""

from __future__ import annotations

from typing import ClassVar

from journal.domain.base.errors import JournalError, Refused
from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_, _


class FileRefused(Refused):
    """A file was not taken in; the journal and the file are as they were."""

    sentence: ClassVar[str] = N_("“{name}” could not be read. Nothing was added, and the file is as it was.")

    def __init__(self, name: str) -> None:
        super().__init__(_(self.sentence).format(name=harmless(name)))


class FileMissing(FileRefused):
    """There is no file of this name."""

    sentence = N_("“{name}” was not found. Nothing was added. Please check the name, or choose the file in the list.")


class NotAllowed(FileRefused):
    """The system does not let this person read the file."""

    sentence = N_(
        "The system does not allow reading “{name}”. Nothing was added. Copy the file to a folder of your own first."
    )


class IsFolder(FileRefused):
    """It is a folder; its files can be added."""

    sentence = N_("“{name}” is a folder. Nothing was added. Please choose the files in it.")


class NotAFile(FileRefused):
    """It is a pipe, a device or a socket, which has no content that could be kept."""

    sentence = N_(
        "“{name}” is not an ordinary file. Nothing was added. Please choose a picture, recording or document."
    )


class Vanished(FileRefused):
    """The file went away while it was being read."""

    sentence = N_(
        "“{name}” went away while it was being read. Nothing was added. Is the telephone or stick still connected?"
    )


class FileChanged(FileRefused):
    """Another program wrote to the file while it was being read."""

    sentence = N_(
        "“{name}” was changed by another program while it was being read. Nothing was added. Please try again later."
    )


class Cancelled(FileRefused):
    """The person stopped the reading."""

    sentence = N_("Reading “{name}” was stopped. Nothing was added, and the file is as it was.")


class CannotShow(JournalError):
    """A picture cannot be drawn here; the kept bytes are untouched by that."""


class LocationStays(JournalError):
    """No copy without the location can be made of this file; the original is untouched."""
