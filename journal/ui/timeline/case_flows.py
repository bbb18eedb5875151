"""From the main screen into the case; the screens behind it are imported only when one goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.case.report import Report, due
from journal.domain.text.words import N_, _, many

if TYPE_CHECKING:
    from journal.logbook import Logbook
    from journal.store.file.mutable_state import Draft
    from journal.ui.dialogs.acting_screen import ActingScreen

ONE_DUE = N_("Report {number}: the day to ask again has come. {key} shows the case.")


def open_case(screen: ActingScreen[None], section: int) -> None:
    """Show a section of the case; afterwards the screen shows what was changed there."""
    from journal.ui.case.case import CaseScreen

    screen.app.push_screen(CaseScreen(screen.logbook, section=section), lambda _done: screen.show_all())


async def after_entry(screen: ActingScreen[None], number: int) -> None:
    """Offer what a new entry about an own step tells of the case."""
    if kinds.kind(screen.logbook.state.entries[number].kind_id).own_step:
        from journal.ui.case.offers import after_entry as offer

        await offer(screen, number)


def to_ask_again(logbook: Logbook) -> tuple[Report, ...]:
    """Return the reports whose day to ask again has come."""
    return due(logbook.state.of(Report).standing, logbook.now().date())


def told_due(logbook: Logbook, key: str) -> str:
    """Return in a sentence which reports are to be asked about again; "" where there is none."""
    waiting = to_ask_again(logbook)
    if len(waiting) == 1:
        return _(ONE_DUE).format(number=waiting[0].number, key=key)
    several = many(
        "{count} report: the day to ask again has come. {key} shows the case.",
        "{count} reports: the day to ask again has come. {key} shows the case.",
        len(waiting),
    )
    return several.format(count=len(waiting), key=key) if waiting else ""


async def go_on_with(screen: ActingScreen[None], draft: Draft) -> bool:
    """Open a draft that is a form of the case; tell whether it is one that can be gone on with."""
    from journal.ui.case.draft_forms import form_of
    from journal.ui.forms.form_ref import is_case_form
    from journal.ui.forms.form_screen import CaseFormScreen

    form = form_of(draft, screen.logbook) if is_case_form(draft) else None
    if form is None:
        return False

    saved = await screen.app.push_screen_wait(CaseFormScreen(screen.logbook, form, draft))
    screen.show_all()
    if saved:
        screen.tell(_("Saved, record {record}.").format(record=saved.record))
    return True
