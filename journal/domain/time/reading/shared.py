"""Rules and token builders common to the languages, parametrised by a word where they differ."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journal.domain.time.moment import PartOfDay
from journal.domain.time.reading.calendar_tokens import (
    Calendar,
    DayMonth,
    DayOfMonth,
    Holiday,
    MonthOfYear,
    Months,
    RelativeDay,
    Season,
    SeasonName,
    Weekday,
)
from journal.domain.time.reading.grammar import NOT_IN_A_NUMBER, Meaning, Rule, RuleMatch
from journal.domain.time.reading.tokens import (
    Approximate,
    BareNumber,
    FromNow,
    Ignored,
    Lately,
    Part,
    Token,
    Unit,
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
    """Build the meaning of a spoken hour, moved by so many minutes: `quarter to five`."""
    return lambda found: [spoken(found.number("h"), minutes)]


def minutes_past(found: RuleMatch) -> Iterator[Token | None]:
    """Tokens of `ten past five`."""
    yield spoken(found.number("h"), found.number("m")) if found.number("m") < 60 else None


def minutes_to(found: RuleMatch) -> Iterator[Token | None]:
    """Tokens of `ten to five`."""
    yield spoken(found.number("h"), -found.number("m")) if found.number("m") < 60 else None


def minutes_said_to(found: RuleMatch) -> Iterator[Token | None]:
    """Tokens of `ten to five`, only for the usual minutes: `8 to 9` is no time but a range."""
    yield spoken(found.number("h"), -found.number("m")) if found.number("m") in {5, 10, 20, 25} else None


def ago(found: RuleMatch) -> Iterator[Token | None]:
    """Tokens of `10 minutes ago`, `1 hour 20 minutes ago`, `3 days ago`, `2 weeks ago`."""
    count, unit = found.number("n", 1), found.unit()
    if unit in SECONDS:
        lesser = SECONDS.get(found.unit("lesser")) if found.word("lesser") else 0
        yield None if lesser is None else FromNow(-count * SECONDS[unit] - found.number("more") * lesser)
    elif found.word("lesser") or count > _MOST[unit]:
        yield None
    else:
        yield RelativeDay(-count) if unit is Unit.DAY else Calendar(unit, -count, ago=True)


def ahead(found: RuleMatch) -> Iterator[Token | None]:
    """Tokens of `in 10 minutes`, `in 3 days`, `in 6 months`: a term to the day."""
    count, unit = found.number("n", 1), found.unit()
    if unit in SECONDS:
        yield FromNow(count * SECONDS[unit])
    elif unit not in _MOST or count > _MOST[unit]:
        yield None
    else:
        yield RelativeDay(count * _DAYS[unit]) if unit in _DAYS else Months(count * _MONTHS[unit])


def hour_minutes(found: RuleMatch) -> Iterator[Token | None]:
    """Tokens of `nine thirty`, `acht uur twintig`, `vingt heures quarante`: an hour and its minutes, both in words."""
    yield spoken(found.number("h"), found.number("m")) if found.number("m") < 60 else None


def about_hour(found: RuleMatch) -> Iterator[Token | None]:
    """Tokens of `9ish`."""
    yield Approximate()
    yield spoken(found.number("h"), 0)


def number_alone(found: RuleMatch) -> Iterator[Token | None]:
    """Tokens of a numeral in words where an hour may stand: `at ten`."""
    yield BareNumber(found.number("h"))


def part_of_hours_ago(found: RuleMatch) -> Iterator[Token | None]:
    """Tokens of `1.5 hours ago`."""
    yield FromNow(-round(float(found.word("count").replace(",", ".")) * 3600))


def just_ago(found: RuleMatch) -> Iterator[Token | None]:
    """Tokens of `5 min`, which omits *ago*."""
    yield FromNow(-found.number("n") * SECONDS[found.unit()]) if found.unit() in SECONDS else None


def idiom_of_days(days: int, usual: int) -> Meaning:
    """Build the meaning of a number of days ago with a second, idiomatic value: *huit jours* are a week."""
    return lambda _: [RelativeDay(-days, idiom=-usual)]


def nothing(found: RuleMatch) -> Iterator[Token]:  # noqa: ARG001 - a meaning like the others
    """Tokens of words without a meaning for the time: how often it was."""
    yield Ignored()


def seconds_ago(minutes: int) -> Meaning:
    """Build the meaning of `so many hours and a fixed rest ago`; the rest in minutes."""
    return lambda found: [FromNow(-found.number("n") * 3600 - minutes * 60)]


def hours_minutes_ago(found: RuleMatch) -> Iterator[Token | None]:
    """Tokens of `1h20 ago`."""
    yield FromNow(-found.number("n") * 3600 - found.number("more") * 60)


def lately(found: RuleMatch) -> Iterator[Token | None]:
    """Tokens of `the last 7 days`."""
    unit, count = found.unit(), found.number("n")
    yield Lately(unit, count) if unit in _MOST and 0 < count <= _MOST[unit] else None


def calendar_rules(*, ordinal: str, of: str) -> tuple[Rule, ...]:
    """Build the rules for weekdays, days and months of a language that writes the day before the month."""
    day = rf"DAY(?: ?(?:{ordinal}))?{of}"
    return (
        Rule(r"WEEKDAY(?![a-z])", lambda found: [Weekday(found.weekday())]),
        Rule(rf"WEEKDAY,? (?:the |de |den |le )?DAY(?: ?(?:{ordinal}))?(?![a-z]){NOT_IN_A_NUMBER}", _weekday_and_day),
        Rule(rf"{day} MONTH(?![a-z]){NO_YEAR_FOLLOWS}", _day_month),
        Rule(rf"{day} MONTH(?:{of})?,? YEAR{NOT_IN_A_NUMBER}{NO_YEAR_FOLLOWS}", _day_month),
        Rule(rf"(?P<y>{FOUR_FIGURE_YEAR}),? {day} MONTH(?![a-z])", _day_month),
        Rule(rf"(?P<y>{FOUR_FIGURE_YEAR}),? MONTH DAY(?![a-z]){NOT_IN_A_NUMBER}", _day_month),
        Rule(rf"MONTH(?:{of})?,? (?P<y>{FOUR_FIGURE_YEAR}){NOT_IN_A_NUMBER}", _month),
        Rule(rf"MONTH(?![a-z]){NO_YEAR_FOLLOWS}", _month),
    )


def month_first_rules(*, ordinal: str) -> tuple[Rule, ...]:
    """Build the rules for a named month before its day."""
    day = rf"MONTH (?:the )?(?P<d>\d{{1,2}})(?: ?(?:{ordinal}))?"
    return (
        Rule(rf"{day}(?![a-z]){NOT_IN_A_NUMBER}{NO_YEAR_FOLLOWS}", _day_month),
        Rule(rf"{day},? YEAR{NOT_IN_A_NUMBER}", _day_month),
    )


def holiday_rules(names: Mapping[str, Holiday], *, eve: str) -> tuple[Rule, ...]:
    """Build the rules for holidays; `eve` is a regex of the words before one that mean the day before it."""
    pattern = f"(?P<eve>(?:{eve}) )?(?P<holiday>" + "|".join(sorted(names, key=len, reverse=True)) + ")"

    def holiday(found: RuleMatch) -> Iterator[Token]:
        meant = names[found.word("holiday")]
        yield replace(meant, shift=meant.shift - bool(found.word("eve")), year=found.number("y") or None)

    return (
        Rule(rf"{pattern},? (?P<y>{FOUR_FIGURE_YEAR}){NOT_IN_A_NUMBER}", holiday),
        Rule(rf"{pattern}(?![a-z]){NO_YEAR_FOLLOWS}", holiday),
    )


def season_rules(names: Mapping[str, SeasonName], *, of: str) -> tuple[Rule, ...]:
    """Build the rules for the seasons."""
    pattern = "(?P<season>" + "|".join(names) + ")"

    def season(found: RuleMatch) -> Iterator[Token]:
        yield Season(names[found.word("season")], found.number("y") or None)

    return (
        Rule(rf"{pattern}(?:{of})?,? (?P<y>{FOUR_FIGURE_YEAR}){NOT_IN_A_NUMBER}", season),
        Rule(rf"{pattern}(?![a-z]){NO_YEAR_FOLLOWS}", season),
    )


def day_of_month(found: RuleMatch) -> Iterator[Token | None]:
    """Tokens of `the 3rd`."""
    yield DayOfMonth(found.number("d")) if 1 <= found.number("d") <= 31 else None


def night_between(found: RuleMatch) -> Iterator[Token | None]:
    """Tokens of `the night from Saturday to Sunday`, in weekdays."""
    first = found.weekday()
    follows = found.weekday("other") == (first + 1) % 7
    yield Weekday(first) if follows else None
    yield Part(PartOfDay.NIGHT, after=True, from_day_to_day=True)


def night_between_dates(found: RuleMatch) -> Iterator[Token | None]:
    """Tokens of `the night from 20 to 21 November`."""
    day, following = found.number("d"), found.number("more")
    yield DayMonth(day, found.month, found.number("y") or None) if following == day + 1 else None
    yield Part(PartOfDay.NIGHT, after=True, from_day_to_day=True)


def night_between_days(found: RuleMatch) -> Iterator[Token | None]:
    """Tokens of `the night from the 27th to the 28th`, without a month."""
    day, following = found.number("d"), found.number("more")
    yield DayOfMonth(day) if 1 <= day <= 31 and following in {day + 1, 1} else None
    yield Part(PartOfDay.NIGHT, after=True, from_day_to_day=True)


def _weekday_and_day(found: RuleMatch) -> Iterator[Token | None]:
    yield Weekday(found.weekday())
    yield from day_of_month(found)


def _day_month(found: RuleMatch) -> Iterator[Token]:
    year = found.word("y").removeprefix("'")
    yield DayMonth(found.number("d"), found.month, int(year) if year else None)


def _month(found: RuleMatch) -> Iterator[Token]:
    yield MonthOfYear(found.month, found.number("y") or None)
