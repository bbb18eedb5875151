"""Values in the cells of a table: times, durations and numbers; nothing is filled in that a cell does not say."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta, timezone
from enum import Enum
from typing import TYPE_CHECKING

from journal.intake.formats.table_layout import DATE
from journal.intake.model.day_order import Dated
from journal.intake.model.found import Doubt, SourceTime
from journal.intake.model.times import of_epoch, of_local

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.intake.model.day_order import DayOrder

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})[:.hu](?P<minute>\d{2})(?:[:.](?P<seconds>\d{2})(?:[.,]\d{1,6})?)?"
    r"(?:\s?(?P<half>[AaPp])\.?[Mm]\.?)?(?:\s?(?P<zone>Z|[+-]\d{2}:?\d{2}))?",
    re.ASCII,
)
_FIGURES = re.compile(r"(?:(?P<h>\d{1,3}):)?(?P<m>\d{1,3}):(?P<s>\d{2})", re.ASCII)
_TOLD_BY_NAME = re.compile(r"(?P<minutes>m{1,2}:s{1,2})|(?:hh?|uu?):m{1,2}(?![m:])")
_HOURS_OF_A_DAY = 24
_UNITS = re.compile(
    r"(?:(?P<h>\d{1,3})\s?(?:h|u|uur|heures?|hours?|hr|std)\.?)?\s*"
    r"(?:(?P<m>\d{1,4})\s?(?:m|min|minuten|minutes?|minuut)\.?)?\s*"
    r"(?:(?P<s>\d{1,6})\s?(?:s|sec|sek|seconden|secondes?|seconds?|sekunden)\.?)?",
    re.ASCII | re.IGNORECASE,
)
_NUMBER = re.compile(r"\+?\(?\d[\d ().\-/\u00a0\u2011]{2,24}", re.ASCII)
_AS_FORMULA = re.compile(r'="?(\+?\d[\d ]{2,24})"?', re.ASCII)
"""Number that a program guards against being changed by a spreadsheet."""


def dated(text: str, line: int) -> Dated | None:
    """Return the date at the beginning of a cell; None where there is none."""
    found = DATE.fullmatch(text)
    if found is None:
        return None
    return Dated((int(found["first"]), int(found["second"]), int(found["third"])), found["date"], line)


def when(day: str, clock: str, order: DayOrder) -> SourceTime:
    """Return the time that a date and a time of day mean; in doubt without a time of day, with the text kept."""
    found, one = DATE.fullmatch(day), dated(day, 0)
    said = f"{day} {clock}".strip()
    if not said:
        return SourceTime(doubt=Doubt.MISSING)
    at = _CLOCK.fullmatch((clock or (found["clock"] if found else "") or "").strip())
    if one is None or at is None:
        return SourceTime(doubt=Doubt.MALFORMED, raw=said[:80])
    try:
        hour = _hour(int(at["hour"]), (at["half"] or "").lower())
        local = datetime.combine(order.date(one.numbers), time(hour, int(at["minute"]), int(at["seconds"] or 0)))
        if at["zone"]:
            return of_epoch(int(local.replace(tzinfo=_zone(at["zone"])).timestamp()), per_second=1)
    except (ValueError, OverflowError):
        return SourceTime(doubt=Doubt.MALFORMED, raw=said[:80])
    return of_local(local, seconds=at["seconds"] is not None)


def _hour(hour: int, half: str) -> int:
    if not half:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError("no hour of a clock of twelve hours")
    return hour % 12 + (12 if half == "p" else 0)


def _zone(text: str) -> timezone:
    if text == "Z":
        return UTC
    size = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return timezone(-size if text[0] == "-" else size)


class PairUnit(Enum):
    """Meaning of two figures with a colon, as `0:12`, in a column of durations."""

    MINUTES = 60
    HOURS = 3600


def pair_unit(name: str, cells: Iterable[str]) -> PairUnit | None:
    """Return what two figures mean in a column of durations, by its name and cells; None where that stays open.

    A cell of three figures shows that hours are written where there are some, and no call lasts more than a day; a
    spreadsheet takes a typed `0:12` for twelve minutes, so that the rest is not known.
    """
    if told := _TOLD_BY_NAME.search(name.casefold()):
        return PairUnit.MINUTES if told["minutes"] else PairUnit.HOURS
    figures = filter(None, map(_FIGURES.fullmatch, cells))
    # Read to its end, so that the file behind the cells is closed.
    shown = [True for one in figures if one["h"] or int(one["m"]) >= _HOURS_OF_A_DAY]
    return PairUnit.MINUTES if shown else None


def is_pair(text: str) -> bool:
    """Test whether a cell holds two figures with a colon, other than of no time at all."""
    found = _FIGURES.fullmatch(text)
    return found is not None and not found["h"] and bool(int(found["m"]) or int(found["s"]))


def seconds_of(text: str, *, bare: bool, pair: PairUnit | None = None) -> int | None:
    """Return a duration in seconds; of a bare number only where its column says that it holds seconds.

    None for two figures, as `0:12`, unless it is known what a `pair` means.
    """
    if bare and text.isdecimal() and len(text) < 8:
        return int(text)
    if is_pair(text):
        first, second = map(int, text.split(":"))
        return (first * 60 + second) * pair.value // 60 if pair else None
    found = _FIGURES.fullmatch(text) or _UNITS.fullmatch(text)
    if not text or found is None:
        return None
    return int(found["h"] or 0) * 3600 + int(found["m"] or 0) * 60 + int(found["s"] or 0)


def number_of(text: str) -> str:
    """Return the number in a cell; empty where it holds none, or one of which figures are masked."""
    guarded = _AS_FORMULA.fullmatch(text)
    if guarded:
        return guarded[1]
    return text if _NUMBER.fullmatch(text) else ""
