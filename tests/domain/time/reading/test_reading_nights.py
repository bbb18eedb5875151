"""Times typed between midnight and six, and the two nights of the year when the clocks change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from journal.domain.time.reading import Question, Understood, read
from journal.domain.time.reading.answer import AFTER_MIDNIGHT, CLOCK_BACK, CLOCK_FORWARD
from tests.domain.reading_notation import BRUSSELS, SUNDAY_EVENING, told

TWO_AT_NIGHT = datetime(2026, 11, 22, 2, 0, tzinfo=BRUSSELS)

TYPED_AT_TWO_AT_NIGHT = [
    ("gisteren", "? day 2026-11-21 | day 2026-11-20"),
    ("gisteren 22:00", "2026-11-21 22:00"),
    ("yesterday 10pm", "2026-11-21 22:00"),
    ("hier soir", "? evening 2026-11-21 | evening 2026-11-20"),
    ("vannacht", "? night 2026-11-21 | night 2026-11-20"),
    ("vannacht 1u", "2026-11-22 01:00"),
    ("last night", "? night 2026-11-21 | night 2026-11-20"),
    ("cette nuit", "? night 2026-11-21 | night 2026-11-20"),
    ("vanavond", "? evening 2026-11-21 | evening 2026-11-22 !"),
    ("tonight", "? evening 2026-11-21 | evening 2026-11-22 !"),
    ("eergisteren", "? day 2026-11-20 | day 2026-11-19"),
    ("today 23:00", "? 2026-11-21 23:00 | 2026-11-22 23:00 !"),
    ("22:14", "? 2026-11-21 22:14 | 2026-11-22 22:14 !"),
    ("01:30", "2026-11-22 01:30"),
    ("today 01:30", "2026-11-22 01:30"),
    ("zaterdag", "day 2026-11-21"),
    ("half twee", "? 2026-11-22 01:30 | 2026-11-21 13:30"),
    ("10 minutes ago", "~2026-11-22 01:50"),
    ("3 hours ago", "~2026-11-21 23:00"),
    ("nu", "2026-11-22 02:00"),
]


@pytest.mark.parametrize(("typed", "expected"), TYPED_AT_TWO_AT_NIGHT)
def test_a_day_named_after_midnight_is_asked(typed: str, expected: str) -> None:
    reading = read(typed, now=TWO_AT_NIGHT, languages=("nl", "fr", "en"))

    assert told(reading) == expected


def test_the_question_after_midnight_says_why() -> None:
    reading = read("gisteren", now=TWO_AT_NIGHT, languages=("nl",))

    assert isinstance(reading, Question)
    assert reading.why == AFTER_MIDNIGHT


def test_from_six_in_the_morning_yesterday_is_certain() -> None:
    reading = read("gisteren", now=TWO_AT_NIGHT.replace(hour=6), languages=("nl",))

    assert told(reading) == "day 2026-11-21"


@pytest.mark.parametrize(
    "typed", ["25 oct 2026 02:30", "25/10/2026 2u30", "dimanche 25 octobre 2h30", "25/10 half drie 's ochtends"]
)
def test_a_time_that_came_twice_in_october_is_asked_with_both_offsets(typed: str) -> None:
    reading = read(typed, now=SUNDAY_EVENING)

    assert isinstance(reading, Question)
    assert reading.why == CLOCK_BACK
    assert [option.moment.start for option in reading.options] == ["2026-10-25T02:30"] * 2
    assert [option.moment.offset for option in reading.options] == ["+02:00", "+01:00"]


@pytest.mark.parametrize(
    ("typed", "offset"),
    [
        ("25/10 02:30 (summer time)", "+02:00"),
        ("25/10 2u30 wintertijd", "+01:00"),
        ("25/10 2h30 (heure d\N{RIGHT SINGLE QUOTATION MARK}\u00e9t\u00e9)", "+02:00"),
    ],
)
def test_a_time_that_came_twice_is_not_asked_where_it_says_which_one_it_is(typed: str, offset: str) -> None:
    reading = read(typed, now=SUNDAY_EVENING)

    assert isinstance(reading, Understood)
    assert (reading.moment.start, reading.moment.offset) == ("2026-10-25T02:30", offset)


def test_the_two_readings_of_the_october_night_lie_an_hour_apart() -> None:
    reading = read("25/10/2026 02:30", now=SUNDAY_EVENING)

    assert isinstance(reading, Question)
    first, second = (option.moment.earliest for option in reading.options)
    assert first
    assert second
    assert second - first == timedelta(hours=1)


def test_a_time_left_out_in_march_is_pointed_out_with_its_two_neighbours() -> None:
    reading = read("29/3/2026 02:30", now=SUNDAY_EVENING)

    assert isinstance(reading, Question)
    assert reading.why == CLOCK_FORWARD
    starts = [(option.moment.start, option.moment.offset) for option in reading.options]
    assert starts == [("2026-03-29T03:30", "+02:00"), ("2026-03-29T01:30", "+01:00")]


@pytest.mark.parametrize(
    ("typed", "offset"),
    [
        ("25/10/2026 01:59", "+02:00"),
        ("25/10/2026 03:00", "+01:00"),
        ("29/3/2026 01:59", "+01:00"),
        ("29/3/2026 03:00", "+02:00"),
    ],
)
def test_times_beside_the_change_of_the_clocks_are_certain(typed: str, offset: str) -> None:
    reading = read(typed, now=SUNDAY_EVENING)

    assert isinstance(reading, Understood)
    assert reading.moment.offset == offset


def test_minutes_ago_are_counted_through_the_change_of_the_clocks() -> None:
    just_after = datetime(2026, 10, 25, 1, 10, tzinfo=UTC).astimezone(BRUSSELS)

    reading = read("30 minutes ago", now=just_after)

    assert isinstance(reading, Understood)
    assert reading.moment.start == "2026-10-25T02:40"
    assert reading.moment.offset == "+02:00"


def test_now_in_the_doubled_hour_keeps_its_own_offset() -> None:
    second_time = datetime(2026, 10, 25, 1, 30, tzinfo=UTC).astimezone(BRUSSELS)

    reading = read("now", now=second_time)

    assert isinstance(reading, Understood)
    assert (reading.moment.start, reading.moment.offset) == ("2026-10-25T02:30", "+01:00")


def test_a_span_across_the_change_of_the_clocks_has_both_offsets() -> None:
    reading = read("van 24/10/2026 23:00 tot 25/10/2026 04:00", now=SUNDAY_EVENING, languages=("nl",))

    assert isinstance(reading, Understood)
    assert reading.until
    assert (reading.moment.offset, reading.until.offset) == ("+02:00", "+01:00")


def test_a_day_of_25_hours_is_25_hours_long() -> None:
    reading = read("25/10/2026", now=SUNDAY_EVENING)

    assert isinstance(reading, Understood)
    assert reading.moment.earliest
    assert reading.moment.latest
    assert reading.moment.latest - reading.moment.earliest == timedelta(hours=25)


def test_the_answer_is_in_the_zone_of_now() -> None:
    paramaribo = ZoneInfo("America/Paramaribo")

    reading = read("yesterday 22:15", now=SUNDAY_EVENING.astimezone(paramaribo))

    assert isinstance(reading, Understood)
    assert (reading.moment.start, reading.moment.offset) == ("2026-11-21T22:15", "-03:00")
