"""Parts of a mail (RFC 5322, MIME): decoded headers, the body as plain text, attachments; nothing is escaped.

Nothing in it is rendered, loaded or followed. The bytes themselves remain the evidence.
"""

from __future__ import annotations

import email.errors
import re
from dataclasses import dataclass
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser, FeedParser
from email.policy import compat32, default
from email.utils import collapse_rfc2231_value
from functools import cached_property
from typing import TYPE_CHECKING, Any

from journal.evidence.markup import words_of
from journal.evidence.text import as_utf8, decoded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONGEST_HEAD = 1 << 18
LONGEST_HEADER = 4_000
_LONGEST_STRUCTURE = 8_000
"""Characters of a header that tells how a mail is built; the parser takes far longer than its length for more."""
_MOST_PARTS = 500
_STRUCTURE = frozenset({"content-type", "content-disposition"})
_BARE_NAME = re.compile(r'filename="?([^";\r\n]*)', re.IGNORECASE)
_ONLY_CHARSET = re.compile(r'[\w/+.-]{1,80}; ?charset="?([\w.:-]{1,40})"?', re.ASCII)
FAULTS = (
    *(ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError, RecursionError),
    email.errors.MessageError,
)
"""Exceptions that the standard library raises for malformed mails."""


class MailPart(Message):
    """Part of a mail; one that is a mail itself stays as its bytes, so that it can be kept as it was sent."""

    _media_type: str | None = None

    def get_content_maintype(self) -> str:
        """Return the main type; that of an attached mail is none that the parser opens."""
        maintype = super().get_content_maintype()
        return "application" if maintype == "message" else maintype

    def get_content_type(self) -> str:
        """Return the media type, which is asked several times and looked up once."""
        if self._media_type is None:
            self._media_type = super().get_content_type()
        return self._media_type

    def get_content_charset(self, failobj: Any = None) -> Any:
        """Return the character set, at once where it is the only parameter, as it mostly is."""
        simple = _ONLY_CHARSET.fullmatch(str(self.get("Content-Type", "")))
        return simple[1].lower() if simple else super().get_content_charset(failobj)

    def set_default_type(self, ctype: str) -> None:
        """Set the type that holds where no header tells one."""
        self._media_type = None
        super().set_default_type(ctype)

    def set_raw(self, name: str, value: str) -> None:
        """Take a header from the parser; one that tells how the mail is built is cut where it is far too long."""
        self._media_type = None
        cut = len(value) > _LONGEST_STRUCTURE and name.lower() in _STRUCTURE
        super().set_raw(name, value[:_LONGEST_STRUCTURE] if cut else value)


@dataclass(frozen=True)
class MailParts:
    """Parsed mail with its leaf parts."""

    message: Message
    rewritten: bool
    """Whether it was encoded anew, so that it is UTF-8 wherever it has no transfer encoding."""

    @cached_property
    def leaves(self) -> list[Message]:
        """The leaf parts, at most 500; an attached mail is one part."""
        return list(_leaves(self.message))

    @property
    def has_more(self) -> bool:
        """Whether it may have more parts than are read."""
        return len(self.leaves) >= _MOST_PARTS

    @cached_property
    def body(self) -> Message | None:
        """The body part; for a multipart mail without parts the mail itself."""
        for wanted in ("text/plain", "text/html"):
            for part in self.leaves:
                if part.get_content_type() == wanted and _disposition(part) != "attachment":
                    return part
        return next((part for part in self.leaves if part.get_content_maintype() == "multipart"), None)

    @cached_property
    def attachments(self) -> list[Message]:
        """The parts that are neither the body nor an alternative form of it."""
        return [part for part in self.leaves if part is not self.body and _hangs(part)]

    def headers(self, name: str) -> Iterator[str]:
        """Yield the decoded values of a header, in the order of the mail."""
        for value in self.raw_headers(name):
            if value.strip():
                yield header_text(name, value[:LONGEST_HEADER])

    def raw_headers(self, name: str) -> list[str]:
        """Return the values of a header as the parser gives them, in the order of the mail."""
        return self._raw.get(name.casefold(), [])

    @cached_property
    def _raw(self) -> dict[str, list[str]]:
        values: dict[str, list[str]] = {}
        for name, value in self.message.raw_items():
            values.setdefault(name.casefold(), []).append(str(value))
        return values

    def text(self) -> str:
        """Return the body; HTML is converted to plain text."""
        if self.body is None:
            return ""
        part = self.body
        packed = str(part.get("Content-Transfer-Encoding", "")).strip().lower() in {"base64", "quoted-printable"}
        named = _asked(part.get_content_charset) if packed or not self.rewritten else ""
        text = decoded(content(part), named)
        return words_of(text) if part.get_content_type() == "text/html" else text


