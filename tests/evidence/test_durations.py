"""How long recordings last, from files built here byte by byte; a length that may be wrong is not told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.evidence.durations import duration
from journal.evidence.examining import examined
from journal.evidence.media_types import FileKind, kind_of, media_type_of, media_type_of_all
from journal.evidence.photo import can_lose_location
from tests.evidence.builders import a_film, a_tone, box, handler
from tests.evidence.recording_cases import OF_NO_SURE_LENGTH, THREE_SECONDS
from tests.evidence.recordings import in_pieces, webm, wma


@pytest.mark.parametrize("form", THREE_SECONDS)
def test_three_seconds_last_three_seconds(form: str) -> None:
    recording = THREE_SECONDS[form]

    lasts = duration(recording, media_type_of_all(recording))

    assert lasts is not None
    assert abs(lasts - timedelta(seconds=3)) < timedelta(milliseconds=50)


@pytest.mark.parametrize("form", OF_NO_SURE_LENGTH)
def test_a_length_that_may_be_wrong_is_not_told(form: str) -> None:
    recording = OF_NO_SURE_LENGTH[form]

    assert kind_of(media_type_of_all(recording)) in {FileKind.SOUND, FileKind.FILM}
    assert duration(recording, media_type_of_all(recording)) is None


@pytest.mark.parametrize("form", THREE_SECONDS)
def test_of_a_recording_that_breaks_off_no_more_is_told_than_is_there(form: str) -> None:
    recording = THREE_SECONDS[form]
    kind = media_type_of_all(recording)

    for part in range(1, 16):
        lasts = duration(recording[: len(recording) * part // 16], kind)
        assert lasts is None or lasts < timedelta(seconds=3 * part / 16 + 1.1)


@pytest.mark.parametrize("form", [*THREE_SECONDS, *OF_NO_SURE_LENGTH])
def test_a_recording_and_a_film_are_known_as_what_they_are(form: str) -> None:
    recording = (THREE_SECONDS | OF_NO_SURE_LENGTH)[form]
    film = any(name in form for name in ("AVI", "WMV", "film", "MOV", "3GP", "MP4")) and "pieces" not in form

    assert kind_of(media_type_of_all(recording)) is (FileKind.FILM if film else FileKind.SOUND)


def test_a_recording_whose_index_comes_last_is_known_as_one_from_the_whole_file() -> None:
    for brand in (b"mp42", b"3gp4", b"isom"):
        index = a_film(3, brand, handler(b"soun"))[20:]
        recording = box(b"ftyp", brand + bytes(4) + b"mp42") + box(b"mdat", bytes(100_000)) + index

        assert kind_of(media_type_of(recording)) is FileKind.FILM
        assert media_type_of_all(recording) == "audio/mp4"
        assert duration(recording, "audio/mp4") == timedelta(seconds=3)


def test_the_sorts_of_a_family_are_told_apart() -> None:
    assert media_type_of(webm()) == "audio/webm"
    assert media_type_of(webm(video=True)) == "video/webm"
    assert media_type_of(webm(kind=b"matroska")) == "audio/x-matroska"
    assert media_type_of(wma()) == "audio/x-ms-wma"
    assert media_type_of(wma(film=True)) == "video/x-ms-wmv"
    assert media_type_of(in_pieces()) == "audio/mp4"


def test_a_wav_that_was_cut_off_lasts_as_long_as_what_is_there() -> None:
    assert duration(a_tone(4)[: 44 + 2 * 8000], "audio/wav") == timedelta(seconds=1)


@given(
    st.sampled_from([*THREE_SECONDS.values(), *OF_NO_SURE_LENGTH.values()]),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 255)), max_size=10),
    st.integers(0, 3000),
)
def test_damage_raises_nothing(data: bytes, damage: list[tuple[int, int]], length: int) -> None:
    harmed = bytearray(data[:length]) or bytearray(b"\0")
    for place, byte in damage:
        harmed[place % len(harmed)] = byte

    lasts = duration(bytes(harmed), media_type_of_all(data))

    assert lasts is None or lasts > timedelta(0)
    assert media_type_of_all(bytes(harmed))


def test_a_recording_that_says_where_it_was_made_is_pointed_out() -> None:
    place = box(b"udta", box(b"\xa9xyz", b"\0\x12\x15\xc7+50.8504+004.3488/"))
    recording = a_film(3, b"M4A ", place)

    assert examined(recording, "voice.m4a", datetime(2026, 11, 20, tzinfo=UTC)).has_location
    assert not examined(a_film(3, b"M4A "), "voice.m4a", datetime(2026, 11, 20, tzinfo=UTC)).has_location
    assert not can_lose_location("audio/mp4")
    assert can_lose_location("image/jpeg")
