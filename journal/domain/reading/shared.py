"""Meanings that phrases of all languages share, and the rules that differ only in a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.moment import PartOfDay
from journal.domain.reading.language import NOT_IN_A_NUMBER, Found, Meaning, Rule
from journal.domain.reading.pieces import (
    Ago,
    Calendar,
    DayMonth,
    DayOfMonth,
    Lately,
    Month,
    Months,
    Part,
    Piece,
    RelativeDay,
    Season,
    SeasonName,
    Unit,
    Weekday,
    spoken,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SECONDS = {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3600}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}
_MOST = {Unit.DAY: 5000, Unit.WEEK: 1000, Unit.MONTH: 600, Unit.YEAR: 100}
FOUR_FIGURE_YEAR = r"(?:19|20)\d\d"
NO_YEAR_FOLLOWS = rf"(?!,? {FOUR_FIGURE_YEAR}(?!\d|[:.]\d| ?(?:u|h|uur|am|pm)\b))"


def at_hour(minutes: int) -> Meaning:
    """Return the meaning of a spoken hour, moved by so many minutes: `quarter to five`."""
    return lambda found: [spoken(found.number("h"), minutes)]


def minutes_past(found: Found) -> Iterator[Piece | None]:
    """Mean `ten past five`."""
    yield spoken(found.number("h"), found.number("m")) if found.number("m") < 60 else None


def minutes_to(found: Found) -> Iterator[Piece | None]:
    """Mean `ten to five`."""
    yield spoken(found.number("h"), -found.number("m")) if found.number("m") < 60 else None


def ago(found: Found) -> Iterator[Piece | None]:
    """Mean `10 minutes ago`, `1 hour 20 minutes ago`, `3 days ago`, `2 weeks ago`."""
    count, unit = found.number("n", 1), found.unit()
    if unit in SECONDS:
        lesser = SECONDS.get(found.unit("lesser")) if found.word("lesser") else 0
        yield None if lesser is None else Ago(-count * SECONDS[unit] - found.number("more") * lesser)
    elif found.word("lesser") or count > _MOST[unit]:
        yield None
    else:
        yield RelativeDay(-count) if unit is Unit.DAY else Calendar(unit, -count)


def ahead(found: Found) -> Iterator[Piece | None]:
    """Mean `in 10 minutes`, `in 3 days`, `in 6 months`: a term to the day."""
    count, unit = found.number("n", 1), found.unit()
    if unit in SECONDS:
        yield Ago(count * SECONDS[unit])
    elif unit not in _MOST or count > _MOST[unit]:
        yield None
    else:
        yield RelativeDay(count * _DAYS[unit]) if unit in _DAYS else Months(count * _MONTHS[unit])


def seconds_ago(minutes: int) -> Meaning:
    """Return the meaning of `so many hours and a fixed rest ago`."""
    return lambda found: [Ago(-found.number("n") * 3600 - minutes * 60)]


def hours_minutes_ago(found: Found) -> Iterator[Piece | None]:
    """Mean `1h20 ago`."""
    yield Ago(-found.number("n") * 3600 - found.number("more") * 60)


def lately(found: Found) -> Iterator[Piece | None]:
    """Mean `the last 7 days`."""
    unit, count = found.unit(), found.number("n")
    yield Lately(unit, count) if unit in _MOST and 0 < count <= _MOST[unit] else None


def calendar_rules(*, ordinal: str, of: str) -> tuple[Rule, ...]:
    """Return the rules for weekdays, days and months of a language that writes the day before the month."""
    day = rf"DAY(?: ?(?:{ordinal}))?{of}"
    return (
        Rule(r"WEEKDAY(?![a-z])", lambda found: [Weekday(found.weekday())]),
        Rule(rf"WEEKDAY,? (?:the |de |den |le )?DAY(?: ?(?:{ordinal}))?(?![a-z]){NOT_IN_A_NUMBER}", _weekday_and_day),
        Rule(rf"{day} MONTH(?![a-z]){NO_YEAR_FOLLOWS}", _day_month),
        Rule(rf"{day} MONTH(?:{of})?,? YEAR{NOT_IN_A_NUMBER}", _day_month),
        Rule(rf"MONTH(?:{of})?,? (?P<y>{FOUR_FIGURE_YEAR}){NOT_IN_A_NUMBER}", _month),
        Rule(rf"MONTH(?![a-z]){NO_YEAR_FOLLOWS}", _month),
    )


def month_first_rules(*, ordinal: str) -> tuple[Rule, ...]:
    """Return the rules for a named month that stands before its day."""
    day = rf"MONTH (?:the )?(?P<d>\d{{1,2}})(?: ?(?:{ordinal}))?"
    return (
        Rule(rf"{day}(?![a-z]){NOT_IN_A_NUMBER}{NO_YEAR_FOLLOWS}", _day_month),
        Rule(rf"{day},? YEAR{NOT_IN_A_NUMBER}", _day_month),
    )


def season_rules(names: Mapping[str, SeasonName], *, of: str) -> tuple[Rule, ...]:
    """Return the rules for the seasons."""
    pattern = "(?P<season>" + "|".join(names) + ")"

    def season(found: Found) -> Iterator[Piece]:
        yield Season(names[found.word("season")], found.number("y") or None)

    return (
        Rule(rf"{pattern}(?:{of})?,? (?P<y>{FOUR_FIGURE_YEAR}){NOT_IN_A_NUMBER}", season),
        Rule(rf"{pattern}(?![a-z]){NO_YEAR_FOLLOWS}", season),
    )


def day_of_month(found: Found) -> Iterator[Piece | None]:
    """Mean `the 3rd`."""
    yield DayOfMonth(found.number("d")) if 1 <= found.number("d") <= 31 else None


def night_between(found: Found) -> Iterator[Piece | None]:
    """Mean `the night from Saturday to Sunday`, in weekdays."""
    first = found.weekday()
    follows = found.weekday("other") == (first + 1) % 7
    yield Weekday(first) if follows else None
    yield Part(PartOfDay.NIGHT, after=True)


def night_between_dates(found: Found) -> Iterator[Piece | None]:
    """Mean `the night from 20 to 21 November`."""
    day, following = found.number("d"), found.number("more")
    yield DayMonth(day, found.month, found.number("y") or None) if following == day + 1 else None
    yield Part(PartOfDay.NIGHT, after=True)


def _weekday_and_day(found: Found) -> Iterator[Piece | None]:
    yield Weekday(found.weekday())
    yield from day_of_month(found)


def _day_month(found: Found) -> Iterator[Piece]:
    year = found.word("y").removeprefix("'")
    yield DayMonth(found.number("d"), found.month, int(year) if year else None)


def _month(found: Found) -> Iterator[Piece]:
    yield Month(found.month, found.number("y") or None)
