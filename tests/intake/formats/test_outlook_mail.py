"""Mails that Outlook saved (`.msg`): headers, words and files; nothing but what the file says."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from journal.domain.base.errors import Refused
from journal.domain.entry.origin import OriginNote
from journal.intake.formats import outlook_mail
from journal.intake.model.found import Doubt, Found, Problem, SentBy, Trouble
from journal.intake.recognition.readers import recognised
from tests.intake.exports import SAMPLES, with_samples
from tests.intake.formats import mails
from tests.intake.formats.compound import compound, numbers, text
from tests.intake.formats.reading import a_file, torn

if TYPE_CHECKING:
    from pathlib import Path

NOTE = text("001A", "IPM.Note")
WORDS = text("0037", "Answer me") | text("1000", "Where are you? Ça va\r\n")
SENDER = text("0C1A", "Bram Jansens") | text("0C1F", mails.ADDRESS)
AT = 1_795_295_645_000
"""Saturday 21 November 2026, 22:14:05 in Brussels."""


def ticks(milliseconds: int) -> int:
    return (milliseconds + 11_644_473_600_000) * 10_000


HEAD = "".join(f"{name}: {value}\r\n" for name, value in mails.HEAD.items()) + (
    'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n'
)
TIMES = numbers({0x0E06_0040: ticks(AT + 4000), 0x0039_0040: ticks(AT)})
FILES = {
    "__attach_version1.0_#00000000": {"__substg1.0_37010102": mails.PICTURE * 400}
    | text("3707", "..\\picture.png") | text("370E", "image/png"),
    "__attach_version1.0_#00000001": {"__substg1.0_3701000D": NOTE | numbers({}, 24)} | text("3704", "FORWARD"),
}  # fmt: skip
WHOLE = compound(NOTE | WORDS | TIMES | SENDER | text("007D", HEAD) | FILES)


def found(folder: Path, data: bytes) -> Found:
    (export,) = recognised([a_file(folder, data, "photo.jpg").path])
    (one,) = export.items(None)
    assert isinstance(one, Found)
    return one


def test_a_mail_has_the_headers_of_its_transport_its_words_and_its_files(tmp_path: Path) -> None:
    one = found(tmp_path, WHOLE)

    assert (one.name, one.party, one.own, one.subject) == ("Bram Jansens", mails.ADDRESS, mails.OWN, "Answer me")
    assert (one.when.instant, one.stated, one.direction) == (AT + 4000, mails.DATE, SentBy.RECEIVED)
    assert (one.text, one.place.length, one.place.id) == ("Where are you? Ça va", len(WHOLE), "<1@example.org>")
    assert [(file.name, file.media_type, file.missing) for file in one.attachments] == [
        ("picture.png", "image/png", False),
        ("FORWARD", "", True),
    ]
    assert OriginNote.NOT_ALL_READ in one.notes
    (export,) = recognised([tmp_path / "photo.jpg"])
    assert export.reader.attachment(export.source, one, 0) == mails.PICTURE * 400
    with pytest.raises(ValueError, match="no such file"):
        export.reader.attachment(export.source, one, 1)


def test_without_headers_sender_and_times_are_those_that_outlook_keeps(tmp_path: Path) -> None:
    one = found(tmp_path, compound(NOTE | WORDS | TIMES | SENDER))

    assert (one.name, one.party, one.subject) == ("Bram Jansens", mails.ADDRESS, "Answer me")
    assert (one.when.instant, one.direction) == (AT + 4000, SentBy.UNKNOWN)
    assert OriginNote.DATE_BY_RECEIVER in one.notes


def test_a_mail_that_tells_no_time_and_no_sender_has_none(tmp_path: Path) -> None:
    one = found(tmp_path, compound(NOTE | WORDS | numbers({})))

    assert (one.when.doubt, one.party, one.name) == (Doubt.MISSING, "", "")
    assert OriginNote.NO_SENDER in one.notes


def test_the_name_of_an_office_account_is_no_address(tmp_path: Path) -> None:
    office = text("0C1A", "Bram Jansens") | text("0C1F", "/O=FIRM/CN=BRAM")
    one = found(tmp_path, compound(NOTE | WORDS | TIMES | office))

    assert (one.name, one.party) == ("Bram Jansens", "")


@pytest.mark.parametrize(("flags", "drafted"), [(0x20, False), (0x08, True)])
def test_what_the_user_wrote_herself_is_hers(tmp_path: Path, flags: int, drafted: bool) -> None:
    own = text("0C1A", "Els") | text("0C1F", mails.OWN) | text("0E04", mails.ADDRESS)
    one = found(tmp_path, compound(NOTE | WORDS | own | numbers({0x0E07_0003: flags, 0x0039_0040: ticks(AT)})))

    assert (one.direction, one.party, one.own) == (SentBy.SENT, mails.ADDRESS, mails.OWN)
    assert (one.when.instant, OriginNote.DRAFT in one.notes) == (AT, drafted)


def test_words_are_read_from_html_and_from_the_code_page_of_older_files(tmp_path: Path) -> None:
    html = {"__substg1.0_10130102": "<p>Où es-tu ?<script>x</script></p>".encode()}
    assert found(tmp_path, compound(NOTE | html | numbers({}))).text == "Où es-tu ?"
    older = {"__substg1.0_1000001E": "Привет".encode("cp1251"), "__substg1.0_001A001E": b"IPM.Note"}
    assert found(tmp_path, compound(older | numbers({0x3FFD_0003: 1251}))).text == "Привет"


def test_a_body_that_is_rtf_alone_is_told(tmp_path: Path) -> None:
    one = found(tmp_path, compound(NOTE | {"__substg1.0_10090102": b"rtf"} | numbers({})))
    assert (one.text, OriginNote.NOT_ALL_READ in one.notes) == ("", True)


def test_an_appointment_is_told_and_becomes_no_mail(tmp_path: Path) -> None:
    (export,) = recognised([a_file(tmp_path, compound(text("001A", "IPM.Appointment") | numbers({}))).path])
    assert list(export.items(None)) == [Trouble(Problem.NOT_UNDERSTOOD, text="IPM.Appointment")]


@with_samples
def test_the_draft_among_the_samples_has_its_words_and_no_time(tmp_path: Path) -> None:
    one = found(tmp_path, (SAMPLES / "msg" / "msg-extractor_strangeDate.msg").read_bytes())

    assert (one.subject, one.direction, one.when.doubt) == ("MSG Test File", SentBy.SENT, Doubt.MISSING)
    assert one.text.startswith("MSG test file\nPurpose: Provide example of this file type")


@settings(max_examples=40)
@given(torn(WHOLE))
def test_a_damaged_file_raises_nothing_but_the_programs_own_errors(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    source = a_file(tmp_path_factory.mktemp("t"), data)
    outlook_mail.recognises(source)
    for one in outlook_mail.read(source):
        if isinstance(one, Found):
            for file in one.attachments:
                with contextlib.suppress(ValueError):
                    outlook_mail.attachment(source, one, file.index)
    with contextlib.suppress(Refused):
        recognised([source.path])
