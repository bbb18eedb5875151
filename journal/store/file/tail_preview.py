"""Preview of the newest entries: reads the end of a journal's file, and its write-ahead log, while the rest is loaded.

It is for display, and for adding a record to the log; faults further in are found when all of the file is loaded.
Anything but a file that this program wrote last, without a passphrase and with a short log, gives no preview.
"""

from __future__ import annotations

import os
import zlib
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw, Struct

from journal.domain.ledger.record import Record
from journal.store.file import generation, mutable_state, write_ahead_lines
from journal.store.file.fast_open import FILES, LOCK, end_of
from journal.store.file.generation import Extent, Generation
from journal.store.file.identity import ROW, Identity, wraps_in
from journal.store.file.layout import decode_lines, lines
from journal.store.file.mutable_state import MutableState
from journal.store.file.record_lines import RECORDS
from journal.store.file.snapshot import note_in
from journal.store.file.write_ahead_lines import Replay, read_lines
from journal.store.file.write_ahead_log import log_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from journal.store.file.write_ahead_lines import LogLines

SLICE, MOST = 1 << 18, 1 << 22
"""Sizes in bytes of what is read at once, some hundred records, and of all that is read."""
LONGEST_LOG = 1 << 18
"""Size in bytes of the longest log that is read too: some hundred entries."""
_FRONT = 1 << 14
"""Bytes that hold the first row, with the wrapped key of a protected journal."""
_ROW = msgspec.json.Decoder(dict[str, Raw])
_RECORD = msgspec.json.Decoder(Record)
_CLOSING = b"\n},\n"
"""What stands behind the last row of a table."""
_OURS = LOCK + lines([(ROW, Raw(msgspec.json.encode(Identity())))]) + _CLOSING
"""First bytes of an unprotected journal that is no copy."""


class TailPreview(Struct, frozen=True):
    """Records and mutable state at the end of a journal."""

    records: tuple[Record, ...]
    """The last ones, without a gap."""
    desk: MutableState
    file: Generation
    """The file, open, with the checksums of what was read around the records."""
    replay: Replay
    """What the log beside it holds; nothing where there is none."""

    @property
    def whole(self) -> bool:
        """Whether these are all records."""
        return self.records[0].seq == 1


def read_preview(path: Path, enough: Callable[[Sequence[Record]], bool], slice_size: int = SLICE) -> TailPreview | None:
    """Read the records backwards from the last one, slice by slice, until they are `enough` or `MOST` bytes are read.

    Returns None where only loading the whole file tells what is in it.
    """
    path = Path(os.path.realpath(path))
    try:
        # The log first: what disappears from it in between is then in the file.
        log = _log(path)
        file = generation.opened(path)
        return _read_preview(file, log, enough, slice_size) if file else None
    except (OSError, ValueError, RecursionError):
        return None


def _log(path: Path) -> LogLines | None:
    """Read the log beside the journal, or return None where there is none; raises ValueError for a long one."""
    file = generation.opened(log_path(path))
    if file and file.size > LONGEST_LOG:
        raise ValueError("a long log is read with the whole file")
    return read_lines(file) if file else None


def looks_protected(path: Path) -> bool:
    """Tell from the first row of a file whether it is a protected journal; only all of it tells for sure."""
    try:
        file = generation.opened(Path(os.path.realpath(path)))
        if file is None:
            return False
        with closing(file):
            front = file.read(Extent(0, _FRONT))
        row = front.removeprefix(LOCK).partition(b"\n")[0].removesuffix(b",")
        return front.startswith(LOCK) and wraps_in(decode_lines(row).values()) is not None
    except (OSError, ValueError, RecursionError):
        return False


def _read_preview(
    file: Generation, log: LogLines | None, enough: Callable[[Sequence[Record]], bool], slice_size: int
) -> TailPreview | None:
    end = end_of(file)
    begins = _OURS + FILES
    if end is None or file.read(Extent(0, len(begins))) != begins:
        return None
    first = len(_OURS) + end.layout.records
    if file.read(Extent(first, len(RECORDS))) != RECORDS:
        return None
    first, last = first + len(RECORDS), end.extent.start - len(_CLOSING)
    if file.read(Extent(last, len(_CLOSING))) != _CLOSING:
        return None
    file.checks = (Extent(0, len(begins), zlib.crc32(begins)), end.extent)
    taken_in = end.layout.taken_in
    replay = write_ahead_lines.replay(log, taken_in, lambda line: line) if log else Replay(last=taken_in)
    desk = next((save.desk for save in reversed(replay.saves) if save.desk), None) or _without_notes(end.desk)
    records = [_record(key, row) for save in replay.saves for key, row in save.records.items()]
    there = mutable_state.from_rows(desk.values())
    for found in _backwards(file, first, last, slice_size):
        records[:0] = found
        if not (replay.fits and _in_a_row(records, there)):
            return None
        if records and enough(records):
            break
    return TailPreview(tuple(records), there, file, replay) if records else None


def _without_notes(desk: dict[str, Raw]) -> dict[str, Raw]:
    """Return the rows that are not about the file itself."""
    return {key: row for key, row in desk.items() if note_in(row) is None}


def _backwards(file: Generation, first: int, last: int, slice_size: int) -> Iterator[list[Record]]:
    """Yield the records between two offsets in slices, the last slice first; raises ValueError as `_line`."""
    start, torn = last, b""
    while start > max(first, last - MOST):
        end, start = start, max(first, start - slice_size)
        rows = (file.read(Extent(start, end - start)) + torn).split(b",\n")
        torn = rows.pop(0) if start > first else b""
        yield [_line(row) for row in rows]


def _line(line: bytes) -> Record:
    """Parse a line; raises ValueError where it is not one record under its number."""
    ((key, row),) = _ROW.decode(b"{%b}" % line).items()
    return _record(key, row)


def _record(key: str, row: Raw) -> Record:
    """Decode a row; raises ValueError where it is no record under its number."""
    record = _RECORD.decode(row)
    if key != str(record.seq):
        raise ValueError(f"record {record.seq} lies under another key")
    return record


def _in_a_row(records: Sequence[Record], there: MutableState) -> bool:
    """Tell whether these are the last records without a gap."""
    if not records:
        return True
    last = records[-1]
    in_a_row = all(record.seq == seq for seq, record in enumerate(records, start=records[0].seq))
    return in_a_row and (last.seq, last.digest) == (there.head.count, there.head.digest)
