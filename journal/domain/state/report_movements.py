"""Custody movements that follow from a report: one for each exhibit handed over with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.report import Receiver, Report
from journal.domain.evidence.custody import (
    ORIGINAL,
    Caution,
    Custodian,
    Movement,
    keeps_copy,
    next_copy,
    warnings,
    where_is,
)
from journal.domain.evidence.exhibit import Exhibit
from journal.domain.forms.reports import HandedAs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journal.domain.state.state import State

_HOLDERS: Mapping[Receiver, Custodian] = {Receiver.POLICE: Custodian.POLICE, Receiver.PROSECUTOR: Custodian.COURT}


def movements_with(
    report: Report, exhibits: Iterable[int], handed_as: HandedAs, receipt: str, state: State
) -> tuple[Movement, ...]:
    """Build the movement of each exhibit handed over with a report; none for `HandedAs.NEITHER`.

    Without a receipt of its own, a movement takes the report's reference. Unknown exhibits are ignored.
    """
    if handed_as is HandedAs.NEITHER:
        return ()
    known = state.of(Movement).now.values()
    here = state.of(Exhibit).now
    copies = handed_as is HandedAs.COPIES
    return tuple(
        Movement(
            number=0,
            exhibit=number,
            copy=next_copy(number, known) if copies else ORIGINAL,
            from_place="" if copies else where_is(here[number], known)[0].place,
            place=report.office,
            holder=_HOLDERS.get(report.receiver, Custodian.OTHER),
            person=report.person,
            receiver=report.officer,
            on=report.made,
            receipt=receipt or report.reference,
        )
        for number in exhibits
        if number in here
    )


def cautions_of(movements: Iterable[Movement], state: State) -> tuple[Caution, ...]:
    """Return the distinct cautions to show before these movements are recorded."""
    known, here = state.of(Movement).now.values(), state.of(Exhibit).now
    said = (
        caution
        for movement in movements
        if movement.exhibit in here
        for caution in warnings(movement, copy_kept=keeps_copy(here[movement.exhibit], known))
    )
    return tuple(dict.fromkeys(said))


def not_reported(state: State) -> tuple[int, ...]:
    """Return the numbers of the standing entries recorded after the last one that a report covers."""
    covered = max((number for report in state.of(Report).standing for number in report.entries), default=0)
    return tuple(number for number, one in sorted(state.entries.items()) if number > covered and not one.withdrawn)
