"""Loading of a journal: parses its file, decrypts it and replays the write-ahead log."""

from __future__ import annotations

import codecs
import zlib
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from journal.store.disk.durable_io import PIECE
from journal.store.file import generation, layout, write_ahead_lines, write_ahead_log
from journal.store.file.fast_open import FastContents, frame_of, read_fast
from journal.store.file.folded_table import FoldedTable
from journal.store.file.folding import NotFoldable, fold_table
from journal.store.file.generation import Extent, Generation
from journal.store.file.identity import FailedAttempts, KeyBackup, wraps_in
from journal.store.file.layout import TABLES, MalformedFile, Parsed, StoredRow, lines
from journal.store.file.row_codec import PlainCodec, RowCodec, Unpacked
from journal.store.file.snapshot import Chunk, Layout, Snapshot, note_in
from journal.store.file.write_ahead_lines import Replay
from journal.store.ledger.loaded import Loaded
from journal.store.ledger.record_checker import RecordChecker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from journal.store.age.protection import Key
    from journal.store.file.folding import Fold
    from journal.store.file.write_ahead_lines import LogLines, Save

_LOOKS = 9
"""Attempts to read file and log when another window saves in between."""


class _Stored(Struct, frozen=True):
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


def load(  # noqa: PLR0913 - each is a choice of its own, made by name
    path: Path,
    key: Key | None = None,
    *,
    closely: bool = False,
    lean: bool = False,
    fold: Fold | None = None,
    between: Callable[[], None] = lambda: None,
) -> Loaded:
    """Load the journal at the path; `closely` also validates that all but the evidence is UTF-8.

    With `lean`, where there is no log to compare with, rows come as `RecordChecker` leaves them, and nothing can be
    saved then. `fold` is a callback that gets the records of the file while they are read, of which only the places
    are kept; it is called again where reading begins again, and left out where the ledger has to be loaded whole.
    `between` is a callback between the slices in which a long ledger or log is read; what it raises comes through. Of a
    damaged file the lines that can be parsed are loaded, marked as such. A key that is not needed is not used. Raises
    MalformedFile for bytes that are not a journal's tables, OSError where the file cannot be read.
    """
    for _ in range(_LOOKS):
        # The log first: what disappears from it in between is then in the file.
        data = write_ahead_log.read(path, between)
        checker = RecordChecker(closely=closely) if lean and data is None else None
        stored = partial(_stored, closely=closely, between=between, checker=checker)
        if fold:
            stored = partial(_folded, key=key, fold=fold, between=between, otherwise=stored)
        loaded = _load(path, key, data, stored, checker)
        if (
            loaded.replay is None
            or loaded.replay.fits
            or (data and data.are_those_of(write_ahead_log.read(path, between)))
        ):
            break
    return loaded


def load_alone(path: Path) -> Loaded:
    """Load the file at the path without a key and without its log, which may be large; raises as `load`."""
    return _load(path, None, None, partial(_stored, closely=False, between=lambda: None, checker=None), None)


def _load(
    path: Path,
    key: Key | None,
    data: LogLines | None,
    stored: Callable[[Generation], _Stored],
    checker: RecordChecker | None,
) -> Loaded:
    file = generation.opened(path)
    if file is None:
        return Loaded(
            Parsed({}, {}), Snapshot(), replay=None if data is None else Replay(fits=not data.size, file=data.file)
        )
    loaded = _opened(file, stored(file), key, checker)
    if data is None or loaded.locked:
        return loaded
    found = write_ahead_lines.replay(data, loaded.snapshot.taken_in, loaded.codec.decode)
    new = _new_rows(loaded, found.saves)
    if new is None:
        return replace(loaded, replay=replace(found, saves=(), files={}, fits=False))
    desk = next((save.desk for save in reversed(found.saves) if save.desk), loaded.snapshot.desk)
    snapshot = replace(loaded.snapshot.grown(new, desk, found.files), taken_in=found.last)
    return replace(loaded, parsed=_with(loaded.parsed, new, desk), snapshot=snapshot, replay=found)


