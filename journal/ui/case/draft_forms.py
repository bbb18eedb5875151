"""Forms that wait as drafts: which one a draft belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.case_event import CaseEvent
from journal.domain.case.order import Order
from journal.domain.case.people import Person, Role
from journal.domain.case.report import Report
from journal.domain.evidence.custody import Movement
from journal.domain.evidence.exhibit import Exhibit
from journal.ui.case.event_form import event_form
from journal.ui.case.order_form import order_form
from journal.ui.case.person_form import person_form
from journal.ui.case.report_form import report_form
from journal.ui.case.step_form import step_form
from journal.ui.evidence.movement_form import movement_form
from journal.ui.forms.form_ref import STEP, form_ref

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.logbook import Logbook
    from journal.store.file.mutable_state import Draft
    from journal.ui.forms.form import FormDefinition


def form_of(draft: Draft, logbook: Logbook) -> FormDefinition | None:
    """Return the form that a draft goes on with; None where what it was about is not known."""
    about = form_ref(draft)
    if about is None:
        return None
    state = logbook.state
    known = {sort.SUBJECT: state.of(sort).now for sort in (Person, Report, Order, CaseEvent, Movement)}
    if about.number and about.number not in known.get(about.of, ()):
        return None
    makers: dict[str, Callable[[], FormDefinition]] = {
        Person.SUBJECT: lambda: person_form(logbook, about.number, _role(about.role)),
        Report.SUBJECT: lambda: report_form(logbook, about.number),
        CaseEvent.SUBJECT: lambda: event_form(logbook, about.number),
        Order.SUBJECT: lambda: order_form(logbook, about.number),
        STEP: lambda: step_form(logbook, about.step),
    }
    if about.exhibit in state.of(Exhibit).now:
        makers[Movement.SUBJECT] = lambda: movement_form(logbook, about.exhibit, about.number)
    return makers[about.of]() if about.of in makers else None


def _role(kept: str) -> Role | None:
    return Role(kept) if kept in Role.__members__.values() else None
