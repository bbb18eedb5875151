"""Single mails: who, when and what is found as it stands, and what is broken is told."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from journal.domain.entry.origin import OriginNote
from journal.intake.formats import mail_file
from journal.intake.model.found import Channel, Doubt, Found, Problem, SentBy, SourceTime, Trouble
from tests.intake.exports import SAMPLES, found_in, items_of, with_samples
from tests.intake.formats.mails import ADDRESS, DATE, FROM, OWN, PICTURE, a_mail, a_part, an_emlx, of_parts
from tests.intake.formats.reading import a_file

if TYPE_CHECKING:
    from pathlib import Path

NOTES = (OriginNote.DATE_BY_RECEIVER,)


def milliseconds(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp()) * 1000


def the_mail(folder: Path, data: bytes) -> Found:
    (found,) = found_in(a_file(folder, data, "export").path)
    return found


def bytes_of(folder: Path, data: bytes, index: int = 0) -> bytes:
    source = a_file(folder, data, "export")
    (found,) = mail_file.read(source)
    assert isinstance(found, Found)
    return mail_file.attachment(source, found, index)


def test_a_mail_is_told_with_sender_subject_words_place_and_id(tmp_path: Path) -> None:
    data = a_mail()

    found = the_mail(tmp_path, data)

    assert (found.channel, found.direction, found.own) == (Channel.MAIL, SentBy.RECEIVED, OWN)
    assert (found.name, found.party) == ("Bram Jansens", ADDRESS)
    assert (found.subject, found.text) == ("Answer me", "Where are you?")
    assert (found.place.start, found.place.length, found.place.id) == (0, len(data), "<1@example.org>")


def test_the_time_is_that_of_the_receiving_provider_and_the_senders_is_told_beside_it(tmp_path: Path) -> None:
    found = the_mail(tmp_path, a_mail())

    assert found.when == SourceTime(instant=milliseconds("2026-11-21T22:14:09+01:00"))
    assert (found.stated, found.notes) == (DATE, NOTES)


@pytest.mark.parametrize(
    ("date", "far"),
    [
        ("Sat, 21 Nov 2026 23:14:09 +0100", False),
        ("Sat, 21 Nov 2026 23:14:10 +0100", True),
        ("Sat, 21 Nov 2026 20:14 +0100", True),
        ("Sat, 21 Nov 2026 21:14:09 +0000", False),
        ("Wed, 1 Jan 2020 00:00:00 +0000", True),
        ("21 Nov 2026 20:14:09", False),
        ("yesterday", False),
    ],
)
def test_a_senders_time_more_than_an_hour_away_is_told(tmp_path: Path, date: str, far: bool) -> None:
    found = the_mail(tmp_path, a_mail(Date=date))

    assert found.when.instant == milliseconds("2026-11-21T22:14:09+01:00")
    assert found.stated == date
    assert (OriginNote.DATES_DIFFER in found.notes) == far


@pytest.mark.parametrize("received", [None, "by mx.example.com", "by mx.example.com; the other day"])
def test_without_a_time_of_the_provider_it_is_the_senders_and_marked(tmp_path: Path, received: str | None) -> None:
    found = the_mail(tmp_path, a_mail(Received=received))

    assert found.when == SourceTime(instant=milliseconds("2026-11-21T22:14:05+01:00"))
    assert (found.stated, found.notes) == ("", (OriginNote.DATE_BY_SENDER,))


@pytest.mark.parametrize(
    ("date", "when"),
    [
        (None, SourceTime(doubt=Doubt.MISSING)),
        ("the day before", SourceTime(doubt=Doubt.MALFORMED, raw="the day before")),
        ("Sun, 21 Nov 2026 22:14:05 +0100", SourceTime(doubt=Doubt.MALFORMED, raw="Sun, 21 Nov 2026 22:14:05 +0100")),
        (f"{DATE}\r\nDate: Sat, 21 Nov 2026 10:00:00 +0100", SourceTime(doubt=Doubt.MALFORMED, raw=DATE)),
        ("Thu, 1 Jan 1970 00:00:00 +0000", SourceTime(instant=0, doubt=Doubt.ROUND_START)),
        ("Sat, 21 Nov 2026 22:14 +0100", SourceTime(local="2026-11-21T22:14", offset="+01:00")),
        ("Sat, 21 Nov 2026 22:14:05", SourceTime(local="2026-11-21T22:14:05")),
    ],
)
def test_no_time_is_invented(tmp_path: Path, date: str | None, when: SourceTime) -> None:
    assert the_mail(tmp_path, a_mail(Received=None, Date=date)).when == when


@pytest.mark.parametrize(
    ("sender", "name", "party"),
    [
        (ADDRESS, "", ADDRESS),
        (f"<{ADDRESS}>", "", ADDRESS),
        (f"Bram <{ADDRESS}>", "Bram", ADDRESS),
        (f'"Jansens, Bram" <{ADDRESS}>', "Jansens, Bram", ADDRESS),
        (f"{ADDRESS} (Bram)", "Bram", ADDRESS),
        (f"=?utf-8?q?Jansens=2C_Br=C3=A4m?= <{ADDRESS}>", "Jansens, Bräm", ADDRESS),
        (f"Bräm <{ADDRESS}>", "Bräm", ADDRESS),
        ("Bram Jansens", "Bram Jansens", ""),
        (f"Bram [work] <{ADDRESS}> extra", "Bram [work]", ADDRESS),
        ("<>", "<>", ""),
    ],
)
def test_the_sender_is_read_from_every_spelling(tmp_path: Path, sender: str, name: str, party: str) -> None:
    found = the_mail(tmp_path, a_mail(From=sender))

    assert (found.name, found.party) == (name, party)


def test_a_mail_without_a_sender_is_kept_and_marked(tmp_path: Path) -> None:
    found = the_mail(tmp_path, a_mail(From=None))

    assert (found.name, found.party, found.text) == ("", "", "Where are you?")
    assert OriginNote.NO_SENDER in found.notes


@pytest.mark.parametrize(
    ("headers", "direction"),
    [
        ({}, SentBy.RECEIVED),
        ({"Delivered-To": None}, SentBy.UNKNOWN),
        ({"Delivered-To": None, "X-Original-To": OWN}, SentBy.RECEIVED),
        ({"Delivered-To": None, "X-Apparently-To": f"{OWN} via 192.0.2.1; Sat"}, SentBy.RECEIVED),
        ({"Delivered-To": ADDRESS.upper()}, SentBy.UNKNOWN),
        ({"Delivered-To": f"mailing list {OWN}"}, SentBy.UNKNOWN),
        ({"X-Gmail-Labels": "Important,Sent"}, SentBy.SENT),
        ({"X-Gmail-Labels": '"Verzonden",Geopend'}, SentBy.SENT),
        ({"X-Gmail-Labels": "=?UTF-8?Q?Messages_envoy=C3=A9s?="}, SentBy.SENT),
        ({"X-Gmail-Labels": "Presents"}, SentBy.RECEIVED),
    ],
)
def test_who_sent_it_is_known_only_where_a_provider_says_so(
    tmp_path: Path, headers: dict[str, str | None], direction: SentBy
) -> None:
    found = the_mail(tmp_path, a_mail("Hello", **headers))

    assert found.direction is direction


def test_of_a_mail_that_the_user_sent_the_other_side_is_who_got_it(tmp_path: Path) -> None:
    found = the_mail(tmp_path, a_mail(X_Gmail_Labels="Sent", From=OWN, To=FROM, Delivered_To=None))

    assert (found.party, found.own, found.direction) == (ADDRESS, OWN, SentBy.SENT)


def test_a_draft_is_told_as_one(tmp_path: Path) -> None:
    assert OriginNote.DRAFT in the_mail(tmp_path, a_mail(X_Gmail_Labels="Concepten")).notes


def test_html_becomes_its_words_and_nothing_of_it_is_kept(tmp_path: Path) -> None:
    page = "<style>p{}</style><p>Where <b>are</b> you?</p><img src='http://192.0.2.1/seen.gif'><p>Answer &amp; come"

    found = the_mail(tmp_path, a_mail(page, Content_Type="text/html; charset=utf-8"))

    assert found.text == "Where are you?\n\nAnswer & come"


@pytest.mark.parametrize(
    ("charset", "data"),
    [("utf-8", "é €".encode()), ("iso-8859-15", b"\xe9 \xa4"), ("nonsense", "é €".encode()), ("cp1252", b"\xe9 \x80")],
)
def test_words_are_read_in_their_encoding(tmp_path: Path, charset: str, data: bytes) -> None:
    mail = a_mail("", Content_Type=f"text/plain; charset={charset}", Content_Transfer_Encoding="8bit") + data

    assert the_mail(tmp_path, mail).text == "é €"


def test_files_come_with_their_names_and_their_bytes(tmp_path: Path) -> None:
    data = of_parts(a_part(b"Look", "text/plain"), a_part(PICTURE, "image/png", "../../photo.png"))

    found = the_mail(tmp_path, data)

    assert found.text == "Look"
    assert [(one.name, one.media_type, one.missing) for one in found.attachments] == [("photo.png", "image/png", False)]
    assert bytes_of(tmp_path, data) == PICTURE


@pytest.mark.parametrize("packed", [True, False])
def test_a_mail_that_hangs_on_a_mail_is_kept_byte_for_byte(tmp_path: Path, packed: bool) -> None:
    inner = b"x-odd:  two   blanks\r\n" + of_parts(a_part(PICTURE, "image/png", "in.png")).replace(b"x1", b"y2")
    plain = b'Content-Type: message/rfc822; name="first.eml"\r\n\r\n' + inner
    data = of_parts(a_part(inner, "message/rfc822", "first.eml") if packed else plain)

    found = the_mail(tmp_path, data)

    assert [one.name for one in found.attachments] == ["first.eml"]
    assert bytes_of(tmp_path, data).rstrip() == inner.rstrip()


def test_a_damaged_file_leaves_its_mail_and_is_marked(tmp_path: Path) -> None:
    part = a_part(PICTURE, "image/png", "photo.png").replace(b"iVBO", b"iV*O")

    found = the_mail(tmp_path, of_parts(a_part(b"Look", "text/plain"), part))

    assert found.text == "Look"
    assert OriginNote.PART_DAMAGED in found.notes


@pytest.mark.parametrize("header", ["X-Mozilla-Altered: AttachmentDeleted", "X-Apple-Content-Length: 100"])
def test_a_file_that_was_left_out_or_removed_is_told(tmp_path: Path, header: str) -> None:
    data = of_parts(a_part(b"Look", "text/plain"), a_part(b"", "image/png", "photo.png", f"{header}\r\n"))

    found = the_mail(tmp_path, data)

    assert (found.attachments[0].missing, OriginNote.FILE_MISSING in found.notes) == (True, True)
    with pytest.raises(ValueError, match="not kept"):
        bytes_of(tmp_path, data)


def test_a_line_of_a_mailbox_inside_the_header_loses_nothing(tmp_path: Path) -> None:
    stray = b"Subject: Answer me\r\n>From - Sat Nov 21 22:14:11 2026\r\n"

    found = the_mail(tmp_path, a_mail().replace(b"Subject: Answer me\r\n", stray))

    assert (found.subject, found.when.doubt, found.text) == ("Answer me", None, "Where are you?")


def test_of_apple_mail_only_the_mail_is_taken(tmp_path: Path) -> None:
    mail = a_mail()

    found = the_mail(tmp_path, an_emlx(mail))

    assert (found.place.start, found.place.length, found.text) == (11, len(mail), "Where are you?")


def test_what_apple_mail_noted_of_the_arrival_serves_where_no_provider_did(tmp_path: Path) -> None:
    found = the_mail(tmp_path, an_emlx(a_mail(Received=None)))

    assert (found.when.instant, found.stated) == (1_795_295_648_000, DATE)
    assert the_mail(tmp_path, an_emlx(a_mail(Received=None), b"")).notes == (OriginNote.DATE_BY_SENDER,)


def test_a_mail_of_apple_that_is_cut_off_is_read_and_told(tmp_path: Path) -> None:
    mail = a_mail()

    items = items_of(a_file(tmp_path, an_emlx(mail, b"")[:-7], "export").path)

    assert [one.text if isinstance(one, Found) else one.problem for one in items] == [
        "Where are",
        Problem.END_MISSING,
    ]


@pytest.mark.parametrize(
    "head", [b"", b"Dear Els,\n\nFrom: here", b"Note: a\nTo do: b\n", b"<calls>\n", b"12\nA: b\n\n"]
)
def test_what_is_no_mail_is_not_taken_for_one(head: bytes) -> None:
    assert not mail_file.recognises(head)


@with_samples
def test_every_sample_is_one_mail() -> None:
    paths = [*sorted((SAMPLES / "email").glob("*.eml")), *sorted((SAMPLES / "emlx").glob("*.emlx"))]
    found = {path.name.partition("_")[2]: items_of(path) for path in paths}

    assert len(paths) == 11
    assert all(len(items) == 1 and not isinstance(items[0], Trouble) for items in found.values())
    missing = [name for name, (one,) in found.items() if isinstance(one, Found) and one.when.doubt]
    assert missing == ["utf8_headers.eml"]
