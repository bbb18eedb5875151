"""Consistency check of a weekday and a date that stand together in an account."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.consistency.weekday_checks import WEEKDAY_AND_DATE
from journal.domain.consistency.written_days import written_days
from journal.domain.text.calendar_names import written
from journal.domain.text.languages import LANGUAGES
from tests.domain.consistency.checking import entries, questions
from tests.ui.builders import a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

NEAR = date(2026, 11, 21)


@pytest.mark.parametrize(
    "text",
    [
        "On Friday 21 November 2026 he stood there.",
        "On Friday, November 21, he stood there.",
        "Friday the 21st of November",
        "Friday 21/11/2026",
        "op vrijdag 21 november stond hij daar",
        "vrijdag de 21ste november 2026",
        "vrijdag 21-11-2026",
        "le vendredi 21 novembre 2026",
        "Vendredi 1er août 2026",
    ],
)
def test_a_weekday_that_is_not_that_of_the_date_is_found(text: str) -> None:
    (found,) = written_days(text, NEAR)

    assert not found.agrees


@pytest.mark.parametrize(
    "text",
    [
        "On Saturday 21 November 2026 he stood there.",
        "zaterdag 21 november",
        "samedi 1er août 2026",
        "Monday 3/2/2026 as an American writes it, Tuesday 3/2/2026 as a Belgian does not",
    ],
)
def test_a_weekday_that_belongs_to_the_date_is_not(text: str) -> None:
    assert next(one.agrees for one in written_days(text, NEAR))


@pytest.mark.parametrize(
    "text", ["Friday, 21 calls in November", "21 November 2026", "Friday", "zondag 31 februari 2026", "vrijdag 21"]
)
def test_no_date_behind_a_weekday_is_no_date(text: str) -> None:
    assert [*written_days(text, NEAR)] == []


@given(day=st.dates(date(1990, 1, 1), date(2090, 1, 1)), off=st.integers(0, 6), language=st.sampled_from([*LANGUAGES]))
def test_any_day_written_out_agrees_with_its_own_weekday_alone(day: date, off: int, language: str) -> None:
    text = f"{written(day + timedelta(days=off), 'EEEE', language)} {written(day, 'd MMMM y', language)}"

    (found,) = written_days(f"x {text}.", NEAR)

    assert found.days == (day,)
    assert found.agrees is (off == 0)


@given(day=st.dates(date(2025, 6, 1), date(2026, 5, 1)), language=st.sampled_from([*LANGUAGES]))
def test_without_a_year_the_nearest_one_is_taken(day: date, language: str) -> None:
    near = day + timedelta(days=100)

    (found,) = written_days(written(day, "EEEE d MMMM", language), near)

    assert found.days == (day,)
    assert found.agrees


def test_the_question_quotes_what_is_written(tmp_path: Path) -> None:
    logbook = a_logbook(
        tmp_path, an_entry("Le vendredi 21 novembre.", when="2026-11-21T08:00"), an_entry("Op zaterdag 21 november.")
    )

    assert entries(logbook, WEEKDAY_AND_DATE) == [(1,)]
    assert questions(logbook, WEEKDAY_AND_DATE) == [
        "Entry 1 says “vendredi 21 novembre”, and Saturday 21 November 2026 is the day of that date. "
        "Which of the two is meant?"
    ]
