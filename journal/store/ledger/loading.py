"""Loading of a journal: parses its file, decrypts it and replays the write-ahead log."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw
from msgspec.structs import replace

from journal.store.file import generation, write_ahead_lines, write_ahead_log
from journal.store.file.fast_open import frame_of
from journal.store.file.identity import FailedAttempts, KeyBackup, wraps_in
from journal.store.file.layout import Parsed, StoredRow
from journal.store.file.snapshot import Layout, Snapshot, note_in
from journal.store.file.write_ahead_lines import Replay
from journal.store.ledger.loaded import Loaded
from journal.store.ledger.record_checker import RecordChecker
from journal.store.ledger.stored_file import StoredFile, codec_of, read_stored, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from journal.store.age.protection import Key
    from journal.store.file.folding import Fold
    from journal.store.file.generation import Generation
    from journal.store.file.write_ahead_lines import LogLines, Save

_LOOKS = 9
"""Attempts to read file and log when another window saves in between."""


class _RowNeeded(Exception):
    """A row whose content was dropped has to be compared with one in the log."""


def _go_on() -> None:
    """Do nothing between two slices."""


def _as_it_is(row: StoredRow) -> StoredRow:
    return row


def load(  # noqa: PLR0913 - each is a choice of its own, made by name
    path: Path,
    key: Key | None = None,
    *,
    closely: bool = False,
    lean: bool = False,
    fold: Fold | None = None,
    between: Callable[[], None] = _go_on,
) -> Loaded:
    """Load the journal at the path; `closely` also validates that all but the evidence is UTF-8.

    With `lean`, rows of the file come as `RecordChecker` leaves them, and nothing can be saved then. `fold` is a
    callback that gets the records of the file while they are read, of which only the places are kept; it is called
    again where reading begins again, and left out where the ledger has to be loaded whole.
    `between` is a callback between the slices in which a long ledger or log is read; what it raises comes through. Of a
    damaged file the lines that can be parsed are loaded, marked as such. A key that is not needed is not used. Raises
    MalformedFile for bytes that are not a journal's tables, OSError where the file cannot be read.
    """
    for _ in range(_LOOKS):
        # The log first: what disappears from it in between is then in the file.
        data = write_ahead_log.read(path, between)
        each = RecordChecker(closely=closely).check if lean else _as_it_is
        read = partial(read_stored, key=key, closely=closely, fold=fold, between=between, each=each)
        try:
            loaded = _load(path, key, data, read, each)
        except _RowNeeded:
            return load(path, key, closely=closely, between=between)
        if (
            loaded.replay is None
            or loaded.replay.fits
            or (data and data.are_those_of(write_ahead_log.read(path, between)))
        ):
            break
    return loaded


def load_locked(path: Path) -> Loaded | None:
    """Load a protected file without its key, its log and the content of its rows; raises as `load`.

    Returns None where it is not there or not protected.
    """
    file = generation.opened(path)
    frame = frame_of(file) if file else None
    if frame and not frame.protected:
        return None
    read = partial(read_stored, key=None, closely=False, fold=None, between=_go_on, each=_as_it_is)
    loaded = _load(path, None, None, read, _as_it_is)
    return loaded if loaded.locked else None


def _load(
    path: Path,
    key: Key | None,
    data: LogLines | None,
    read: Callable[[Generation], StoredFile],
    each: Callable[[StoredRow], StoredRow],
) -> Loaded:
    file = generation.opened(path)
    if file is None:
        return Loaded(
            Parsed({}, {}), Snapshot(), replay=None if data is None else Replay(fits=not data.size, file=data.file)
        )
    loaded = _opened(file, read(file), key, each)
    if data is None or loaded.locked:
        return loaded
    found = write_ahead_lines.replay(data, loaded.snapshot.taken_in, loaded.codec.decode)
    new = _new_rows(loaded, found.saves)
    if new is None:
        return replace(loaded, replay=replace(found, saves=(), files={}, fits=False))
    desk = next((save.desk for save in reversed(found.saves) if save.desk), loaded.snapshot.desk)
    snapshot = replace(loaded.snapshot.grown(new, desk, found.files), taken_in=found.last)
    return replace(loaded, parsed=_with(loaded.parsed, new, desk), snapshot=snapshot, replay=found)


def _opened(file: Generation, stored: StoredFile, key: Key | None, each: Callable[[StoredRow], StoredRow]) -> Loaded:
    """Decrypt the rows, where they are sealed and a key was given."""
    notes = [note for row in stored.desk.values() if (note := note_in(row))]
    spare = next((note.wraps for note in notes if isinstance(note, KeyBackup)), None)
    protected = spare or wraps_in(row.data for row in stored.parsed.rows("lock"))
    codec = codec_of(key if protected else None)
    folded = stored.folded
    found = stored.unpacked(codec)
    layout_of = next((note for note in notes if isinstance(note, Layout)), Layout())
    snapshot = Snapshot(
        lock=stored.lock,
        files=stored.files,
        settled=stored.first_lines(found.settled, file),
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
    rows = codec.unpack(there, each=each).rows if there else found.rows
    opened = {"records": rows, "desk": rows_of(snapshot.desk)}
    parsed = replace(stored.parsed, tables={**stored.parsed.tables, **opened})
    return Loaded(parsed, snapshot, file, None, codec, locked=bool(protected) and key is None, folded=folded)


def _new_rows(loaded: Loaded, saves: Sequence[Save]) -> tuple[tuple[str, Raw], ...] | None:
    """Return the rows that the saves add; None where one of them is in the file with another content.

    Raises _RowNeeded where that cannot be told.
    """
    keys = {key for save in saves for key in save.records}
    there = [row for row in loaded.parsed.rows("records") if row.key in keys]
    if any(row.within is not None for row in there):
        raise _RowNeeded
    known = {row.key: row.data for row in there}
    new: dict[str, Raw] = {}
    for key, row in (pair for save in saves for pair in save.records.items()):
        before = known.get(key) or (loaded.folded.row(key) if loaded.folded else None)
        if before is None:
            known[key] = new[key] = row
        elif msgspec.json.decode(before) != msgspec.json.decode(row):
            return None
    return tuple(new.items())


def _with(parsed: Parsed, new: tuple[tuple[str, Raw], ...], desk: dict[str, Raw]) -> Parsed:
    rows = (*parsed.rows("records"), *(StoredRow(key, data=row) for key, row in new))
    return replace(parsed, tables={**parsed.tables, "records": rows, "desk": rows_of(desk)})
