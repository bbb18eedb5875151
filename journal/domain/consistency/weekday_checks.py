"""Consistency check of days in an account: a weekday and a date that do not belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.consistency.inconsistency import ConsistencyRule, asked
from journal.domain.consistency.written_days import written_days
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from journal.domain.consistency.checked_log import CheckedEntry, CheckedLog
    from journal.domain.consistency.inconsistency import Inconsistency


def _weekday_and_date(log: CheckedLog) -> Iterator[Inconsistency]:
    for one in log.entries:
        for written in written_days(one.account, _near(one)) if one.account else ():
            if not written.agrees:
                day = written.days[0]
                yield asked(_WHICH_DAY, entry=one.number, text=written.text, day=day)


def _near(one: CheckedEntry) -> date:
    return one.history.happened.first_day or one.history.recorded_at.date()


_WHICH_DAY = N_("Entry {entry} says “{text}”, and {day} is the day of that date. Which of the two is meant?")
WEEKDAY_AND_DATE = ConsistencyRule(
    "weekday_and_date",
    N_("A weekday and a date that differ"),
    N_(
        "An account names a weekday directly before a date, in English, Dutch or French, and the date falls on another "
        "weekday. Where no year is written, that nearest to the entry is taken."
    ),
    N_("Look it up in a calendar, and amend the account with the reason, or add a note which of the two is right."),
    _weekday_and_date,
)
