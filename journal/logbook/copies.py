"""Copies of the whole journal: made and recorded, and made the journal again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.ledger.acts import Act

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.base.task import Task
    from journal.logbook.writing import Writing
    from journal.store.age.protection import Key
    from journal.store.copies.backup_result import BackUp
    from journal.store.file.copy_labels import Label


@dataclass(frozen=True)
class Copies:
    """The copies of one open journal, which may be a copy itself."""

    writing: Writing

    @property
    def label(self) -> Label | None:
        """What the open file says of itself where it is a copy; None for a journal, and where it is only to be read."""
        return self.writing.ledger.access.copy

    @property
    def key(self) -> Key | None:
        """What opens the journal that a protected copy becomes; None where it has no passphrase."""
        return self.writing.ledger.storage.key

    def back_up(self, folder: Path, task: Task | None = None) -> BackUp:
        """Copy the journal into a folder and record that; takes its time, in any thread, while nothing else is saved.

        Raises ReadOnly and NotSaved, and what `backup.back_up` raises.
        """
        from journal.store.copies.backup import back_up

        ledger = self.writing.ledger
        ledger.access.require()
        ledger.catch_up()
        made = back_up(ledger.path, folder, now=self.writing.now(), key=self.key, task=task)
        self.writing.append(Act.BACKUP_MADE, name=made.name, at_record=made.record, head=made.head)
        return made

    def become_journal(self, target: Path) -> Path | None:
        """Make the copy that is open the journal at a path, which may be its own; return where a replaced file is kept.

        Takes its time, in any thread; this logbook is to be closed afterwards. Raises Refused where the file that is
        there holds something else, and what `restoring.become_journal` raises.
        """
        from journal.store.copies.restoring import become_journal, require_nothing_lost

        ledger = self.writing.ledger
        require_nothing_lost(ledger.path, target, self.key)
        return become_journal(ledger.path, target, now=self.writing.now(), replacing=True, key=self.key)
