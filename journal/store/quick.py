"""Reading a file that this program wrote without reading the evidence in it.

Every place that the file's own `layout` row names is compared with what stands there. Where anything differs, because
somebody else wrote the file again, nothing is taken from it and the whole file has to be parsed.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw, Struct

from journal.store.generation import Span
from journal.store.layout import Row, quoted, rows_of
from journal.store.volume import Layout, note_in

if TYPE_CHECKING:
    from journal.store.generation import Generation

_LOOK = 1 << 16
"""How many bytes at both ends are looked at first."""
_LOCK, _FILES, _RECORDS, _DESK = b'{"lock":{\n', b'"files":{\n', b'"records":{\n', b'"desk":{\n'


class Quick(Struct, frozen=True):
    """What stands in a file, the evidence left out."""

    lock: bytes
    """The lines of the table."""
    files: dict[str, Span]
    """Where each row of evidence lies."""
    records: tuple[Row, ...]
    """As they stand in the file, sealed ones still sealed."""
    lines: Span
    """Where the lines of the table `records` lie."""
    desk: dict[str, Raw]
    layout: Layout
    checks: tuple[Span, ...]
    """By which the bytes are known again."""

    def first_lines(self, count: int, generation: Generation) -> Span:
        """Return where the first so many lines of the records lie, which are all or all but one."""
        if count == len(self.records):
            return self.lines
        last = self.records[-1]
        length = self.lines.length - len(msgspec.json.encode(last.key)) - 1 - len(bytes(last.data))
        start, length = self.lines.start, max(0, length - len(b",\n"))
        return Span(start, length, zlib.crc32(generation.read(Span(start, length))))


def read_quickly(generation: Generation) -> Quick | None:
    """Return what stands in a file, or None where all of it has to be parsed; raises OSError."""
    front = generation.read(Span(0, _LOOK))
    files_at = front.find(b"\n},\n" + _FILES) + len(b"\n},\n")
    end = _end_from(generation, b"\n" + _DESK)
    if not front.startswith(_LOCK) or files_at < len(_LOCK) or end is None:
        return None
    desk_at, desk = generation.size - len(end) + 1, _desk(end[1:])
    layout = next((note for row in desk.values() if isinstance(note := note_in(row), Layout)), None)
    if layout is None:
        return None
    files = {key: Span(files_at + start, length) for key, (start, length) in layout.files.items()}
    records_at = files_at + layout.records
    if not _in_a_row(generation, files, files_at, records_at):
        return None
    table = generation.read(Span(records_at, desk_at - records_at))
    records = _records(table)
    if records is None:
        return None
    lock = front[len(_LOCK) : files_at - len(b"\n},\n")]
    if not _are_rows(lock):
        return None
    lines = Span(records_at + len(_RECORDS), max(0, len(table) - len(_RECORDS) - len(b"\n},\n")))
    check = zlib.crc32(memoryview(table)[len(_RECORDS) : len(_RECORDS) + lines.length])
    checks = (
        Span(0, files_at, zlib.crc32(front[:files_at])),
        Span(records_at, len(table), zlib.crc32(table)),
        Span(desk_at, len(end) - 1, zlib.crc32(end[1:])),
    )
    return Quick(lock, files, records, Span(lines.start, lines.length, check), desk, layout, checks)


def _end_from(generation: Generation, mark: bytes) -> bytes | None:
    """Return the end of the file from the last line on that begins like this; None where there is no such line."""
    length = _LOOK
    while True:
        end = generation.read(Span(max(0, generation.size - length), length))
        at = end.rfind(mark)
        if at >= 0:
            return end[at:]
        if length >= generation.size:
            return None
        length *= 4


def _desk(end: bytes) -> dict[str, Raw]:
    try:
        tables = msgspec.json.decode(b"{" + end, type=dict[str, dict[str, Raw]])
    except (ValueError, RecursionError):
        return {}
    rows = tables["desk"]
    whole = len(_DESK) + _length(rows) + len(b"\n}}\n")
    return rows if [*tables] == ["desk"] and whole == len(end) else {}


def _are_rows(lines: bytes) -> bool:
    """Return whether these are lines of rows and nothing else."""
    try:
        return _length(rows_of(lines)) == len(lines)
    except (ValueError, RecursionError):
        return False


def _length(rows: dict[str, Raw]) -> int:
    """Return how many bytes the lines of rows take; a row that stands twice, or space between rows, takes more."""
    return sum(len(msgspec.json.encode(key)) + len(row) for key, row in rows.items()) + 3 * len(rows) - 2 * bool(rows)


def _in_a_row(generation: Generation, files: dict[str, Span], files_at: int, records_at: int) -> bool:
    """Return whether the rows of evidence stand where they are said to, and nothing else does in their table."""
    at, between = files_at, _FILES
    for key, span in files.items():
        begins = quoted(key) + b":{"
        if span.start != at + len(between) or not _stands(generation, at, between + begins):
            return False
        at, between = span.end, b",\n"
    closing = b"\n},\n" if files else _FILES + b"},\n"
    return records_at == at + len(closing) and _stands(generation, at, closing)


def _stands(generation: Generation, at: int, text: bytes) -> bool:
    return generation.read(Span(at, len(text))) == text


def _records(table: bytes) -> tuple[Row, ...] | None:
    """Return the rows of the table `records`, whose bytes reach up to the next table."""
    if not table.startswith(_RECORDS) or not table.endswith(b"},\n"):
        return None
    try:
        rows = msgspec.json.decode(memoryview(table)[len(_RECORDS) - 2 : -2], type=dict[str, Raw])
    except (ValueError, RecursionError):
        return None
    if len(_RECORDS) + _length(rows) + len(b"\n},\n" if rows else b"},\n") != len(table):
        return None
    return tuple(Row(key, row) for key, row in rows.items())
