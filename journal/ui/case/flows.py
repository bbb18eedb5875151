"""What happens after a key of the case, from the question to the saved record and the word that says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.case.steps import UNMARKED
from journal.domain.case.steps import step as step_of
from journal.domain.evidence.checklist import ItemState
from journal.domain.text.words import _
from journal.ui.frame.text import harmless

if TYPE_CHECKING:
    from journal.ui.dialogs.acting_screen import ActingScreen


async def tick_step(screen: ActingScreen[None], step: str) -> None:
    """Mark a step as done, or as to do again; its note and its own fields stay.

    No day is noted that nobody entered: it is asked where something is counted from it, and left open elsewhere.
    """
    before = screen.logbook.state.steps.get(step, UNMARKED)
    state: ItemState = ItemState.DONE
    day: str | None = before.on
    if before.state is ItemState.DONE:
        state, day = ItemState.TO_DO, ""
    elif step_of(step).day_counts:
        from journal.ui.dialogs.ask_day import AskDay

        day = await screen.app.push_screen_wait(AskDay(harmless(_(step_of(step).label)), screen.logbook))
    if day is not None:
        said = replace(before, state=state, on=day)
        screen.attempt(partial(screen.logbook.case.mark_step, step, said))
