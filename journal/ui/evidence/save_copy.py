"""Asks for the folder into which a copy of an exhibit is to be written, and whether it may say where it was made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.text.words import N_, _
from journal.evidence.photo import can_lose_location
from journal.ui.dialogs.folder_dialog import FolderDialog
from journal.ui.evidence.exhibit_words import name_of
from journal.ui.fields.form_row import ChoiceRow, Slot

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from journal.domain.evidence.exhibit import Exhibit

WHAT_IS_DONE = N_(
    "A new file is written there and checked. It is as readable as any other file: think of who can look into "
    "that folder. Nothing there is replaced. The copy is noted under where the exhibit went."
)
LOCATION = Slot("location", N_("Location"))
WITH, WITHOUT = "with", "without"


@dataclass(frozen=True)
class Wanted:
    """The copy that is wanted."""

    folder: str
    without_location: bool = False


class SaveCopyDialog(FolderDialog[Wanted]):
    """A folder, and for pictures the choice to leave out where they were taken."""

    HELP = N_("The folder for the copy. Enter goes on, F2 saves it, escape goes back and writes nothing.")

    def __init__(self, exhibit: Exhibit, folder: str = "", complaint: str = "") -> None:
        """Begin with this folder; the complaint says why it would not do."""
        title = _("Save a copy of exhibit {number}, {name}").format(number=exhibit.number, name=name_of(exhibit))
        super().__init__(title, _(WHAT_IS_DONE), _("Save the copy"), folder=folder, complaint=complaint)
        self._exhibit = exhibit

    def compose_fields(self) -> ComposeResult:
        """Yield the folder, and the choice where there is one."""
        yield self.folder_row()
        if can_lose_location(self._exhibit.media_type):
            answers = {
                WITH: _("the copy is the same as the original"),
                WITHOUT: _("leave out where it was taken"),
            }
            yield ChoiceRow(LOCATION, answers, WITH)

    def action_agree(self) -> None:
        """Answer the folder."""
        if folder := self.named_folder():
            self.dismiss(Wanted(folder, any(row.chosen == WITHOUT for row in self.query(ChoiceRow))))
