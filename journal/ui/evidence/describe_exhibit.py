"""Asks what is to be said of an exhibit: a thing that is added, or an exhibit that is amended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.getters import query_one

from journal.domain.case import case_labels
from journal.domain.evidence.exhibit import Exhibit, Obtained
from journal.domain.text.words import N_, _
from journal.ui.dialogs.keeps_words import KeepsWords
from journal.ui.fields.form_row import ChoiceRow, LineRow, Slot

if TYPE_CHECKING:
    from textual.app import ComposeResult

WHAT_IS_IT = N_("What is it? For example: letter of 3 March, with its envelope.")
HINTS = {"title": N_("for example: letter, with its envelope"), "original_place": N_("telephone, drawer, police …")}
LINES = ("title", "obtained_how", "from_whom", "original_place", "note")
"""The fields that are typed on one line."""


def slot(name: str) -> Slot:
    """Return the place in a form of a field of an exhibit."""
    return Slot(name, case_labels.EXHIBIT_FIELDS[name])


def obtained_row(chosen: Obtained | None) -> ChoiceRow:
    """Return the question how it came to the person."""
    answers = {str(one): _(label) for one, label in case_labels.OBTAINED.items()}
    return ChoiceRow(slot("obtained"), answers, str(chosen or ""))


def line_row(name: str, words: str) -> LineRow:
    """Return the row of a field that is typed on one line."""
    return LineRow(slot(name), words, hint=_(HINTS.get(name, "")))


class DescribeExhibit(KeepsWords[Exhibit]):
    """What is known of an exhibit; answers it with the words that stand here."""

    HELP = N_("What is known of the exhibit. Everything may stay empty but what a thing is. Enter goes on, F2 saves.")
    AUTO_FOCUS = "TypedLine"

    _obtained = query_one(ChoiceRow)

    def __init__(self, title: str, exhibit: Exhibit, *, must_be_named: bool = False, complaint: str = "") -> None:
        """Show what is said of it so far; the complaint says why it is asked again."""
        super().__init__(title, verb=_("Save"), complaint=complaint)
        self._exhibit, self._must_be_named = exhibit, must_be_named

    def compose_fields(self) -> ComposeResult:
        """Yield a row for each field."""
        for name in LINES:
            yield line_row(name, getattr(self._exhibit, name))
            if name == LINES[0]:
                yield obtained_row(self._exhibit.obtained)

    def action_agree(self) -> None:
        """Answer what stands here."""
        said = {row.field: row.words.strip() for row in self.query(LineRow)}
        if self._must_be_named and not said["title"]:
            self.say(_(WHAT_IS_IT))
            self.query(LineRow).first().entrance.focus()
            return
        obtained = Obtained(self._obtained.chosen) if self._obtained.chosen else None
        self.dismiss(replace(self._exhibit, obtained=obtained, **said))
