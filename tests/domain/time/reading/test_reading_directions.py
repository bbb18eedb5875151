"""What is assumed, what is asked, and how the direction, the language and the region change a reading."""

from __future__ import annotations

from datetime import timedelta

import pytest

from journal.domain.time.moment import Certainty
from journal.domain.time.reading import Direction, NotUnderstood, Question, Understood, read
from journal.domain.time.reading.answer import (
    DAY_ASSUMED,
    DAY_FIRST,
    DAYS_DIFFER,
    EMPTY,
    IN_THE_FUTURE,
    IN_THE_PAST,
    MONTH_ASSUMED,
    NO_SUCH_DAY,
    NO_SUCH_TIME,
    NOT_READ,
    NOT_READ_AHEAD,
    OTHER_ORDER,
    PART_DIFFERS,
    STILL_TO_COME,
    WEEKDAY_DIFFERS,
    WRONG_ORDER,
    YEAR_ASSUMED,
    YEAR_DOUBTFUL,
)
from tests.domain.reading_notation import SUNDAY_EVENING, told

FOLLOW_UPS = [
    ("vrijdag", "day 2026-11-27"),
    ("vrijdag 20:00", "2026-11-27 20:00"),
    ("zondag", "? day 2026-11-22 | day 2026-11-29"),
    ("3/4", "day 2027-04-03"),
    ("21 november", "day 2027-11-21"),
    ("tomorrow", "day 2026-11-23"),
    ("morgen", "day 2026-11-23"),
    ("morgen 8u", "2026-11-23 08:00"),
    ("après-demain", "day 2026-11-24"),
    ("over 2 weken", "day 2026-12-06"),
    ("dans 3 jours", "day 2026-11-25"),
    ("in 6 months", "day 2027-05-22"),
    ("in 10 minutes", "~2026-11-22 22:26"),
    ("next Friday", "day 2026-11-27"),
    ("volgende week dinsdag", "day 2026-11-24"),
    ("20:00", "2026-11-23 20:00"),
    ("23:00", "2026-11-22 23:00"),
    ("8 uur", "? 2026-11-23 08:00 | 2026-11-23 20:00"),
    ("volgende maand", "2026-12-01 .. 2026-12-31"),
    ("de 3de", "day 2026-12-03"),
    ("tot 3 april", "day 2027-04-03"),
    ("until 3 April 2027", "day 2027-04-03"),
    ("jusqu'au 3 avril", "day 2027-04-03"),
    ("from Monday to Wednesday", "day 2026-11-23 > day 2026-11-25"),
    ("vanavond om 11", "2026-11-22 23:00"),
]

FILTERS = [
    ("juni 2025", "2025-06-01 .. 2025-06-30"),
    ("juni - augustus 2025", "2025-06-01 .. 2025-06-30 > 2025-08-01 .. 2025-08-31"),
    ("1/1/2026 - 30/6/2026", "day 2026-01-01 > day 2026-06-30"),
    ("afgelopen 30 dagen", "day 2026-10-24 > day 2026-11-22"),
    ("the last 2 weeks", "day 2026-11-08 > day 2026-11-22"),
    ("les 3 derniers mois", "day 2026-08-22 > day 2026-11-22"),
    ("sinds maart", "2026-03-01 .. 2026-03-31 > day 2026-11-22"),
    ("deze maand", "2026-11-01 .. 2026-11-30"),
    ("tomorrow", "day 2026-11-23"),
    ("23:00", "2026-11-21 23:00"),
]


@pytest.mark.parametrize(("typed", "expected"), FOLLOW_UPS)
def test_a_follow_up_is_the_next_one(typed: str, expected: str) -> None:
    reading = read(typed, now=SUNDAY_EVENING, languages=("en",), direction=Direction.FUTURE)

    assert told(reading) == expected


@pytest.mark.parametrize(("typed", "expected"), FILTERS)
def test_a_filter_may_be_a_span_and_points_nothing_out(typed: str, expected: str) -> None:
    reading = read(typed, now=SUNDAY_EVENING, languages=("nl",), direction=Direction.INTERVAL)

    assert told(reading) == expected


@pytest.mark.parametrize(
    ("typed", "assumed"),
    [
        ("21/11/2026", ()),
        ("21/11", (YEAR_ASSUMED,)),
        ("22/5", (YEAR_ASSUMED,)),
        ("21/5", (YEAR_DOUBTFUL,)),
        ("23/11", (YEAR_DOUBTFUL,)),
        ("juni", (YEAR_ASSUMED,)),
        ("begin maart", (YEAR_DOUBTFUL,)),
        ("van 19 tot 21 mei", (YEAR_DOUBTFUL,)),
        ("de 3de", (MONTH_ASSUMED,)),
        ("'s avonds", (DAY_ASSUMED,)),
        ("gisteren 22:14", ()),
    ],
)
def test_what_was_not_typed_is_named(typed: str, assumed: tuple[str, ...]) -> None:
    reading = read(typed, now=SUNDAY_EVENING, languages=("nl",))

    assert isinstance(reading, Understood)
    assert reading.assumed == assumed


