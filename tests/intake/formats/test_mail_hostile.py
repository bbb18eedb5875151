"""Mails that somebody made to harm, and any bytes at all: each is read as far as can be, and nothing is raised."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.entry.origin import OriginNote
from journal.intake.formats import mail_file
from journal.intake.model.found import Found
from tests.intake.formats.mails import HEAD, PICTURE, a_mail, a_part, an_emlx, of_parts
from tests.intake.formats.reading import a_file, read_whole, torn

if TYPE_CHECKING:
    from pathlib import Path


def the_mail(folder: Path, data: bytes) -> Found:
    (found,) = mail_file.read(a_file(folder, data, "export"))
    assert isinstance(found, Found)
    return found


@pytest.mark.parametrize(
    "data",
    [
        a_mail("x", Subject="a" * (1 << 20)),
        a_mail("x", To=", ".join(f"p{at}@example.org" for at in range(40_000))),
        a_mail("x", From='"' * 50_000),
        a_mail("x", From="\\" * 50_000 + "<"),
        a_mail("x", Received="(" * 50_000),
        a_mail("x", Date=" " * 50_000 + "x"),
        a_mail("x", **{f"X-{at}": "1" for at in range(20_000)}),
    ],
    ids=["subject", "receivers", "quotes", "strokes", "brackets", "blanks", "headers"],
)
def test_headers_of_any_length_are_read(tmp_path: Path, data: bytes) -> None:
    assert the_mail(tmp_path, data).text == "x"


def test_a_mail_of_ten_thousand_parts_is_read_in_part_and_says_so(tmp_path: Path) -> None:
    found = the_mail(tmp_path, of_parts(*[a_part(b"a", "text/plain")] * 10_000))

    assert OriginNote.NOT_ALL_READ in found.notes


@pytest.mark.parametrize("depth", [100, 1_000])
def test_parts_inside_parts_are_read_as_far_as_can_be(tmp_path: Path, depth: int) -> None:
    nest = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (at, at) for at in range(depth))
    data = a_mail("").removesuffix(b"\r\n") + nest + b"Content-Type: text/plain\r\n\r\nx"

    found = the_mail(tmp_path, data)

    assert found.subject == "Answer me"
    assert found.text == "x" or OriginNote.NOT_ALL_READ in found.notes


def test_a_long_text_is_cut_and_says_so(tmp_path: Path) -> None:
    found = the_mail(tmp_path, a_mail("words" * 50_000))

    assert len(found.text) == 100_000
    assert OriginNote.NOT_ALL_READ in found.notes


def test_halves_of_characters_become_signs_that_can_be_stored(tmp_path: Path) -> None:
    found = the_mail(tmp_path, a_mail("a+2AA-b \x1b[31m", Content_Type="text/plain; charset=utf-7"))

    assert found.text.encode()
    assert "\x1b[31m" in found.text


WHOLE = of_parts(a_part(b"Look", "text/plain"), a_part(PICTURE, "image/png", "photo.png"))


@given(torn(WHOLE) | torn(an_emlx(WHOLE)) | st.binary(max_size=300))
def test_no_bytes_raise_anything(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    for one in read_whole(mail_file, a_file(tmp_path_factory.getbasetemp(), data, "export.eml")):
        if isinstance(one, Found):
            f"{one.name}{one.party}{one.subject}{one.text}{one.stated}{one.place.id}".encode()


@given(name=st.sampled_from([*HEAD, "Content-Type", "X-Gmail-Labels"]), value=st.text(max_size=60))
def test_no_header_raises_anything(tmp_path_factory: pytest.TempPathFactory, name: str, value: str) -> None:
    data = a_mail(**{name: value.replace("\ud800", "")})
    folder = tmp_path_factory.getbasetemp()

    with contextlib.suppress(UnicodeEncodeError):
        assert all(isinstance(one, Found) for one in read_whole(mail_file, a_file(folder, data, "export.eml")))
