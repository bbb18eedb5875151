"""What holds for every text and every moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.text.words import Words
from journal.domain.time.moment import exactly, offset_text
from journal.domain.time.moment_words import in_words
from journal.domain.time.reading import Direction, NotUnderstood, Question, Reading, Understood, read
from journal.domain.time.reading.answer import IN_THE_FUTURE
from journal.domain.time.reading_back import read_back
from tests.domain.reading_notation import BRUSSELS, SUNDAY_EVENING

LANGUAGES = st.permutations(["en", "nl", "fr"])
TIMES = st.datetimes(datetime(2000, 1, 1), datetime(2026, 11, 22, 22, 0)).map(  # noqa: DTZ001 - made aware below
    lambda when: when.replace(second=0, microsecond=0, tzinfo=UTC).astimezone(BRUSSELS)
)
MOMENTS_OF_TYPING = st.datetimes(datetime(2001, 1, 1), datetime(2099, 1, 1)).map(  # noqa: DTZ001 - made aware below
    lambda when: when.replace(tzinfo=UTC).astimezone(BRUSSELS)
)
TIMELY_WORDS = (
    "yesterday gisteren hier 22:14 22u15 8 uur at om à half drie quarter 3/4 4/13 29/2 2015 20.11 vrijdag mar "
    "last vorige week month maart 3 april 2026 ago geleden il y a minutes heures between tussen entre and en et from "
    "to tot - nacht 's avonds vannacht midnight 12 middernacht ~ about since sinds begin end of summer winter 2024 "
    "99 in over 9999 jaar years weekend van op de le morgen matin du 5000 maanden 24:00 00:00 02:30 25/10 29/3"
)
FRAGMENTS = st.sampled_from(TIMELY_WORDS.split())
TEXTS = st.one_of(st.text(), st.lists(FRAGMENTS, max_size=8).map(" ".join))


def readings(reading: Reading) -> tuple[Understood, ...]:
    """All that may be meant."""
    if isinstance(reading, Question):
        return reading.options
    return (reading,) if isinstance(reading, Understood) else ()


@given(TEXTS, MOMENTS_OF_TYPING, LANGUAGES, st.sampled_from(Direction), st.sampled_from(["", "US"]))
def test_any_text_gets_an_answer_that_can_be_read_back(
    text: str, now: datetime, languages: list[str], direction: Direction, region: str
) -> None:
    reading = read(text, now=now, languages=languages, direction=direction, region=region)

    assert isinstance(reading, Understood | Question | NotUnderstood)
    assert read_back(reading, Words("en"), now)


@given(TEXTS, MOMENTS_OF_TYPING)
def test_a_question_has_two_to_four_readings_all_different_or_one_to_confirm(text: str, now: datetime) -> None:
    reading = read(text, now=now)

    if isinstance(reading, Question):
        assert len(reading.options) <= 4
        assert len(reading.options) >= 2 or IN_THE_FUTURE in reading.options[0].assumed
        assert len({(option.moment, option.until) for option in reading.options}) == len(reading.options)


@given(TEXTS, MOMENTS_OF_TYPING)
def test_nothing_that_happened_lies_in_the_future_unless_it_is_asked_and_said(text: str, now: datetime) -> None:
    reading = read(text, now=now)

    if isinstance(reading, Understood):
        assert reading.moment.earliest is None or reading.moment.earliest <= now
    for understood in readings(reading):
        earliest = understood.moment.earliest
        assert earliest is None or earliest <= now or IN_THE_FUTURE in understood.assumed


@given(TEXTS, MOMENTS_OF_TYPING)
def test_every_offset_is_one_that_the_zone_has_at_that_time(text: str, now: datetime) -> None:
    reading = read(text, now=now)

    for understood in readings(reading):
        moment = understood.moment
        if moment.has_clock_time and moment.earliest:
            there = moment.earliest.astimezone(BRUSSELS)
            assert offset_text(there) == moment.offset
            assert there.replace(tzinfo=None) == moment.local_start


@given(TEXTS, MOMENTS_OF_TYPING)
def test_an_end_never_lies_before_its_beginning(text: str, now: datetime) -> None:
    reading = read(text, now=now)

    for understood in readings(reading):
        moment, until = understood.moment, understood.until
        if moment.earliest and moment.latest:
            assert moment.earliest <= moment.latest
        if until and until.earliest and moment.earliest:
            assert moment.earliest <= until.earliest


@given(TIMES)
def test_a_moment_in_figures_reads_back_as_itself(when: datetime) -> None:
    typed = f"{when.day}/{when.month}/{when:%Y %H:%M}"

    found = readings(read(typed, now=SUNDAY_EVENING))

    assert exactly(when, typed) in [one.moment for one in found]
    came_twice = when.utcoffset() != when.replace(fold=1 - when.fold).utcoffset()
    assert len(found) == (2 if came_twice else 1)


@pytest.mark.parametrize("language", ["en", "nl", "fr"])
@given(when=TIMES)
def test_a_moment_in_words_reads_back_as_itself(language: str, when: datetime) -> None:
    typed = in_words(exactly(when), Words(language))

    found = readings(read(typed, now=SUNDAY_EVENING, languages=(language,)))

    assert exactly(when, typed) in [one.moment for one in found]


@given(MOMENTS_OF_TYPING, st.integers(1, 600))
def test_minutes_ago_are_elapsed_minutes(now: datetime, minutes: int) -> None:
    reading = read(f"{minutes} minutes ago", now=now)

    assert isinstance(reading, Understood)
    assert reading.moment.earliest
    elapsed = now.astimezone(UTC) - reading.moment.earliest
    assert timedelta(0) <= elapsed - timedelta(minutes=minutes) < timedelta(minutes=1)
