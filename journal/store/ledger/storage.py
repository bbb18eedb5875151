"""TinyDB storage on the journal's one file: whole tables in and out, and one more row at the cost of that row."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw
from msgspec.structs import replace
from tinydb.storages import Storage

from journal.store.file import layout
from journal.store.file.generation import Extent, FileExtent
from journal.store.file.identity import FailedAttempts
from journal.store.file.layout import TABLES, MalformedFile, StoredRow, lines
from journal.store.file.places import NOWHERE
from journal.store.file.snapshot import Snapshot
from journal.store.file.write_ahead_log import log_path
from journal.store.ledger.checkpoint import JournalFileChanged
from journal.store.ledger.checkpoint_timer import CheckpointTimer
from journal.store.ledger.commit import Committer
from journal.store.ledger.loading import load

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from journal.store.age.protection import Key
    from journal.store.file.folding import Fold
    from journal.store.file.generation import Generation
    from journal.store.file.row_codec import EncodedRows
    from journal.store.file.snapshot import Chunk, Stream
    from journal.store.file.write_ahead_lines import Replay
    from journal.store.ledger.loaded import Loaded

RECORDS = "records"
NOTHING: Mapping[str, Stream] = {}


class JournalStorage(Storage):
    """TinyDB storage of one JSON file with the journal's tables.

    The file is read once and cached. Every save compares the file with what was last read or saved here, and never
    overwrites what another program wrote.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        quiet: float | None = None,
        key: Key | None = None,
        between: Callable[[], None] = lambda: None,
    ) -> None:
        """Prepare to use the file, symbolic links resolved, which need not exist yet.

        Checkpoints are started as `CheckpointTimer` says. The key is that of a protected journal. `between` is a
        callback while the file is read, and cancels the reading by raising.
        """
        super().__init__()
        self.path = Path(os.path.realpath(path))
        self._key = key
        self.between = between
        self._committer: Committer | None = None
        self._found: Replay | None = None
        self.attempts = FailedAttempts()
        """Counter of failed attempts to open the file before."""
        self._timer = CheckpointTimer(self.checkpoint, quiet)

    def load(self, *, closely: bool = False, lean: bool = False, fold: Fold | None = None) -> Loaded:
        """Load the file and its write-ahead log; raises as `loading.load`."""
        loaded = load(self.path, self._key, closely=closely, lean=lean, fold=fold, between=self.between)
        self._committer, self._found = Committer(self.path, loaded), loaded.replay
        return loaded

    @property
    def committer(self) -> Committer:
        """The writer with the cached contents; loads the file where that was not done yet."""
        if self._committer is None:
            parsed = self.load().parsed
            if parsed.doubled or parsed.damaged:
                raise MalformedFile("a name stands twice" if parsed.doubled else "it is damaged")
        assert self._committer  # noqa: S101 - what `load` has set
        return self._committer

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return all tables for TinyDB, or None where nothing was ever written."""
        committer = self.committer
        if committer.held is None:
            return None
        return {name: self.read_table(name) for name in [*TABLES, *committer.snapshot.others]}

    def read_table(self, name: str) -> dict[str, Any]:
        """Return one table, row key to row, without reading the others."""
        snapshot, held, codec = self.committer.now()
        if name == RECORDS:
            settled = _rows(snapshot.settled, held)
            opened = codec.unpack([StoredRow(key, data=row) for key, row in settled.items()]).rows
            rows = {row.key: row.data for row in opened} | dict(snapshot.recent)
        elif name == "desk":
            rows = snapshot.desk
        elif name == "files":
            rows = {key: row for line in snapshot.files.values() for key, row in _rows(line, held).items()}
        else:
            rows = layout.decode_lines(snapshot.lock if name == "lock" else snapshot.others.get(name, b""))
        return {key: msgspec.json.decode(row) for key, row in rows.items()}

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        """Replace all tables, durably; raises as `Committer.checkpoint`."""
        tables = {name: encoded(table) for name, table in data.items()}
        snapshot = Snapshot(
            lock=lines(tables.pop("lock", {}).items()),
            files={key: lines([(key, row)]) for key, row in tables.pop("files", {}).items()},
            recent=tuple(tables.pop(RECORDS, {}).items()),
            desk=tables.pop("desk", {}),
            others={name: lines(rows.items()) for name, rows in tables.items()},
        )
        self.committer.checkpoint(lambda before: replace(snapshot, taken_in=before.taken_in))

    @property
    def trouble(self) -> OSError | JournalFileChanged | None:
        """The error of the last checkpoint in the background; None where it succeeded."""
        return self._timer.trouble

    def add(
        self,
        table: str,
        rows: Mapping[str, Raw],
        desk: Mapping[str, Raw] | None = None,
        files: Mapping[str, Stream] = NOTHING,
    ) -> None:
        """Commit rows under new keys, the table `desk` where one is given, and evidence, in one transaction.

        In the table `records` this costs no more than the rows and the evidence. Raises as `Committer.save_with`.
        """
        if files:
            self.committer.save_with(files, tuple(rows.items()), desk or {})
            self._schedule_checkpoint()
        elif table == RECORDS:
            self.committer.save(tuple(rows.items()), desk)
            self._schedule_checkpoint()
        else:
            new = {key: msgspec.json.decode(row) for key, row in rows.items()}
            self.write({**(self.read() or {}), table: {**self.read_table(table), **new}})

    def checkpoint(self) -> None:
        """Write a checkpoint where the write-ahead log has something to take in; raises as `Committer.checkpoint`."""
        if self._committer and self._committer.due:
            self._committer.checkpoint()

    def tidy_up(self, now: datetime) -> str:
        """Clean up a log that was there before the file was read, and return its name where it does not fit."""
        if self._found is None:
            return ""
        aside = f"{self.path.stem}-{now:%Y-%m-%d-%H%M%S}.tail"
        try:
            if self.committer.tidy_log(self._found, aside):
                return aside
        except (OSError, JournalFileChanged):
            return log_path(self.path).name
        self._schedule_checkpoint()
        return ""

    @property
    def key(self) -> Key | None:
        """The key of a protected journal that is open; None where it is not protected."""
        return self.committer.codec.key

    def forget_attempts(self) -> None:
        """Reset the counter of failed attempts; `attempts` keeps what was counted."""
        self.attempts = self.committer.forget_attempts()
        self._schedule_checkpoint()

    def begin(self, identity: Raw) -> None:
        """Set the identity of a new file."""
        committer = self.committer
        committer.snapshot = replace(committer.snapshot, lock=lines([("1", identity)]))

    def move_to(self, path: Path, rows: EncodedRows) -> None:
        """Write the snapshot with these rows of the ledger to a new file, and continue there.

        Evidence is taken along as far as it can still be read. Raises as `Committer.move_to`.
        """
        snapshot, held, _codec = self.committer.now()
        files = {key: line for key, line in snapshot.files.items() if _is_whole(key, line, held)}
        self.committer.move_to(path, replace(snapshot, files=files, settled=b"", blocks=0, places=NOWHERE, recent=rows))
        self.path = path

    def close(self) -> None:
        """Write a checkpoint and close the file; raises as `checkpoint`."""
        self._timer.stop()
        try:
            self.checkpoint()
        finally:
            self.release()

    def _schedule_checkpoint(self) -> None:
        if self.committer.due:
            self._timer.restart()

    def release(self) -> None:
        """Close the file without a checkpoint; the log stays."""
        if self._committer:
            self._committer.close()


def encoded(table: Mapping[Any, Any]) -> dict[str, Raw]:
    """Encode the rows of a table, with their keys as text."""
    return {str(key): Raw(msgspec.json.encode(row)) for key, row in table.items()}


def _rows(piece: Chunk, held: Generation | None) -> dict[str, Raw]:
    """Decode the rows of some lines."""
    if isinstance(piece, FileExtent):
        held, piece = piece.file, piece.extent
    if isinstance(piece, Extent):
        piece = held.read(piece) if held else b""
    return layout.decode_lines(piece) if isinstance(piece, bytes) else {}


def _is_whole(key: str, line: Chunk, held: Generation | None) -> bool:
    """Return whether a row of evidence still begins and ends as one."""
    if isinstance(line, FileExtent):
        held, line = line.file, line.extent
    if not isinstance(line, Extent) or held is None:
        return not isinstance(line, Extent)
    begins = layout.quoted(key) + b":{"
    first, last = Extent(line.start, len(begins)), Extent(line.end - 1, 1)
    return held.read(first) == begins and held.read(last) == b"}"
