"""Commits: each save is appended to the write-ahead log and synced, or written by a checkpoint where that fails.

What was reported saved survives a power cut. The cost of a save does not grow with what the journal holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.store.file import write_ahead_lines
from journal.store.file.write_ahead_lines import Save
from journal.store.ledger.checkpoint import Checkpointer, Unconfirmed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from msgspec import Raw

    from journal.store.file.generation import FileExtent
    from journal.store.file.row_codec import EncodedRows
    from journal.store.file.snapshot import Snapshot, Stream
    from journal.store.file.write_ahead_log import LoggedRow

NOTHING: Mapping[str, LoggedRow] = {}


class Committer(Checkpointer):
    """Writer of one journal: commits saves, and inherits the checkpoints that take them into the file.

    Saves come from one thread at a time; another thread may write a checkpoint meanwhile.
    """

    def save(self, rows: EncodedRows, desk: Mapping[str, Raw] | None = None) -> None:
        """Commit rows of the ledger, and the table `desk` where one is given.

        Raises JournalFileChanged, or OSError with nothing saved, or Unconfirmed.
        """
        self.confirm()
        if not (self.held and self._appended(rows, desk)):
            self._checkpoint_appended(lambda snapshot: snapshot.grown(rows, desk))

    def save_with(self, files: Mapping[str, Stream], rows: EncodedRows, desk: Mapping[str, Raw]) -> None:
        """Commit as `save` does, together with new rows of evidence, of which each byte is written once.

        Where the log cannot be written, that is a checkpoint. Raises also what reading the evidence raises, with
        nothing saved.
        """
        self.confirm()
        if not self._prepared():
            self._checkpoint_saved(lambda snapshot: snapshot.grown(rows, desk, files))
            return
        try:
            put = self._log.write_rows(files)
            if not self._appended(rows, desk, put):
                self._writing_rows = False
                self._checkpoint_appended(lambda snapshot: snapshot.grown(rows, desk, _parts(put)))
        finally:
            with self._state:
                self._writing_rows = False
                # What may stand on the disk after all is still read from there.
                if not self._unconfirmed:
                    self._log.drop_rows()

    def _prepared(self) -> bool:
        """Open the log for rows of evidence, protected from deletion by checkpoints; return whether it is open."""
        if self.held is None:
            return False
        with self._state:
            self._require_unchanged()
            try:
                self._log.prepare()
            except OSError:
                return False
            self._writing_rows = True
            return True

    def _appended(
        self, rows: EncodedRows, desk: Mapping[str, Raw] | None, put: Mapping[str, LoggedRow] = NOTHING
    ) -> bool:
        """Append a save to the log, behind the rows of evidence written there; return whether that was possible."""
        with self._state:
            self._require_unchanged()
            digests = {key: row.sha256 for key, row in put.items()}
            save = Save(self.snapshot.taken_in, dict(rows), dict(desk or {}), digests)
            line, digest = write_ahead_lines.written(save, self.codec.encode)
            try:
                self._log.append(line, after_rows=bool(put))
            except OSError:
                return False
            self.snapshot = replace(self.snapshot.grown(rows, desk, _parts(put)), taken_in=digest)
            return True

    def _checkpoint_appended(self, change: Callable[[Snapshot], Snapshot]) -> None:
        """Save by a checkpoint what could not be appended to the log."""
        try:
            self._checkpoint_saved(change)
        except Unconfirmed:
            raise
        except OSError as error:
            if not self._log.doubtful:
                raise
            # A line in the log can neither be confirmed nor truncated: it counts until a checkpoint succeeds.
            self.snapshot, self._unconfirmed = change(self.snapshot), True
            raise Unconfirmed(error.errno, error.strerror) from error


def _parts(put: Mapping[str, LoggedRow]) -> dict[str, FileExtent]:
    """Return the extents of rows of evidence in the log."""
    return {key: row.part for key, row in put.items()}
