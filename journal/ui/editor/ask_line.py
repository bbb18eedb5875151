"""Asks which line of a sheet on paper is typed off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.getters import query_one

from journal.domain.base.errors import JournalError
from journal.domain.entry.origin import OriginPlace
from journal.domain.text.words import N_, _
from journal.ui.dialogs.dialog import Dialog
from journal.ui.fields.form_row import LineRow, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from journal.domain.entry.origin import Origin

SHEET = Slot("sheet", N_("Sheet"), note=N_("its number; empty where it has none"))
LINE = Slot("line", N_("Line"), note=N_("counted from the top, from 1"))
QUESTION = N_("{picture}. Keep the sheet or its picture in view; the journal does not read it by itself.")
NOT_A_SHEET = N_("The number of the sheet in figures, for example 12; empty where the sheet has no number.")
NOT_A_LINE = N_("Which line of the sheet? In figures, for example 3.")
MOST_FIGURES = 7


class AskSheetLine(Dialog["Origin"]):
    """Number of sheet and line; answers the origin of the entry that is typed off there."""

    HELP = N_(
        "Which line of the sheet on this picture is typed off now. The entry says from which sheet and line it is, and "
        "that it was copied when it was recorded. Each line can be typed off once. F2 goes on, escape goes back."
    )

    _sheet = query_one(f".field-{SHEET.field}", LineRow)
    _line = query_one(f".field-{LINE.field}", LineRow)

    def __init__(self, picture: str, proposed: OriginPlace, origin: Callable[[OriginPlace], Origin]) -> None:
        """Ask about a picture by its name; `origin` makes the answer, and raises Refused for a line that is here."""
        super().__init__(_("Type a line off paper"), _(QUESTION).format(picture=picture), _("Type it off"))
        self._proposed, self._origin = proposed, origin

    def compose_fields(self) -> ComposeResult:
        """Yield both numbers."""
        yield LineRow(SHEET, self._proposed.id, number=True)
        yield LineRow(LINE, str(self._proposed.line), number=True)

    def on_mount(self) -> None:
        """Begin at the line where the sheet is known."""
        super().on_mount()
        self.set_focus((self._line if self._proposed.id else self._sheet).entrance)

    def action_agree(self) -> None:
        """Answer once both can be taken."""
        sheet, line = self._sheet.words.strip(), self._line.words.strip()
        if sheet and not _is_number(sheet):
            self._ask_again(self._sheet, _(NOT_A_SHEET))
        elif not _is_number(line):
            self._ask_again(self._line, _(NOT_A_LINE))
        else:
            try:
                self.dismiss(self._origin(OriginPlace(line=int(line), id=str(int(sheet)) if sheet else "")))
            except JournalError as why:
                self._ask_again(self._line, str(why))

    def _ask_again(self, row: LineRow, why: str) -> None:
        self.say(why)
        self.set_focus(row.entrance)


def _is_number(words: str) -> bool:
    return words.isascii() and words.isdecimal() and len(words) <= MOST_FIGURES and int(words) > 0
