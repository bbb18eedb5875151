"""What is shown of a file: never a sign that acts on the terminal, never an error."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.evidence.preview import LONGEST_TEXT, TextPreview, words_in
from tests.evidence.builders import a_mail, a_tone

ACTS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
TYPES = (
    *("text/plain", "text/html", "image/svg+xml", "message/rfc822", "application/mbox", "audio/wav", "video/mp4"),
    *("application/pdf", "application/octet-stream", "application/rtf"),
)


def everything(words: TextPreview) -> str:
    parts = [words.text, words.said, *words.received, *(part for header in words.headers for part in header)]
    return "\n".join([*parts, *(part for name, media, _size in words.attached for part in (name, media))])


@given(st.binary(max_size=2_000), st.sampled_from(TYPES))
def test_no_byte_of_a_file_reaches_the_terminal_as_a_control_code(data: bytes, media_type: str) -> None:
    words = words_in(data, media_type)

    assert words is not None
    assert not ACTS.search(everything(words))


def test_a_picture_is_left_to_be_drawn_and_an_empty_file_is_said() -> None:
    assert words_in(b"x", "image/heic") is None
    assert words_in(b"", "image/png") == TextPreview(said="The file is empty.")


def test_a_mail_shows_its_headers_and_words_and_what_hangs_on_it() -> None:
    words = words_in(
        a_mail("Received: from nowhere.invalid by nowhere.invalid", text="I wait. \x1b[2J"), "message/rfc822"
    )

    assert words is not None
    assert ("Subject", "An invented subject") in words.headers
    assert words.text == "I wait. ␛[2J"
    assert words.received == ("from nowhere.invalid by nowhere.invalid",)


@pytest.mark.parametrize(
    ("data", "media_type", "said"), [(a_tone(1), "audio/wav", "listen"), (b"%PDF-", "application/pdf", "sort")]
)
def test_what_cannot_be_shown_is_said_calmly(data: bytes, media_type: str, said: str) -> None:
    words = words_in(data, media_type)

    assert words is not None
    assert said in words.said
    assert "Save a copy" in words.said or "save a copy" in words.said


def test_a_very_long_text_is_cut_and_that_is_said() -> None:
    words = words_in(b"x" * (LONGEST_TEXT + 1), "text/plain")

    assert words is not None
    assert len(words.text) == LONGEST_TEXT
    assert words.said.startswith("It goes on")


def test_a_page_is_reduced_to_its_words() -> None:
    words = words_in(b"<html><script>evil()</script><p>Words</p>", "text/html")

    assert words is not None
    assert words.text == "Words"
