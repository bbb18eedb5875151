"""Parser of nights with both of their days stated: `the night from Sunday 22 to Monday 23 November`."""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.domain.time.moment import PartOfDay
from journal.domain.time.reading.calendar_tokens import DayMonth
from journal.domain.time.reading.context import Candidate, Context, NoReading
from journal.domain.time.reading.phrase import Phrase, phrases
from journal.domain.time.reading.settling import NAMES_A_DAY
from journal.domain.time.reading.single import candidates
from journal.domain.time.reading.tokens import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

_NIGHT = re.compile(
    r"(?P<lead>.*?)\b(?:nacht van|night (?:from|of)|nuit (?:du|de)) (?P<first>.+) (?:op|to|on|au|a) (?P<last>.+)"
)
_NEXT_DAY = timedelta(days=1)


def night_from_to(text: str, context: Context) -> list[Candidate]:
    """Return the candidates of normalised text that names the days on both sides of a night; empty where it is none."""
    said = _NIGHT.fullmatch(text)
    if not said:
        return []
    found: list[Candidate] = []
    for first in phrases(said["first"], context.languages):
        for last in phrases(f"{said['lead']} {said['last']}".strip(), context.languages):
            if first.holds() <= NAMES_A_DAY:
                night = replace(last, part=Part(PartOfDay.NIGHT, after=True, from_day_to_day=True), again=None)
                for day in _before(first, replace(last, clock=None, about=None), context):
                    named = DayMonth(day.day, day.month, day.year)
                    with contextlib.suppress(NoReading):
                        found += candidates(replace(night, day=named, weekday=None), context)
    return found


def _before(first: Phrase, last: Phrase, context: Context) -> Iterator[date]:
    """Yield the days of the first phrase that are followed by a day of the last one."""
    with contextlib.suppress(NoReading):
        following = {one.reading.moment.day for one in candidates(last, context)}
        for one in candidates(first, context):
            day = one.reading.moment.day
            if day and day + _NEXT_DAY in following:
                yield day
