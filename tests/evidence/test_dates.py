"""Dates of mails and cameras: whatever is read was understood to its last sign."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.evidence.dates import exif_moment, received_moment, sent_moment

if TYPE_CHECKING:
    from journal.domain.time.moment import Moment

LOCALS = st.datetimes(datetime(1970, 1, 1), datetime(2069, 12, 31)).map(lambda when: when.replace(microsecond=0))  # noqa: DTZ001 - the offset is drawn beside it
OFFSETS = st.integers(-14 * 4, 14 * 4).map(lambda quarters: (quarters < 0, *divmod(abs(quarters) * 15, 60)))
JUNK = st.text("0123456789xyq#:@/é+-", min_size=1, max_size=6)


def figures(offset: tuple[bool, int, int]) -> str:
    return f"{'-' if offset[0] else '+'}{offset[1]:02}{offset[2]:02}"


def told(moment: Moment | None) -> tuple[str, str] | None:
    return (moment.start, moment.offset) if moment else None


def clock_of_twelve(when: datetime) -> str:
    return f"{when.hour % 12 or 12}:{when:%M:%S} {'PM' if when.hour >= 12 else 'AM'}"


FORMS = {
    "RFC 5322": lambda when, zone: f"{when:%a, %d %b %Y %H:%M:%S} {zone}",
    "without a weekday": lambda when, zone: f"{when.day} {when:%b %Y %H:%M:%S} {zone}",
    "with a comment": lambda when, zone: f"{when:%a, %d %b %Y %H:%M:%S} {zone} (a (nested) zone)",
    "as a script writes it": lambda when, zone: f"{when:%a %b %d %Y %H:%M:%S} GMT{zone} (Invented Time)",
    "of twelve hours": lambda when, zone: f"{when:%d %b %Y} {clock_of_twelve(when)} {zone}",
    "American": lambda when, zone: f"{when:%B} {when.day}, {when.year} {clock_of_twelve(when)} {zone}",
    "asctime": lambda when, zone: f"{when:%a %b %d %H:%M:%S} {zone} {when.year}",
    "ISO 8601": lambda when, zone: f"{when:%Y-%m-%dT%H:%M:%S}{zone[:3]}:{zone[3:]}",
    "folded": lambda when, zone: f"{when:%a,\r\n %d %b %Y\r\n\t%H:%M:%S} {zone}",
    "of two digits": lambda when, zone: f"{when:%a, %d %b %y %H:%M:%S} {zone}",
}


@pytest.mark.parametrize("form", FORMS)
@given(LOCALS, OFFSETS)
def test_a_date_that_is_written_is_read_back(form: str, when: datetime, offset: tuple[bool, int, int]) -> None:
    if form == "of two digits":
        when = when.replace(year=2000 + when.year % 50, day=min(when.day, 28))
    zone = figures(offset)

    read = sent_moment(FORMS[form](when, zone))

    assert told(read) == (when.isoformat(), "" if zone == "-0000" else f"{zone[:3]}:{zone[3:]}")


@pytest.mark.parametrize("form", [form for form in FORMS if form != "with a comment"])
@given(LOCALS, OFFSETS, JUNK)
def test_a_date_with_anything_before_or_behind_it_is_none(
    form: str, when: datetime, offset: tuple[bool, int, int], junk: str
) -> None:
    whole = FORMS[form](when, figures(offset))

    assert sent_moment(f"{whole}{junk}") is None
    assert sent_moment(f"{whole} {junk}") is None
    assert sent_moment(f"{junk} {whole}") is None


@given(st.datetimes(datetime(1970, 1, 1), datetime(2069, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001 - given its zone there
def test_the_standard_library_reads_the_same(when: datetime) -> None:
    written = format_datetime(when)

    read = sent_moment(written)

    assert read is not None
    assert read.earliest == parsedate_to_datetime(written)


@pytest.mark.parametrize(
    ("value", "start", "offset"),
    [
        ("Tue, 24 Nov 2026 14:15:00 GMT+0100", "2026-11-24T14:15:00", "+01:00"),
        ("Tue, 24 Nov 2026 14:15:00 GMT-0500", "2026-11-24T14:15:00", "-05:00"),
        ("24 Nov 2026 14:15 UTC+1", "2026-11-24T14:15", "+01:00"),
        ("24 Nov 2026 14:15 UTC-5", "2026-11-24T14:15", "-05:00"),
        ("24 Nov 2026 14:15 EST-0500", "2026-11-24T14:15", "-05:00"),
        ("24 Nov 2026 14:15 GMT +0100", "2026-11-24T14:15", "+01:00"),
        ("24 Nov 2026 14:15 EST+0500", "2026-11-24T14:15", ""),
        ("24 Nov 2026 14:15 CET-1", "2026-11-24T14:15", ""),
        ("24 Nov 2026 14:15 +0100 GMT", "2026-11-24T14:15", ""),
        ("24 Nov 2026 14:15 +0100 CET", "2026-11-24T14:15", "+01:00"),
        ("24 Nov 2026 14:15 CEST", "2026-11-24T14:15", ""),
        ("24 Nov 2026 02:15:00 PM +0100", "2026-11-24T14:15:00", "+01:00"),
        ("24 Nov 2026 12:15 AM", "2026-11-24T00:15", ""),
        ("24 Nov 2026 12:15 p.m.", "2026-11-24T12:15", ""),
        ("Nov 24, 2026 2:15 PM", "2026-11-24T14:15", ""),
        ("24 Nov 2026 14:15:00.123 +0100", "2026-11-24T14:15:00", "+01:00"),
    ],
)
def test_a_zone_is_read_whole_and_told_where_it_is_sure(value: str, start: str, offset: str) -> None:
    assert told(sent_moment(value)) == (start, offset)


@pytest.mark.parametrize(
    "value",
    [
        "24 Nov 2026 14:15 +01000",
        "24 Nov 2026 14:15 +010",
        "24 Nov 2026 02:15 nm.",
        "24 Nov 2026 02:15 NM",
        "24 Nov 2026 02:15 nuit",
        "24 Nov 2026 02:15 PMx",
        "24 Nov 2026 14:15 PM",
        "24 Nov 2026 00:15 AM",
        "24 Nov 2026 14:15 EST5EDT",
        "Fri, 24 Nov 2026 14:15 +0100",
        "24 Nov 2026 24:15 +0100",
        "24 Mayuary 2026 14:15 +0100",
        "24 Nov 2026 14:15 +0100 (never closed",
        "24 Nov 2026 14:15 +0100, 25 Nov 2026 14:15 +0100",
        "24 Nov 2026 14:15" + " " * 5_000,
        "31 Dec 9999 23:00 -0500",
        "24 Nov \u0662\u0660\u0662\u0666 14:15 +0100",
    ],
)
def test_a_date_that_is_not_understood_whole_is_none(value: str) -> None:
    assert sent_moment(value) is None


def test_the_end_of_a_received_line_is_its_date() -> None:
    line = "from b (b [192.0.2.1; invented]) by c;\r\n\tFri, 20 Nov 2026 22:20:09 +0100 (CET; invented)"

    assert told(received_moment(line)) == ("2026-11-20T22:20:09", "+01:00")
    assert received_moment("from b by c") is None
    assert received_moment("(" * 4_001) is received_moment("(" * 4_000) is None


@given(LOCALS, st.sampled_from(["", "Z", "+02:00", "-0330"]), JUNK)
def test_a_time_of_a_camera_is_read_back_or_not_at_all(when: datetime, zone: str, junk: str) -> None:
    offset = {"": "", "Z": "+00:00", "+02:00": "+02:00", "-0330": "-03:30"}[zone]
    written = f"{when:%Y:%m:%d %H:%M:%S}"

    assert told(exif_moment(written + zone)) == (when.isoformat(), offset)
    assert told(exif_moment(written, zone)) == (when.isoformat(), offset)
    assert exif_moment(f"{written}+01:00{junk}") is None
    assert exif_moment(junk + written) is None


@pytest.mark.parametrize(
    ("value", "beside", "start", "offset"),
    [
        ("2019:01:01 24:04:20", "", "2019-01-01T00:04:20", ""),
        ("2026:11:24 10:04:20+02:00", "+02:00", "2026-11-24T10:04:20", "+02:00"),
        ("2026:11:24 10:04:20+02:00", "+01:00", "2026-11-24T10:04:20", ""),
        ("2026:11:24 10:04:20.250", "-00:00", "2026-11-24T10:04:20", ""),
        ("2026-11-24T10:04:20", "+01:00 or so", "2026-11-24T10:04:20", ""),
    ],
)
def test_what_cameras_write_beside_the_standard_is_understood(value: str, beside: str, start: str, offset: str) -> None:
    assert told(exif_moment(value, beside)) == (start, offset)


@pytest.mark.parametrize(
    "value", ["2026:11:24 10:04:20 PM", "2026:11:24 25:04:20", "2026:11-24 10:04:20", "2026:11:24 10:04:20\0junk"]
)
def test_a_time_of_a_camera_that_is_not_understood_whole_is_none(value: str) -> None:
    assert exif_moment(value) is None
