"""Reading of a journal's file as it is stored: parsed, its sealed parts still sealed."""

from __future__ import annotations

import codecs
import zlib
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from journal.store.disk.durable_io import PIECE
from journal.store.file import layout
from journal.store.file.fast_open import Frame, frame_of
from journal.store.file.folded_table import FoldedTable
from journal.store.file.folding import NotFoldable, fold_table
from journal.store.file.generation import Extent, Generation
from journal.store.file.layout import TABLES, MalformedFile, Parsed, StoredRow, lines
from journal.store.file.record_lines import RecordTable, read_table
from journal.store.file.row_codec import PlainCodec, RowCodec, Unpacked
from journal.store.file.snapshot import Chunk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from journal.store.age.protection import Key
    from journal.store.file.folding import Fold


class StoredFile(Struct, frozen=True):
    """Parsed file, of which other sealed parts than the records are still sealed."""

    parsed: Parsed
    """The tables; of the records only those that were parsed with the whole file."""
    lock: bytes
    files: dict[str, Chunk]
    desk: dict[str, Raw]
    others: dict[str, bytes]
    records: tuple[StoredRow, ...] = ()
    """The lines of the records where the whole file was parsed."""
    table: RecordTable | None = None
    """The records where they were read through the index."""
    folded: FoldedTable | None = None
    """The records where they were folded."""

    def unpacked(self, codec: RowCodec) -> Unpacked:
        """Return the rows of the ledger; those in the file where they were folded are left out."""
        if self.folded:
            return Unpacked((), len(self.folded.placed.places), self.folded.left)
        return self.table.rows if self.table else codec.unpack(self.records)

    def first_lines(self, count: int, file: Generation) -> Chunk:
        """Return the first so many lines of the records."""
        if self.folded:
            return self.folded.placed.settled
        return self.table.first_lines(count, file) if self.table else _lines(self.records[:count])


def codec_of(key: Key | None) -> RowCodec:
    """Return the codec of a file that this key opens; the plain one without a key."""
    if key is None:
        return PlainCodec()
    from journal.store.file.sealed_rows import SealedCodec

    return SealedCodec(key)


def read_stored(  # noqa: PLR0913 - each is a choice of its own, made by name
    file: Generation,
    key: Key | None,
    *,
    closely: bool,
    fold: Fold | None,
    between: Callable[[], None],
    each: Callable[[StoredRow], StoredRow],
) -> StoredFile:
    """Read the file through its index, or all of it where that cannot be; the choices as in `loading.load`.

    `each` is a callback that gives what is kept of a row of the ledger; of a protected file nothing is without a key.
    """
    frame = frame_of(file)
    if frame is None:
        return _read_whole(file)
    if frame.protected and key is None:
        key, closely, fold, each = None, False, None, _emptied
    codec = codec_of(key if frame.protected else None)
    found = _folded(file, frame, codec, fold, between) if fold else None
    found = found or _read_fast(file, frame, partial(codec.unpack, each=each), between)
    return found if found and (not closely or _is_text(file, file.checks)) else _read_whole(file)


def _emptied(row: StoredRow) -> StoredRow:
    return StoredRow(row.key)


def _folded(
    file: Generation, frame: Frame, codec: RowCodec, fold: Fold, between: Callable[[], None]
) -> StoredFile | None:
    """Fold the records while they are read; None where that cannot be."""
    try:
        folded = fold_table(file, frame.records, codec, fold, between)
    except NotFoldable:
        return None
    file.checks = frame.checks(folded.around, folded.lines)
    return _framed(frame, folded=folded)


def _read_fast(
    file: Generation, frame: Frame, unpack: Callable[[Iterable[StoredRow]], Unpacked], between: Callable[[], None]
) -> StoredFile | None:
    """Decode the records while they are read; None where they are not laid out as this program does it."""
    table = read_table(file, frame.records, between, unpack)
    if table is None:
        return None
    file.checks = frame.checks(table.around, table.lines)
    return _framed(frame, table=table)


def _framed(frame: Frame, *, table: RecordTable | None = None, folded: FoldedTable | None = None) -> StoredFile:
    parsed = Parsed({"lock": rows_of(layout.decode_lines(frame.lock))}, {})
    return StoredFile(parsed, frame.lock, dict(frame.files), frame.end.desk, {}, table=table, folded=folded)


def _is_text(file: Generation, extents: Iterable[Extent]) -> bool:
    try:
        for extent in extents:
            decoder = codecs.getincrementaldecoder("utf-8")()
            for at in range(extent.start, extent.end, PIECE):
                decoder.decode(file.read(Extent(at, min(PIECE, extent.end - at))))
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _read_whole(file: Generation) -> StoredFile:
    data = file.read(Extent(0, file.size))
    file.checks = (Extent(0, len(data), zlib.crc32(data)),)
    parsed = _parsed(data)
    stored = {name: {row.key: _compact(row) for row in rows} for name, rows in parsed.tables.items()}
    return StoredFile(
        parsed=parsed,
        lock=_lines(stored.get("lock", {}).values()),
        files={key: _lines([row]) for key, row in stored.get("files", {}).items()},
        records=tuple(stored.get("records", {}).values()),
        desk={key: row.data for key, row in stored.get("desk", {}).items()},
        others={name: _lines(rows.values()) for name, rows in stored.items() if name not in TABLES},
    )


def _parsed(data: bytes) -> Parsed:
    try:
        return layout.parse(data)
    except MalformedFile:
        from journal.store.file.damaged_file import parse_damaged

        found = parse_damaged(data)
        if found is None:
            raise
        return found


def _compact(row: StoredRow) -> StoredRow:
    """Serialise a row as this program does: on one line, without space between its parts."""
    return replace(row, data=Raw(msgspec.json.format(bytes(row.data), indent=-1)))


def rows_of(rows: dict[str, Raw]) -> tuple[StoredRow, ...]:
    """Return the rows as stored ones."""
    return tuple(StoredRow(key, data=row) for key, row in rows.items())


def _lines(rows: Iterable[StoredRow]) -> bytes:
    return lines((row.key, row.data) for row in rows)
