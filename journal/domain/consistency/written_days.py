"""Days in a text: a weekday with a date behind it, in three languages."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from journal.domain.text.calendar_names import names_in
from journal.domain.text.languages import LANGUAGES
from journal.domain.text.normalisation import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BETWEEN = r"\.?,?\s+(?:(?:the|on|de|le|op)\s+)?"
_DAY = r"(?P<day>\d{1,2})\s?(?:st|[nr]d|th|ste|de|e|er)?"
_YEAR = r"(?:,?\s+(?P<year>\d{4}))?"
_FIGURES = r"(?P<one>\d{1,2})(?P<sign>[-/.])(?P<other>\d{1,2})(?P=sign)(?P<in>\d{4})"


class WrittenDay(NamedTuple):
    """Weekday and date as they stand together in a text."""

    weekday: int
    """From 0 for Monday."""
    days: tuple[date, ...]
    """The dates that it can mean: several where day and month can be read both ways."""
    text: str

    @property
    def agrees(self) -> bool:
        """Whether the weekday belongs to one of the dates."""
        return any(day.weekday() == self.weekday for day in self.days)


def written_days(text: str, near: date) -> Iterator[WrittenDay]:
    """Yield each weekday with a date behind it, in English, Dutch or French; without a year, that nearest to `near`."""
    plain = normalise(text)
    told: set[int] = set()
    for language in LANGUAGES:
        for match in _pattern(language).finditer(plain):
            days = tuple(_days(match.groupdict(), language, near))
            if days and match.start() not in told:
                told.add(match.start())
                yield WrittenDay(_weekdays(language).index(match["weekday"]), days, match[0])


def names_a_day(plain: str) -> bool:
    """Return whether a weekday stands with a date behind it in a normalised text."""
    return any(_pattern(language).search(plain) for language in LANGUAGES)


def _days(found: dict[str, str | None], language: str, near: date) -> Iterator[date]:
    if found["in"]:
        one, other, year = (int(found[name] or 0) for name in ("one", "other", "in"))
        orders = [(one, other), (other, one)] if language == "en" else [(one, other)]
        yield from filter(None, (_date(year, month, day) for day, month in dict.fromkeys(orders)))
        return
    month = _months(language).index(found["month"] or found["first"] or "") + 1
    day = int(found["day"] or found["second"] or 0)
    written = found["year"] or found["last"]
    years = [int(written)] if written else [near.year - 1, near.year, near.year + 1]
    days = [one for one in (_date(each, month, day) for each in years) if one]
    yield from sorted(days, key=lambda one: abs((one - near).days))[:1]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _pattern(language: str) -> re.Pattern[str]:
    months = "|".join(_months(language))
    forms = [rf"{_DAY}\s+(?:of\s+)?(?P<month>{months})\b{_YEAR}"]
    forms += [rf"(?P<first>{months})\s+(?P<second>\d{{1,2}})(?:st|[nr]d|th)?\b(?:,?\s+(?P<last>\d{{4}}))?", _FIGURES]
    return re.compile(rf"\b(?P<weekday>{'|'.join(_weekdays(language))}){_BETWEEN}(?:{'|'.join(forms)})(?!\d)", re.ASCII)


@cache
def _weekdays(language: str) -> Sequence[str]:
    names = names_in(language)
    return [normalise(one) for one in names.days] if names else []


@cache
def _months(language: str) -> Sequence[str]:
    names = names_in(language)
    return [normalise(one) for one in names.months] if names else []
