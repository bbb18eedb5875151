"""What is offered after something was recorded: the steps of the case of which it tells, and a report to note."""

from __future__ import annotations

from functools import partial
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
    from collections.abc import Callable, Mapping, Sequence

    from journal.domain.case.steps.catalogue import Step
    from journal.domain.entry.entry import Entry
    from journal.logbook import Logbook, Saved
    from journal.ui.dialogs.acting_screen import ActingScreen
    from journal.ui.forms.about import About

MARKED = N_("Marked among the steps of the case.")
_FROM_ENTRY = {
    "report.office": "office",
    "report.officer": "officer",
    "report.number": "reference",
    "report.sort": "sort",
    "report.prosecution_asked": "prosecution_asked",
}
"""What an entry about a report tells of the report itself: its own field, and that of the report."""


def after_entry(screen: ActingScreen[None], number: int) -> None:
    """Offer what a new entry about an own step tells of the case; nothing where it tells nothing."""
    logbook = screen.logbook
    entry = logbook.state.entries[number].entry
    steps = told_by_entry(entry, logbook.state.steps, country_for(logbook))
    reported = entry.kind == REPORTED_TO_POLICE.id
    if not steps and not reported:
        return
    from journal.ui.case.offer_steps import REPORT, OfferSteps
    from journal.ui.case.report_form import report_sheet
    from journal.ui.forms.form_screen import SheetScreen

    day = entry.happened.day

    def answered(chosen: tuple[str, ...] | None) -> None:
        mark_all(screen, [one for one in steps if one.id in (chosen or ())], day.isoformat() if day else "", entry)
        if chosen and REPORT in chosen:
            sheet = report_sheet(logbook, known=known_from(entry))
            screen.app.push_screen(SheetScreen(logbook, sheet), lambda _saved: screen.show_all())

    said = _("Entry {number} in the case").format(number=number)
    screen.app.push_screen(OfferSteps(said, steps, report=reported), answered)


def known_from(entry: Entry) -> Mapping[str, Any]:
    """Return what an entry about a report says of the report itself."""
    told = {own: entry.details[name] for name, own in _FROM_ENTRY.items() if name in entry.details}
    return told | {"made": entry.happened}


def after_sheet(screen: ActingScreen[None], about: About, saved: Saved) -> None:
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

    def answered(chosen: tuple[str, ...] | None) -> None:
        mark_all(screen, [one for one in steps if one.id in (chosen or ())], day, None)

    screen.app.push_screen(OfferSteps(_("Also among the steps"), steps), answered)


def mark_all(screen: ActingScreen[None], steps: Sequence[Step], day: str, entry: Entry | None) -> None:
    """Mark these steps as done on a day, each in a record of its own, and say so."""
    logbook = screen.logbook
    try:
        for act in _acts(logbook, steps, day, entry):
            act()
    except JournalError as why:
        screen.tell(str(why), trouble=True)
        return
    if steps:
        screen.show_all()
        screen.tell(_(MARKED))


def _acts(logbook: Logbook, steps: Sequence[Step], day: str, entry: Entry | None) -> list[Callable[[], Saved]]:
    marks = logbook.state.steps
    return [
        partial(logbook.case.mark_step, one.id, done_on(one, day, marks.get(one.id, UNMARKED), entry)) for one in steps
    ]
