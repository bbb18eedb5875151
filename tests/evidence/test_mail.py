"""Mails as harmless text, hostile ones included."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journal.evidence.mail import SHOWN, Attachment, Mail, read_mail
from journal.evidence.markup import words_of
from tests.evidence.builders import a_mail

SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "email"
CONTROL = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), 0x202E, 0x200B)} - {"\n"}


def a_message(text: str = "An invented letter.\n") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Jérôme Invented <jerome@example.org>"
    message["To"] = "somebody@example.org"
    message["Subject"] = "Un été 😀"
    message["Message-ID"] = "<invented@example.org>"
    message.set_content(text)
    return message


def strings(mail: Mail) -> list[str]:
    headers = [part for header in mail.headers for part in header]
    names = [part for attachment in mail.attachments for part in (attachment.name, attachment.media_type)]
    return [*headers, *mail.received, mail.text, *names]


def test_a_mail_shows_its_headers_its_way_and_its_words() -> None:
    way = ("Received: from b by c; Fri, 20 Nov 2026 22:20:09 +0100", "Received: from a by b")

    mail = read_mail("\r\n".join(way).encode() + b"\r\n" + a_message().as_bytes())

    assert mail.headers == (
        ("From", "Jérôme Invented <jerome@example.org>"),
        ("To", "somebody@example.org"),
        ("Subject", "Un été 😀"),
        ("Message-ID", "<invented@example.org>"),
    )
    assert mail.received == ("from b by c; Fri, 20 Nov 2026 22:20:09 +0100", "from a by b")
    assert mail.text == "An invented letter.\n"
    assert mail.attachments == ()


def test_what_hangs_on_a_mail_is_listed_with_its_size() -> None:
    message = a_message()
    message.add_alternative("<p>An invented letter.</p>", subtype="html")
    message.add_attachment(bytes(1234), maintype="image", subtype="jpeg", filename="été 😀.jpg")
    message.add_attachment("A note.\n", filename="note.txt")
    message.add_attachment(a_message("The forwarded one.\n"))

    mail = read_mail(message.as_bytes())

    assert mail.text == "An invented letter.\n"
    assert mail.attachments[:2] == (
        Attachment("été 😀.jpg", "image/jpeg", 1234),
        Attachment("note.txt", "text/plain", 8),
    )
    assert mail.attachments[2].media_type == "message/rfc822"
    assert mail.attachments[2].size > 100


def test_a_mail_in_html_alone_is_reduced_to_its_words() -> None:
    message = a_message()
    message.set_content(
        "<html><head><style>p {x: y}</style></head><body><p>I know where&nbsp;you live.</p>"
        '<img src="https://example.org/spy.gif"><script>alert(1)</script>Call&#32;me</body></html>',
        subtype="html",
    )

    assert read_mail(message.as_bytes()).text == "I know where you live.\nCall me"


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("", ""),
        ("1 < 2 &lt; 3 <b>bold</b>", "1 < 2 < 3 bold"),
        ("a<br>b<BR/>c<p>d</p>", "a\nb\nc\nd"),
        ("<!-- hidden -- > still -->seen", "seen"),
        ("seen<!-- never closed", "seen"),
        ("seen<script>never closed", "seen"),
        ("<style>x</STYLE >seen", "seen"),
        ("seen<a href='x", "seen"),
        ("&#" + "9" * 5000 + ";", "&#" + "9" * 5000 + ";"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ("<![CDATA[x]]>seen", "seen"),
        ("<p>a</p><div><div><div><p>b", "a\n\nb"),
    ],
)
def test_markup_is_reduced_to_what_a_reader_sees(markup: str, words: str) -> None:
    assert words_of(markup) == words


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        (b"=?utf-8?q?J=C3=A9?= <a@example.org>", "Jé <a@example.org>"),
        ("Jé <a@example.org>".encode(), "Jé <a@example.org>"),
        ("Jé <a@example.org>".encode("latin-1"), "Jé <a@example.org>"),
        (b"<" * 40, "<" * 40),
        (b'"' * 41, '"' * 41),
        (b"(" * 3000, "(" * 3000),
        (b"a@b,\r\n c@d", "a@b, c@d"),
        (b"=?utf-8?q?=1b=5b31m=e2=80=aex?= <a@b>", "␛[31m⟨202E⟩x <a@b>"),
        (b"\x1b]0;x\x07 <a@b>", "␛]0;x␇ <a@b>"),
        (b"=?nope?q?x?= <a@b>", "=?nope?q?x?= <a@b>"),
    ],
)
def test_a_header_is_shown_whole_however_hostile(raw: bytes, shown: str) -> None:
    assert read_mail(b"From: " + raw + b"\r\n\r\n").headers == (("From", shown),)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Date: Tue, 24 Nov 2026 02:15:00 PM -0500", "Tue, 24 Nov 2026 02:15:00 PM -0500"),
        ("Date: Tue, 24 Nov 2026 14:15:00 GMT+0100", "Tue, 24 Nov 2026 14:15:00 GMT+0100"),
        ("From: an@example.org (An Invented)", "an@example.org (An Invented)"),
        ("From: =?utf-8?q?Zo=C3=AB?= <a@example.org> (an =?utf-8?q?=C3=A9t=C3=A9?=)", "Zoë <a@example.org> (an été)"),
        ("Cc: Friends: a@example.org, b@example.org;", "Friends: a@example.org, b@example.org;"),
        ("Message-ID: <a@example.org> and more", "<a@example.org> and more"),
    ],
)
def test_a_header_is_shown_as_it_was_written_and_not_as_it_could_be_understood(raw: str, shown: str) -> None:
    assert read_mail(raw.encode() + b"\r\n\r\n").headers == ((raw.partition(":")[0], shown),)


@given(st.sampled_from(SHOWN), st.text([chr(code) for code in range(0x20, 0x7F)], min_size=1, max_size=60))
def test_no_sign_of_a_plain_header_is_changed_or_left_out(name: str, value: str) -> None:
    plain = " ".join(value.replace("=?", "").split())

    headers = read_mail(f"{name}: {plain}\r\n\r\n".encode()).headers

    assert headers == (((name, plain),) if plain else ())


def test_a_name_that_was_never_encoded_is_read() -> None:
    mail = read_mail(b'Content-Type: image/png\r\nContent-Disposition: attachment; filename="\xe9t\xe9.png"\r\n\r\nx')

    assert mail.attachments == (Attachment("été.png", "image/png", 1),)


def test_words_in_an_unknown_or_wrong_encoding_are_read_as_well_as_can_be() -> None:
    for charset in ("\0", "nope", "utf-8", "base64", '"'):
        head = f"From: a@b\r\nContent-Type: text/plain; charset={charset}\r\n\r\n".encode()

        assert read_mail(head + "C'est l'été, je suis là.".encode("latin-1")).text == "C'est l'été, je suis là."


def test_a_mail_that_nests_without_end_is_shown_as_text() -> None:
    level = "Content-Type: multipart/mixed; boundary=b{0}\r\n\r\n--b{0}\r\n"
    deep = "".join(level.format(number) for number in range(2000))

    assert read_mail(b"From: a@b\r\n" + deep.encode()).text.startswith("From: a@b")


def test_a_mail_that_promises_parts_and_has_none_shows_what_there_is() -> None:
    mail = read_mail(b"From: a@b\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\nI know where you live.")

    assert mail.text == "I know where you live."
    assert mail.attachments == ()


def test_a_part_without_any_header_is_words() -> None:
    mail = read_mail(b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nCome out.\r\n--x--\r\n")

    assert mail.text == "Come out."


def test_bytes_that_are_no_mail_are_shown_as_text() -> None:
    assert read_mail(b"\x1b[31mno mail").text == "␛[31mno mail"
    assert read_mail(b"") == Mail((), (), "", ())


HEADERS = st.sampled_from(
    [
        "From",
        "To",
        "Date",
        "Subject",
        "Message-ID",
        "Received",
        "Content-Type",
        "Content-Disposition",
        "MIME-Version",
        "Content-Transfer-Encoding",
    ]
)
PIECES = st.sampled_from(
    [
        "=?utf-8?q?",
        "?=",
        "=1b=5b",
        "<",
        ">",
        "(",
        ")",
        '"',
        "\\",
        ";",
        "@",
        ",",
        "multipart/mixed",
        "text/html",
        "base64",
        "boundary=x",
        "charset=",
        "charset*=utf-8''%1b",
        "filename*0*=",
        "filename=",
        "message/rfc822",
        "\x1b",
        "�",
        "é",
    ]
)
VALUES = st.lists(PIECES | st.text(max_size=5), max_size=8).map("".join)


@given(st.lists(st.tuples(HEADERS, VALUES), max_size=6), st.binary(max_size=60) | st.just(b"--x\r\n\r\n<p>\x1b[2J"))
@example([("Content-Type", "message/rfc822"), ("Content-Transfer-Encoding", "base64")], b"\xff")
@example([("Content-Type", "text/plain; charset*=utf-8''%1b")], b"x")
def test_no_mail_raises_or_shows_a_control_sign(headers: list[tuple[str, str]], body: bytes) -> None:
    head = "".join(f"{name}: {value}\r\n" for name, value in headers).encode("utf-8", "surrogateescape")

    mail = read_mail(head + b"\r\n" + body)

    assert not [string for string in strings(mail) if CONTROL & set(string)]


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the public sample mails are not here")
def test_the_public_sample_mails_are_read() -> None:
    mails = {path.name: read_mail(path.read_bytes()) for path in sorted(SAMPLES.glob("*.eml"))}

    assert len(mails) > 5
    assert all(dict(mail.headers).get("From") for mail in mails.values())
    assert not [name for name, mail in mails.items() if "\ufffd" in "".join(strings(mail))]
    assert any(mail.attachments for mail in mails.values())


def test_a_mail_made_by_hand_is_read() -> None:
    mail = read_mail(a_mail("Date: Fri, 20 Nov 2026 22:14:05 +0100"))

    assert dict(mail.headers)["Date"] == "Fri, 20 Nov 2026 22:14:05 +0100"
    assert mail.text == "An invented letter."
