"""A moment claims no more than is known."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.time.moment import UNKNOWN, Certainty, Moment, PartOfDay, exactly, offset_text

OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
TIMES = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=OFFSETS)  # noqa: DTZ001 - given a zone


def test_an_unknown_time_claims_nothing() -> None:
    assert not UNKNOWN.known
    assert UNKNOWN.earliest is UNKNOWN.latest is UNKNOWN.day is UNKNOWN.local_start is None


@given(TIMES)
def test_an_exact_moment_is_the_instant_it_was_made_of(when: datetime) -> None:
    moment = exactly(when)

    assert moment.earliest == moment.latest == when.replace(microsecond=0).astimezone(UTC)
    assert moment.day == when.date()
    assert moment.has_clock_time


def test_no_seconds_are_invented() -> None:
    to_the_minute = exactly(datetime(2026, 11, 21, 22, 14, tzinfo=UTC))
    to_the_second = exactly(datetime(2026, 11, 21, 22, 14, 5, tzinfo=UTC))

    assert to_the_minute.start == "2026-11-21T22:14"
    assert to_the_second.start == "2026-11-21T22:14:05"


@pytest.mark.parametrize(
    ("minutes", "text"), [(60, "+01:00"), (0, "+00:00"), (-210, "-03:30"), (345, "+05:45"), (-30, "-00:30")]
)
def test_an_offset_is_written_with_its_sign(minutes: int, text: str) -> None:
    zone = timezone(timedelta(minutes=minutes))

    assert offset_text(datetime(2026, 11, 21, tzinfo=zone)) == text


def test_a_day_ends_where_the_next_one_begins() -> None:
    day = Moment(Certainty.DAY, "2026-11-21", offset="+01:00")

    assert day.earliest == datetime(2026, 11, 20, 23, tzinfo=UTC)
    assert day.latest == datetime(2026, 11, 21, 23, tzinfo=UTC)
    assert not day.has_clock_time


def test_the_last_day_of_a_span_belongs_to_it() -> None:
    march = Moment(Certainty.BETWEEN, "2026-03-01", "2026-03-31", "+01:00", "+02:00")

    assert march.latest == datetime(2026, 3, 31, 22, tzinfo=UTC)


def test_a_day_on_which_the_clocks_changed_has_both_offsets() -> None:
    day = Moment(Certainty.DAY, "2026-10-25", offset="+02:00", end_offset="+01:00")

    assert day.earliest
    assert day.latest
    assert day.latest - day.earliest == timedelta(hours=25)


def test_about_a_day_claims_no_time_of_day() -> None:
    moment = Moment(Certainty.ABOUT, "2026-11-21", offset="+01:00")

    assert not moment.has_clock_time
    assert moment.day == date(2026, 11, 21)


def test_a_moment_keeps_its_shape_in_a_file() -> None:
    evening = Moment(
        Certainty.PART_OF_DAY,
        "2026-11-21T18:00",
        "2026-11-22T00:00",
        "+01:00",
        "+01:00",
        PartOfDay.EVENING,
        "gisterenavond",
    )

    written = msgspec.json.encode(evening)

    assert msgspec.json.decode(written) == {
        "certainty": "part_of_day",
        "start": "2026-11-21T18:00",
        "end": "2026-11-22T00:00",
        "offset": "+01:00",
        "end_offset": "+01:00",
        "part": "evening",
        "typed": "gisterenavond",
    }
    assert msgspec.json.decode(written, type=Moment) == evening


def test_what_is_not_known_is_not_written() -> None:
    assert msgspec.json.encode(UNKNOWN) == b'{"certainty":"unknown"}'
