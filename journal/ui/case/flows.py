"""What happens after a key of the case, from the question to the saved record and the word that says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from journal.domain.base.errors import ChangedUnderneath, JournalError
from journal.domain.case.steps import UNMARKED
from journal.domain.case.steps import step as step_of
from journal.domain.evidence.checklist import ItemState
from journal.domain.state.relations import Thing
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, spoken
from journal.logbook import Saved
from journal.ui.dialogs.save_conflict import offer_beside
from journal.ui.frame.text import harmless

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.domain.evidence.exhibit import Target
    from journal.domain.ledger.case_object import Numbered
    from journal.ui.case.case import CaseScreen
    from journal.ui.forms.form import Sheet

SavedAct = TypeVar("SavedAct", bound=Saved)

SAVED = N_("Saved, record {record}.")
WITHDRAWN = N_("Withdrawn, record {record}. It stays named wherever something refers to it.")
WHY = N_("Why is it withdrawn? It stays readable in the records.")


def attempt(screen: CaseScreen, act: Callable[[], Saved], said: str) -> None:
    """Do an act at once and say what was saved, or what went wrong; the screen shows the state after it."""
    _do(screen, act, lambda saved: _(said).format(record=in_figures(saved.record, spoken())))


def _do(screen: CaseScreen, act: Callable[[], SavedAct], told: Callable[[SavedAct], str]) -> None:
    try:
        saved = act()
    except ChangedUnderneath as why:
        offer_beside(screen, screen.logbook, why, partial(_do, screen, act, told))
    except JournalError as why:
        screen.tell(str(why), trouble=True)
    else:
        screen.show_all()
        screen.tell(told(saved))


def tick_step(screen: CaseScreen, step: str) -> None:
    """Mark a step as done, or as to do again; its note and its own fields stay.

    No day is noted that nobody entered: it is asked where something is counted from it, and left open elsewhere.
    """
    before = screen.logbook.state.steps.get(step, UNMARKED)

    def mark(state: ItemState, day: str | None) -> None:
        if day is not None:
            said = replace(before, state=state, on=day)
            attempt(screen, partial(screen.logbook.case.mark_step, step, said), SAVED)

    if before.state is ItemState.DONE:
        mark(ItemState.TO_DO, "")
    elif step_of(step).day_counts:
        from journal.ui.dialogs.ask_day import AskDay

        title = harmless(_(step_of(step).label))
        screen.app.push_screen(AskDay(title, screen.logbook), partial(mark, ItemState.DONE))
    else:
        mark(ItemState.DONE, before.on)


def fill_in(screen: CaseScreen, sheet: Sheet) -> None:
    """Open a sheet; afterwards the screen shows what was saved, and what it tells of the steps is offered."""
    from journal.ui.case.offers import after_sheet
    from journal.ui.forms.form_screen import SheetScreen

    def saved(result: Saved | None) -> None:
        screen.show_all(str(result.subject) if result and result.subject else "")
        if result:
            screen.tell(_(SAVED).format(record=in_figures(result.record, spoken())))
            after_sheet(screen, sheet.about, result)

    screen.app.push_screen(SheetScreen(screen.logbook, sheet), saved)


def withdraw(screen: CaseScreen, sort: type[Numbered], number: int) -> None:
    """Ask why something of the case is withdrawn, and record it."""
    from journal.ui.dialogs.ask_reason import AskReason
    from journal.ui.entry.belonging_words import NAMES

    def record(reason: str | None) -> None:
        if reason is not None:
            attempt(screen, partial(screen.logbook.case.withdraw, sort, number, reason), WITHDRAWN)

    title = _(NAMES[Thing(sort.SUBJECT)]).format(number=number)
    screen.app.push_screen(AskReason(title, _(WHY), _(N_("Withdraw"))), record)


async def attach(screen: CaseScreen, target: Target) -> None:
    """Take evidence into the journal and link it to something of the case."""
    from journal.ui.evidence.attaching import attach as attach_to

    if await attach_to(screen.app, screen.logbook, target):
        screen.show_all()
