"""Character encoding detection and decoding, for the encodings that telephones and mail programs write."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
"""Control characters that occur in no text; bell, backspace and escape do occur."""
_ODD_AT_MOST = 0.35
"""Maximum share of non-ASCII bytes for which a one-byte encoding is assumed."""


def encoding_of(head: bytes) -> str | None:
    """Detect the encoding of text by its first bytes; None for binary data. Empty data is text."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding if _reads(head[len(mark) :], encoding) else None
    if _reads(head, "utf-8"):
        return "utf-8"
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if zeros.count(0) > len(zeros) * 0.4 and _reads(head, encoding):
            return encoding
    odd = sum(byte >= 0x80 for byte in head)
    return "cp1252" if odd <= len(head) * _ODD_AT_MOST and _reads(head, "cp1252") else None


def decoded(data: bytes, named: str = "") -> str:
    """Decode bytes in the named encoding, or else in the detected one; never raises.

    Undecodable bytes become U+FFFD.
    """
    for encoding, errors in ((named, "strict"), (encoding_of(data[: 1 << 16]) or "cp1252", "replace")):
        try:
            return data.decode(encoding, errors).removeprefix("\ufeff")
        except (LookupError, ValueError):
            continue
    return data.decode("utf-8", "replace")


def _reads(head: bytes, encoding: str) -> bool:
    """Return whether bytes, possibly truncated within a character, are text in this encoding."""
    try:
        errors = "replace" if encoding == "cp1252" else "strict"
        text = codecs.getincrementaldecoder(encoding)(errors).decode(head)
    except UnicodeDecodeError:
        return False
    return not _CONTROL.search(text)


def as_utf8(data: bytes) -> bytes:
    """Re-encode text in UTF-16, UTF-32 or with a byte order mark as plain UTF-8; other bytes are unchanged."""
    head = data[: 1 << 16]
    marked = head.startswith(tuple(mark for mark, _encoding in _MARKS))
    encoding = (encoding_of(head) or "") if marked or b"\0" in head else ""
    if encoding.startswith(("utf-16", "utf-32")):
        return data.decode(encoding, "replace").removeprefix("\ufeff").encode()
    return data.removeprefix(codecs.BOM_UTF8)
