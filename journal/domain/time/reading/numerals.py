"""Rules for times and dates in figures, common to all three languages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journal.domain.time.reading.calendar_tokens import DayMonth, MonthOfYear, Year
from journal.domain.time.reading.grammar import Rule, RuleMatch, Vocabulary, grammar, names
from journal.domain.time.reading.tokens import Approximate, Awaits, BareNumber, Clock, Lead, Token, digital

if TYPE_CHECKING:
    from collections.abc import Iterator

_HM = r"(?P<h>\d{1,2})[:.](?P<m>\d\d)"
_HOURS = r"(?:uur|u|heures?|h|hrs?|hours)"
_NO_HALF = r"(?! ?[ap]m(?:ish)?\b)"
_DATE_END = r"(?!\d|[:./]\d| ?(?:u|h|uur)\b)"


def _clock(found: RuleMatch) -> Iterator[Token | None]:
    second = found.number("s") if found.word("s") else None
    yield digital(found.number("h"), found.number("m"), second)


def _clock_of_english(found: RuleMatch) -> Iterator[Token | None]:
    """Parse `9:15` and `9.15`, in English of either half of the day, except with a leading zero or seconds."""
    clock, hour = next(_clock(found)), found.word("h")
    alone = isinstance(clock, Clock) and clock.second is None and not hour.startswith("0") and int(hour) < 12
    yield replace(clock, figures=True) if alone and isinstance(clock, Clock) else clock


def _half_said(found: RuleMatch) -> Iterator[Token | None]:
    hour, minute = found.number("h"), found.number("m")
    if not 1 <= hour <= 12 or minute > 59:
        yield None
        return
    hours = hour % 12 + (12 if found.word("half") == "pm" else 0)
    yield Clock((hours * 60 + minute,), found.number("s") if found.word("s") else None, half_said=True)


def _day_month(found: RuleMatch) -> Iterator[Token | None]:
    day, month, year = found.number("d"), found.number("month"), found.number("y") if found.word("y") else None
    yield DayMonth(day, month, year) if day and month else None


def _either_way_round(found: RuleMatch) -> Iterator[Token | None]:
    day, month, year = found.number("d"), found.number("month"), found.number("y") if found.word("y") else None
    yield DayMonth(day, month, year, figures=True) if day and month else None


def _month_year(found: RuleMatch) -> Iterator[Token | None]:
    month = found.number("month")
    yield MonthOfYear(month, found.number("y")) if 1 <= month <= 12 else None


NUMERALS = grammar(
    "",
    Vocabulary(
        names=names(weekdays="", months="", passed_over=""),
        numbers={},
        counts={},
        ordinals={},
        units={},
    ),
    phrases={},
    rules=(
        Rule(r"(?P<h>\d{1,2}):(?P<m>\d\d)(?::(?P<s>\d\d))?(?![:.]\d)" + _NO_HALF, _clock_of_english),
        Rule(rf"{_HM}(?::(?P<s>\d\d))? ?{_HOURS}(?![a-z\d])", _clock),
        Rule(r"(?P<h>\d{1,2})\.(?P<m>\d\d?)(?!\d|[.:]\d|\.)" + _NO_HALF, _clock_of_english),
        Rule(r"(?P<h>\d{1,2}) ?[uh](?P<m>\d\d?)(?: ?m(?:in)?(?![a-z]))?(?:(?P<s>\d\d) ?s(?:ec)?)?(?![:\d])", _clock),
        Rule(r"(?P<h>\d{1,2}) ?[uh] (?P<m>\d\d)(?![:./\d-])", _clock),
        Rule(r"(?P<h>\d{1,2}) ?[uh](?![a-z\d])(?! \d\d(?![:./\d-]| [a-z]))", _clock),
        Rule(r"(?P<h>\d{1,2}) ?(?:uur|heures?) (?P<m>\d\d?)(?![:./\d-])", _clock),
        Rule(r"(?P<h>\d\d)(?P<m>\d\d)(?![\d:./-])" + _NO_HALF, _clock),
        Rule(rf"(?P<h>\d\d)(?P<m>\d\d) ?{_HOURS}(?![a-z\d])", _clock),
        Rule(r"(?P<h>\d{1,2})(?:[:.](?P<m>\d\d)(?::(?P<s>\d\d))?)? ?(?P<half>am|pm)(?!(?!ish)[a-z])", _half_said),
        Rule(
            rf"(?P<d>\d{{1,2}}) ?(?P<sign>[/.-]) ?(?P<month>\d{{1,2}}) ?(?P=sign) ?(?P<y>\d{{4}}|\d\d){_DATE_END}",
            _either_way_round,
        ),
        Rule(rf"(?P<y>\d{{4}})(?P<sign>[/.-])(?P<month>\d{{1,2}})(?P=sign)(?P<d>\d{{1,2}}){_DATE_END}", _day_month),
        Rule(rf"(?P<d>\d{{1,2}})[/-](?P<month>\d{{1,2}})(?!-\d){_DATE_END}", _either_way_round),
        Rule(r"(?P<d>\d{1,2})\.(?P<month>\d{1,2})\.(?!\d)", _day_month),
        Rule(rf"(?P<d>\d{{1,2}})\.(?P<month>\d{{1,2}})(?!\.){_DATE_END}{_NO_HALF}", _day_month),
        Rule(rf"(?P<month>\d{{1,2}})[/.-](?P<y>(?:19|20)\d\d)(?!-\d){_DATE_END}", _month_year),
        Rule(rf"(?P<y>(?:19|20)\d\d)[/-](?P<month>\d{{1,2}})(?!-\d){_DATE_END}", _month_year),
        Rule(r"(?P<y>(?:19|20)\d\d)(?![\d:./-]| ?(?:u|h|uur|hrs|hours)\b)", lambda found: [Year(found.number("y"))]),
        Rule(r"(?P<d>\d{1,2})(?![\d:./]|-\d| ?[uh]\b)", lambda found: [BareNumber(found.number("d"))]),
        Rule(r"[~\u00b1\u2248]|\?+", lambda _: [Approximate()]),
        Rule(r"@", lambda _: [Lead(Awaits.CLOCK)]),
    ),
)
