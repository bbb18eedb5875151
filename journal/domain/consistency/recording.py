"""Consistency checks of recording: written down late, or changed after somebody had relied on it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from journal.domain.case.order import Order
from journal.domain.case.report import Report
from journal.domain.consistency.inconsistency import ConsistencyRule, about, asked
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.domain.consistency.checked_log import Amendment, CheckedEntry, CheckedLog
    from journal.domain.consistency.inconsistency import Inconsistency, Told


def _recorded_late(log: CheckedLog) -> Iterator[Inconsistency]:
    late = timedelta(days=log.late_after)
    for one in log.entries:
        history, latest = one.history, one.latest
        if latest and not history.is_brought_in and history.recorded_at - latest > late:
            when, recorded = history.happened, history.recorded_at
            yield asked(_WHY_LATER, entry=one.number, happened=when, recorded=recorded)


_WHY_LATER = N_("The time of entry {entry} is {happened}; it was recorded on {recorded}. Why only then?")
RECORDED_LATE = ConsistencyRule(
    "recorded_late",
    N_("Recorded long after it happened"),
    N_(
        "More days lie between the last time at which it can have happened and its recording than the number that is "
        "set. Entries from a file are left out, because the file holds their time, and so are those of unknown time."
    ),
    N_("Add a note why it was written later, and from what: from memory, from a calendar, from a message."),
    _recorded_late,
)


def _amended_after(log: CheckedLog) -> Iterator[Inconsistency]:
    for find in (_after_report, _after_order, _after_handover):
        yield from find(log)


def _after_report(log: CheckedLog) -> Iterator[Inconsistency]:
    for report in log.state.of(Report).standing:
        made = report.made.latest
        for entry in report.entries if made else ():
            one = log.by_number.get(entry)
            if one and made and (amended := _first_after(one, made)):
                values: dict[str, Told] = {"report": report.number, "made": report.made}
                yield _why(one, amended, _REPORTED, values, report=report.number)


def _after_order(log: CheckedLog) -> Iterator[Inconsistency]:
    days = ((_day(order.starts) or _day(order.told_on), order.number) for order in log.state.of(Order).standing)
    for day, order in sorted((day, number) for day, number in days if day):
        for one in log.amended:
            last = one.history.happened.last_day
            if last and last < day and (amended := _first_after(one, _end_of(day))):
                yield _why(one, amended, _ORDERED, {"order": order, "day": day}, order=order)


def _after_handover(log: CheckedLog) -> Iterator[Inconsistency]:
    given: dict[int, datetime] = {}
    for record in log.state.handed_over:
        numbers = record.fields().get("entries")
        for entry in numbers if isinstance(numbers, list) else ():
            given.setdefault(entry, record.written)
    for one in log.amended:
        when = given.get(one.number)
        if when and (amended := _first_after(one, when)):
            yield _why(one, amended, _HANDED_OVER, {"given": when})


def _first_after(one: CheckedEntry, when: datetime) -> Amendment | None:
    return next((amended for amended in one.amendments if amended.when > when), None)


def _why(
    one: CheckedEntry,
    amended: Amendment,
    questions: tuple[str, str],
    values: dict[str, Told],
    **refs: int,
) -> Inconsistency:
    without, with_reason = questions
    said: dict[str, Told] = {"entry": one.number, "amended": amended.when, "reason": amended.reason}
    question = with_reason if amended.reason.strip() else without
    return asked(question, about(one.number, **refs) if refs else (), **values | said)


def _end_of(day: date) -> datetime:
    """Return an instant after the end of a local day in any time zone."""
    return datetime.combine(day + timedelta(days=1), time(12), UTC)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


_REPORTED = (
    N_("Entry {entry} was amended on {amended}, after report {report} of {made}. What changed, and why?"),
    N_(
        "Entry {entry} was amended on {amended}, after report {report} of {made}, with the reason “{reason}”. Is that "
        "reason enough?"
    ),
)
_ORDERED = (
    N_("Entry {entry} was amended on {amended}, after order {order} of {day}. What changed, and why?"),
    N_(
        "Entry {entry} was amended on {amended}, after order {order} of {day}, with the reason “{reason}”. Is that "
        "reason enough?"
    ),
)
_HANDED_OVER = (
    N_("Entry {entry} was handed over on {given} and amended on {amended}. What changed, and why?"),
    N_(
        "Entry {entry} was handed over on {given} and amended on {amended}, with the reason “{reason}”. Is that reason "
        "enough?"
    ),
)
AMENDED_AFTER = ConsistencyRule(
    "amended_after",
    N_("Amended after a report, an order or a hand-over"),
    N_(
        "An entry was amended after a report that covers it, after an order that came later than it, or after it was "
        "handed over. Every earlier version is in the log. An amendment that was undone is left out."
    ),
    N_("Amend the entry once more and write in the reason why it had changed; send the receiver a supplement."),
    _amended_after,
)