def mail_parts(data: bytes) -> MailParts:
    """Parse a mail; raises one of `FAULTS` for bytes at which the standard library stops."""
    plain = as_utf8(data)
    parser = FeedParser(MailPart, policy=compat32)
    parser.feed(plain.decode("ascii", "surrogateescape"))
    return MailParts(parser.close(), plain != data)


def mail_head(data: bytes) -> Message:
    """Parse the headers of a mail; of more than 256 KiB only the complete ones."""
    plain = as_utf8(data[:LONGEST_HEAD])
    head = BytesHeaderParser(policy=compat32).parsebytes(plain)
    if len(data) > LONGEST_HEAD and not head.get_payload() and head.keys():
        del head[head.keys()[-1]]
    return head


def header_text(name: str, value: str) -> str:
    """Decode the encoded words of a header value.

    The modern policy decodes best, but drops comments and rewrites dates; the compatible one keeps everything.
    """
    if value.isascii() and "=?" not in value:
        return _one_line(value)
    for read in (_by_the_older,) if "(" in value or name == "Date" else (_by_today, _by_the_older):
        try:
            return _one_line(read(name, value))
        except FAULTS:
            continue
    return _one_line(value)


def content(part: Message) -> bytes:
    """Decode the bytes of a part, as far as possible."""
    if part.is_multipart():
        return _inner(part)
    for unpack in (True, False):
        try:
            found = part.get_payload(decode=unpack)
        except FAULTS:
            continue
        if found is not None:
            return found if isinstance(found, bytes) else str(found).encode("utf-8", "surrogatepass")
    return b""


def part_name(part: Message) -> str:
    """Return the decoded file name of an attachment, also where it was not encoded by the standard."""
    found = _asked(part.get_filename)
    if "\ufffd" in found:
        raw = " ".join(str(value) for name, value in part.raw_items() if name.casefold() == "content-disposition")
        bare = _BARE_NAME.search(raw)
        found = bare[1] if bare else found
    return header_text("Subject", found[:LONGEST_HEADER]) if found else ""


def _by_today(name: str, value: str) -> str:
    parsed = default.header_factory(name, re.sub(r"[\r\n]+", "", value))
    shown = str(parsed)
    if parsed.defects or "\ufffd" in shown:
        raise ValueError(name)
    return shown


def _by_the_older(_name: str, value: str) -> str:
    return str(make_header(decode_header(readable(value))))


def _one_line(text: str) -> str:
    return " ".join(readable(text).split())


def readable(text: str) -> str:
    """Decode bytes that the parser passed on as surrogate escapes."""
    if text.isascii() or not re.search("[\udc80-\udcff]", text):
        return text
    return decoded(text.encode("utf-8", "surrogateescape"))


def _leaves(message: Message) -> Iterator[Message]:
    waiting, given = [message], 0
    while waiting and given < _MOST_PARTS:
        part = waiting.pop()
        payload = part.get_payload() if part.is_multipart() else None
        if isinstance(payload, list) and part.get_content_maintype() == "multipart":
            waiting.extend(inner for inner in reversed(payload) if isinstance(inner, Message))
        else:
            given += 1
            yield part


def _hangs(part: Message) -> bool:
    """Return whether a part is an attachment, and no alternative form of the body."""
    words = part.get_content_type() in {"text/plain", "text/html"}
    return not words or _disposition(part) == "attachment" or bool(part_name(part))


def _inner(part: Message) -> bytes:
    """Re-serialise a report on the delivery, as far as possible."""
    try:
        return b"".join(inner.as_bytes() for inner in part.get_payload() if isinstance(inner, Message))
    except FAULTS:
        return b""


def _disposition(part: Message) -> str:
    return _asked(part.get_content_disposition)


def _asked(question: Callable[[], object]) -> str:
    try:
        answer = question()
    except FAULTS:
        return ""
    return collapse_rfc2231_value(answer) if isinstance(answer, str | tuple) else ""
