"""Parser of typed periods: `last month`, `sinds 1 oktober`, `2026`, `avant mai`."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from journal.domain.filters.values import InPeriod
from journal.domain.time.reading import Direction, Question, Understood, read
from journal.domain.time.reading.text import uniform

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

_SINCE = re.compile(r"(?:since|from|sinds|sedert|vanaf|depuis|des|a partir (?:de|du)) (.+?)(?: on)?")
_UNTIL = re.compile(r"(?:up to|until|till|tot en met|tot|jusquau|jusqua|jusque|jusquen) (.+)")
_BEFORE = re.compile(r"(?:before|voor|avant(?: le| la)?) (.+)")
_ONE_DAY = timedelta(days=1)


def periods(text: str, *, now: datetime, languages: Sequence[str] = ("en",), region: str = "") -> tuple[InPeriod, ...]:
    """Parse a typed period; several where it can be read in more than one way, none where it is not understood.

    `now` is an aware time in the journal's zone; languages and region are those of `reading.read`. A day or year is
    preferred to a time of day, which is no period.
    """
    context = (now, languages, region)
    words = uniform(text)
    if since := _SINCE.fullmatch(words):
        open_ended = [InPeriod(first=_iso(one.first)) for one in _spans(since[1], *context) if not one.ranged]
        if open_ended:
            return _distinct(open_ended)
    if until := _UNTIL.fullmatch(words):
        return _distinct(InPeriod(last=_iso(one.last)) for one in _spans(until[1], *context))
    if before := _BEFORE.fullmatch(words):
        firsts = (one.first for one in _spans(before[1], *context))
        return _distinct(InPeriod(last=_iso(day - _ONE_DAY)) for day in firsts if day and day > date.min)
    return _distinct(InPeriod(first=_iso(one.first), last=_iso(one.last)) for one in _spans(text, *context))


class _Span(NamedTuple):
    """Local days of one reading."""

    first: date | None
    last: date | None
    ranged: bool
    """Whether a beginning and an end were typed."""


def _spans(text: str, now: datetime, languages: Sequence[str], region: str) -> list[_Span]:
    found = read(text, now=now, languages=languages, direction=Direction.INTERVAL, region=region)
    options = found.options if isinstance(found, Question) else (found,) if isinstance(found, Understood) else ()
    days = [one for one in options if "T" not in one.moment.start] or options
    return [_Span(one.moment.first_day, (one.until or one.moment).last_day, one.until is not None) for one in days]


def _distinct(found: Iterable[InPeriod]) -> tuple[InPeriod, ...]:
    return tuple(dict.fromkeys(one for one in found if one != InPeriod()))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
