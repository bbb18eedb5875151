"""Address books of every version of vCard: what they name is read, and what is broken is passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.intake.formats import vcard
from journal.intake.model.address_book import AddressBookContact
from tests.intake.exports import SAMPLES, with_samples
from tests.intake.formats.reading import a_file, torn

if TYPE_CHECKING:
    from pathlib import Path

NAME, NUMBER, OTHER = "Bram Jansens", "+32 470 55 51 23", "02 555 12 34"


def a_card(*lines: str, version: str = "3.0") -> str:
    return "".join(f"{line}\r\n" for line in ("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD"))


def contacts(folder: Path, text: str | bytes) -> list[AddressBookContact]:
    return list(vcard.read(a_file(folder, text if isinstance(text, bytes) else text.encode(), "contacts")))


@pytest.mark.parametrize(
    ("version", "lines"),
    [
        ("2.1", [f"FN:{NAME}", f"TEL;CELL;PREF:{NUMBER}", f"TEL;HOME:{OTHER}", "EMAIL;INTERNET:bram@example.org"]),
        (
            "3.0",
            [
                *(f"FN:{NAME}", f"item1.TEL:{NUMBER}", "item1.X-ABLabel:_$!<Mobile>!$_"),
                *(f"TEL;TYPE=HOME:{OTHER}", "item2.EMAIL;type=INTERNET:bram@example.org"),
            ],
        ),
        (
            "4.0",
            [
                *(f"FN:{NAME}", 'TEL;VALUE=uri;TYPE="voice,cell":tel:+32 470 55 51 23;ext=1', f"TEL:{OTHER}"),
                'EMAIL;TYPE="x:y":mailto:bram@example.org',
            ],
        ),
    ],
)
def test_every_version_names_the_same_contact(tmp_path: Path, version: str, lines: list[str]) -> None:
    found = contacts(tmp_path, a_card(*lines, version=version))

    assert found == [AddressBookContact(NAME, (NUMBER, OTHER), ("bram@example.org",))]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Br=C3=A4m Jan=\r\nsens", "Bräm Jansens"),
        ("FN;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Br=E4m Jansens", "Bräm Jansens"),
        ("FN:Bram\\, the neighbour\\nJansens", "Bram, the neighbour Jansens"),
        ("FN:Bram Jan\r\n sens", "Bram Jansens"),
        ("N:Jansens;Bram;;;", "Bram Jansens"),
        ("N:Jansens", "Jansens"),
        ("ORG:Nobody", ""),
    ],
)
def test_names_are_read_however_they_are_written(tmp_path: Path, line: str, name: str) -> None:
    (found,) = contacts(tmp_path, a_card(line, f"TEL:{NUMBER}"))

    assert (found.name, found.telephone_numbers) == (name, (NUMBER,))


def test_accounts_are_read_without_the_scheme_of_their_program(tmp_path: Path) -> None:
    lines = ["IMPP:skype:bram.j", "X-SOCIALPROFILE;type=twitter:https://twitter.com/bramj", "X-ICQ:123456"]

    (found,) = contacts(tmp_path, a_card(f"FN:{NAME}", *lines))

    assert found.accounts == ("bram.j", "https://twitter.com/bramj", "123456")


def test_a_picture_and_lines_that_are_none_are_passed_over(tmp_path: Path) -> None:
    picture = ["PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ", " AAAA", "not:folded", "nothing at all", ""]

    (found,) = contacts(tmp_path, a_card(f"FN:{NAME}", *picture, f"TEL:{NUMBER}", version="2.1"))

    assert found == AddressBookContact(NAME, (NUMBER,))


def test_a_contact_that_is_cut_off_or_holds_another_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    inner = a_card("FN:An Peeters", f"TEL:{OTHER}")
    text = a_card(f"FN:{NAME}", f"AGENT:\r\n{inner}TEL:{NUMBER}") + a_card("FN:Els", "TEL:0470 555 999")[:-20]

    assert [one.name for one in contacts(tmp_path, text)] == ["An Peeters", NAME, "Els"]


def test_who_has_nothing_to_take_is_no_contact(tmp_path: Path) -> None:
    assert contacts(tmp_path, a_card(f"FN:{NAME}", "NOTE:a secret")) == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_of_the_file_is_found_out(tmp_path: Path, encoding: str) -> None:
    (found,) = contacts(tmp_path, a_card("FN:Bräm", f"TEL:{NUMBER}").encode(encoding))

    assert found.name == "Bräm"


@pytest.mark.parametrize(
    "line", ["FN:" + "a" * 1_000_000, "X" * 1_000_000, 'TEL;TYPE="' + "a" * 1_000_000, "a;" * 500_000]
)
def test_lines_of_any_length_are_read(tmp_path: Path, line: str) -> None:
    (found,) = contacts(tmp_path, a_card(line, f"TEL:{NUMBER}"))

    assert found.telephone_numbers[-1] == NUMBER
    assert len(found.name) <= 300


WHOLE = a_card("FN;ENCODING=QUOTED-PRINTABLE:Br=C3=A4m=", "x", f"TEL;VALUE=uri:tel:{NUMBER}", "IMPP:aim:a\\;b").encode()


@given(torn(WHOLE * 2) | st.binary(max_size=100).map(lambda data: b"BEGIN:VCARD\n" + data))
def test_no_bytes_raise_anything(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    for one in contacts(tmp_path_factory.getbasetemp(), data):
        repr(one).encode()


@with_samples
@pytest.mark.parametrize(
    ("name", "count", "numbers"), [("ANDROID", 6, 7), ("IPHONE", 1, 7), ("MS_OUTLOOK", 1, 2), ("gmail-single", 1, 2)]
)
def test_the_samples_hold_what_a_count_of_their_lines_says(name: str, count: int, numbers: int, tmp_path: Path) -> None:
    (path,) = (SAMPLES / "vcf").glob(f"*{name}*")

    found = contacts(tmp_path, path.read_bytes())

    assert (len(found), sum(len(one.telephone_numbers) for one in found)) == (count, numbers)
