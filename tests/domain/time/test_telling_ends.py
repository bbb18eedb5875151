"""An end is told as surely as it is known, in every language, and a span that lasts days names its last day."""

from __future__ import annotations

import pytest

from journal.commands.entry_lines import _when as listed
from journal.domain.entry.entry import Entry
from journal.domain.entry.rendering import changes, rendered_fields
from journal.domain.text.words import Words
from journal.domain.time.moment import UNKNOWN, Certainty, Moment, PartOfDay
from journal.domain.time.moment_words import DASH, in_words, short

ENGLISH = Words("en")


def at(local: str, certainty: Certainty = Certainty.EXACT) -> Moment:
    return Moment(certainty, start=f"2026-10-{local}")


def between(first: str, last: str) -> Moment:
    return Moment(Certainty.BETWEEN, start=f"2026-10-{first}", end=f"2026-10-{last}")


ABOUT_23 = at("20T23:00", Certainty.ABOUT)
HALF_PAST = between("20T22:30", "20T23:30")
EVENING = Moment(Certainty.PART_OF_DAY, start="2026-10-20T18:00", end="2026-10-20T22:00", part=PartOfDay.EVENING)


@pytest.mark.parametrize(
    ("happened", "until", "told"),
    [
        (at("20T22:14"), at("20T23:00"), "Tuesday 20 October 2026, from 22:14 to 23:00"),
        (at("20T22:14"), ABOUT_23, "Tuesday 20 October 2026, from 22:14 to about 23:00"),
        (at("20T22:14"), HALF_PAST, "Tuesday 20 October 2026, from 22:14 to some time between 22:30 and 23:30"),
        (at("20T22:14", Certainty.ABOUT), at("20T23:00"), "Tuesday 20 October 2026, from about 22:14 to 23:00"),
        (HALF_PAST, ABOUT_23, "Tuesday 20 October 2026, from some time between 22:30 and 23:30 to about 23:00"),
        (UNKNOWN, at("20T23:00"), "beginning not known, until Tuesday 20 October 2026, 23:00"),
        (UNKNOWN, ABOUT_23, "beginning not known, until Tuesday 20 October 2026, about 23:00"),
        (at("20T22:14"), UNKNOWN, "Tuesday 20 October 2026, 22:14"),
        (at("20", Certainty.DAY), at("25", Certainty.DAY), "from Tuesday 20 October 2026 to Sunday 25 October 2026"),
        (EVENING, at("20T23:00"), "from evening of Tuesday 20 October 2026 to Tuesday 20 October 2026, 23:00"),
    ],
)
def test_each_end_is_told_as_surely_as_it_is_known(happened: Moment, until: Moment, told: str) -> None:
    assert in_words(happened, ENGLISH, until) == told


@pytest.mark.parametrize(
    ("language", "about", "between_two", "no_beginning"),
    [
        (
            "nl",
            "dinsdag 20 oktober 2026, van 22:14 tot ongeveer 23:00",
            "dinsdag 20 oktober 2026, van 22:14 tot een tijdstip tussen 22:30 en 23:30",
            "begin niet bekend, tot dinsdag 20 oktober 2026, 23:00",
        ),
        (
            "fr",
            "mardi 20 octobre 2026, de 22:14 à environ 23:00",
            "mardi 20 octobre 2026, de 22:14 à un moment entre 22:30 et 23:30",
            "début inconnu\N{NO-BREAK SPACE}; fin\N{NO-BREAK SPACE}: mardi 20 octobre 2026, 23:00",
        ),
    ],
)
def test_other_languages_tell_an_end_no_surer(language: str, about: str, between_two: str, no_beginning: str) -> None:
    words = Words(language)

    assert in_words(at("20T22:14"), words, ABOUT_23) == about
    assert in_words(at("20T22:14"), words, HALF_PAST) == between_two
    assert in_words(UNKNOWN, words, at("20T23:00")) == no_beginning


@pytest.mark.parametrize(
    ("happened", "until", "in_column", "in_list"),
    [
        (at("20T22:14"), None, "22:14", "2026-10-20 22:14"),
        (at("20T22:14"), at("20T23:00"), "22:14-23:00", "2026-10-20 22:14-23:00"),
        (at("20T22:14"), ABOUT_23, "22:14-~23:00", "2026-10-20 22:14-~23:00"),
        (at("20T22:14"), HALF_PAST, "22:14-?", "2026-10-20 22:14-(22:30-23:30)"),
        (at("20T22:14"), at("25T08:00"), "22:14-Sun 25", "2026-10-20 22:14-2026-10-25 08:00"),
        (at("20", Certainty.DAY), at("25", Certainty.DAY), "-Sun 25", "2026-10-20-2026-10-25"),
        (
            at("20T22:14"),
            Moment(Certainty.EXACT, start="2026-11-01T08:00"),
            "22:14-1 Nov",
            "2026-10-20 22:14-2026-11-01 08:00",
        ),
        (
            at("20T22:14"),
            Moment(Certainty.EXACT, start="2027-11-01T08:00"),
            "22:14-1 Nov 2027",
            "2026-10-20 22:14-2027-11-01 08:00",
        ),
        (at("20T22:14"), between("01", "31"), "22:14-?", "2026-10-20 22:14-(2026-10-01-2026-10-31)"),
        (UNKNOWN, at("20T23:00"), "-Tue 20", "?-2026-10-20 23:00"),
        (UNKNOWN, None, "-", "time unknown"),
        (HALF_PAST, at("20T23:45"), "~22:30-23:45", "(2026-10-20 22:30-23:30)-23:45"),
        (EVENING, at("20T23:00"), "evening-23:00", "2026-10-20 evening-23:00"),
        (between("01", "31"), None, "-", "2026-10-01-2026-10-31"),
        (between("20T23:00", "21T01:00"), None, "23:00-01:00", "2026-10-20 23:00-2026-10-21 01:00"),
        (at("20", Certainty.ABOUT), None, "-", "~2026-10-20"),
    ],
)
def test_column_and_list_name_the_last_day_of_what_lasts_days(
    happened: Moment, until: Moment | None, in_column: str, in_list: str
) -> None:
    assert short(happened, until) == in_column.replace("-", DASH)
    told = listed(happened, until)
    assert told.replace(DASH, "-") == in_list


def test_a_change_of_the_end_alone_tells_the_whole_time_before_and_after() -> None:
    before = Entry(happened=at("20T22:14"), until=at("20T23:00"))
    after = Entry(happened=at("20T22:14"), until=at("20T23:30"))

    (change,) = changes(before, after, {}, ENGLISH)

    assert (change.label, change.before, change.after) == (
        "When",
        "Tuesday 20 October 2026, from 22:14 to 23:00",
        "Tuesday 20 October 2026, from 22:14 to 23:30",
    )


@pytest.mark.parametrize(("then", "now"), [(51, 1), (1, 51), (3, 5)])
def test_a_change_of_the_count_tells_both_figures_one_too(then: int, now: int) -> None:
    (change,) = changes(Entry(times=then), Entry(times=now), {}, ENGLISH)

    assert (change.name, change.before, change.after) == ("times", str(then), str(now))
    assert ("times" in {field.name for field in rendered_fields(Entry(times=1), {}, ENGLISH)}) is False
