"""What files are called: every sort that is recognised has a plain name, and none of a stranger's words is in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.text.words import spoken
from journal.evidence.file_labels import called


@pytest.mark.parametrize(
    ("media_type", "name"),
    [
        ("image/jpeg", "photo"),
        ("image/heic", "photo"),
        ("image/png", "picture (PNG)"),
        ("audio/mpeg", "sound recording"),
        ("video/mp4", "video"),
        ("message/rfc822", "mail"),
        ("application/pdf", "PDF document"),
        ("application/vnd.oasis.opendocument.text", "document"),
        ("text/plain", "text"),
        ("application/octet-stream", "file of an unknown sort"),
        ("application/x-ole-storage", "document"),
        ("", ""),
    ],
)
def test_a_file_is_called_by_a_plain_word(media_type: str, name: str) -> None:
    assert called(media_type, spoken()) == name


@given(st.sampled_from(["image/", "audio/", "text/", "application/", ""]), st.text(min_size=1))
def test_nothing_that_a_stored_type_says_is_repeated(family: str, rest: str) -> None:
    name = called(f"{family}\x1b[2J{rest}", spoken())

    assert name in {"picture", "sound recording", "text", "file"}
