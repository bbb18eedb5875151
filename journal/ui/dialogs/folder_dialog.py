"""What the questions for a folder have in common: its line, which completes paths, and that it must not be empty."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.getters import query_one

from journal.domain.text.words import N_, _
from journal.store.disk.removable_media import completed
from journal.ui.dialogs.dialog import Dialog
from journal.ui.fields.completion import Completion
from journal.ui.fields.form_row import LineRow, Slot
from journal.ui.fields.text_fields import TypedLine

Answer = TypeVar("Answer")

FOLDER = Slot("folder", N_("Folder"))
NO_FOLDER = N_("Which folder? Type its path, for example the path of a USB stick.")


class FolderDialog(Dialog[Answer], Generic[Answer]):
    """Asks for a folder; whether it is there is for the writing to find out, after which it may be asked again."""

    AUTO_FOCUS = "TypedLine"

    _folder = query_one(".field-folder TypedLine", TypedLine)

    def __init__(self, title: str, question: str, verb: str, *, folder: str = "", complaint: str = "") -> None:
        """Begin with this folder; the complaint says why the one before would not do."""
        super().__init__(title, question, verb, complaint)
        self._begin = folder

    def folder_row(self) -> LineRow:
        """Make the row in which the folder is typed."""
        return LineRow(FOLDER, self._begin, completion=Completion(completed))

    def named_folder(self) -> str:
        """Return the folder that was typed; where there is none, say so and return ""."""
        if typed := self._folder.words.strip():
            return typed
        self.say(_(NO_FOLDER))
        self._folder.focus()
        return ""
