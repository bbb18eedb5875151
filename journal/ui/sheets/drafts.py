"""Sheets that wait as drafts: which one a draft belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.custody import Movement
from journal.domain.exhibit import Exhibit
from journal.domain.order import Order
from journal.domain.people import Person, Role
from journal.domain.report import Report
from journal.ui.sheets.about import STEP
from journal.ui.sheets.about import about as about_of
from journal.ui.sheets.movements import movement_sheet
from journal.ui.sheets.orders import order_sheet
from journal.ui.sheets.persons import person_sheet
from journal.ui.sheets.reports import report_sheet
from journal.ui.sheets.steps import step_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.logbook import Logbook
    from journal.store.desk import Draft
    from journal.ui.sheets.sheet import Sheet


def sheet_of(draft: Draft, logbook: Logbook) -> Sheet | None:
    """Return the sheet that a draft goes on with; None where what it was about is not known."""
    about = about_of(draft)
    if about is None:
        return None
    state = logbook.state
    known = {sort.SUBJECT: state.of(sort).now for sort in (Person, Report, Order, Movement)}
    if about.number and about.number not in known.get(about.of, ()):
        return None
    makers: dict[str, Callable[[], Sheet]] = {
        Person.SUBJECT: lambda: person_sheet(logbook, about.number, _role(about.role)),
        Report.SUBJECT: lambda: report_sheet(logbook, about.number),
        Order.SUBJECT: lambda: order_sheet(logbook, about.number),
        STEP: lambda: step_sheet(logbook, about.step),
    }
    if about.exhibit in state.of(Exhibit).now:
        makers[Movement.SUBJECT] = lambda: movement_sheet(logbook, about.exhibit, about.number)
    return makers[about.of]() if about.of in makers else None


def _role(kept: str) -> Role | None:
    return Role(kept) if kept in Role.__members__.values() else None
