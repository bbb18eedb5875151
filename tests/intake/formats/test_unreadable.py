from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.evidence.errors import FileRefused
from journal.intake.formats import unreadable
from journal.intake.recognition.readers import recognise, recognised
from tests.intake.exports import SAMPLES, with_samples
from tests.intake.formats.reading import a_file

if TYPE_CHECKING:
    from pathlib import Path

TELEGRAM = b"""<!DOCTYPE html>
<html>
 <head><meta charset="utf-8"/><title>Exported Data</title></head>
 <body onload="CheckLocation();"><div class="page_wrap"><div class="page_header">"""
META = (
    b'<html><head><title>Bram</title></head><body class="_5vb_ _2yq"><div class="_3-95 _a6-g"><div class="_2ph_ _a6-h">'
)
OUTLOOK_MAIL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "__substg1.0_0037001F".encode("utf-16-le")
SIGNAL_FILE = b"\0\0\0\x36\x0a\x34\x0a\x10" + b"i" * 16 + b"\x12\x20" + b"s" * 32 + b"\x18\x01"
SIGNAL_FOLDER = b"\x08\x01\x12\x20\x0a\x0c" + b"i" * 12 + b"\x12\x10" + b"b" * 16


@pytest.mark.parametrize(
    ("head", "instead"),
    [
        (SIGNAL_FILE, "plain text"),
        (SIGNAL_FOLDER, "plain text"),
        (TELEGRAM, "result.json"),
        (META, "JSON"),
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\n", "`journal import`"),
        (OUTLOOK_MAIL, "“.eml”"),
        (b"!BDN" + b"\0" * 60, "“.eml”"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_export_instead(tmp_path: Path, head: bytes, instead: str) -> None:
    a_file(tmp_path, b"a picture", "export/1.jpg")
    a_file(tmp_path, head, "export/given.bin")

    with pytest.raises(FileRefused) as refused:
        recognised([tmp_path / "export"])
    assert instead in str(refused.value)
    assert "“export”" in str(refused.value)
    assert "Nothing of it was brought in" in str(refused.value)


def test_a_workbook_of_another_program_is_named_with_the_form_to_save_it_in(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "calls.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<office:document-content/>")

    with pytest.raises(unreadable.Spreadsheet, match=r"“calls\.ods” is a spreadsheet .*save it as “XLSX”"):
        recognised([tmp_path / "calls.ods"])
    a_file(tmp_path, b'{"participants": [], "messages": [], "thread_path": "x"}', "message_1.json")
    assert "“calls.ods” is a spreadsheet" in str(recognise([tmp_path]).refused[0])


@pytest.mark.parametrize("head", [b"", b"<html><body>My diary</body></html>", b'{"messages": []}', b"\0" * 100])
def test_other_files_are_not_refused_here(head: bytes) -> None:
    assert unreadable.kind_of(head) is None


@with_samples
def test_the_pages_among_the_samples_are_refused() -> None:
    folder = SAMPLES / "meta"
    for path in folder.glob("*.html"):
        with pytest.raises(unreadable.MetaPages):
            recognised([path])


def test_a_page_beside_an_export_that_can_be_read_stands_in_nobodys_way(tmp_path: Path) -> None:
    a_file(tmp_path, META, "export/start_here.html")
    a_file(tmp_path, b'{"participants": [], "messages": [], "thread_path": "x"}', "export/message_1.json")

    assert [one.source.path.name for one in recognised([tmp_path / "export"])] == ["message_1.json"]


@given(st.binary(max_size=200) | st.text(max_size=80).map(lambda text: b"<html>" + text.encode("utf-8", "replace")))
def test_any_bytes_are_one_of_these_or_not(data: bytes) -> None:
    kind = unreadable.kind_of(data)

    assert kind is None or issubclass(kind, FileRefused)
