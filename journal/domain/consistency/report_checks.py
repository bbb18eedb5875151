"""Consistency check of reports: covered entries and exhibits that a report cannot hold."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from journal.domain.case.report import Report
from journal.domain.consistency.inconsistency import ConsistencyRule, about, asked
from journal.domain.evidence.exhibit import Exhibit
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.domain.consistency.checked_log import CheckedLog
    from journal.domain.consistency.inconsistency import Inconsistency

_A_DAY = timedelta(days=1)
"""Time within which something that was handed over is usually written down."""


def _report_covers_less(log: CheckedLog) -> Iterator[Inconsistency]:
    for report in log.state.of(Report).standing:
        if not report.entries:
            yield asked(_NOTHING, about(report=report.number), report=report.number)
        for entry in report.entries:
            yield from _of_entry(report, entry, log)
        for exhibit in report.handed_over:
            yield from _of_exhibit(report, exhibit, log)


def _of_entry(report: Report, entry: int, log: CheckedLog) -> Iterator[Inconsistency]:
    history, made = log.state.entries.get(entry), report.made.latest
    refs = (*about(report=report.number), *about(entry))
    if history and history.withdrawn:
        yield asked(_CROSSED_OUT, refs, report=report.number, entry=entry)
    elif history and made and (begins := history.happened.earliest) and begins > made:
        happened = history.happened
        yield asked(_LATER, refs, report=report.number, made=report.made, entry=entry, happened=happened)


def _of_exhibit(report: Report, number: int, log: CheckedLog) -> Iterator[Inconsistency]:
    exhibit, made = log.state.of(Exhibit).now.get(number), report.made.latest
    refs = about(report=report.number, exhibit=number)
    if exhibit and exhibit.withdrawn:
        yield asked(_NO_EXHIBIT, refs, report=report.number, exhibit=number)
    elif exhibit and made and exhibit.added_at:
        added = datetime.fromisoformat(exhibit.added_at)
        if added - made > _A_DAY:
            yield asked(_ADDED_LATER, refs, report=report.number, made=report.made, exhibit=number, added=added)


_NOTHING = N_("Report {report} names no entry. What did it cover?")
_CROSSED_OUT = N_("Report {report} covers entry {entry}, which is crossed out. Does the report still say it?")
_LATER = N_(
    "Report {report} of {made} covers entry {entry}, which came later ({happened}). Was that really part of it?"
)
_NO_EXHIBIT = N_("Report {report} says that exhibit {exhibit} was handed over, which is crossed out. Was it?")
_ADDED_LATER = N_(
    "Report {report} of {made} says that exhibit {exhibit} was handed over, which was added on {added}. Was it there?"
)
REPORT_COVERS_LESS = ConsistencyRule(
    "report_covers_less",
    N_("A report that covers less than it says"),
    N_(
        "A report covers an entry that came after it or is crossed out, names an exhibit as handed over that was added "
        "more than a day after it or is crossed out, or covers no entry at all."
    ),
    N_("Compare it with your copy of the report, and amend what it covers here; ask for a copy where you have none."),
    _report_covers_less,
)
