"""Laws of the grammar of typed times, over phrases put together at random in three languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from journal.domain.text.words import Words
from journal.domain.time.moment import UNKNOWN, Certainty, Moment, PartOfDay
from journal.domain.time.moment_words import in_words
from journal.domain.time.reading import Question, Reading, Understood, read, zone
from journal.domain.time.reading.answer import IN_THE_FUTURE
from tests.domain.reading_notation import BRUSSELS, SPOKEN_FIRST, told
from tests.domain.time.reading.test_reading_open_cases import AFTERNOON, NIGHT


@dataclass(frozen=True)
class Tongue:
    """The words of a language that the phrases are made of."""

    code: str
    days: tuple[str, ...]
    parts: dict[str, range]
    """Parts of the day, with the hours of twelve that lie in them."""
    hours: tuple[str, ...]
    """Ways to write an hour."""
    twelve_hours: tuple[str, ...]
    """Those of them that do not say which half of the day is meant."""
    spans: tuple[str, ...]
    about: tuple[str, ...]
    weekdays: tuple[str, ...]


TONGUES = (
    Tongue(
        "nl",
        ("gisteren", "eergisteren", "vrijdag", "12 november", "21/11", "vorige week dinsdag", "zaterdag"),
        {"'s avonds": range(7, 12), "'s namiddags": range(1, 6), "'s morgens": range(7, 12)},
        ("{h}u", "{h} uur", "{h}:15", "{h}u30", "half {h}", "{h}.45"),
        ("{h} uur", "half {h}"),
        ("van {a} tot {b}", "{a} tot {b}", "{a}-{b}", "{a} - {b}"),
        ("rond", "ongeveer", "omstreeks"),
        ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    ),
    Tongue(
        "fr",
        ("hier", "avant-hier", "vendredi", "le 12 novembre", "21/11", "mardi dernier", "samedi"),
        {"soir": range(7, 12), "après-midi": range(1, 6), "matin": range(7, 12)},
        ("{h}h", "{h} heures", "{h}:15", "{h}h30", "{h} heures et quart"),
        ("{h} heures", "{h} heures et quart"),
        ("de {a} à {b}", "{a} à {b}", "{a}-{b}", "{a} - {b}"),
        ("vers", "environ"),
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    ),
    Tongue(
        "en",
        ("yesterday", "the day before yesterday", "friday", "12 november", "21/11", "nov 12th", "saturday"),
        {"evening": range(7, 12), "afternoon": range(1, 6), "morning": range(7, 12)},
        ("{h}", "{h} o'clock", "{h}:15", "{h}.30", "half past {h}", "quarter to {h}"),
        ("{h}", "{h} o'clock", "{h}:15", "{h}.30", "half past {h}", "quarter to {h}"),
        ("from {a} to {b}", "{a} to {b}", "{a}-{b}", "{a} until {b}"),
        ("around", "about"),
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ),
)
LANGUAGES = st.sampled_from(TONGUES)
DRAWN = st.data()


def reading_of(tongue: Tongue, typed: str, now: datetime = AFTERNOON) -> Reading:
    """Read as in the interface of that language."""
    return read(typed, now=now, languages=SPOKEN_FIRST[tongue.code], region="BE")


def options(reading: Reading) -> set[str]:
    """Return what may be meant, without order."""
    return set(told(reading).removeprefix("? ").split(" | "))


@given(LANGUAGES, DRAWN)
def test_a_span_in_a_part_of_the_day_reads_as_its_two_ends_read_apart(tongue: Tongue, data: st.DataObject) -> None:
    day, part = data.draw(st.sampled_from(tongue.days)), data.draw(st.sampled_from(sorted(tongue.parts)))
    hours = tongue.parts[part]
    first = data.draw(st.integers(hours.start, hours.stop - 2))
    last = data.draw(st.integers(first + 1, hours.stop - 1))
    written = data.draw(st.sampled_from([one for one in tongue.hours if "half {" not in one and "to {" not in one]))
    ends = [written.format(h=hour) for hour in (first, last)]
    span = data.draw(st.sampled_from(tongue.spans)).format(a=ends[0], b=ends[1])
    order = data.draw(st.sampled_from([f"{day} {part} {span}", f"{span} {day} {part}"]))

    whole = reading_of(tongue, order)
    apart = [reading_of(tongue, f"{day} {part} {end}") for end in ends]

    wanted = f"{told(apart[0])} > {told(apart[1])}"
    minutes_to_the_hour = ends[0] in {"5", "10"} and " to " in span and "from" not in span
    a_date_too = ends[0].isdecimal() and "-".join(ends) in order
    assert wanted in options(whole), order
    assert minutes_to_the_hour or a_date_too or wanted == told(whole), order


@given(LANGUAGES, DRAWN)
def test_the_same_words_in_another_order_read_the_same_or_are_refused(tongue: Tongue, data: st.DataObject) -> None:
    part = data.draw(st.sampled_from([*tongue.parts, ""]))
    hour = data.draw(st.sampled_from(tongue.parts[part] if part else range(1, 13)))
    clock = data.draw(st.sampled_from(tongue.hours)).format(h=hour)
    about = data.draw(st.sampled_from([*tongue.about, ""]))
    # Beside a month, an hour without any sign of its own may as well be the day.
    days = [one for one in tongue.days if not (clock.isdigit() and any(map(str.isdigit, one)))]
    chunks = [data.draw(st.sampled_from(days)), part, f"{about} {clock}".strip()]
    first = reading_of(tongue, " ".join(filter(None, chunks)))

    for order in permutations(filter(None, chunks)):
        reading = reading_of(tongue, " ".join(order))

        if isinstance(reading, Understood | Question) and isinstance(first, Understood | Question):
            assert options(reading) == options(first), order


@given(LANGUAGES, DRAWN)
def test_an_hour_of_twelve_without_a_part_of_the_day_is_asked_with_both_halves(
    tongue: Tongue, data: st.DataObject
) -> None:
    clock = data.draw(st.sampled_from(tongue.twelve_hours))
    day = data.draw(st.sampled_from([one for one in tongue.days if not one[0].isdigit()]))
    typed = f"{day} {clock.format(h=data.draw(st.integers(1, 11)))}"

    reading = reading_of(tongue, typed)

    assert isinstance(reading, Question), typed
    starts = {option.moment.start for option in reading.options}
    halves = {(datetime.fromisoformat(start) + timedelta(hours=12)).isoformat("T", "minutes") for start in starts}
    assert starts & halves, typed


@given(LANGUAGES, st.integers(1, 28), DRAWN)
def test_a_weekday_that_misfits_its_day_is_asked(tongue: Tongue, number: int, data: st.DataObject) -> None:
    weekday = data.draw(st.integers(0, 6))
    fits = date(2026, 11, number).weekday() == weekday
    ordinal = {"nl": f"de {number}de", "fr": f"le {number}", "en": f"the {number}th"}[tongue.code]

    reading = reading_of(tongue, f"{tongue.weekdays[weekday]} {ordinal}")

    if fits:
        assert told(reading) == f"day 2026-11-{number:02}"
    else:
        assert isinstance(reading, Question)
        assert f"day 2026-11-{number:02}" in options(reading)


@given(LANGUAGES, DRAWN, st.sampled_from([AFTERNOON, NIGHT]))
def test_a_happening_never_lies_in_the_future_without_a_question(
    tongue: Tongue, data: st.DataObject, now: datetime
) -> None:
    words = [
        *tongue.days,
        *tongue.parts,
        *tongue.weekdays,
        "vandaag",
        "tonight",
        "demain",
        "ce soir",
        "morgen",
        "22:14",
    ]
    clock = data.draw(st.sampled_from(tongue.hours)).format(h=data.draw(st.integers(1, 24)))
    typed = " ".join([*data.draw(st.lists(st.sampled_from(words), max_size=2)), clock])

    reading = reading_of(tongue, typed, now)

    if isinstance(reading, Understood):
        last = reading.until or reading.moment
        assert last.earliest is None or last.earliest <= now, typed
    elif isinstance(reading, Question):
        to_come = [one.moment.earliest and one.moment.earliest > now for one in reading.options]
        assert to_come == [IN_THE_FUTURE in one.assumed for one in reading.options] or any(
            one.until for one in reading.options
        ), typed


TIMES = st.one_of(
    st.datetimes(datetime(2025, 1, 1), datetime(2026, 11, 29, 14, 0)),  # noqa: DTZ001 - made aware below
    st.datetimes(datetime(2026, 10, 24, 23), datetime(2026, 10, 25, 3)),  # noqa: DTZ001 - the night of 25 hours
).map(lambda when: when.replace(second=0, microsecond=0, tzinfo=UTC).astimezone(BRUSSELS))
DAYS = st.dates(date(2025, 1, 1), date(2026, 11, 27))


@st.composite
def moments(draw: st.DrawFn) -> tuple[Moment, Moment | None]:
    """Draw a moment of each kind, and perhaps its end."""
    when = draw(TIMES)
    later = draw(
        st.integers(1, 600).map(
            lambda minutes: (when.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(BRUSSELS)
        )
    )
    day, length = draw(DAYS), draw(st.integers(1, 40))
    part = draw(st.sampled_from([PartOfDay.MORNING, PartOfDay.AFTERNOON, PartOfDay.EVENING, PartOfDay.NIGHT]))
    hours = {PartOfDay.MORNING: (6, 12), PartOfDay.AFTERNOON: (12, 18), PartOfDay.EVENING: (18, 24)}.get(part, (22, 30))
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a local time
    first, last = (midnight + timedelta(hours=hour) for hour in hours)
    return draw(
        st.sampled_from(
            [
                (zone.at(when), None),
                (zone.at(when, certainty=Certainty.ABOUT), None),
                (zone.whole_day(day, BRUSSELS), None),
                (zone.whole_day(day, BRUSSELS, about=True), None),
                (zone.times_between(when, later), None),
                (zone.days_between(day, day + timedelta(days=length), BRUSSELS), None),
                (zone.part_of_day(part, first, last, BRUSSELS), None),
                (zone.at(when), zone.at(later)),
                (zone.whole_day(day, BRUSSELS), zone.whole_day(day + timedelta(days=length), BRUSSELS)),
                (UNKNOWN, None),
            ]
        )
    )


@pytest.mark.parametrize("language", ["en", "nl", "fr"])
@given(both=moments())
def test_what_is_read_back_in_words_reads_as_itself(language: str, both: tuple[Moment, Moment | None]) -> None:
    typed = in_words(both[0], Words(language, zone=BRUSSELS), both[1])

    reading = read(typed, now=AFTERNOON + timedelta(days=60), languages=SPOKEN_FIRST[language], region="BE")

    assert isinstance(reading, Understood), typed
    assert structs.replace(reading.moment, typed="") == both[0], typed
    assert reading.until == both[1], typed
