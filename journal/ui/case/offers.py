"""What is offered after something was recorded: the steps of the case of which it tells, and a report to note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.base.errors import JournalError
from journal.domain.case.people import Person
from journal.domain.case.report import Report
from journal.domain.case.steps import UNMARKED
from journal.domain.kinds.own_steps import REPORTED_TO_POLICE
from journal.domain.state.step_offers import done_on, told_by_entry, told_by_person, told_by_report
from journal.domain.text.words import N_, _
from journal.ui.frame.country import country_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal.domain.case.steps.catalogue import Step
    from journal.domain.entry.entry import Entry
    from journal.logbook import Saved
    from journal.ui.dialogs.acting_screen import ActingScreen
    from journal.ui.forms.form_ref import FormRef

MARKED = N_("Marked in the steps of the case.")
_FROM_ENTRY = {
    "report.office": "office",
    "report.officer": "officer",
    "report.number": "reference",
    "report.sort": "sort",
    "report.prosecution_asked": "prosecution_asked",
}
"""What an entry about a report tells of the report itself: its own field, and that of the report."""


async def after_entry(screen: ActingScreen[None], number: int) -> None:
    """Offer what a new entry about an own step tells of the case; nothing where it tells nothing."""
    logbook = screen.logbook
    entry = logbook.state.entries[number].entry
    steps = told_by_entry(entry, logbook.state.steps, country_for(logbook))
    reported = entry.kind == REPORTED_TO_POLICE.id
    if not steps and not reported:
        return
    from journal.ui.case.offer_steps import REPORT, OfferSteps
    from journal.ui.case.report_form import report_form
    from journal.ui.forms.form_screen import fill_in

    day = entry.happened.day
    said = _("Entry {number} in the case").format(number=number)
    chosen = await screen.app.push_screen_wait(OfferSteps(said, steps, report=reported)) or ()
    mark_all(screen, [one for one in steps if one.id in chosen], day.isoformat() if day else "", entry)
    if REPORT in chosen:
        await fill_in(screen, report_form(logbook, known=known_from(entry)))


def known_from(entry: Entry) -> Mapping[str, Any]:
    """Return what an entry about a report says of the report itself."""
    told = {own: entry.details[name] for name, own in _FROM_ENTRY.items() if name in entry.details}
    return told | {"made": entry.happened}


async def after_form(screen: ActingScreen[None], about: FormRef, saved: Saved) -> None:
    """Offer what a report, or somebody who was informed, tells of the steps; nothing where it tells nothing."""
    state = screen.logbook.state
    steps: Sequence[Step] = ()
    day = ""
    if about.of == Report.SUBJECT:
        report = state.of(Report).now[saved.subject]
        steps = told_by_report(report, state.steps, country_for(screen.logbook))
        day = report.made.day.isoformat() if report.made.day else ""
    elif about.of == Person.SUBJECT:
        person = state.people[saved.subject]
        steps, day = told_by_person(person, state.steps), person.informed_on
    if not steps:
        return
    from journal.ui.case.offer_steps import OfferSteps

    chosen = await screen.app.push_screen_wait(OfferSteps(_("Also in the steps"), steps)) or ()
    mark_all(screen, [one for one in steps if one.id in chosen], day, None)


def mark_all(screen: ActingScreen[None], steps: Sequence[Step], day: str, entry: Entry | None) -> None:
    """Mark these steps as done on a day, each in a record of its own, and say so."""
    logbook = screen.logbook
    try:
        for one in steps:
            before = logbook.state.steps.get(one.id, UNMARKED)
            logbook.case.mark_step(one.id, done_on(one, day, before, entry))
    except JournalError as why:
        screen.tell(str(why), trouble=True)
        return
    if steps:
        screen.show_all()
        screen.tell(_(MARKED))
