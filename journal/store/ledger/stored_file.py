"""Reading of a journal's file as it is stored: parsed, its sealed parts still sealed."""

from __future__ import annotations

import codecs
import zlib
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from journal.store.disk.durable_io import PIECE
from journal.store.file import layout
from journal.store.file.fast_open import FastContents, Frame, frame_of, read_fast
from journal.store.file.folded_table import FoldedTable
from journal.store.file.folding import NotFoldable, fold_table
from journal.store.file.generation import Extent, Generation
from journal.store.file.layout import TABLES, MalformedFile, Parsed, StoredRow, lines
from journal.store.file.row_codec import PlainCodec, RowCodec
from journal.store.file.snapshot import Chunk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from journal.store.age.protection import Key
    from journal.store.file.folding import Fold


class StoredFile(Struct, frozen=True):
    """Parsed file whose sealed parts are still sealed."""

    parsed: Parsed
    lock: bytes
    files: dict[str, Chunk]
    records: tuple[StoredRow, ...]
    desk: dict[str, Raw]
    others: dict[str, bytes]
    quick: FastContents | None = None
    folded: FoldedTable | None = None

    def lines(self, count: int, file: Generation) -> Chunk:
        """Return the first so many lines of the records."""
        return self.quick.first_lines(count, file) if self.quick else _lines(self.records[:count])


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
        return _read_fast(file, frame, closely=False, between=between, each=_emptied) or _read_whole(file)
    folded = _folded(file, frame, key, fold, between) if fold else None
    return folded or _read_fast(file, frame, closely=closely, between=between, each=each) or _read_whole(file)


def _emptied(row: StoredRow) -> StoredRow:
    return StoredRow(row.key, Raw(b"{}"))


def _folded(
    file: Generation, frame: Frame, key: Key | None, fold: Fold, between: Callable[[], None]
) -> StoredFile | None:
    """Fold the records while they are read; None where that cannot be."""
    try:
        table = fold_table(file, frame.records, codec_of(key if frame.protected else None), fold, between)
    except NotFoldable:
        return None
    file.checks = frame.checks(table.around, table.lines)
    tables = {"lock": rows_of(layout.decode_lines(frame.lock)), "files": (), "records": ()}
    return StoredFile(Parsed(tables, {}), frame.lock, dict(frame.files), (), frame.end.desk, {}, folded=table)


def _read_fast(
    file: Generation,
    frame: Frame,
    *,
    closely: bool,
    between: Callable[[], None],
    each: Callable[[StoredRow], StoredRow],
) -> StoredFile | None:
    found = read_fast(file, frame, between, each)
    if found is None or (closely and not _is_text(file, found.checks)):
        return None
    file.checks = found.checks
    tables = {"lock": rows_of(layout.decode_lines(found.lock)), "files": (), "records": found.records}
    return StoredFile(Parsed(tables, {}), found.lock, dict(found.files), found.records, found.desk, {}, found)


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
    return tuple(StoredRow(key, row) for key, row in rows.items())


def _lines(rows: Iterable[StoredRow]) -> bytes:
    return lines((row.key, row.data) for row in rows)
