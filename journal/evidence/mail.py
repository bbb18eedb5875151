"""Parser of a mail (RFC 5322, MIME) to plain, escaped text: headers, body and attachments.

Nothing in it is rendered, loaded or followed. The bytes themselves remain the evidence.
"""

from __future__ import annotations

import email.errors
import re
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser, BytesParser
from email.policy import compat32, default
from email.utils import collapse_rfc2231_value
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.text.harmless import harmless
from journal.evidence.markup import words_of
from journal.evidence.text import as_utf8, decoded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SHOWN = ("From", "To", "Cc", "Reply-To", "Date", "Subject", "Message-ID", "X-Originating-IP")
"""Headers that are shown, in this order; `Received` is separate."""

_LONGEST_HEAD = 1 << 18
_LONGEST_HEADER = 4_000
_LONGEST_TEXT = 200_000
_MOST_PARTS = 500
_MOST_STATIONS = 50
_BARE_NAME = re.compile(r'filename="?([^";\r\n]*)', re.IGNORECASE)
_FAULTS = (
    *(ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError, RecursionError),
    email.errors.MessageError,
)
"""Exceptions that the standard library raises for malformed mails."""


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
    plain = as_utf8(data)
    try:
        return _read(BytesParser(policy=compat32).parsebytes(plain), rewritten=plain != data)
    except _FAULTS:
        return Mail((), (), _shown(decoded(data)), ())


def mail_head(data: bytes) -> Message:
    """Parse the headers of a mail; of more than 256 KiB only the complete ones."""
    plain = as_utf8(data[:_LONGEST_HEAD])
    head = BytesHeaderParser(policy=compat32).parsebytes(plain)
    if len(data) > _LONGEST_HEAD and not head.get_payload() and head.keys():
        del head[head.keys()[-1]]
    return head


def _read(message: Message, *, rewritten: bool) -> Mail:
    """Extract headers, body and attachments; a `rewritten` mail is UTF-8 wherever it has no transfer encoding."""
    headers = tuple(_headers(message, SHOWN))
    received = tuple(value for _name, value in islice(_headers(message, ("Received",)), _MOST_STATIONS))
    parts = list(_parts(message))
    body = _body(parts)
    attachments = tuple(_attachment(part) for part in parts if part is not body and _hangs(part))
    return Mail(headers, received, "" if body is None else _text(body, rewritten=rewritten), attachments)


def _headers(message: Message, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    raw = [(name.casefold(), str(value)) for name, value in message.raw_items()]
    for shown in names:
        for name, value in raw:
            if name == shown.casefold() and value.strip():
                yield shown, harmless(_header(shown, value[:_LONGEST_HEADER]))


def _header(name: str, value: str) -> str:
    """Decode the encoded words of a header value.

    The modern policy decodes best, but drops comments and rewrites dates; the compatible one keeps everything.
    """
    if value.isascii() and "=?" not in value:
        return _one_line(value)
    for read in (_by_the_older,) if "(" in value or name == "Date" else (_by_today, _by_the_older):
        try:
            return _one_line(read(name, value))
        except _FAULTS:
            continue
    return _one_line(value)


def _by_today(name: str, value: str) -> str:
    parsed = default.header_factory(name, re.sub(r"[\r\n]+", "", value))
    shown = str(parsed)
    if parsed.defects or "\ufffd" in shown:
        raise ValueError(name)
    return shown


def _by_the_older(_name: str, value: str) -> str:
    return str(make_header(decode_header(_readable(value))))


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", _readable(text)).strip()


def _readable(text: str) -> str:
    """Decode bytes that the parser passed on as surrogate escapes."""
    if not re.search("[\udc80-\udcff]", text):
        return text
    return decoded(text.encode("utf-8", "surrogateescape"))


def _parts(message: Message) -> Iterator[Message]:
    """Yield the leaf parts, at most 500; an attached mail is one part."""
    waiting, given = [message], 0
    while waiting and given < _MOST_PARTS:
        part = waiting.pop()
        payload = part.get_payload() if part.is_multipart() else None
        if isinstance(payload, list) and part.get_content_maintype() == "multipart":
            waiting.extend(inner for inner in reversed(payload) if isinstance(inner, Message))
        else:
            given += 1
            yield part


def _body(parts: list[Message]) -> Message | None:
    """Return the body part; for a multipart mail without parts its raw text."""
    for wanted in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == wanted and _disposition(part) != "attachment":
                return part
    return next((part for part in parts if part.get_content_maintype() == "multipart"), None)


def _hangs(part: Message) -> bool:
    """Return whether a part is an attachment, and no alternative form of the body."""
    words = part.get_content_type() in {"text/plain", "text/html"}
    return not words or _disposition(part) == "attachment" or bool(_name(part))


def _text(part: Message, *, rewritten: bool) -> str:
    packed = str(part.get("Content-Transfer-Encoding", "")).strip().lower() in {"base64", "quoted-printable"}
    named = _asked(part.get_content_charset) if packed or not rewritten else ""
    text = decoded(_content(part), named)
    return _shown(words_of(text) if part.get_content_type() == "text/html" else text)


def _shown(text: str) -> str:
    return harmless(text[:_LONGEST_TEXT], lines=True)


def _attachment(part: Message) -> Attachment:
    size = len(_inner(part)) if part.is_multipart() else len(_content(part))
    return Attachment(harmless(_name(part)), harmless(part.get_content_type()), size)


def _content(part: Message) -> bytes:
    for unpack in (True, False):
        try:
            content = part.get_payload(decode=unpack)
        except _FAULTS:
            continue
        if content is not None:
            return content if isinstance(content, bytes) else str(content).encode("utf-8", "surrogatepass")
    return b""


def _inner(part: Message) -> bytes:
    """Re-serialise an attached mail, as far as possible."""
    try:
        return b"".join(inner.as_bytes() for inner in part.get_payload() if isinstance(inner, Message))
    except _FAULTS:
        return b""


def _disposition(part: Message) -> str:
    return _asked(part.get_content_disposition)


def _name(part: Message) -> str:
    """Return the decoded file name of an attachment, also where it was not encoded by the standard."""
    found = _asked(part.get_filename)
    if "\ufffd" in found:
        raw = " ".join(str(value) for name, value in part.raw_items() if name.casefold() == "content-disposition")
        bare = _BARE_NAME.search(raw)
        found = bare[1] if bare else found
    return _header("Subject", found[:_LONGEST_HEADER]) if found else ""


def _asked(question: Callable[[], object]) -> str:
    try:
        answer = question()
    except _FAULTS:
        return ""
    return collapse_rfc2231_value(answer) if isinstance(answer, str | tuple) else ""
