"""A mail as it is shown: headers, body and attachments as plain, escaped text."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.text.harmless import harmless
from journal.evidence.mail_parts import FAULTS, content, mail_parts, part_name
from journal.evidence.text import decoded

if TYPE_CHECKING:
    from journal.evidence.mail_parts import MailParts

SHOWN = ("From", "To", "Cc", "Reply-To", "Date", "Subject", "Message-ID", "X-Originating-IP")
"""Headers that are shown, in this order; `Received` is separate."""

_LONGEST_TEXT = 200_000
_MOST_STATIONS = 50


class Attachment(Struct, frozen=True):
    """Attachment of a mail."""

    name: str
    """File name as the sender gave it; "" for none."""
    media_type: str
    """Media type as the sender claims."""
    size: int
    """Decoded size in bytes."""


class Mail(Struct, frozen=True):
    """Parsed mail; every string is escaped for the terminal."""

    headers: tuple[tuple[str, str], ...]
    """Names and values, in the order of `SHOWN`."""
    received: tuple[str, ...]
    """`Received` headers, the last hop first, at most 50."""
    text: str
    """First text part; HTML is converted to plain text."""
    attachments: tuple[Attachment, ...]


def read_mail(data: bytes) -> Mail:
    """Parse a mail; never raises: bytes that are no mail are returned as text without headers."""
    try:
        return _shown_mail(mail_parts(data))
    except FAULTS:
        return Mail((), (), _shown(decoded(data)), ())


def _shown_mail(parts: MailParts) -> Mail:
    headers = tuple((name, harmless(value)) for name in SHOWN for value in parts.headers(name))
    received = tuple(harmless(value) for value in islice(parts.headers("Received"), _MOST_STATIONS))
    attachments = tuple(
        Attachment(harmless(part_name(part)), harmless(part.get_content_type()), len(content(part)))
        for part in parts.attachments
    )
    return Mail(headers, received, _shown(parts.text()), attachments)


def _shown(text: str) -> str:
    return harmless(text[:_LONGEST_TEXT], lines=True)
