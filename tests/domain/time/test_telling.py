"""Moments in words: in full, short, how long ago, and read back while typing."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from journal.domain.text.words import Words
from journal.domain.time.moment import UNKNOWN, Certainty, Moment, PartOfDay, exactly
from journal.domain.time.moment_words import DASH, ago, carried, day_heading, heading, in_words, month_heading, short
from journal.domain.time.reading import Direction, Question, Understood, read
from journal.domain.time.reading_back import option_labels, read_back
from tests.domain.reading_notation import BRUSSELS, SUNDAY_EVENING

ENGLISH = Words("en")


def understood(typed: str) -> Understood:
    """The one reading of an unambiguous text typed on Sunday evening."""
    reading = read(typed, now=SUNDAY_EVENING, languages=("en",))
    assert isinstance(reading, Understood)
    return reading


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("21/11/2026 22:14", "Saturday 21 November 2026, 22:14"),
        ("21/11/2026 22:14:05", "Saturday 21 November 2026, 22:14:05"),
        ("about 21/11/2026 22:14", "Saturday 21 November 2026, about 22:14"),
        ("around 21/11/2026", "about Saturday 21 November 2026"),
        ("21/11/2026", "Saturday 21 November 2026"),
        ("yesterday evening", "evening of Saturday 21 November 2026"),
        ("yesterday morning", "morning of Saturday 21 November 2026"),
        ("last night", "night from Saturday 21 November 2026 to Sunday 22 November 2026"),
        ("yesterday between 20:00 and 21:00", "Saturday 21 November 2026, between 20:00 and 21:00"),
        (
            "yesterday between 22:00 and 01:00",
            "between Saturday 21 November 2026, 22:00 and Sunday 22 November 2026, 01:00",
        ),
        ("early March 2026", "between 1 March 2026 and 10 March 2026"),
        ("June 2025", "some time in June 2025"),
        ("in 2024", "some time in 2024"),
        ("summer 2024", "between 1 June 2024 and 31 August 2024"),
        ("yesterday from 20:00 to 23:10", "Saturday 21 November 2026, from 20:00 to 23:10"),
        (
            "yesterday from 22:00 to 02:00",
            "from Saturday 21 November 2026, 22:00 to Sunday 22 November 2026, 02:00",
        ),
        ("from 3 to 5 April 2026", "from Friday 3 April 2026 to Sunday 5 April 2026"),
        ("from March 2025 to May 2025", "from March 2025 to May 2025"),
        ("unknown", "time unknown"),
    ],
)
def test_a_moment_is_told_in_full(typed: str, words: str) -> None:
    reading = understood(typed)

    assert in_words(reading.moment, ENGLISH, reading.until) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "zaterdag 21 november 2026, 22:14"),
        ("nl_BE", "zaterdag 21 november 2026, 22:14"),
        ("fr", "samedi 21 novembre 2026, 22:14"),
        ("fr_BE", "samedi 21 novembre 2026, 22:14"),
    ],
)
def test_dates_are_told_in_the_language_with_four_figures_for_the_year(language: str, words: str) -> None:
    assert in_words(understood("yesterday 22:14").moment, Words(language)) == words


def test_a_part_of_a_day_within_the_day_is_no_night_between_two() -> None:
    small_hours = Moment(
        Certainty.PART_OF_DAY, "2026-11-21T00:00", "2026-11-21T06:00", "+01:00", "+01:00", PartOfDay.NIGHT
    )

    assert in_words(small_hours, ENGLISH) == "night of Saturday 21 November 2026"


@pytest.mark.parametrize(
    ("typed", "column"),
    [
        ("22:14", "22:14"),
        ("about 19:30", "~19:30"),
        ("yesterday from 20:00 to 23:10", "20:00\N{EN DASH}23:10"),
        ("between 20:00 and 21:00", "20:00\N{EN DASH}21:00"),
        ("yesterday evening", "evening"),
        ("last night", "night"),
        ("yesterday", "\N{EN DASH}"),
        ("around 3 April", "\N{EN DASH}"),
        ("June 2025", "\N{EN DASH}"),
        ("unknown", "\N{EN DASH}"),
        ("from 3 to 5 April", "\N{EN DASH}Sun 5"),
    ],
)
def test_the_column_of_the_timeline_is_short(typed: str, column: str) -> None:
    reading = understood(typed)

    assert short(reading.moment, reading.until) == column


@pytest.mark.parametrize(
    ("apart", "words"),
    [
        (timedelta(0), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=3), "3 minutes ago"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(hours=2, minutes=59), "2 hours ago"),
        (timedelta(hours=14), "today"),
        (timedelta(days=1), "yesterday"),
        (timedelta(days=2), "2 days ago"),
        (timedelta(days=90), "2 months ago"),
        (timedelta(days=365), "12 months ago"),
        (timedelta(days=731), "2 years ago"),
        (-timedelta(minutes=10), "in 10 minutes"),
        (-timedelta(minutes=1), "in 1 minute"),
        (-timedelta(days=60), "in 1 month"),
        (-timedelta(days=90), "in 2 months"),
        (-timedelta(days=731), "in 2 years"),
        (timedelta(days=59), "59 days ago"),
        (timedelta(days=60), "1 month ago"),
        (timedelta(days=729), "23 months ago"),
        (timedelta(days=730), "24 months ago"),
        (-timedelta(hours=1), "in 1 hour"),
        (-timedelta(days=1), "tomorrow"),
        (-timedelta(days=3), "in 3 days"),
    ],
)
def test_how_long_ago_is_told_in_the_unit_that_fits(apart: timedelta, words: str) -> None:
    then = exactly(SUNDAY_EVENING.replace(second=0) - apart)

    assert ago(then, SUNDAY_EVENING, ENGLISH) == words


def test_shortly_before_midnight_is_minutes_ago_and_not_yesterday() -> None:
    after_midnight = datetime(2026, 11, 22, 0, 10, tzinfo=BRUSSELS)

    assert ago(exactly(after_midnight - timedelta(minutes=20)), after_midnight, ENGLISH) == "20 minutes ago"


def test_an_evening_before_is_yesterday_even_a_few_hours_later() -> None:
    after_midnight = datetime(2026, 11, 22, 2, 0, tzinfo=BRUSSELS)

    assert ago(exactly(after_midnight - timedelta(hours=4)), after_midnight, ENGLISH) == "yesterday"


def test_nothing_is_told_of_how_long_ago_an_unknown_time_is() -> None:
    assert ago(UNKNOWN, SUNDAY_EVENING, ENGLISH) == ""


def test_headings_are_short() -> None:
    day = date(2026, 11, 21)

    assert day_heading(day, ENGLISH) == "Sat 21"
    assert month_heading(day, ENGLISH) == "November 2026"
    assert month_heading(day, Words("nl")) == "November 2026"


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("21/11 22:14", "Saturday 21 November 2026, 22:14 (yesterday, exact; year assumed)"),
        ("yesterday", "Saturday 21 November 2026 (yesterday, day only)"),
        ("~22:14", "Sunday 22 November 2026, about 22:14 (2 minutes ago)"),
        ("unknown", "time unknown"),
        ("tomorrow 20:00", "This is still in the future: 1  20:00 tomorrow (in the future)"),
        ("at 8", "1  20:00 today   2  08:00 today"),
        ("yesterday at 8", "1  20:00 yesterday   2  08:00 yesterday"),
        ("23:00", "This is still in the future: 1  23:00 yesterday   2  23:00 today (in the future)"),
        (
            "25/10/2026 02:30",
            "The clocks went back that night, so this time came twice: "
            "1  02:30 Sunday 25 October 2026 (UTC+02:00)   2  02:30 Sunday 25 October 2026 (UTC+01:00)",
        ),
        ("31/2/2026", "This day is not in the calendar."),
        ("", "No time typed yet."),
    ],
)
def test_what_was_typed_is_read_back_in_one_line(typed: str, line: str) -> None:
    reading = read(typed, now=SUNDAY_EVENING, languages=("en",))

    assert read_back(reading, ENGLISH, SUNDAY_EVENING) == line


def test_a_span_in_the_doubled_hour_shows_the_offsets_of_both_ends() -> None:
    reading = read("25/10/2026 between 02:00 and 02:30", now=SUNDAY_EVENING)

    assert isinstance(reading, Question)
    labels = option_labels(reading, ENGLISH, SUNDAY_EVENING)
    assert [label[-len("02:00)") :] for label in labels] == ["02:00)", "01:00)", "01:00)"]
    assert len(set(labels)) == 3


def test_a_follow_up_is_told_as_far_ahead_as_was_typed() -> None:
    reading = read("in 10 minutes", now=SUNDAY_EVENING, direction=Direction.FUTURE)

    assert read_back(reading, ENGLISH, SUNDAY_EVENING) == "Sunday 22 November 2026, about 22:26 (in 10 minutes)"


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (Moment(Certainty.DAY, start="2026-11-21", offset="+01:00"), "Sat 21"),
        (Moment(Certainty.BETWEEN, start="2026-11-21T20:00", end="2026-11-21T21:00", offset="+01:00"), "Sat 21"),
        (Moment(Certainty.BETWEEN, start="2024-06-01", end="2024-08-31", offset="+02:00"), f"Jun{DASH}Aug"),
        (Moment(Certainty.BETWEEN, start="2026-03-01", end="2026-03-10", offset="+01:00"), f"1{DASH}10"),
        (Moment(Certainty.BETWEEN, start="2024-12-01", end="2025-02-28", offset="+01:00"), f"2024{DASH}25"),
        (UNKNOWN, "unknown"),
    ],
)
def test_the_timeline_names_no_day_that_nobody_is_sure_of(moment: Moment, shown: str) -> None:
    assert heading(moment, ENGLISH) == shown


@pytest.mark.parametrize(
    ("start", "offset", "words"),
    [
        ("2026-11-20T22:55", "+01:00", "Friday 20 November 2026, 22:55 (UTC+01:00)"),
        ("2026-11-20T23:55:10", "+00:00", "Saturday 21 November 2026, 00:55:10 (UTC+01:00)"),
        ("2026-10-25T00:30", "+00:00", "Sunday 25 October 2026, 02:30 (UTC+02:00)"),
        ("2026-10-25T01:30", "+00:00", "Sunday 25 October 2026, 02:30 (UTC+01:00)"),
        ("2026-11-20T22:55", "", "Friday 20 November 2026, 22:55 (the file names no time zone)"),
    ],
)
def test_a_time_that_a_file_carries_tells_by_which_clock(start: str, offset: str, words: str) -> None:
    assert carried(Moment(Certainty.EXACT, start, offset=offset), BRUSSELS, ENGLISH) == words
