"""Mails in files of every encoding, and their times."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.evidence.embedded_times import times
from journal.evidence.mail import read_mail
from journal.evidence.mail_parts import LONGEST_HEAD
from journal.evidence.media_types import media_type_of
from journal.evidence.preview import words_in
from journal.handover.bundle.embedded_locations import holds_location
from tests.evidence.builders import PLACE, a_jpeg, a_mail
from tests.evidence.test_mail import a_message

if TYPE_CHECKING:
    from email.message import EmailMessage

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


def a_mail_with_a_photo() -> EmailMessage:
    message = a_message("Je t'ai vue, près de la fenêtre.\n")
    message.replace_header("To", "zoë@example.org")
    message["Date"] = "Tue, 24 Nov 2026 14:15:00 GMT+0100"
    message["Received"] = "from a by b; Tue, 24 Nov 2026 14:15:09 +0100"
    message.add_attachment(a_jpeg(place=PLACE), maintype="image", subtype="jpeg", filename="été.jpg")
    return message


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_mail_is_the_same_mail_in_every_encoding_of_its_file(encoding: str) -> None:
    plain = a_mail_with_a_photo().as_bytes()

    data = plain.decode("utf-8").encode(encoding)

    assert media_type_of(data) == "message/rfc822"
    assert read_mail(data) == read_mail(plain)
    assert read_mail(data).attachments[0].name == "été.jpg"
    assert times(data, "message/rfc822") == times(plain, "message/rfc822")
    assert [time.moment.start for time in times(data, "message/rfc822")] == [
        "2026-11-24T14:15:00",
        "2026-11-24T14:15:09",
    ]
    assert words_in(data, "message/rfc822") == words_in(plain, "message/rfc822")
    assert holds_location(data)


@pytest.mark.parametrize("encoding", [encoding for encoding in ENCODINGS if encoding != "utf-8"])
def test_the_words_of_a_mail_that_was_written_anew_are_read_whatever_it_says_of_itself(encoding: str) -> None:
    mail = 'From: a@b\r\nDate: x\r\nContent-Type: text/plain; charset="iso-8859-1"\r\n\r\nJe suis là.'

    assert read_mail(mail.encode(encoding)).text == "Je suis là."
    assert read_mail(mail.encode("latin-1")).text == "Je suis là."


def test_a_time_in_very_long_headers_is_not_read_where_it_is_cut_off() -> None:
    before = b"From: a@b\r\nX-Invented: "
    date = b"\r\nDate: Tue, 24 Nov 2026 14:15:00 "
    filled = before + bytes(LONGEST_HEAD - len(before) - len(date)).replace(b"\0", b"x") + date

    assert times(filled + b"+0100\r\n\r\n", "message/rfc822") == ()


def test_of_dates_that_disagree_none_is_the_mails_own() -> None:
    one, other = "Date: Tue, 24 Nov 2026 14:15:00 +0100", "Date: Tue, 24 Nov 2026 14:16:00 +0100"

    assert len(times(a_mail(one, one), "message/rfc822")) == 1
    assert times(a_mail(one, other), "message/rfc822") == ()
