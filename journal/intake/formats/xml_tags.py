"""Tokenizer for the flat XML of phone backups: tags with their attributes, in one pass and bounded memory.

Such files are cut off, hold surrogates and control characters as references, and whatever else XML forbids, at which
every XML parser stops. Nothing is declared or expanded here, so that no entity can grow.
"""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK = 1 << 20
LONGEST = 1 << 26
"""Bytes of a tag above which only its beginning is kept: 64 MiB, about 48 MB of a picture in base64."""
KEPT = 1 << 16
"""Bytes kept of a tag that is too long."""
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_REPLACEMENT_BYTES = REPLACEMENT.encode()

_NAME = re.compile(r"/?[A-Za-z][\w:.-]*(?=[\s/>]|$)")
_ATTRIBUTES = re.compile(r"""\s([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_CLOSED = re.compile(r"""(?:[^"'>]+|"[^"]*"|'[^']*')*+>""")
_REFERENCE = re.compile(r"&(?:#([0-9]{1,9})|#[xX]([0-9A-Fa-f]{1,8})|(amp|lt|gt|quot|apos));")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


class XmlTag(NamedTuple):
    """One tag of the file."""

    name: str
    """Name; of an end tag with the stroke before it."""
    attributes: dict[str, str]
    """Attributes with their references resolved; of a damaged tag those that are whole."""
    start: int
    """Byte offset of its `<`."""
    length: int
    """Length in bytes, up to its `>`."""
    line: int
    """Line on which it begins, from 1."""
    whole: bool
    """Whether it is closed; False for one that is cut off, damaged or too long."""
    replaced: int
    """Number of characters that were replaced by U+FFFD."""


def tags(file: IO[bytes]) -> Iterator[XmlTag]:
    """Yield the tags of a file in order, also of one that is cut off; comments and declarations are skipped."""
    in_comment = False
    for piece, start, line, whole in _pieces(file):
        if in_comment or piece.startswith(b"!--"):
            in_comment = b"-->" not in piece
        elif not piece.startswith((b"!", b"?")):
            yield _tag(piece, start, line, whole=whole)


def _pieces(file: IO[bytes]) -> Iterator[tuple[bytes, int, int, bool]]:
    """Yield what follows each `<` up to the next one, with offset, line, and whether it was kept whole.

    Inside an attribute XML writes `&lt;`, so that a `<` always begins a tag, also behind a damaged one.
    """
    held, start, line, dropped = b"", 0, 1, 0
    first = True
    while block := file.read(BLOCK):
        *before, held_after = (held + block).split(b"<")
        for piece in before:
            if not first:
                yield piece, start, line, not dropped
            line += piece.count(b"\n")
            start += len(piece) + dropped + (not first)
            first, dropped = False, 0
        held = held_after
        if len(held) > LONGEST:
            dropped += len(held) - KEPT
            held = held[:KEPT]
    if not first:
        yield held, start, line, not dropped


def _tag(piece: bytes, start: int, line: int, *, whole: bool) -> XmlTag:
    text = piece.decode("utf-8", "replace")
    named, closed = _NAME.match(text), _CLOSED.match(text) if whole else None
    replaced = text.count(REPLACEMENT) - piece.count(_REPLACEMENT_BYTES)
    attributes = {name: double or single for name, double, single in _ATTRIBUTES.findall(text)}
    forbidden = _FORBIDDEN.search(text) is not None
    if forbidden or "&" in text:
        for name, value in attributes.items():
            if forbidden or "&" in value:
                attributes[name], lost = resolved(value)
                replaced += lost
    end = closed.end() if closed else len(text)
    length = 1 + (end if len(text) == len(piece) else len(text[:end].encode()) if closed else len(piece))
    return XmlTag(named[0] if named else "", attributes, start, length, line, bool(named and closed), replaced)


def resolved(value: str) -> tuple[str, int]:
    """Resolve the references of an attribute; surrogate pairs are joined, what no text may hold becomes U+FFFD.

    Returns the text with the number of characters that were replaced.
    """
    if "&" in value:
        value = _REFERENCE.sub(_character, value)
    if not _FORBIDDEN.search(value):
        return value, 0
    joined = _PAIR.sub(lambda pair: pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), value)
    return _FORBIDDEN.subn(REPLACEMENT, joined)


def _character(found: re.Match[str]) -> str:
    if found[3]:
        return _ENTITIES[found[3]]
    code = int(found[1]) if found[1] else int(found[2], 16)
    return chr(code if code <= 0x10FFFF else 0)
