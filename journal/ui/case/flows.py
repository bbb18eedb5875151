"""What happens after a key of the case, from the question to the saved record and the word that says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.case.steps import UNMARKED
from journal.domain.case.steps import step as step_of
from journal.domain.evidence.checklist import ItemState
from journal.domain.state.short_names import NAMES
from journal.domain.text.words import N_, _
from journal.ui.frame.text import harmless

if TYPE_CHECKING:
    from journal.domain.ledger.case_object import Numbered
    from journal.ui.dialogs.acting_screen import ActingScreen

WITHDRAWN = N_("Withdrawn, record {record}. It stays named wherever something refers to it.")
WHY = N_("Why is it withdrawn? It stays readable in the records.")


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


async def withdraw(screen: ActingScreen[None], sort: type[Numbered], number: int) -> None:
    """Ask why something of the case is withdrawn, and record it."""
    title = _(NAMES[sort.SUBJECT]).format(number=number)
    await screen.withdraw(title, _(WHY), partial(screen.logbook.case.withdraw, sort, number), WITHDRAWN)
