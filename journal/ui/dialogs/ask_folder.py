"""Asks for the folder in which a copy of the journal is to be made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.getters import query_one
from textual.widgets import Input, Static

from journal.domain.ledger.backup_rules import RULE
from journal.domain.text.words import N_, _
from journal.store.disk.removable_media import completed
from journal.ui.dialogs.folder_dialog import FolderDialog
from journal.ui.fields.completion import Completion, GreyHint
from journal.ui.fields.text_fields import TypedLine
from journal.ui.frame.text import own

if TYPE_CHECKING:
    from textual.app import ComposeResult

WHAT_IS_DONE = N_(
    "Makes a dated copy with a neutral name and checks it. Best: a USB stick that you keep somewhere else."
)
FOLDER = N_("In which folder?")


class AskFolder(FolderDialog[Path]):
    """A path, typed; whether a folder is there is for the copying to find out."""

    HELP = N_("The folder for the copy. Only the journal remembers it, for the next time.")
    DEFAULT_CSS = """
    AskFolder .rule { color: $text-muted; }
    """

    _folder = query_one(TypedLine)

    def __init__(self, folder: str = "", complaint: str = "") -> None:
        """Begin with this folder; the complaint says why it would not do."""
        super().__init__(_("Backup"), _(WHAT_IS_DONE), _("Make the copy"), folder=folder, complaint=complaint)

    def compose_fields(self) -> ComposeResult:
        """Yield the line for the path."""
        yield Static(own(_(FOLDER)))
        line = TypedLine(self._begin)
        line.suggester = Completion(completed)
        line.select_on_focus = True
        yield line
        yield GreyHint(line)
        yield Static(own(_(RULE)), classes="rule")

    @on(Input.Submitted)
    def action_agree(self) -> None:
        """Answer the path."""
        if folder := self.named_folder():
            self.dismiss(Path(folder))
