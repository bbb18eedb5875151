"""How long recordings last, from tones and frames made here."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.evidence.sniff import media_type_of
from journal.evidence.sound import duration
from tests.evidence.builders import a_film, a_tone, box

FRAME_128K = b"\xff\xfb\x90\xc4" + bytes(413)
"""A silent frame of 128 kbit/s at 44.1 kHz, mono: 1,152 samples."""
TAG = b"ID3\4\0\0\0\0\1\0" + b"\xff\xfb\x90\xc4" * 32
FRAME_SECONDS = 1152 / 44_100


def counted_mp3(frames: int, *, name: bytes = b"Xing") -> bytes:
    first = FRAME_128K[:21] + name + b"\0\0\0\1" + frames.to_bytes(4, "big")
    return first.ljust(417, b"\0") + FRAME_128K * 2


def vbri_mp3(frames: int) -> bytes:
    return (FRAME_128K[:36] + b"VBRI" + bytes(10) + frames.to_bytes(4, "big")).ljust(417, b"\0") + FRAME_128K


def page(position: int, content: bytes = b"", stream: bytes = b"mine") -> bytes:
    return b"OggS\0\0" + position.to_bytes(8, "little") + stream + bytes(8) + b"\1" + bytes([len(content)]) + content


def opus(seconds: int) -> bytes:
    head = b"OpusHead\1\1" + (312).to_bytes(2, "little") + bytes(7)
    end = seconds * 48_000 + 312
    return page(0, head) + page(960) + page(end) + page(2**64 - 1) + page(10**12, stream=b"else")


def vorbis(seconds: int) -> bytes:
    return page(0, b"\1vorbis\0\0\0\0\2" + (44_100).to_bytes(4, "little") + bytes(14)) + page(seconds * 44_100)


def flac(seconds: int) -> bytes:
    described = 44_100 << 44 | 1 << 41 | 15 << 36 | seconds * 44_100
    return b"fLaC\0\0\0\x22" + bytes(10) + described.to_bytes(8, "big") + bytes(16)


def in_pieces(seconds: int) -> bytes:
    extends = box(b"mvex", box(b"mehd", bytes(4) + (seconds * 600).to_bytes(4, "big")))
    return a_film(0, b"isom", extends)


RECORDINGS = {
    "WAV": a_tone(3),
    "WAV with an odd chunk before": a_tone(3)[:12] + b"note\3\0\0\0abc\0" + a_tone(3)[12:],
    "MP3 with Xing": counted_mp3(round(3 / FRAME_SECONDS)),
    "MP3 with Info": TAG + counted_mp3(round(3 / FRAME_SECONDS), name=b"Info"),
    "MP3 with VBRI": vbri_mp3(round(3 / FRAME_SECONDS)),
    "MP3 frame by frame": FRAME_128K * round(3 / FRAME_SECONDS),
    "MP3 behind a tag": TAG + FRAME_128K * round(3 / FRAME_SECONDS),
    "MP3 with a gap": FRAME_128K * 57 + b"\xff\xfbnonsense" + FRAME_128K * 58,
    "Opus": opus(3),
    "Vorbis": vorbis(3),
    "FLAC": flac(3),
    "M4A": a_film(3, b"M4A "),
    "MP4": a_film(3),
    "MP4 with wide numbers": a_film(3, wide=True),
    "MP4 in pieces": in_pieces(3),
    "MOV": a_film(3, b"qt  "),
    "3GP": a_film(3, b"3gp5"),
    "AMR": b"#!AMR\n" + (b"\x3c" + bytes(31)) * 150,
    "AMR with pauses": b"#!AMR\n" + (b"\x3c" + bytes(31)) * 100 + b"\x7c" * 50,
    "wide AMR": b"#!AMR-WB\n" + (b"\x14" + bytes(32)) * 150,
}


@pytest.mark.parametrize("form", RECORDINGS)
def test_three_seconds_last_three_seconds(form: str) -> None:
    recording = RECORDINGS[form]

    lasts = duration(recording, media_type_of(recording))

    assert lasts is not None
    assert abs(lasts - timedelta(seconds=3)) < timedelta(milliseconds=50)


def test_a_wav_that_was_cut_off_lasts_as_long_as_what_is_there() -> None:
    assert duration(a_tone(4)[: 44 + 2 * 8000], "audio/wav") == timedelta(seconds=1)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"", "audio/wav"),
        (a_tone()[:40], "audio/wav"),
        (a_tone()[:28] + bytes(4) + a_tone()[32:], "audio/wav"),
        (FRAME_128K, "audio/mpeg"),
        (b"ID3", "audio/mpeg"),
        (b"\xff\xfb\x90", "audio/mpeg"),
        (page(0, b"an unknown codec"), "audio/ogg"),
        (b"OggS" + b"OpusHead" * 3, "audio/ogg"),
        (b"fLaC", "audio/flac"),
        (flac(0), "audio/flac"),
        (a_film(0), "video/mp4"),
        (a_film(3, ticks=0), "video/mp4"),
        (a_film()[:40], "video/mp4"),
        (box(b"moov", box(b"mvhd", b"\0" * 12 + b"\0\0\2\x58" + b"\xff" * 4)), "video/mp4"),
        (a_film(10**15, wide=True), "video/mp4"),
        (b"#!AMR\n", "audio/amr"),
        (b"#!AMR\n\x3c", "audio/amr"),
        (b"An invented letter.", "text/plain"),
    ],
)
def test_a_length_that_cannot_be_known_is_not_told(data: bytes, media_type: str) -> None:
    assert duration(data, media_type) is None


@given(
    st.sampled_from([*RECORDINGS.values()]),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 255)), max_size=10),
    st.integers(0, 3000),
)
def test_damage_raises_nothing(data: bytes, damage: list[tuple[int, int]], length: int) -> None:
    harmed = bytearray(data)
    for place, byte in damage:
        harmed[place % len(harmed)] = byte

    lasts = duration(bytes(harmed[:length]), media_type_of(data))

    assert lasts is None or lasts > timedelta(0)
