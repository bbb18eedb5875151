"""Mails of invented people, as bytes."""

from __future__ import annotations

import base64

ADDRESS = "bram.jansens@example.org"
OWN = "els.peeters@example.com"
DATE = "Sat, 21 Nov 2026 22:14:05 +0100"
RECEIVED = (
    "from mail.example.org (mail.example.org [192.0.2.7])\r\n\tby mx.example.com (Postfix) with ESMTPS id 4A1\r\n"
    f"\tfor <{OWN}>; Sat, 21 Nov 2026 22:14:09 +0100 (CET)"
)
FROM = f'"Bram Jansens" <{ADDRESS}>'
HEAD = {
    "Delivered-To": OWN,
    "Received": RECEIVED,
    "Message-ID": "<1@example.org>",
    "From": FROM,
    "To": OWN,
    "Subject": "Answer me",
    "Date": DATE,
}
PICTURE = b"\x89PNG\r\n\x1a\n invented"


def a_mail(text: str = "Where are you?\r\n", **said: str | None) -> bytes:
    """Return a mail; headers are named with `_` for `-`, and None leaves one out."""
    given = HEAD | {name.replace("_", "-"): value for name, value in said.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in given.items() if value is not None)
    return f"{head}\r\n{text}".encode()


def a_part(content: bytes, kind: str, name: str = "", *more: str) -> bytes:
    """Return a part of a mail, packed in base64."""
    named = f'Content-Disposition: attachment; filename="{name}"\r\n' if name else ""
    head = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n{named}" + "".join(more)
    return head.encode() + b"\r\n" + base64.encodebytes(content)


def of_parts(*parts: bytes, **said: str | None) -> bytes:
    """Return a mail of several parts."""
    inside = b"".join(b"--x1\r\n" + part + b"\r\n" for part in parts)
    return a_mail("", Content_Type='multipart/mixed; boundary="x1"', **said) + inside + b"--x1--\r\n"


def a_box(*mails: bytes, line: bytes = b"From - Sat Nov 21 22:14:11 2026\r\n") -> bytes:
    """Return a mailbox with these mails."""
    return b"".join(line + mail + b"\r\n" for mail in mails)


PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n<dict>\n\t<key>date-received</key>\n'
    b"\t<integer>1795295648</integer>\n\t<key>flags</key>\n\t<integer>8623750145</integer>\n</dict>\n</plist>\n"
)


def an_emlx(mail: bytes, behind: bytes = PROPERTIES) -> bytes:
    """Return a mail as Apple Mail stores it."""
    return f"{len(mail):<10}\n".encode() + mail + behind
