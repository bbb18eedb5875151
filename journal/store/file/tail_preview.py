"""Preview of the newest entries: reads the end of a journal's file while the rest is loaded.

The result is for display only: nothing of it is ever saved, and faults of the file are found when all of it is loaded.
Anything but a file that this program wrote last, alone and without a passphrase, gives no preview.
"""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw, Struct

from journal.domain.ledger.record import Record
from journal.store.file import generation, mutable_state
from journal.store.file.fast_open import FILES, LOCK, end_of
from journal.store.file.generation import Extent
from journal.store.file.identity import ROW, Identity
from journal.store.file.layout import lines
from journal.store.file.mutable_state import MutableState
from journal.store.file.record_lines import RECORDS
from journal.store.file.write_ahead_log import log_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from journal.store.file.generation import Generation

SLICE, MOST = 1 << 18, 1 << 22
"""Sizes in bytes of what is read at once, some hundred records, and of all that is read."""
_ROW = msgspec.json.Decoder(dict[str, Record])
_CLOSING = b"\n},\n"
"""What stands behind the last row of a table."""
_OURS = LOCK + lines([(ROW, Raw(msgspec.json.encode(Identity())))]) + _CLOSING
"""First bytes of an unprotected journal that is no copy."""


class TailPreview(Struct, frozen=True):
    """Records and mutable state at the end of the file."""

    records: tuple[Record, ...]
    """The last ones, without a gap."""
    desk: MutableState

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
        file = None if log_path(path).exists() else generation.opened(path)
        if file is None:
            return None
        with closing(file):
            return _read_preview(file, enough, slice_size)
    except (OSError, ValueError, RecursionError):
        return None


def _read_preview(file: Generation, enough: Callable[[Sequence[Record]], bool], slice_size: int) -> TailPreview | None:
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
    head = mutable_state.from_rows(end.desk.values())
    records: list[Record] = []
    for found in _backwards(file, first, last, slice_size):
        records[:0] = found
        if not _in_a_row(records, head):
            return None
        if records and enough(records):
            break
    return TailPreview(tuple(records), head) if records else None


def _backwards(file: Generation, first: int, last: int, slice_size: int) -> Iterator[list[Record]]:
    """Yield the records between two offsets in slices, the last slice first; raises ValueError as `_record`."""
    start, torn = last, b""
    while start > max(first, last - MOST):
        end, start = start, max(first, start - slice_size)
        rows = (file.read(Extent(start, end - start)) + torn).split(b",\n")
        torn = rows.pop(0) if start > first else b""
        yield [_record(row) for row in rows]


def _record(row: bytes) -> Record:
    """Parse a line; raises ValueError where it is not one record under its number."""
    ((key, record),) = _ROW.decode(b"{%b}" % row).items()
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
