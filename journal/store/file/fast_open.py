"""Fast path of opening: parses a file that this program wrote without reading the evidence in it.

The file's own `layout` row is an index of offsets, and each is verified against the bytes there. Where any differs,
because another program wrote the file again, nothing is taken from it and the whole file has to be parsed.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw, Struct

from journal.store.file.generation import Extent
from journal.store.file.identity import KeyBackup, wraps_in
from journal.store.file.layout import decode_lines, quoted
from journal.store.file.snapshot import FileNote, Layout, note_in

if TYPE_CHECKING:
    from journal.store.file.generation import Generation

_LOOK = 1 << 16
"""Size in bytes of the first read at both ends."""
LOCK, FILES, _DESK = b'{"lock":{\n', b'"files":{\n', b'"desk":{\n'
"""First lines of the tables in a file that this program wrote."""


class End(Struct, frozen=True):
    """End of the file, behind the records."""

    desk: dict[str, Raw]
    layout: Layout
    extent: Extent
    """Where it lies."""


class Frame(Struct, frozen=True):
    """What stands around the records in a file that this program wrote."""

    lock: bytes
    """The lines of the table `lock`."""
    files: dict[str, Extent]
    """Extent of each row of evidence, by its key."""
    front: Extent
    """Where everything before the evidence lies."""
    records: Extent
    """Where the table `records` lies."""
    end: End

    @property
    def notes(self) -> list[FileNote]:
        """The rows of the table `desk` that are about the file itself."""
        return [note for row in self.end.desk.values() if (note := note_in(row))]

    @property
    def protected(self) -> bool:
        """Whether either place for it holds a wrapped key."""
        in_lock = wraps_in(decode_lines(self.lock).values())
        return in_lock is not None or any(isinstance(note, KeyBackup) for note in self.notes)

    def checks(self, around: tuple[Extent, Extent], lines: Extent) -> tuple[Extent, ...]:
        """Return the extents with checksums by which the file is recognised, given those of the records."""
        return self.front, around[0], lines, around[1], self.end.extent


def frame_of(generation: Generation) -> Frame | None:
    """Find what stands around the records through the index of the file, or return None where all of it
    has to be parsed; raises OSError."""
    front = generation.read(Extent(0, _LOOK))
    files_at = front.find(b"\n},\n" + FILES) + len(b"\n},\n")
    end = end_of(generation)
    if not front.startswith(LOCK) or files_at < len(LOCK) or end is None:
        return None
    layout, desk_at = end.layout, end.extent.start
    files = {key: Extent(files_at + start, length) for key, (start, length) in layout.files.items()}
    records_at = files_at + layout.records
    if not _in_a_row(generation, files, files_at, records_at):
        return None
    lock = front[len(LOCK) : files_at - len(b"\n},\n")]
    if not _are_rows(lock):
        return None
    before = Extent(0, files_at, zlib.crc32(front[:files_at]))
    return Frame(lock, files, before, Extent(records_at, desk_at - records_at), end)


def end_of(generation: Generation) -> End | None:
    """Parse what stands behind the records, or return None where no `layout` is found there; raises OSError."""
    end = _end_from(generation, b"\n" + _DESK)
    if end is None:
        return None
    desk = _desk(end[1:])
    layout = next((note for row in desk.values() if isinstance(note := note_in(row), Layout)), None)
    start = generation.size - len(end) + 1
    return End(desk, layout, Extent(start, len(end) - 1, zlib.crc32(end[1:]))) if layout else None


def _end_from(generation: Generation, mark: bytes) -> bytes | None:
    """Read the file from the last line that begins with `mark`; None where there is no such line."""
    length = _LOOK
    while True:
        end = generation.read(Extent(max(0, generation.size - length), length))
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
    """Return whether these bytes are lines of rows and nothing else."""
    return _length(_rows(lines)) == len(lines)


def _length(rows: dict[str, Raw]) -> int:
    """Return the size of rows as lines; duplicate keys or space between rows make the original larger."""
    return sum(len(msgspec.json.encode(key)) + len(row) for key, row in rows.items()) + 3 * len(rows) - 2 * bool(rows)


def _in_a_row(generation: Generation, files: dict[str, Extent], files_at: int, records_at: int) -> bool:
    """Return whether the rows of evidence lie where the index says, without anything else in their table."""
    at, between = files_at, FILES
    for key, extent in files.items():
        begins = quoted(key) + b":{"
        if extent.start != at + len(between) or not _stands(generation, at, between + begins):
            return False
        at, between = extent.end, b",\n"
    closing = b"\n},\n" if files else FILES + b"},\n"
    return records_at == at + len(closing) and _stands(generation, at, closing)


def _stands(generation: Generation, at: int, text: bytes) -> bool:
    return generation.read(Extent(at, len(text))) == text


def _rows(lines: bytes) -> dict[str, Raw]:
    """Parse lines into rows; none where they do not parse."""
    try:
        return decode_lines(lines)
    except (ValueError, RecursionError):
        return {}
