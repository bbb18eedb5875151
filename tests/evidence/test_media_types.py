"""The type of a file is seen from its content, whatever its name."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.evidence.media_types import HEAD, UNKNOWN, FileKind, kind_of, media_type_of
from journal.evidence.text import decoded
from tests.evidence.builders import a_film, a_mail, a_picture, a_tone, box, handler, saved

OOXML = "application/vnd.openxmlformats-officedocument"


def zipped(*names: str, kind: str = "") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        if kind:
            archive.writestr(zipfile.ZipInfo("mimetype"), kind)
        for name in names:
            archive.writestr(name, "An invented text. " * 20)
    return stream.getvalue()


def branded(brand: bytes, *more: bytes) -> bytes:
    return box(b"ftyp", brand + bytes(4) + b"".join(more)) + box(b"mdat", bytes(40))


FILES = {
    "image/jpeg": saved(a_picture(), "JPEG"),
    "image/png": saved(a_picture(), "PNG"),
    "image/gif": saved(a_picture("P"), "GIF"),
    "image/webp": saved(a_picture(), "WEBP"),
    "image/bmp": saved(a_picture(), "BMP"),
    "image/tiff": saved(a_picture(), "TIFF"),
    "image/avif": saved(a_picture(), "AVIF"),
    "image/heic": branded(b"heic", b"mif1", b"heic"),
    "image/heif": branded(b"mif1", b"mif1"),
    "application/pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
    "application/rtf": rb"{\rtf1\ansi An invented letter.}",
    "audio/mpeg": b"\xff\xfb\x90\x64" + bytes(500),
    "audio/wav": a_tone(0.1),
    "audio/ogg": b"OggS\0\2" + bytes(22) + b"OpusHead\1\1" + bytes(40),
    "audio/flac": b"fLaC\0\0\0\x22" + bytes(34),
    "audio/amr": b"#!AMR\n\x3c" + bytes(31),
    "audio/amr-wb": b"#!AMR-WB\n\x04" + bytes(17),
    "audio/mp4": branded(b"M4A ", b"isom"),
    "video/mp4": a_film(3, b"isom", handler(b"soun"), handler(b"vide")),
    "video/quicktime": branded(b"qt  "),
    "video/3gpp": branded(b"3gp5"),
    "video/webm": b"\x1a\x45\xdf\xa3\x87\x42\x82\x84webm" + bytes(40),
    "application/zip": zipped("a.txt"),
    f"{OOXML}.wordprocessingml.document": zipped("[Content_Types].xml", "_rels/.rels", "word/document.xml"),
    f"{OOXML}.spreadsheetml.sheet": zipped("[Content_Types].xml", "xl/workbook.xml"),
    f"{OOXML}.presentationml.presentation": zipped("[Content_Types].xml", "ppt/presentation.xml"),
    "application/vnd.oasis.opendocument.text": zipped("content.xml", kind="application/vnd.oasis.opendocument.text"),
    "text/html": b"<!DOCTYPE html><html><body>An invented page</body></html>",
    "image/svg+xml": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"></svg>',
    "message/rfc822": a_mail("Date: Fri, 20 Nov 2026 22:14:05 +0100"),
    "application/mbox": b"From an@example.org Fri Nov 20 22:14:05 2026\n" + a_mail().replace(b"\r\n", b"\n"),
    "text/vcard": b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:An Invented\r\nEND:VCARD\r\n",
    "text/calendar": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "text/plain": b"He stood at the door again.\n",
}


@pytest.mark.parametrize(("media_type", "content"), FILES.items())
def test_a_file_is_known_by_its_content(media_type: str, content: bytes) -> None:
    assert media_type_of(content) == media_type


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        ("Été 😀".encode(), "text/plain"),
        ("Un été à Liège".encode("latin-1"), "text/plain"),
        ("Été\r\n".encode("utf-16"), "text/plain"),
        ("An invented text".encode("utf-16-le"), "text/plain"),
        ("An invented text".encode("utf-16-be"), "text/plain"),
        ("\ufeff<html><p>x".encode(), "text/html"),
        (b"Dear Sir: I write about %PDF-1.7 files.", "text/plain"),
        (b"Note: he rang\nTime: ten\n\nThat was all.", "text/plain"),
        (b"Subject: a plan\nTo: do\n\nNothing was sent.", "text/plain"),
        (a_film(3, b"isom", handler(b"soun")), "audio/mp4"),
        (a_film(3, b"3gp4", handler(b"soun")), "audio/mp4"),
        (b"ID3\4\0\0\0\0\0\0" + bytes(40), "audio/mpeg"),
        (b"\x00junk before it\n%PDF-1.4\n\x01", "application/pdf"),
        (b"", UNKNOWN),
        (b"\0\1\2\3", UNKNOWN),
        (bytes(range(256)) * 4, UNKNOWN),
        (b"RIFF\0\0\0\0NONE", UNKNOWN),
        (b"\0\0\0\4ftyp", UNKNOWN),
    ],
)
def test_what_is_less_clear_is_judged_with_care(content: bytes, media_type: str) -> None:
    assert media_type_of(content) == media_type


@pytest.mark.parametrize("content", [content for content in FILES.values() if len(content) > 60])
def test_the_first_bytes_of_a_long_file_are_enough(content: bytes) -> None:
    assert media_type_of(content + bytes(HEAD)) in {media_type_of(content), UNKNOWN}


def test_a_text_cut_within_a_letter_is_still_a_text() -> None:
    assert media_type_of("é".encode() * HEAD) == "text/plain"
    assert media_type_of(b"x" + "é".encode() * HEAD) == "text/plain"


@given(
    st.binary(max_size=300)
    | st.tuples(st.sampled_from([*FILES.values()]), st.integers(0, 90)).map(lambda c: c[0][: c[1]])
)
def test_any_bytes_get_a_type_and_a_kind(content: bytes) -> None:
    assert kind_of(media_type_of(content)) in FileKind


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=60), st.sampled_from(["utf-8", "utf-16"])
)
def test_words_are_read_back_from_bytes(words: str, encoding: str) -> None:
    assert decoded(words.encode(encoding), encoding) == words.removeprefix("\ufeff")
    assert decoded(("An invented text. " * 9 + words).encode(encoding)).endswith(words)


@pytest.mark.parametrize("named", ["", "nope", "a\0b", "base64", "undefined", "idna", "utf-8", "utf-16", "\udc80"])
def test_a_wrong_name_of_an_encoding_does_no_harm(named: str) -> None:
    assert "invente" in decoded(b"An invent\xe9 invented", named) or named == "utf-16"


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("image/heic", FileKind.PICTURE),
        ("image/svg+xml", FileKind.DOCUMENT),
        ("audio/amr", FileKind.SOUND),
        ("video/3gpp", FileKind.FILM),
        ("message/rfc822", FileKind.MAIL),
        ("text/plain", FileKind.TEXT),
        ("text/vcard", FileKind.TEXT),
        ("text/html", FileKind.DOCUMENT),
        ("application/pdf", FileKind.DOCUMENT),
        (f"{OOXML}.wordprocessingml.document", FileKind.DOCUMENT),
        ("application/vnd.oasis.opendocument.spreadsheet", FileKind.DOCUMENT),
        ("application/zip", FileKind.OTHER),
        ("application/vnd.rar", FileKind.OTHER),
        (UNKNOWN, FileKind.OTHER),
    ],
)
def test_a_type_belongs_to_one_kind(media_type: str, kind: FileKind) -> None:
    assert kind_of(media_type) is kind
