"""Asks which of the writers of a chat is the user: an export names them and does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, spoken
from journal.ui.frame.command import bindings
from journal.ui.frame.masking import escaped
from journal.ui.intake.commands import NoneOfThem
from journal.ui.lists.find_screen import FindScreen, Line
from journal.ui.lists.line_list import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.intake.triage.triage import OpenWriter

NOBODY = ""
"""The answer of somebody who is none of the writers."""


class WhoAreYou(FindScreen[str]):
    """The writers; it answers the id of the user, `NOBODY` for none of them, and None to go back."""

    HELP = N_(
        "Which of these writers are you? What you wrote yourself is context and is never counted as an act. Enter "
        "chooses, F6 says that none of them is you, escape goes back and brings in nothing."
    )
    BINDINGS = bindings(NoneOfThem)

    def __init__(self, writers: Sequence[OpenWriter]) -> None:
        """List the writers with how many messages each wrote."""
        lines = [Line(one.id, Row([(escaped(one.name), "")], in_figures(one.messages, spoken()))) for one in writers]
        super().__init__(_("Which of these are you?"), lambda: lines, nothing=_("Nobody is named in it."))

    def action_none_of_them(self) -> None:
        """Answer that the user is none of them."""
        self.dismiss(NOBODY)