def _opened(file: Generation, stored: _Stored, key: Key | None, checker: RecordChecker | None) -> Loaded:
    """Decrypt the rows, where they are sealed and a key was given."""
    notes = [note for row in stored.desk.values() if (note := note_in(row))]
    spare = next((note.wraps for note in notes if isinstance(note, KeyBackup)), None)
    protected = spare or wraps_in(row.data for row in stored.parsed.rows("lock"))
    codec = _codec(key if protected else None)
    folded = stored.folded
    if folded:
        found = Unpacked((), len(folded.placed.places), folded.left)
    else:
        found = codec.unpack(stored.records, each=checker.check) if checker else codec.unpack(stored.records)
    layout_of = next((note for note in notes if isinstance(note, Layout)), Layout())
    snapshot = Snapshot(
        lock=stored.lock,
        files=stored.files,
        settled=folded.placed.settled if folded else stored.lines(found.settled, file),
        blocks=found.settled,
        places=folded.placed.places if folded else None,
        recent=found.left,
        desk=codec.decode_desk({key: row for key, row in stored.desk.items() if note_in(row) is None}),
        others=stored.others,
        taken_in=layout_of.taken_in,
        wraps=spare,
        attempts=next((note for note in notes if isinstance(note, FailedAttempts)), FailedAttempts()),
    )
    there = stored.parsed.rows("records")
    rows = found.rows if there is stored.records else codec.unpack(there).rows
    opened = {"records": rows, "desk": _rows(snapshot.desk)}
    parsed = replace(stored.parsed, tables={**stored.parsed.tables, **opened})
    return Loaded(parsed, snapshot, file, None, codec, locked=bool(protected) and key is None, folded=folded)


def _codec(key: Key | None) -> RowCodec:
    if key is None:
        return PlainCodec()
    from journal.store.file.sealed_rows import SealedCodec

    return SealedCodec(key)


def _stored(file: Generation, *, closely: bool, between: Callable[[], None], checker: RecordChecker | None) -> _Stored:
    return _read_fast(file, closely=closely, between=between, checker=checker) or _read_whole(file)


def _folded(
    file: Generation,
    *,
    key: Key | None,
    fold: Fold,
    between: Callable[[], None],
    otherwise: Callable[[Generation], _Stored],
) -> _Stored:
    """Fold the records while they are read, or load the file otherwise where that cannot be."""
    frame = frame_of(file)
    if frame is None:
        return otherwise(file)
    lock = _rows(layout.decode_lines(frame.lock))
    notes = [note for row in frame.end.desk.values() if (note := note_in(row))]
    protected = any(isinstance(note, KeyBackup) for note in notes) or wraps_in(row.data for row in lock)
    if protected and key is None:
        return otherwise(file)
    try:
        table = fold_table(file, frame.records, _codec(key if protected else None), fold, between)
    except NotFoldable:
        return otherwise(file)
    file.checks = frame.checks(table.around, table.lines)
    tables: dict[str, tuple[StoredRow, ...]] = {"lock": lock, "files": (), "records": ()}
    return _Stored(Parsed(tables, {}), frame.lock, dict(frame.files), (), frame.end.desk, {}, folded=table)


def _read_fast(
    file: Generation, *, closely: bool, between: Callable[[], None], checker: RecordChecker | None
) -> _Stored | None:
    found = read_fast(file, between, checker.check) if checker else read_fast(file, between)
    if found is None or (closely and not _is_text(file, found.checks)):
        return None
    file.checks = found.checks
    tables = {"lock": _rows(layout.decode_lines(found.lock)), "files": (), "records": found.records}
    return _Stored(Parsed(tables, {}), found.lock, dict(found.files), found.records, found.desk, {}, found)


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


def _read_whole(file: Generation) -> _Stored:
    data = file.read(Extent(0, file.size))
    file.checks = (Extent(0, len(data), zlib.crc32(data)),)
    parsed = _parsed(data)
    stored = {name: {row.key: _compact(row) for row in rows} for name, rows in parsed.tables.items()}
    return _Stored(
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


def _new_rows(loaded: Loaded, saves: Sequence[Save]) -> tuple[tuple[str, Raw], ...] | None:
    """Return the rows that the saves add; None where one of them is in the file with another content."""
    there = loaded.parsed.rows("records")
    known: dict[str, Raw] = {row.key: row.data for row in there} if any(save.records for save in saves) else {}
    new: dict[str, Raw] = {}
    for key, row in (pair for save in saves for pair in save.records.items()):
        before = known.get(key) or (loaded.folded.row(key) if loaded.folded else None)
        if before is None:
            known[key] = new[key] = row
        elif msgspec.json.decode(before) != msgspec.json.decode(row):
            return None
    return tuple(new.items())


def _with(parsed: Parsed, new: tuple[tuple[str, Raw], ...], desk: dict[str, Raw]) -> Parsed:
    rows = (*parsed.rows("records"), *(StoredRow(key, row) for key, row in new))
    return replace(parsed, tables={**parsed.tables, "records": rows, "desk": _rows(desk)})


def _rows(rows: dict[str, Raw]) -> tuple[StoredRow, ...]:
    return tuple(StoredRow(key, row) for key, row in rows.items())


def _lines(rows: Iterable[StoredRow]) -> bytes:
    return lines((row.key, row.data) for row in rows)
