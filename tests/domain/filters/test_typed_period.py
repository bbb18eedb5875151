"""Periods as people type them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.filters.typed_period import periods
from journal.domain.filters.values import InPeriod

NOW = datetime(2026, 11, 30, 12, 0, tzinfo=ZoneInfo("Europe/Brussels"))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("last month", "2026-10-01", "2026-10-31"),
        ("vorige maand", "2026-10-01", "2026-10-31"),
        ("le mois dernier", "2026-10-01", "2026-10-31"),
        ("sinds 1 oktober", "2026-10-01", ""),
        ("since last month", "2026-10-01", ""),
        ("depuis le 1er octobre", "2026-10-01", ""),
        ("from 1 October on", "2026-10-01", ""),
        ("from 1 to 15 october", "2026-10-01", "2026-10-15"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("november 2026", "2026-11-01", "2026-11-30"),
        ("yesterday", "2026-11-29", "2026-11-29"),
        ("until 3 may", "", "2026-05-03"),
        ("tot en met mei 2026", "", "2026-05-31"),
        ("jusqu'au 3 mai", "", "2026-05-03"),
        ("before 3 february 2026", "", "2026-02-02"),
        ("avant mai", "", "2026-04-30"),
    ],
)
def test_a_period_is_read_as_it_is_typed(text: str, first: str, last: str) -> None:
    assert periods(text, now=NOW) == (InPeriod(first, last),)


@pytest.mark.parametrize("text", ["", "  ", "unknown", "no day at all", "before", "since", "until ?"])
def test_what_is_no_period_is_none(text: str) -> None:
    assert periods(text, now=NOW) == ()


@given(st.text() | st.sampled_from(("before ", "since ", "tot ")).flatmap(lambda one: st.text().map(one.__add__)))
def test_no_text_breaks_the_parser(text: str) -> None:
    assert all(isinstance(one, InPeriod) for one in periods(text, now=NOW))
