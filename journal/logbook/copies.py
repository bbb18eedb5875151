"""Backups of the whole journal: make and record one, or restore from one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.ledger.actions import Action
from journal.logbook.writing import Writing

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.base.task import Task
    from journal.store.age.protection import Key
    from journal.store.copies.backup_result import BackupResult
    from journal.store.file.copy_labels import CopyLabel


class Copies(Struct, frozen=True):
    """Backups of one open journal, which may be a backup itself."""

    writing: Writing

    @property
    def label(self) -> CopyLabel | None:
        """CopyLabel of the open file where it is a backup; None for a journal, or where it is read-only."""
        return self.writing.ledger.access.copy

    @property
    def key(self) -> Key | None:
        """Key of a protected journal; None without a passphrase."""
        return self.writing.ledger.storage.key

    def back_up(self, folder: Path, task: Task | None = None) -> BackupResult:
        """Copy the journal into a folder and record that; takes its time, in any thread, while nothing else is saved.

        Checkpoints the write-ahead log first. Raises ReadOnly and NotSaved, and what `backup.back_up` raises.
        """
        from journal.store.copies.backup import back_up

        ledger = self.writing.ledger
        ledger.access.require()
        ledger.checkpoint()
        made = back_up(ledger.path, folder, now=self.writing.now(), key=self.key, task=task)
        self.writing.append(Action.BACKUP_MADE, name=made.name, at_record=made.record, head=made.head)
        return made

    def become_journal(self, target: Path) -> Path | None:
        """Restore: make the open backup the journal at a path, its own included; return the path of a replaced file.

        Slow, callable from any thread; close this logbook afterwards. Raises Refused where the existing file holds
        something that the backup does not, and what `restoring.become_journal` raises.
        """
        from journal.store.copies.restoring import become_journal, require_nothing_lost

        ledger = self.writing.ledger
        require_nothing_lost(ledger.path, target, self.key)
        return become_journal(ledger.path, target, now=self.writing.now(), replacing=True, key=self.key)
