"""What happens after a key of the main screen, from the question to the saved record and the word that says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain import kinds
from journal.domain.entry.entry import Entry
from journal.domain.evidence.checklist import ItemState
from journal.domain.text.words import N_, _, labelled, many, spoken
from journal.domain.time.moment import exactly
from journal.domain.time.moment_words import plain_day
from journal.ui.case.commands import ShowCase
from journal.ui.case.entry_flows import ENTRY_SAVED, follow_editor
from journal.ui.frame.text import harmless
from journal.ui.timeline.main_title import to_ask_again

if TYPE_CHECKING:
    from datetime import datetime

    from journal.domain.entry.history import History
    from journal.domain.evidence.checklist import ChecklistLine
    from journal.logbook import Logbook
    from journal.store.file.mutable_state import Draft
    from journal.ui.handover.which_entries import SeenEntries
    from journal.ui.timeline.main import MainScreen
    from journal.ui.timeline.timeline_screen import TimelineScreen

ONE_DUE = N_("Report {number}: it is time to ask again. {key} shows the case.")
MISSED_CALL = "call_missed"
ENTRY_WITHDRAWN = N_("Entry {number} is crossed out (record {record}). It stays readable.")
ASK_AGAIN = N_("Do the same again: what you typed then stands in the line. It was asked: {asked}")
NOT_THEN = N_("No entry begins on that day. The last one before it is of {day}.")
NOT_THEN_OR_BEFORE = N_("No entry begins on or before that day. The earliest one is of {day}.")


def greet(screen: TimelineScreen) -> None:
    """Say at the opening why nothing can be saved, or that somebody tried to open the journal in vain."""
    failed = screen.logbook.protection.attempts.failed
    if screen.logbook.read_only:
        # What is to be said of a copy is said with the offer to make it the journal.
        if not screen.logbook.copies.label:
            screen.tell(screen.logbook.read_only_reason, trouble=True)
    elif failed:
        from journal.ui.safety.unlock import failed_attempts

        screen.tell(failed_attempts(failed), trouble=True)
    elif waiting := _told_due(screen.logbook):
        screen.tell(waiting)


def _told_due(logbook: Logbook) -> str:
    """Return in a sentence which reports are to be asked about again; "" where there is none."""
    waiting = to_ask_again(logbook)
    if len(waiting) == 1:
        return _(ONE_DUE).format(number=waiting[0].number, key=ShowCase.shown_key())
    several = many(
        "{count} report: it is time to ask again. {key} shows the case.",
        "{count} reports: it is time to ask again. {key} shows the case.",
        len(waiting),
    )
    return several.format(count=len(waiting), key=ShowCase.shown_key()) if waiting else ""


def hand_over(screen: MainScreen) -> None:
    """Open the form of a hand-over; it begins with the entries to which the timeline is narrowed."""
    from journal.ui.handover.hand_over import HandOverScreen

    screen.find_all()
    entry = screen.history.number if screen.history else 0
    screen.app.push_screen(HandOverScreen(screen.logbook, entry, _seen(screen)))


def _seen(screen: MainScreen) -> SeenEntries | None:
    """Return the picked entries, else those that a search or the filter leaves; None where all are seen."""
    from journal.ui.handover.which_entries import SeenEntries

    picked, shown = tuple(sorted(screen.timeline.picks.keys, reverse=True)), screen.timeline.rows.numbers
    if picked:
        return SeenEntries(picked, _("what is picked"))
    if screen.finding.terms:
        return SeenEntries(shown, _("what was found"))
    asked = screen.in_force.conditions
    return SeenEntries(shown, asked, _("what meets the filter: {asked}").format(asked=asked)) if asked else None


def record_calls(screen: TimelineScreen, when: datetime, times: int) -> None:
    """Record missed calls."""
    calls = Entry(happened=exactly(when), kind=MISSED_CALL, times=times)
    screen.attempt(partial(screen.logbook.record, calls), ENTRY_SAVED)


def record_again(screen: TimelineScreen, history: History) -> None:
    """Record one more act like the entry's, now."""
    kind = harmless(_(kinds.kind(history.kind_id).label)).replace("{", "{{").replace("}", "}}")
    saved = labelled(kind, _(ENTRY_SAVED))
    screen.attempt(partial(screen.logbook.same_again, history.number), saved)


