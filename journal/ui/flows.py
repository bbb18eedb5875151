"""What happens after a key of the main screen, from the question to the saved record and the word that says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.again import same_again
from journal.domain.checklist import ItemState, Mark
from journal.domain.entry import Entry
from journal.domain.errors import JournalError
from journal.domain.moment import exactly
from journal.domain.numbers import in_figures
from journal.domain.words import N_, _, spoken
from journal.ui.text import harmless

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from journal.domain.checklist import Line
    from journal.domain.history import History
    from journal.logbook import Saved
    from journal.store.desk import Draft
    from journal.ui.screens.main import MainScreen

MISSED_CALL = "call_missed"
ENTRY_SAVED = N_("Entry {number} saved, record {record}.")


def attempt(screen: MainScreen, act: Callable[[], Saved], said: str) -> None:
    """Do an act at once and say what was saved, or what went wrong; the screen shows the state after it."""
    try:
        saved = act()
    except JournalError as error:
        screen.tell(str(error), trouble=True)
        return
    screen.show_all(saved.subject)
    figures = {"number": in_figures(saved.subject, spoken()), "record": in_figures(saved.record, spoken())}
    screen.tell(_(said).format(**figures))


def record_calls(screen: MainScreen, when: datetime, times: int) -> None:
    """Record missed calls."""
    calls = Entry(happened=exactly(when), kind=MISSED_CALL, times=times)
    attempt(screen, partial(screen.logbook.record, calls), ENTRY_SAVED)


def record_again(screen: MainScreen, history: History) -> None:
    """Record one more act like the entry's."""
    again = same_again(history.entry, exactly(screen.logbook.now().replace(second=0)))
    kind = harmless(_(kinds.kind(again.kind).label)).replace("{", "{{").replace("}", "}}")
    attempt(screen, partial(screen.logbook.record, again), f"{kind}: {_(ENTRY_SAVED)}")


def undo(screen: MainScreen) -> None:
    """Take back the last act."""
    attempt(screen, screen.logbook.undo, N_("The last act is taken back by record {record}; nothing was erased."))


def tick(screen: MainScreen, history: History, line: Line) -> None:
    """Mark an item done today, or to do again; its note stays."""
    if line.mark.state is ItemState.DONE:
        mark = Mark(state=ItemState.TO_DO, note=line.mark.note)
    else:
        mark = Mark(state=ItemState.DONE, note=line.mark.note, on=screen.logbook.now().date().isoformat())
    attempt(screen, partial(screen.logbook.mark, history.number, line.item.id, mark), N_("Saved, record {record}."))


def mark(screen: MainScreen, history: History, line: Line) -> None:
    """Ask what is to be said of an item, and record it."""
    from journal.ui.screens.mark_item import MarkItem

    def record(answer: Mark | None) -> None:
        if answer is not None and answer != line.mark:
            act = partial(screen.logbook.mark, history.number, line.item.id, answer)
            attempt(screen, act, N_("Saved, record {record}."))

    screen.app.push_screen(MarkItem(_(line.item.label), line.mark, screen.logbook.now().date()), record)


def withdraw(screen: MainScreen, history: History) -> None:
    """Ask why an entry is withdrawn, and record it."""
    from journal.ui.screens.ask_reason import AskReason

    def record(reason: str | None) -> None:
        if reason is not None:
            act = partial(screen.logbook.withdraw, history.number, reason)
            attempt(screen, act, N_("Entry {number} is withdrawn, record {record}. Its words stay readable."))

    title = _("Withdraw entry {number}").format(number=history.number)
    question = _("It stays readable, struck through. Why is it withdrawn?")
    screen.app.push_screen(AskReason(title, question, _("Withdraw")), record)


def write(screen: MainScreen, *, history: History | None = None, draft: Draft | None = None) -> None:
    """Open the editor: empty, on an entry to amend, or on a draft; afterwards the screen shows what was saved."""
    from journal.ui.screens.editor import EditorScreen

    def saved(result: Saved | None) -> None:
        screen.show_all(result.subject if result else 0)
        if result:
            screen.tell(_(ENTRY_SAVED).format(number=result.subject, record=in_figures(result.record, spoken())))

    amends = history.number if history else draft.amends if draft else 0
    entry = history.entry if history else None
    screen.app.push_screen(EditorScreen(screen.logbook, entry=entry, amends=amends, draft=draft), saved)


def choose_draft(screen: MainScreen) -> None:
    """Ask which draft is to be gone on with, and open it."""
    from journal.ui.screens.drafts import WaitingDrafts

    def chosen(draft: Draft | None) -> None:
        screen.show_all()
        if draft is not None:
            write(screen, draft=draft)

    screen.app.push_screen(WaitingDrafts(screen.logbook.drafts, screen.logbook.drop_draft), chosen)
