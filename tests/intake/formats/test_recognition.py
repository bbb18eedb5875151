"""Every export is recognised by one reader, from its content alone."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from journal.domain.base.errors import Refused
from journal.intake.model.found import Found, Place
from journal.intake.recognition.readers import READERS, NotRecognised, recognised
from tests.intake.formats import (
    mails,
    test_imessage_text,
    test_messenger,
    test_signal,
    test_sms_ie,
    test_snapchat,
    test_tables,
    test_telegram,
    test_tiktok,
)
from tests.intake.formats.reading import a_file, torn, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from journal.intake.model.found import Trouble
    from journal.intake.model.source import Source

BOM = b"\xef\xbb\xbf"


def as_json(document: object) -> bytes:
    return json.dumps(document, indent=1).encode()


EXPORTS = [
    (mails.a_mail("<calls>"), "mail"),
    (mails.a_box(mails.a_mail()), "mailbox"),
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
    (test_imessage_text.CHAT.encode(), "imessage-exporter"),
    (test_tables.BILL.encode(), "CSV"),
    (test_tables.IMAZING.encode(), "CSV"),
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
    "head", [b"", b"{}", b"[]", b'{"version": 1}', b'{"entries": [{"text": "a"}]}', b"BEGIN:VCALENDAR\n", b"{" * 70_000]
)
def test_what_is_no_export_is_recognised_by_none(tmp_path: Path, head: bytes) -> None:
    with pytest.raises(NotRecognised):
        recognised([a_file(tmp_path, head).path])


def an_archive(folder: Path) -> bytes:
    a_file(folder / "export", b"a picture", "photos/1.jpg")
    content = test_telegram.a_chat(*[test_telegram.message(text="I see you " * at) for at in range(40)])
    a_file(folder / "export", content, "result.json")
    return zipped(folder / "export", "result.json").path.read_bytes()


def test_a_member_of_an_archive_is_recognised_and_read(tmp_path: Path) -> None:
    an_archive(tmp_path)

    (one,) = recognised([tmp_path / "export.zip"])

    assert one.source.member == "result.json"
    assert len(list(one.items(None))) == 40


@given(st.data())
def test_a_damaged_archive_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.getbasetemp() / "archive"
    path = a_file(folder, data.draw(torn(an_archive(folder))), "export.zip").path

    with contextlib.suppress(Refused):
        for one in recognised([path]):
            for item in one.items(None):
                files = item.attachments if isinstance(item, Found) else ()
                for file in files:
                    assert isinstance(item, Found)
                    with contextlib.suppress(OSError, ValueError):
                        one.reader.attachment(one.source, item, file.index)
