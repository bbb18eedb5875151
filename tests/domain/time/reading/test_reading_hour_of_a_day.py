"""An hour beside a day is a moment of that day, however either of them is written and whichever comes first."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.time.reading import NotUnderstood, Reading, Understood
from tests.domain.reading_notation import told
from tests.domain.time.reading.test_reading_laws import TONGUES, Tongue, reading_of

FIGURES = {"17-11-2026": date(2026, 11, 17), "9/10/2026": date(2026, 10, 9), "2026-11-12": date(2026, 11, 12)}
DAYS = {
    "nl": {
        "gisteren": date(2026, 11, 28),
        "vorige week dinsdag": date(2026, 11, 17),
        "woensdag van vorige week": date(2026, 11, 18),
        "een week geleden": date(2026, 11, 22),
        "2 weken geleden": date(2026, 11, 15),
        "12 november 2026": date(2026, 11, 12),
        "za 14 nov.": date(2026, 11, 14),
        "vorig jaar kerst": date(2025, 12, 25),
    },
    "fr": {
        "avant-hier": date(2026, 11, 27),
        "mardi de la semaine dernière": date(2026, 11, 17),
        "il y a une semaine": date(2026, 11, 22),
        "le 12 novembre": date(2026, 11, 12),
        "sam. 14/11": date(2026, 11, 14),
        "jeudi": date(2026, 11, 26),
    },
    "en": {
        "yesterday": date(2026, 11, 28),
        "tuesday last week": date(2026, 11, 17),
        "two weeks ago": date(2026, 11, 15),
        "november 17, 2026": date(2026, 11, 17),
        "12 november 2026": date(2026, 11, 12),
        "Nov 12th": date(2026, 11, 12),
    },
}
HOURS = {
    "nl": {"rond {h}": None, "om {h} uur": None, "{h}:20": 20, "{h}u05": 5, "om {h} uur 40": 40},
    "fr": {"vers {h} heures": None, "à {h}h": 0, "{h} h 40": 40, "{h}h05": 5, "à {h} heures 5": 5},
    "en": {"about {h}": None, "at {h}": None, "{h}:20": 20, "{h}.40": 40},
}
EVENINGS = {"nl": "'s avonds", "fr": "du soir", "en": "in the evening"}


def readings(reading: Reading) -> list[Understood]:
    """Return every reading, asked or not."""
    assert not isinstance(reading, NotUnderstood)
    return [reading] if isinstance(reading, Understood) else list(reading.options)


@given(st.sampled_from(TONGUES), st.integers(2, 11), st.booleans(), st.data())
def test_an_hour_beside_a_day_is_a_moment_of_that_day_in_either_order(
    tongue: Tongue, hour: int, first: bool, data: st.DataObject
) -> None:
    named, day = data.draw(st.sampled_from(sorted((DAYS[tongue.code] | FIGURES).items())))
    written, minute = data.draw(st.sampled_from(sorted(HOURS[tongue.code].items(), key=str)))
    clock = written.format(h=hour)
    typed = f"{clock} {named}" if first else f"{named} {clock}"

    found = readings(reading_of(tongue, typed))

    starts = {datetime.fromisoformat(one.moment.start) for one in found}
    midnight = datetime.combine(day, datetime.min.time())
    wanted = midnight + timedelta(hours=hour, minutes=minute or 0)
    assert starts in ({wanted}, {wanted, wanted + timedelta(hours=12)}), typed
    assert not any(one.until for one in found), typed


@given(st.sampled_from(TONGUES), st.integers(7, 11), st.booleans(), st.data())
def test_an_hour_in_the_evening_of_a_day_is_that_hour_alone(
    tongue: Tongue, hour: int, first: bool, data: st.DataObject
) -> None:
    named, day = data.draw(st.sampled_from(sorted((DAYS[tongue.code] | FIGURES).items())))
    written, minute = data.draw(st.sampled_from(sorted(HOURS[tongue.code].items(), key=str)))
    clock = f"{written.format(h=hour)} {EVENINGS[tongue.code]}"

    reading = reading_of(tongue, f"{clock} {named}" if first else f"{named} {clock}")

    assert told(reading).removeprefix("~") == f"{day} {hour + 12}:{minute or 0:02}"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("5 november 17", "day 2017-11-05"),
        ("5 november 17", "2026-11-17 17:00"),
        ("saturday night at 6", "2026-11-28 18:00"),
        ("friday at four in the evening", "2026-11-27 16:00"),
        ("monday ten to five in the evening", "2026-11-23 16:50"),
    ],
)
def test_each_of_two_meanings_is_offered(typed: str, wanted: str) -> None:
    assert wanted in told(reading_of(TONGUES[2], typed)).removeprefix("? ").split(" | ")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("14 november 9:15", "2026-11-14 09:15"),
        ("14 november van 9.15 tot 11.45", "2026-11-14 09:15 > 2026-11-14 11:45"),
        ("half 8 tot half 10 vrijdagavond", "2026-11-27 19:30 > 2026-11-27 21:30"),
    ],
)
def test_words_of_the_interface_are_not_read_by_the_habits_of_another_language(typed: str, wanted: str) -> None:
    assert told(reading_of(TONGUES[0], typed)) == wanted


@pytest.mark.parametrize("typed", ["ten to twelve yesterday afternoon", "friday afternoon 10 to 12"])
def test_minutes_to_an_hour_outside_their_part_of_the_day_are_no_range(typed: str) -> None:
    assert told(reading_of(TONGUES[2], typed)) == "-"


def test_an_english_night_begins_with_the_evening() -> None:
    assert told(reading_of(TONGUES[2], "saturday night ten to eight")) == "2026-11-28 19:50"
    assert told(reading_of(TONGUES[0], "zaterdag 's nachts om 7")) == "-"


def test_a_time_in_a_day_whole_weeks_ago_says_that_the_day_is_assumed() -> None:
    at_ten = readings(reading_of(TONGUES[1], "il y a deux semaines à 22h"))
    assert [one.assumed for one in at_ten] == [("day assumed",)]
    assert told(reading_of(TONGUES[1], "il y a deux semaines")) == "2026-11-12 .. 2026-11-18"


@given(st.sampled_from(TONGUES), st.integers(13, 21), st.data())
def test_doubt_said_behind_a_whole_range_is_of_both_its_ends(tongue: Tongue, hour: int, data: st.DataObject) -> None:
    doubts = {"nl": ["denk ik", "ongeveer"], "fr": ["environ", "je crois"], "en": ["i think", "or so"]}[tongue.code]
    named, day = data.draw(st.sampled_from(sorted(DAYS[tongue.code].items())))
    span = data.draw(st.sampled_from(tongue.spans)).format(a=f"{hour}:05", b=f"{hour + 2}:10")

    reading = reading_of(tongue, f"{named} {span} {data.draw(st.sampled_from(doubts))}")

    assert told(reading) == f"~{day} {hour}:05 > ~{day} {hour + 2}:10"


@pytest.mark.parametrize("typed", ["2026 november 17", "2026 17 november"])
def test_a_year_before_its_date_is_not_kept_as_a_time_of_day(typed: str) -> None:
    assert "day 2026-11-17" in told(reading_of(TONGUES[2], typed)).removeprefix("? ").split(" | ")


NEAR = {
    "nl": ("net na", "kort voor", "vlak voor", "iets na", "rond de klok van"),
    "fr": ("juste après", "peu avant", "un peu après"),
    "en": ("just after", "shortly before", "a bit after"),
}
ON_THE_DOT = {
    "nl": ("precies", "stipt", "klokslag"),
    "fr": ("précises", "pile"),
    "en": ("exactly", "sharp", "on the dot"),
}


@given(st.sampled_from(TONGUES), st.integers(13, 23), st.data())
def test_a_little_before_or_after_an_hour_is_about_that_hour(tongue: Tongue, hour: int, data: st.DataObject) -> None:
    named, day = data.draw(st.sampled_from(sorted(DAYS[tongue.code].items())))

    reading = reading_of(tongue, f"{named} {data.draw(st.sampled_from(NEAR[tongue.code]))} {hour}:00")

    assert told(reading) == f"~{day} {hour}:00"


@given(st.sampled_from(TONGUES), st.integers(13, 23), st.data())
def test_an_hour_on_the_dot_is_that_hour(tongue: Tongue, hour: int, data: st.DataObject) -> None:
    named, day = data.draw(st.sampled_from(sorted(DAYS[tongue.code].items())))

    reading = reading_of(tongue, f"{named} {hour}:00 {data.draw(st.sampled_from(ON_THE_DOT[tongue.code]))}")

    assert told(reading) == f"{day} {hour}:00"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("at the end of october", "2026-10-21 .. 2026-10-31"),
        ("first thing yesterday morning", "morning 2026-11-28"),
        ("two nights ago", "night 2026-11-27"),
    ],
)
def test_everyday_words_of_a_span_are_read(typed: str, wanted: str) -> None:
    assert told(reading_of(TONGUES[2], typed)) == wanted


def test_late_in_a_night_is_not_in_its_evening() -> None:
    (late,), (any_time,) = (readings(reading_of(TONGUES[2], typed)) for typed in ("late last night", "last night"))

    assert (late.moment.start, any_time.moment.start) == ("2026-11-28T22:00", "2026-11-28T18:00")
    assert late.moment.end == any_time.moment.end
