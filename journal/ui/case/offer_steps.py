"""Offers to mark steps of the case of which something just recorded tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.getters import query_one

from journal.domain.text.words import N_, _
from journal.ui.dialogs.dialog import Dialog
from journal.ui.fields.choices import Choices
from journal.ui.frame.text import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from journal.domain.case.steps.catalogue import Step

REPORT = "report"
"""What is answered where a report is to be written down too."""

QUESTION = N_("What you recorded also fits these. Space ticks, F2 saves what is ticked, Esc changes nothing.")
AS_REPORT = N_("also save it as a report, with its number and the day to ask again")


class OfferSteps(Dialog[tuple[str, ...]]):
    """Steps to be marked done; answers the ids of those that are ticked."""

    HELP = N_("Marks steps of the case as done on the day you recorded. You do not have to tick anything.")
    DEFAULT_CSS = """
    OfferSteps Choices { margin: 0 0 0 2; }
    """
    AUTO_FOCUS = "Choices"

    _choices = query_one(Choices)

    def __init__(self, said: str, steps: Sequence[Step], *, report: bool = False) -> None:
        """Offer these steps, the only one of them ticked, and on request the writing down of a report."""
        super().__init__(said, _(QUESTION), _("Mark them"))
        offered = {one.id: harmless(_(one.label)) for one in steps} | ({REPORT: _(AS_REPORT)} if report else {})
        self._answers, self._ticked = offered, tuple(one.id for one in steps) if len(steps) == 1 else ()

    def compose_fields(self) -> ComposeResult:
        """Yield the steps."""
        choices = Choices(self._answers, self._ticked, several=True)
        choices.through = self.action_agree
        yield choices

    def action_agree(self) -> None:
        """Answer what is ticked."""
        self.dismiss(self._choices.chosen)
