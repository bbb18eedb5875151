"""Recognition of mails and mailboxes by their first lines."""

from __future__ import annotations

import re
from codecs import BOM_UTF8

from journal.evidence.text import as_utf8

BOX_LINE = rb"From [^\r\n]{0,400}?\b(?:19|20)\d\d\b[^\r\n]{0,40}\r?\n(?=>*From |[!-9;-~]+[ \t]*:)"
"""Line before each mail of a mailbox, with the name of a header behind it. Its date is in no fixed order: zone, year
and time stand in every one."""
_FIRST = re.compile(BOX_LINE)
_NAME = re.compile(rb"[!-9;-~]+[ \t]*:")
_KNOWN = re.compile(
    rb"(?:From|To|Cc|Date|Subject|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|Reply-To|Sender|Content-Type"
    rb"|In-Reply-To|References|X-Mozilla-[\w-]+|X-Apple-[\w-]+|X-GM-[\w-]+|X-Gmail-[\w-]+)[ \t]*:",
    re.IGNORECASE,
)
_OF_A_MAIL = re.compile(rb"(?im)^(?:From|Date|Received|Message-ID|Return-Path|Delivered-To|To)[ \t]*:")


def begins_as_mailbox(head: bytes) -> bool:
    """Test for the line of a mailbox with a mail behind it."""
    head = head.removeprefix(BOM_UTF8)
    first = _FIRST.match(head)
    return first is not None and begins_as_mail(head[first.end() :])


def begins_as_mail(head: bytes) -> bool:
    """Test for header lines and nothing else up to the first empty line, two of them well known."""
    ended = re.split(rb"\r?\n\r?\n", as_utf8(head).lstrip(b"\r\n"), maxsplit=1)
    lines = ended[0].splitlines()
    lines = lines if len(ended) > 1 or len(head) < 1 << 15 else lines[:-1]
    names = [line for line in lines if line[:1] not in {b" ", b"\t"} and not re.match(rb">*From ", line)]
    known = sum(bool(_KNOWN.match(line)) for line in names)
    return known > 1 and bool(_OF_A_MAIL.search(ended[0])) and all(map(_NAME.match, names))