@pytest.mark.parametrize("typed", ["tomorrow", "next Friday", "24/12/2026 20:00", "demain matin"])
def test_a_happening_that_can_only_lie_in_the_future_waits_to_be_confirmed(typed: str) -> None:
    reading = read(typed, now=SUNDAY_EVENING)

    assert isinstance(reading, Question)
    assert [option.assumed for option in reading.options] == [(IN_THE_FUTURE,)]


def test_a_day_to_come_that_is_not_understood_is_helped_with_days_to_come() -> None:
    reading = read("gobbledygook", now=SUNDAY_EVENING, direction=Direction.FUTURE)

    assert reading == NotUnderstood(NOT_READ_AHEAD)


def test_a_follow_up_in_the_past_is_marked() -> None:
    reading = read("3/4/2025", now=SUNDAY_EVENING, direction=Direction.FUTURE)

    assert isinstance(reading, Understood)
    assert reading.assumed == (IN_THE_PAST,)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", EMPTY),
        ("   ", EMPTY),
        ("gobbledygook", NOT_READ),
        ("x" * 5000, NOT_READ),
        ("31/2/2026", NO_SUCH_DAY),
        ("4/13/2026", DAY_FIRST),
        ("from 5/3/2026 to 1/3/2026", WRONG_ORDER),
        ("between 31/4/2026 and 3/5/2026", NO_SUCH_DAY),
        ("25:00", NO_SUCH_TIME),
        ("yesterday 22:75", NO_SUCH_TIME),
        ("this morning 22:14", PART_DIFFERS),
    ],
)
def test_what_is_not_understood_says_what_is_missing(typed: str, why: str) -> None:
    assert read(typed, now=SUNDAY_EVENING) == NotUnderstood(why)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("4/13", OTHER_ORDER),
        ("23:00", STILL_TO_COME),
        ("20:00-23:10", STILL_TO_COME),
        ("Monday 3 March 2026", WEEKDAY_DIFFERS),
        ("yesterday Friday", WEEKDAY_DIFFERS),
        ("yesterday 20 Nov", DAYS_DIFFER),
        ("tomorrow", STILL_TO_COME),
        ("24/12/2026 20:00", STILL_TO_COME),
    ],
)
def test_a_question_says_what_is_not_clear(typed: str, why: str) -> None:
    reading = read(typed, now=SUNDAY_EVENING)

    assert isinstance(reading, Question)
    assert reading.why == why


@pytest.mark.parametrize(
    ("languages", "region", "typed", "expected"),
    [
        (("en",), "", "3/4", "day 2026-04-03"),
        (("en",), "GB", "3/4", "day 2026-04-03"),
        (("en",), "US", "3/4", "day 2026-03-04"),
        (("en_US",), "us", "3/4", "day 2026-03-04"),
        (("nl", "en"), "US", "3/4", "day 2026-04-03"),
        (("en",), "US", "4/13", "day 2026-04-13"),
        (("en",), "US", "4/13/2026", "day 2026-04-13"),
        (("en",), "US", "13/4", "? day 2026-04-13 | 2013-04-01 .. 2013-04-30"),
        (("en",), "US", "3.4.", "day 2026-04-03"),
        (("en",), "US", "2026-03-04", "day 2026-03-04"),
        (("fr_BE", "nl_BE"), "BE", "hier", "day 2026-11-21"),
        (("nl_BE", "fr_BE"), "BE", "hier", "? day 2026-11-21 | day 2026-11-22"),
        (("en", "fr", "nl"), "BE", "hier 22h15", "2026-11-21 22:15"),
        (("fr",), "", "mar", "? day 2026-11-17 | 2026-03-01 .. 2026-03-31"),
        (("en",), "", "mar", "? 2026-03-01 .. 2026-03-31 | day 2026-11-17"),
        (("de",), "", "gisteren 22u15", "2026-11-21 22:15"),
        ((), "", "yesterday", "day 2026-11-21"),
    ],
)
def test_language_and_region_decide_what_differs(
    languages: tuple[str, ...], region: str, typed: str, expected: str
) -> None:
    reading = read(typed, now=SUNDAY_EVENING, languages=languages, region=region)

    assert told(reading) == expected


def test_the_words_as_typed_are_kept() -> None:
    reading = read("  Gisteren 22u15 ", now=SUNDAY_EVENING)

    assert isinstance(reading, Understood)
    assert reading.moment.typed == "  Gisteren 22u15 "


def test_each_option_of_a_question_keeps_the_words_as_typed() -> None:
    reading = read("half drie", now=SUNDAY_EVENING)

    assert isinstance(reading, Question)
    assert {option.moment.typed for option in reading.options} == {"half drie"}


def test_now_is_frozen_to_the_minute() -> None:
    reading = read("now", now=SUNDAY_EVENING + timedelta(seconds=20))

    assert isinstance(reading, Understood)
    assert reading.moment.start == "2026-11-22T22:16"
    assert reading.moment.certainty is Certainty.EXACT
