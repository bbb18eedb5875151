"""End of a ledger, to which records are appended without loading the rest.

A save is one more line of the write-ahead log, for which nothing but the end has to be known. The file itself is never
written from here: a checkpoint belongs to whoever has read and checked all of it, so that what could not be read is
never rewritten, and the log stays until then.
"""

from __future__ import annotations

import errno
import os
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from msgspec.structs import replace

from journal.domain.ledger.chain import Head
from journal.store.file import mutable_state
from journal.store.file.layout import Parsed
from journal.store.file.row_codec import encode_records
from journal.store.file.snapshot import Snapshot
from journal.store.file.tail_preview import read_preview
from journal.store.ledger.access import open_for_writing
from journal.store.ledger.checkpoint import JournalFileChanged, Unconfirmed
from journal.store.ledger.commit import Committer
from journal.store.ledger.loaded import Loaded
from journal.store.ledger.os_errors import translated_errors
from journal.store.ledger.record_writer import RecordWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from journal.domain.base.clock import Clock, Salts
    from journal.domain.ledger.record import Record
    from journal.store.file.mutable_state import MutableState
    from journal.store.file.tail_preview import TailPreview
    from journal.store.ledger.access import Access


SLICE = 1 << 15
"""Bytes read at a time: some ten records, among which the last entry mostly is."""


class WholeFileNeeded(Exception):
    """Nothing was saved: this takes the whole journal, loaded and checked."""


class TailLedger:
    """Last records and mutable state of one journal, with its write lock."""

    def __init__(self, path: Path, access: Access, found: TailPreview, record_writer: RecordWriter) -> None:
        """Hold what was read of the end of the file at this path."""
        self._access, self._record_writer = access, record_writer
        self.records = list(found.records)
        """The last ones, without a gap."""
        self.desk = found.desk
        snapshot = Snapshot(taken_in=found.replay.last)
        # Without a log there is nothing to resume.
        replay = found.replay if found.replay.file else None
        self._committer = _LogOnly(path, Loaded(Parsed({}, {}), snapshot, found.file, replay))

    @classmethod
    def opened(
        cls, path: Path, enough: Callable[[Sequence[Record]], bool], *, clock: Clock, salts: Salts
    ) -> Self | None:
        """Take the write lock and read the end, as far back as is `enough`; None where that takes the whole file.

        `enough` may raise ValueError for records without the values that it looks for. Raises ReadOnly where the
        journal cannot be written.
        """
        path = Path(os.path.realpath(path))
        access = open_for_writing(path, clock())
        access.require()
        with access.released_on_error():
            found = read_preview(path, enough, SLICE)
            linked = found and all(one.digest == two.previous for one, two in pairwise(found.records))
            if found and linked and (found.whole or enough(found.records)):
                return cls(path, access, found, RecordWriter(clock, salts))
        access.release()
        return None

    def append(
        self, actions: Sequence[Mapping[str, Any]], change: Callable[[MutableState], MutableState] = lambda desk: desk
    ) -> list[Record]:
        """Commit a record for each action and a change of the mutable state, in one line of the log.

        Raises WholeFileNeeded where that is not possible, and NotSaved where the disk neither confirms it nor takes it
        back.
        """
        added = self._record_writer.following(self.records, actions)
        desk = replace(change(self.desk), head=Head(added[-1].seq, added[-1].digest))
        with translated_errors():
            self._committer.save_in_log(added, desk)
        self.records, self.desk = [*self.records, *added], desk
        return added

    def close(self) -> None:
        """Release the file and its lock; the log stays."""
        self._committer.close()
        self._access.release()


class _LogOnly(Committer):
    """Writer of the log, which never writes a generation."""

    def save_in_log(self, added: Sequence[Record], desk: MutableState) -> None:
        """Append a save; raises WholeFileNeeded with nothing saved, or Unconfirmed."""
        try:
            if self._appended(encode_records(added), dict(mutable_state.to_rows(desk))):
                return
        except (JournalFileChanged, OSError) as error:
            raise WholeFileNeeded from error
        if self._log.doubtful:
            raise Unconfirmed(errno.EIO, os.strerror(errno.EIO))
        raise WholeFileNeeded
