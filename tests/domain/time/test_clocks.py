"""Times of day that the clock alone does not tell apart: the hour that comes twice, and other places."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.text.words import Words
from journal.domain.time.clocks import clocks_meant, time_in_words
from journal.domain.time.moment import Certainty, Moment, exactly
from journal.domain.time.moment_words import in_words

BRUSSELS = ZoneInfo("Europe/Brussels")
APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
HALF_PAST = "2026-10-25T02:30"


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "02:30 (summer time)", "02:30 (winter time)"),
        ("nl", "02:30 (zomertijd)", "02:30 (wintertijd)"),
        ("fr", f"02:30 (heure d{APOSTROPHE}été)", f"02:30 (heure d{APOSTROPHE}hiver)"),
    ],
)
def test_the_hour_that_comes_twice_is_told_apart_in_each_language(language: str, first: str, second: str) -> None:
    words = Words(language, BRUSSELS)

    assert [time_in_words(HALF_PAST, offset, words) for offset in ("+02:00", "+01:00")] == [first, second]


@pytest.mark.parametrize(
    ("zone", "local", "offset", "said"),
    [
        ("Europe/Brussels", "2026-10-25T01:59", "+02:00", "01:59"),
        ("Europe/Brussels", "2026-10-25T03:00", "+01:00", "03:00"),
        ("Europe/Brussels", "2026-10-25T02:30:15", "+01:00", "02:30:15 (winter time)"),
        ("Europe/Brussels", "2026-03-29T02:30", "+01:00", "02:30"),
        ("Europe/Brussels", "2026-11-21T10:00", "+05:30", "10:00 (UTC+05:30)"),
        ("Europe/Brussels", "2026-11-21T10:00", "", "10:00"),
        ("Europe/Brussels", "2026-10-25", "+02:00", ""),
        ("Europe/Dublin", "2026-10-25T01:30", "+01:00", "01:30 (summer time)"),
        ("Australia/Sydney", "2026-04-05T02:30", "+10:00", "02:30 (winter time)"),
        ("Europe/Moscow", "2014-10-26T01:30", "+04:00", "01:30 (UTC+04:00)"),
    ],
)
def test_a_time_says_more_only_where_the_clock_of_the_zone_leaves_it_open(
    zone: str, local: str, offset: str, said: str
) -> None:
    assert time_in_words(local, offset, Words("en", ZoneInfo(zone))) == said


def test_without_a_known_zone_only_the_clock_is_told() -> None:
    assert time_in_words(HALF_PAST, "+01:00", Words()) == "02:30"


@pytest.mark.parametrize(
    ("moment", "until", "said"),
    [
        (Moment(Certainty.EXACT, HALF_PAST, offset="+02:00"), None, "Sunday 25 October 2026, 02:30 (summer time)"),
        (
            Moment(Certainty.ABOUT, HALF_PAST, offset="+01:00"),
            None,
            "Sunday 25 October 2026, about 02:30 (winter time)",
        ),
        (
            Moment(Certainty.BETWEEN, HALF_PAST, "2026-10-25T02:50", "+02:00", "+01:00"),
            None,
            "Sunday 25 October 2026, between 02:30 (summer time) and 02:50 (winter time)",
        ),
        (
            Moment(Certainty.EXACT, "2026-10-24T23:00", offset="+02:00"),
            Moment(Certainty.EXACT, HALF_PAST, offset="+01:00"),
            "from Saturday 24 October 2026, 23:00 to Sunday 25 October 2026, 02:30 (winter time)",
        ),
        (
            Moment(Certainty.BETWEEN, "2026-10-24T23:00", HALF_PAST, "+02:00", "+01:00"),
            None,
            "between Saturday 24 October 2026, 23:00 and Sunday 25 October 2026, 02:30 (winter time)",
        ),
        (
            Moment(Certainty.BETWEEN, HALF_PAST, "2026-10-25T02:50", "+02:00", "+01:00"),
            Moment(Certainty.EXACT, "2026-10-25T04:00", offset="+01:00"),
            "Sunday 25 October 2026, from some time between 02:30 (summer time) and 02:50 (winter time) to 04:00",
        ),
    ],
)
def test_every_way_to_tell_a_moment_tells_the_hour_apart(moment: Moment, until: Moment | None, said: str) -> None:
    assert in_words(moment, Words("en", BRUSSELS), until) == said


def test_a_narrow_column_is_told_apart_beside_it_and_bounds_that_nobody_told_are_not() -> None:
    told = Moment(Certainty.BETWEEN, HALF_PAST, "2026-10-25T02:50", "+02:00", "+01:00")
    usual = Moment(Certainty.PART_OF_DAY, "2026-10-25T02:00", "2026-10-25T06:00", "+02:00", "+01:00")

    words = Words("en", BRUSSELS)

    assert clocks_meant(told, None, words) == "summer time, winter time"
    assert clocks_meant(usual, None, words) == ""
    assert clocks_meant(Moment(Certainty.DAY, "2026-11-21", offset="+05:30"), None, words) == ""


@given(st.integers(0, 366 * 24 * 60), st.integers(1, 180))
def test_two_moments_told_by_the_same_clock_are_told_differently(at: int, minutes: int) -> None:
    first = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=at)
    words = Words("en", BRUSSELS)

    told = [in_words(exactly(one.astimezone(BRUSSELS)), words) for one in (first, first + timedelta(minutes=minutes))]

    assert told[0] != told[1]