def tick(screen: TimelineScreen, history: History, line: ChecklistLine) -> None:
    """Mark an item done today, or to do again; its note stays."""
    if line.mark.state is ItemState.DONE:
        mark = replace(line.mark, state=ItemState.TO_DO, on="")
    else:
        mark = replace(line.mark, state=ItemState.DONE, on=screen.logbook.now().date().isoformat())
    screen.attempt(partial(screen.logbook.mark, history.number, line.item.id, mark))


async def mark(screen: TimelineScreen, history: History, line: ChecklistLine) -> None:
    """Ask what is to be said of an item, and record it."""
    from journal.ui.entry.mark_item import MarkItem

    question = MarkItem(line.label(spoken()), line.mark, screen.logbook.now().date())
    answer = await screen.app.push_screen_wait(question)
    if answer is not None and (answer := replace(answer, label=line.mark.label)) != line.mark:
        screen.attempt(partial(screen.logbook.mark, history.number, line.item.id, answer))


async def withdraw(screen: TimelineScreen, history: History) -> None:
    """Ask why an entry is withdrawn, and record it."""
    title = _("Cross out entry {number}").format(number=history.number)
    question = _("It stays readable. Why do you cross it out?")
    act = partial(screen.logbook.withdraw, history.number)
    await screen.withdraw(title, question, act, ENTRY_WITHDRAWN)


def load_editor() -> None:
    """Import the editor, with what reads typed times."""
    from journal.ui.editor import editor  # noqa: F401 - only so that it is there


async def write(screen: TimelineScreen, *, history: History | None = None, draft: Draft | None = None) -> None:
    """Open the editor: empty, on an entry to amend, or on a draft; afterwards the screen shows what was saved."""
    from journal.ui.editor.editor import EditorScreen

    amends = history.number if history else draft.amends if draft else 0
    entry = history.entry if history else None
    await follow_editor(screen, EditorScreen(screen.logbook, entry=entry, amends=amends, draft=draft), amends)


async def choose_draft(screen: TimelineScreen) -> None:
    """Ask which draft is to be gone on with, and open it."""
    from journal.ui.editor.drafts import WaitingDrafts

    draft = await screen.app.push_screen_wait(WaitingDrafts(screen.logbook.drafts, screen.logbook.drop_draft))
    screen.show_all()
    if draft is None:
        return
    from journal.ui.case.draft_forms import form_of
    from journal.ui.forms.form_ref import WORDS, form_ref, told_draft
    from journal.ui.forms.form_screen import fill_in

    if (about := form_ref(draft)) and about.of == WORDS:
        screen.tell(_(ASK_AGAIN).format(asked=harmless(told_draft(draft))))
        return
    if form := form_of(draft, screen.logbook):
        await fill_in(screen, form, draft)
    else:
        await write(screen, draft=draft)


async def jump(screen: TimelineScreen) -> None:
    """Ask for a day or a span, and go to the latest entry that begins then, or else before it."""
    from journal.ui.timeline.jump import JumpToDate

    asked = await screen.app.push_screen_wait(JumpToDate(screen.logbook))
    if asked is None or asked.first_day is None or asked.last_day is None:
        return
    screen.timeline.go_to_day(asked.first_day if asked.on_one_day else asked.last_day)
    found = screen.history.days.first if screen.history else None
    if found and not asked.first_day <= found <= asked.last_day:
        said = NOT_THEN if found < asked.first_day else NOT_THEN_OR_BEFORE
        screen.tell(_(said).format(day=plain_day(found, spoken())))
