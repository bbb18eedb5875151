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
    from journal.store.file.generation import Generation

WINDOWS = (1 << 18, 1 << 20, 1 << 22)
"""Sizes in bytes of the end that is read: some hundred entries, up to some thousand."""
_ROW = msgspec.json.Decoder(dict[str, Record])
_OURS = LOCK + lines([(ROW, Raw(msgspec.json.encode(Identity())))]) + b"\n},\n"
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


def read_preview(path: Path, window: int) -> TailPreview | None:
    """Read the last so many bytes of records, or return None where that takes loading the whole file."""
    path = Path(os.path.realpath(path))
    try:
        file = None if log_path(path).exists() else generation.opened(path)
        if file is None:
            return None
        with closing(file):
            return _read_preview(file, window)
    except (OSError, ValueError, RecursionError):
        return None


def _read_preview(file: Generation, window: int) -> TailPreview | None:
    end = end_of(file)
    begins = _OURS + FILES
    if end is None or file.read(Extent(0, len(begins))) != begins:
        return None
    first = len(_OURS) + end.layout.records
    if file.read(Extent(first, len(RECORDS))) != RECORDS:
        return None
    first += len(RECORDS)
    start = max(first, end.extent.start - window)
    records = _records(file.read(Extent(start, end.extent.start - start)), torn=start > first)
    there = mutable_state.from_rows(end.desk.values())
    if not records or (records[-1].seq, records[-1].digest) != (there.head.count, there.head.digest):
        return None
    return TailPreview(records, there)


def _records(table: bytes, *, torn: bool) -> tuple[Record, ...]:
    """Parse the end of the table of records, without the first line where that is `torn`; none in any doubt."""
    rows = table.removesuffix(b"\n},\n").split(b",\n")[torn:]
    found = [_ROW.decode(b"{%b}" % row) for row in rows]
    records = [record for row in found for record in row.values()]
    first = records[0].seq if records else 0
    in_a_row = all([*row] == [str(seq)] and row[str(seq)].seq == seq for seq, row in enumerate(found, start=first))
    return tuple(records) if in_a_row else ()
