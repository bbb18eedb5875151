"""Every export is recognised by one reader, from its content alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from msgspec import structs

from journal.intake.model.found import Found, Place
from journal.intake.recognition.readers import READERS, NotRecognised, recognised
from tests.intake.formats import (
    test_messenger,
    test_signal,
    test_sms_ie,
    test_snapchat,
    test_telegram,
    test_tiktok,
)
from tests.intake.formats.reading import a_file

if TYPE_CHECKING:
    from pathlib import Path

    from journal.intake.model.found import Trouble
    from journal.intake.model.source import Source

BOM = b"\xef\xbb\xbf"


def as_json(document: object) -> bytes:
    return json.dumps(document, indent=1).encode()


EXPORTS = [
    (as_json(test_messenger.EVERYTHING), "Messenger"),
    (as_json(test_messenger.SECRET), "Messenger"),
    (as_json(test_messenger.a_chat()), "Messenger"),
    (test_signal.as_lines(*test_signal.EVERYTHING[len(test_signal.HEAD) :]), "Signal"),
    (test_sms_ie.as_lines(test_sms_ie.SMS), "SMS Import"),
    (test_sms_ie.as_lines(test_sms_ie.MMS), "SMS Import"),
    (as_json([test_sms_ie.CALL]), "SMS Import"),
    (as_json(test_snapchat.EVERYTHING), "Snapchat"),
    (as_json(test_telegram.EVERYTHING), "Telegram"),
    (as_json(test_telegram.a_chat(test_telegram.message())), "Telegram"),
    (as_json(test_tiktok.NEWER), "TikTok"),
    (as_json(test_tiktok.OLDER), "TikTok"),
]


def read(source: Source) -> list[Found | Trouble]:
    """Read it all with the only reader that recognises it, without the places."""
    (reader,) = [one for one in READERS if one.recognises(source)]
    return [structs.replace(one, place=Place()) if isinstance(one, Found) else one for one in reader.read(source, None)]


@pytest.mark.parametrize(("head", "label"), EXPORTS)
def test_an_export_is_recognised_by_one_reader_whatever_it_is_called(tmp_path: Path, head: bytes, label: str) -> None:
    source = a_file(tmp_path, head, "photo.jpg")

    assert [label in one.label for one in READERS if one.recognises(source)] == [True]
    assert [label in one.reader.label for one in recognised([source.path])] == [True]


@pytest.mark.parametrize(("head", "label"), EXPORTS)
def test_a_mark_of_the_byte_order_changes_nothing_that_is_read(tmp_path: Path, head: bytes, label: str) -> None:
    assert read(a_file(tmp_path, head)) == read(a_file(tmp_path, BOM + head))


@pytest.mark.parametrize(
    "head", [b"", b"{}", b"[]", b'{"version": 1}', b'{"entries": [{"text": "a"}]}', b"BEGIN:VCARD", b"{" * 70_000]
)
def test_what_is_no_export_is_recognised_by_none(tmp_path: Path, head: bytes) -> None:
    with pytest.raises(NotRecognised):
        recognised([a_file(tmp_path, head).path])
