"""Scanner for the rows of a damaged file, wherever they stand and whatever lies between them.

A row is a JSON object behind a number, `"12":{…}`, as this program and stock TinyDB write it; in the write-ahead log it
stands behind `"record"`. Inside a JSON string no such thing can stand, because its quotes are escaped there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator
    from mmap import mmap

_START = re.compile(rb'"(\d{1,16}|record)"\s*:\s*(?=\{)')
_TOKEN = re.compile(rb'"[^"\\\x00-\x1f]*(?:\\[^\x00-\x1f][^"\\\x00-\x1f]*)*"|["{}\x00-\x08\x0b\x0c\x0e-\x1f]')
"""A whole string, a brace, or a byte that cannot stand outside a string."""
_LONG = re.compile(rb'\{\s*"(data|sealed)"\s*:\s*"([A-Za-z0-9+/=]*)"\s*\}')
_OPENING, _CLOSING = b"{"[0], b"}"[0]
_FRONT = 16
"""A line that is an object begins within so many bytes, spaces counted."""


class ByteRange(Struct, frozen=True):
    """Half-open range of offsets in the bytes of a file."""

    start: int
    end: int


class ScannedRow(Struct, frozen=True):
    """Row that was parsed."""

    key: str
    row: dict[str, Any]
    encoded: bytes


class ScannedText(Struct, frozen=True):
    """Row with nothing but one long text, of which only the position is kept."""

    key: str
    name: str
    """`data` or `sealed`."""
    text: ByteRange


def scan_rows(data: bytes | mmap) -> Iterator[ScannedRow | ScannedText]:
    """Scan for rows, and yield every whole one in the order of the file; a row inside another is skipped."""
    at = 0
    while start := _START.search(data, at):
        at = start.end()
        end = _end_of_object(data, at)
        found = _row(data, start[1].decode(), ByteRange(at, end)) if end else None
        if found:
            at = end
            yield found


def scan_objects(text: bytes | mmap) -> Iterator[ScannedRow]:
    """Scan for JSON objects that fill a line, and yield them; only such lines are ever in memory."""
    start = 0
    while start < len(text):
        end = text.find(b"\n", start)
        end = len(text) if end < 0 else end
        begins = text[start : min(start + _FRONT, end)].lstrip()
        if begins.startswith(b"{") and (found := _plain("", text[start:end])):
            yield found
        start = end + 1


def _row(data: bytes | mmap, key: str, span: ByteRange) -> ScannedRow | ScannedText | None:
    long = _LONG.fullmatch(data, span.start, span.end)
    if long:
        return ScannedText(key, long[1].decode(), ByteRange(*long.span(2)))
    row = _plain(key, bytes(data[span.start : span.end]))
    # A table whose name is a number, or a row that lost its closing brace, holds other rows.
    return row if row and not any(name.isdecimal() for name in row.row) else None


def _plain(key: str, encoded: bytes) -> ScannedRow | None:
    try:
        return ScannedRow(key, msgspec.json.decode(encoded, type=dict[str, Any]), encoded)
    except (ValueError, RecursionError):
        return None


def _end_of_object(data: bytes | mmap, start: int) -> int:
    """Return the offset behind the object that begins here; 0 where it has no end."""
    depth, at = 0, start
    while token := _TOKEN.search(data, at):
        at = token.end()
        first = data[token.start()]
        if at - token.start() > 1:
            continue
        if first not in {_OPENING, _CLOSING}:
            return 0
        depth += 1 if first == _OPENING else -1
        if depth == 0:
            return at
    return 0
