"""A mail as plain, harmless text: who, when, what about, by which way, its words and what hangs on it.

Nothing in it is rendered, loaded or followed. The bytes themselves stay the evidence; this is a look at them.
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
"""The headers that are shown, in this order; the way it took is told apart."""

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
"""What the standard library lets through for hostile mails."""


class Attachment(Struct, frozen=True):
    """Something that hangs on a mail."""

    name: str
    """As the sender called it; "" where it has no name."""
    media_type: str
    """As the sender claims."""
    size: int
    """In bytes, unpacked."""


class Mail(Struct, frozen=True):
    """What a mail shows; every string is harmless to a terminal."""

    headers: tuple[tuple[str, str], ...]
    """Name and value, in the order of `SHOWN`."""
    received: tuple[str, ...]
    """The stations on its way, the last one first, as the servers wrote them."""
    text: str
    """The first text part; HTML is reduced to its words."""
    attachments: tuple[Attachment, ...]


def read_mail(data: bytes) -> Mail:
    """Return what a mail shows; never raises, and shows bytes that are no mail as text without headers."""
    plain = as_utf8(data)
    try:
        return _read(BytesParser(policy=compat32).parsebytes(plain), rewritten=plain != data)
    except _FAULTS:
        return Mail((), (), _shown(decoded(data)), ())


def mail_head(data: bytes) -> Message:
    """Return the headers of a mail; of very many the first ones, none of them cut off."""
    plain = as_utf8(data[:_LONGEST_HEAD])
    head = BytesHeaderParser(policy=compat32).parsebytes(plain)
    if len(data) > _LONGEST_HEAD and not head.get_payload() and head.keys():
        del head[head.keys()[-1]]
    return head


def _read(message: Message, *, rewritten: bool) -> Mail:
    """Read a mail; one that was `rewritten` is UTF-8 wherever it is not packed, whatever it says of itself."""
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
    """Return one header as it was written, its encoded words decoded.

    Today's policy decodes best, and leaves out comments and rewrites dates; the older one leaves nothing out.
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
    """Turn bytes that the parser could only carry along into letters."""
    if not re.search("[\udc80-\udcff]", text):
        return text
    return decoded(text.encode("utf-8", "surrogateescape"))


def _parts(message: Message) -> Iterator[Message]:
    """Give the parts that hold something; a mail inside the mail is one part."""
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
    """Return the part with the words; the raw text where a mail says that it has parts, and has none."""
    for wanted in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == wanted and _disposition(part) != "attachment":
                return part
    return next((part for part in parts if part.get_content_maintype() == "multipart"), None)


def _hangs(part: Message) -> bool:
    """Tell whether a part is more than another form of the words."""
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
    """Return a mail inside the mail as bytes, as far as it can be put together again."""
    try:
        return b"".join(inner.as_bytes() for inner in part.get_payload() if isinstance(inner, Message))
    except _FAULTS:
        return b""


def _disposition(part: Message) -> str:
    return _asked(part.get_content_disposition)


def _name(part: Message) -> str:
    """Return the name of an attachment, in whichever way its sender encoded it, or did not."""
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
