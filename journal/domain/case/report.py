"""Report to an authority or company: receiver, content and outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from journal.domain.ledger.case_object import Numbered
from journal.domain.text.labelled import LabelledEnum
from journal.domain.text.words import N_
from journal.domain.time.moment import UNKNOWN, Moment

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


class Receiver(LabelledEnum):
    """Type of a report's receiver."""

    POLICE = "police", N_("police")
    PROSECUTOR = "prosecutor", N_("public prosecutor")
    OMBUDSMAN = "ombudsman", N_("telecom ombudsman")
    """The Belgian telecom ombudsman."""
    OPERATOR = "operator", N_("telephone company")
    """A telephone company, which in the Netherlands has a duty to investigate."""
    PLATFORM = "platform", N_("platform or site")
    SUPPLIER = "supplier", N_("supplier")
    EMPLOYER = "employer", N_("employer")
    SCHOOL = "school", N_("school or day care")
    VICTIM_SUPPORT = "victim_support", N_("victim support")
    OTHER = "other", N_("other")


class Report(Numbered, frozen=True, kw_only=True, omit_defaults=True):
    """Report or request; every field may be left empty."""

    SUBJECT: ClassVar = "report"

    receiver: Receiver = Receiver.POLICE
    made: Moment = UNKNOWN
    """Time of the report."""
    office: str = ""
    officer: str = ""
    """Name of the official who took it, where that is no person of the case."""
    person: int = 0
    """Number of the person who took it; 0 for none."""
    reference: str = ""
    """Reference number given by the receiver."""
    sort: str = ""
    """Legal form of it: an option id of the field `report.sort`, or empty."""
    prosecution_asked: bool | None = None
    """Whether prosecution was expressly asked for, which stalking needs in the Netherlands."""
    entries: tuple[int, ...] = ()
    """Numbers of the entries that it covers."""
    handed_over: tuple[int, ...] = ()
    """Numbers of the exhibits handed over with it."""
    handed_over_besides: str = ""
    """Whatever else was handed over, in the user's own words."""
    answer: str = ""
    answered_on: str = ""
    """Local day of the answer, ISO 8601."""
    follow_up_on: str = ""
    """Local day of the follow-up, ISO 8601; shown while the journal is open, never as a notification."""
    note: str = ""


def covering(entry: int, reports: Iterable[Report]) -> tuple[Report, ...]:
    """Return the standing reports that cover an entry, by number."""
    return _standing(one for one in reports if entry in one.entries)


def handing_over(exhibit: int, reports: Iterable[Report]) -> tuple[Report, ...]:
    """Return the standing reports with which an exhibit was handed over, by number."""
    return _standing(one for one in reports if exhibit in one.handed_over)


def due(reports: Iterable[Report], today: date) -> tuple[Report, ...]:
    """Return the unanswered reports whose follow-up day has come, the earliest day first."""
    waiting = [
        one
        for one in reports
        if one.follow_up_on and one.follow_up_on <= today.isoformat() and not (one.answered_on or one.withdrawn)
    ]
    return tuple(sorted(waiting, key=lambda one: (one.follow_up_on, one.number)))


def _standing(reports: Iterable[Report]) -> tuple[Report, ...]:
    return tuple(sorted((one for one in reports if not one.withdrawn), key=lambda one: one.number))
