"""The times that a file carries, and files that carry nonsense."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.time.moment import Certainty, Moment
from journal.evidence import tiff
from journal.evidence.embedded_times import EmbeddedTime, TimeSource, times
from journal.evidence.media_types import media_type_of
from journal.evidence.metadata import metadata
from tests.evidence.builders import a_film, a_jpeg, a_mail, a_picture, exif, saved

TAKEN, DIGITIZED, OFFSET, DIGITIZED_OFFSET = 0x9003, 0x9004, 0x9011, 0x9012


def exact(start: str, offset: str = "") -> Moment:
    return Moment(Certainty.EXACT, start=start, offset=offset)


def told(data: bytes) -> dict[TimeSource, Moment]:
    return {time.source: time.moment for time in times(data, media_type_of(data))}


def test_a_photo_says_when_it_was_taken_with_the_offset_of_its_camera() -> None:
    photo = a_jpeg(photo={TAKEN: "2026:11:20 22:14:00", OFFSET: "+01:00"})

    assert told(photo) == {TimeSource.EXIF_ORIGINAL: exact("2026-11-20T22:14:00", "+01:00")}


def test_a_camera_that_knows_no_zone_gets_none() -> None:
    photo = a_jpeg(photo={TAKEN: "2026:11:20 22:14:05", DIGITIZED: "2026:11:21 09:00:00", DIGITIZED_OFFSET: "   :  "})

    assert told(photo) == {
        TimeSource.EXIF_ORIGINAL: exact("2026-11-20T22:14:05"),
        TimeSource.EXIF_DIGITIZED: exact("2026-11-21T09:00:00"),
    }


@pytest.mark.parametrize("form", ["PNG", "WEBP", "TIFF", "AVIF"])
def test_the_other_formats_say_it_too(form: str) -> None:
    photo = saved(a_picture(), form, exif=exif(photo={TAKEN: "2026:11:20 22:14:00"}))

    assert told(photo) == {TimeSource.EXIF_ORIGINAL: exact("2026-11-20T22:14:00")}


@pytest.mark.parametrize("text", ["0000:00:00 00:00:00", "    :  :     :  :  ", "2026:13:40 25:61:00", "yesterday", ""])
def test_a_time_that_cannot_be_is_left_out(text: str) -> None:
    assert told(a_jpeg(photo={TAKEN: text})) == {}


@pytest.mark.parametrize("offset", ["+25:00", "+01:99", "-00:00", "local", ""])
def test_an_offset_that_cannot_be_is_left_out(offset: str) -> None:
    photo = a_jpeg(photo={TAKEN: "2026:11:20 22:14:00", OFFSET: offset})

    assert told(photo) == {TimeSource.EXIF_ORIGINAL: exact("2026-11-20T22:14:00")}


def test_a_mail_says_when_it_was_sent_and_when_it_came_in() -> None:
    mail = a_mail(
        "Received: from b by c; Fri, 20 Nov 2026 22:20:09 +0100 (CET)",
        "Received: from a by b; Fri, 20 Nov 2026 22:00:00 +0100",
        "Date: Fri, 20 Nov 2026 16:14 -0500",
    )

    assert told(mail) == {
        TimeSource.MAIL_DATE: exact("2026-11-20T16:14", "-05:00"),
        TimeSource.MAIL_RECEIVED: exact("2026-11-20T22:20:09", "+01:00"),
    }


@pytest.mark.parametrize("zone", ["-0000", "", "CET", "+9900"])
def test_a_mail_whose_offset_is_not_known_gets_none(zone: str) -> None:
    assert told(a_mail(f"Date: Fri, 20 Nov 2026 22:14:05 {zone}")) == {
        TimeSource.MAIL_DATE: exact("2026-11-20T22:14:05")
    }


@pytest.mark.parametrize(
    ("zone", "offset"), [("GMT", "+00:00"), ("EST", "-05:00"), ("-0330", "-03:30"), ("+0000", "+00:00")]
)
def test_a_mail_may_name_its_offset_in_the_older_way(zone: str, offset: str) -> None:
    mail = a_mail(f"Date: Fri, 20 Nov 2026 22:14:05 {zone}")

    assert told(mail) == {TimeSource.MAIL_DATE: exact("2026-11-20T22:14:05", offset)}


@pytest.mark.parametrize(
    "line", ["", "yesterday", "Fri, 99 Nov 2026 22:14:05 +0100", "1 " * 5000, "20 Nov 99999999 1:1:1"]
)
def test_a_mail_with_an_impossible_date_has_none(line: str) -> None:
    assert told(a_mail("Message-ID: <invented@example.org>", f"Date: {line}")) == {}


def test_a_film_says_when_it_was_begun_in_utc() -> None:
    made = datetime(2026, 11, 20, 21, 14, 5, tzinfo=UTC)
    since = int((made - datetime(1904, 1, 1, tzinfo=UTC)).total_seconds())

    assert told(a_film(created=since)) == {TimeSource.FILM: exact("2026-11-20T21:14:05", "+00:00")}
    assert told(a_film(created=since, wide=True)) == {TimeSource.FILM: exact("2026-11-20T21:14:05", "+00:00")}


@pytest.mark.parametrize("created", [0, 1, 2**63])
def test_a_film_whose_clock_was_never_set_says_nothing(created: int) -> None:
    assert told(a_film(created=created, wide=True)) == {}


def test_the_time_of_the_file_is_handed_in_and_keeps_its_offset() -> None:
    modified = datetime(2026, 11, 20, 22, 14, 0, 5, tzinfo=UTC) + timedelta(microseconds=1)

    assert times(b"", "text/plain", modified) == (
        EmbeddedTime(TimeSource.MODIFIED, exact("2026-11-20T22:14:00", "+00:00")),
    )


def directory(*entries: bytes, following: int = 0) -> bytes:
    return len(entries).to_bytes(2, "big") + b"".join(entries) + following.to_bytes(4, "big")


def entry(number: int, kind: int, values: int, value: bytes) -> bytes:
    return number.to_bytes(2, "big") + kind.to_bytes(2, "big") + values.to_bytes(4, "big") + value.ljust(4, b"\0")


def test_directories_that_point_in_a_circle_are_read_once() -> None:
    pointers = (entry(tiff.EXIF, 4, 1, b"\0\0\0\x08"), entry(tiff.GPS, 4, 1, b"\0\0\0\x08"))

    read = tiff.parsed(b"MM\0*\0\0\0\x08" + directory(*pointers, following=8))

    assert read is not None
    assert set(read.main) == {tiff.EXIF, tiff.GPS}
    assert read.photo == read.gps == {}


def test_a_tag_that_claims_more_than_there_is_is_left_out() -> None:
    claims = (entry(1, 2, 2**32 - 1, b""), entry(2, 5, 2**29, b""), entry(3, 99, 1, b""), entry(4, 2, 50, b"\xff" * 4))

    read = tiff.parsed(b"MM\0*\0\0\0\x08" + directory(*claims))

    assert read is not None
    assert read.main == {}


@given(st.dictionaries(st.integers(1, 0x8000), st.binary(min_size=1, max_size=40)), st.sampled_from(["little", "big"]))
def test_tags_are_read_back_as_they_were_written(tags: dict[int, bytes], order: tiff.Order) -> None:
    main = {number: tiff.Tag(7, len(value), value) for number, value in tags.items()}

    read = tiff.parsed(tiff.written(order, main, main))

    assert read is not None
    assert {number: tag for number, tag in read.main.items() if number != tiff.EXIF} == main
    assert read.photo == main


PHOTO = a_jpeg(photo={TAKEN: "2026:11:20 22:14:00", OFFSET: "+01:00"}, place={2: (50.0, 51.0, 13.0)})
DATED = [
    PHOTO,
    saved(a_picture(), "PNG", exif=exif(photo={TAKEN: "2026:11:20 22:14:00"})),
    saved(a_picture(), "TIFF", exif=exif(photo={TAKEN: "2026:11:20 22:14:00"})),
    a_mail("Date: Fri, 20 Nov 2026 22:14:05 +0100", "Received: from a by b; Fri, 20 Nov 2026 22:00:00 +0100"),
    a_film(created=3_900_000_000),
]


@given(st.sampled_from(DATED), st.lists(st.tuples(st.integers(0, 700), st.integers(0, 255)), max_size=12), st.data())
def test_damage_takes_times_away_and_raises_nothing(
    data: bytes, damage: list[tuple[int, int]], draw: st.DataObject
) -> None:
    harmed = bytearray(data)
    for place, byte in damage:
        harmed[place % len(harmed)] = byte
    cut = draw.draw(st.integers(0, len(harmed)))

    found = times(bytes(harmed[:cut]), media_type_of(data))

    assert all(time.moment.earliest for time in found)
    assert metadata(bytes(harmed[:cut]), media_type_of(data))
