"""What was reported or asked somewhere: to whom, with what, and what came of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from journal.domain.ledger.case_object import Numbered
from journal.domain.time.moment import UNKNOWN, Moment

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


class Receiver(StrEnum):
    """To whom somebody reports."""

    POLICE = "police"
    PROSECUTOR = "prosecutor"
    OMBUDSMAN = "ombudsman"
    """The telecom ombudsman, Belgium."""
    OPERATOR = "operator"
    """A telephone company, which must look into it in the Netherlands."""
    PLATFORM = "platform"
    SUPPLIER = "supplier"
    EMPLOYER = "employer"
    SCHOOL = "school"
    VICTIM_SUPPORT = "victim_support"
    OTHER = "other"


class Report(Numbered, frozen=True, kw_only=True, omit_defaults=True):
    """One report; every field may be left empty."""

    SUBJECT: ClassVar = "report"

    receiver: Receiver = Receiver.POLICE
    made: Moment = UNKNOWN
    """When it was made."""
    office: str = ""
    officer: str = ""
    """Who took it, where that is nobody of the case."""
    person: int = 0
    """The number of the person who took it; 0 where nobody is named."""
    reference: str = ""
    """The number that the receiver gave it."""
    sort: str = ""
    """What was made of it: the id of a choice of the field `report.sort`, or empty."""
    prosecution_asked: bool | None = None
    """Whether prosecution was expressly asked for, which stalking needs in the Netherlands."""
    entries: tuple[int, ...] = ()
    """The numbers of the entries that it covers."""
    handed_over: tuple[int, ...] = ()
    """The numbers of the exhibits that were handed over with it."""
    handed_over_besides: str = ""
    """What else was handed over, in the person's own words."""
    answer: str = ""
    answered_on: str = ""
    """The local day of the answer, ISO 8601."""
    follow_up_on: str = ""
    """The local day on which to ask again, ISO 8601; shown when the journal is open, never as a reminder."""
    note: str = ""


def covering(entry: int, reports: Iterable[Report]) -> tuple[Report, ...]:
    """Return what stands of the reports that cover an entry, by number."""
    return _standing(one for one in reports if entry in one.entries)


def handing_over(exhibit: int, reports: Iterable[Report]) -> tuple[Report, ...]:
    """Return what stands of the reports with which an exhibit was handed over, by number."""
    return _standing(one for one in reports if exhibit in one.handed_over)


def due(reports: Iterable[Report], today: date) -> tuple[Report, ...]:
    """Return the unanswered reports whose day to ask again has come, the longest waiting first."""
    waiting = [
        one
        for one in reports
        if one.follow_up_on and one.follow_up_on <= today.isoformat() and not (one.answered_on or one.withdrawn)
    ]
    return tuple(sorted(waiting, key=lambda one: (one.follow_up_on, one.number)))


def _standing(reports: Iterable[Report]) -> tuple[Report, ...]:
    return tuple(sorted((one for one in reports if not one.withdrawn), key=lambda one: one.number))
