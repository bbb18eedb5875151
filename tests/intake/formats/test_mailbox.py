"""Mailboxes of Thunderbird and Google Takeout: every mail is found once, at its place, with all of its header."""

from __future__ import annotations

import contextlib
import mailbox as peer
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.entry.origin import OriginNote
from journal.intake.formats import mailbox
from journal.intake.model.found import Found
from tests.intake.exports import SAMPLES, found_in, with_samples
from tests.intake.formats.mails import PICTURE, a_box, a_mail, a_part, of_parts
from tests.intake.formats.reading import a_file, items, read_whole, torn, zipped

if TYPE_CHECKING:
    from pathlib import Path

LINES = [
    b"From - Sun Apr 07 22:47:11 2013\n",
    b"From - Sat Apr 12 2025 15:59:28\r\n",
    b"From 1826123412341234123@xxx Tue Mar 11 01:31:25 +0000 2025\r\n",
    b"From MAILER-DAEMON Fri Jul  8 12:08:34 2011\n",
    b"From bram@example.org Sat Jan 03 01:05:34 1996 remote from relay\n",
]
MAILS = [a_mail(f"Message {at}\r\n", Message_ID=f"<{at}@example.org>") for at in range(3)]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("ends", [b"\r\n", b"\n"])
def test_mails_are_parted_at_every_form_of_the_line_before_them(tmp_path: Path, line: bytes, ends: bytes) -> None:
    data = a_box(*MAILS, line=line).replace(b"\r\n", ends)

    found = found_in(a_file(tmp_path, data).path)

    assert [one.text.strip() for one in found] == ["Message 0", "Message 1", "Message 2"]
    assert [one.place.id for one in found] == [f"<{at}@example.org>" for at in range(3)]
    pieces = [data[one.place.start : one.place.start + one.place.length] for one in found]
    assert b"".join(pieces) == data
    assert all(piece.startswith(line.replace(b"\r\n", ends)) for piece in pieces)


def test_headers_with_ends_of_both_kinds_are_all_read(tmp_path: Path) -> None:
    head, body = MAILS[0].split(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    mixed = b"".join(line + (b"\r\n", b"\n")[at % 2] for at, line in enumerate(lines)) + b"\n" + body

    found = found_in(a_file(tmp_path, a_box(b"X-GM-THRID: 1\n" + mixed, MAILS[1], line=LINES[2])).path)

    assert [(one.subject, one.when.doubt, one.text.strip()) for one in found] == [
        ("Answer me", None, "Message 0"),
        ("Answer me", None, "Message 1"),
    ]


@pytest.mark.parametrize("at", [b"Delivered-To", b"Subject", b"Date"])
def test_a_stray_line_in_the_header_loses_nothing_of_it(tmp_path: Path, at: bytes) -> None:
    mail = MAILS[0].replace(b"\r\n" + at, b"\r\n>From - Sat Apr 12 2025 15:59:28\r\n" + at, 1)
    stray = mail if at != b"Delivered-To" else b">From - Sat Apr 12 2025 15:59:28\r\n" + mail

    (found,) = found_in(a_file(tmp_path, a_box(stray)).path)

    (whole,) = found_in(a_file(tmp_path, a_box(MAILS[0])).path)
    assert (found.subject, found.when, found.party, found.text) == (
        whole.subject,
        whole.when,
        whole.party,
        whole.text,
    )


QUOTED = "Hello\r\n\r\n>From now on\r\n>>From here\r\n> From there\r\nFrom here to there in 2026\r\nX: y\r\n"


def test_marks_before_from_are_taken_away_and_no_word_parts_a_mail(tmp_path: Path) -> None:
    (found,) = found_in(a_file(tmp_path, a_box(a_mail(QUOTED))).path)

    assert found.text.split("\n") == [
        *("Hello", "", "From now on", ">From here", "> From there", "From here to there in 2026", "X: y"),
    ]


def test_a_sentence_after_an_empty_line_parts_nothing(tmp_path: Path) -> None:
    text = "Hello\r\n\r\nFrom 2020 to 2026 we lived here.\r\nIt was good.\r\n\r\nFrom: me\r\n"

    assert len(found_in(a_file(tmp_path, a_box(a_mail(text), MAILS[1])).path)) == 2


def test_files_of_a_mail_in_the_middle_are_read(tmp_path: Path) -> None:
    mail = of_parts(a_part(b"Look", "text/plain"), a_part(PICTURE, "image/png", "photo.png"))
    source = a_file(tmp_path, a_box(MAILS[0], mail, MAILS[1]))

    found = items(mailbox, source)

    assert [len(one.attachments) for one in found] == [0, 1, 0]
    assert mailbox.attachment(source, found[1], 0) == PICTURE


def test_a_mailbox_in_an_archive_is_read_as_it_is_outside(tmp_path: Path) -> None:
    a_file(tmp_path / "export", a_box(*MAILS), "Takeout/Mail/All mail.mbox")

    (path,) = {zipped(tmp_path / "export", "").path}

    assert [one.text.strip() for one in found_in(path)] == ["Message 0", "Message 1", "Message 2"]


def test_places_hold_over_the_bounds_of_what_is_read_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mails = [a_mail("word " * (at * 37) + "\r\n", Message_ID=f"<{at}@example.org>") for at in range(60)]
    data = a_box(*mails)
    whole = found_in(a_file(tmp_path, data).path)

    monkeypatch.setattr(mailbox, "BLOCK", 5_000)
    found = found_in(a_file(tmp_path, data).path)

    assert len(found) == 60
    assert found == whole


def test_of_a_huge_mail_the_beginning_is_read_and_the_next_ones_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailbox, "BLOCK", 5_000)
    monkeypatch.setattr(mailbox, "LARGEST", 20_000)
    data = a_box(MAILS[0], a_mail("word " * 50_000 + "\r\n"), MAILS[2])

    found = found_in(a_file(tmp_path, data).path)

    assert [OriginNote.NOT_ALL_READ in one.notes for one in found] == [False, True, False]
    assert found[2].text.strip() == "Message 2"
    assert b"".join(data[one.place.start : one.place.start + one.place.length] for one in found) == data


@given(torn(a_box(*MAILS, of_parts(a_part(PICTURE, "image/png", "photo.png")))) | st.binary(max_size=200))
def test_no_bytes_raise_anything_and_none_is_lost(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    found = read_whole(mailbox, a_file(tmp_path_factory.getbasetemp(), data, "box"))

    mails = [one for one in found if isinstance(one, Found)]
    assert sum(one.place.length for one in mails) == len(data)


@with_samples
def test_the_sample_holds_as_many_mails_as_another_reader_finds() -> None:
    path = SAMPLES / "email" / "mime4j_mbox.rlug.mbox"

    found = found_in(path)

    with contextlib.closing(peer.mbox(path)) as box:
        assert [one.place.id for one in found] == [mail["Message-ID"] for mail in box]
    assert len(found) == 5
