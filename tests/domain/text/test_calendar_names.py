"""Days, months and figures are written as the locale data of Babel has them."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal

from journal.domain.text.calendar_names import grouped, written

LANGUAGES = ("en", "nl", "fr", "nl_BE", "fr_BE", "de")
PATTERNS = ("EEEE d MMMM y", "d MMMM y", "EEE d", "LLL", "LLLL y", "y")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_day_and_month_is_written_as_babel_writes_it(language: str, pattern: str) -> None:
    days = [date(2026, 1, 1) + timedelta(days=9 * step) for step in range(41)]

    said = [written(day, pattern, language) for day in days]

    first = "1er" if language.startswith("fr") and "MMMM" in pattern else "1"
    by_babel = [format_date(day, pattern, locale=language) for day in days]
    assert said == [re.sub(r"\b1\b", first, one) for one in by_babel]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [0, 999, 1_000, 12_345, 1_234_567, -5_000])
def test_figures_are_grouped_as_babel_groups_them(language: str, number: int) -> None:
    assert grouped(number, language) == format_decimal(number, locale=language)
