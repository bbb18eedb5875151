"""What the product does, readable in one sitting: record, amend, withdraw, mark, undo, keep a draft, verify."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from msgspec.structs import replace

from journal.domain.acts import Act
from journal.domain.checklist import Mark
from journal.domain.clock import Clock, Salts, system_clock, system_salts
from journal.domain.entry import Entry, changed
from journal.domain.errors import Refused
from journal.domain.history import History
from journal.domain.moment import offset_text
from journal.domain.people import Person, Role
from journal.domain.record import Record
from journal.domain.state import State
from journal.domain.undoing import inverse, last_undoable
from journal.domain.words import _
from journal.store.desk import Draft, Settings
from journal.store.ledger import Ledger


@dataclass(frozen=True)
class Saved:
    """What was durably saved."""

    record: int
    """The number of the new record."""
    subject: int = 0
    """The number of the entry or person it is about."""


@dataclass(frozen=True)
class Undone(Saved):
    """What was durably undone."""

    undid: Act = Act.JOURNAL_BEGUN
    """The act that was put back."""


class Logbook:
    """One journal, opened."""

    def __init__(
        self, path: Path, *, clock: Clock = system_clock, salts: Salts = system_salts, read_only: bool = False
    ) -> None:
        """Open the journal at the path, or begin a new one there.

        Raises Unreadable for a file that is damaged, foreign or newer, which is left as it is.
        """
        self._clock = clock
        self._salts = salts
        self._ledger = Ledger(path, clock=clock, salts=salts, read_only=read_only)
        self.state = State(self._ledger.records)
        """The present state; read it, never change it."""
        if not self._ledger.records and not self.read_only:
            self._append(Act.JOURNAL_BEGUN, journal=salts().hex())

    @property
    def path(self) -> Path:
        """Where the journal lies, symbolic links resolved."""
        return self._ledger.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved, because that was asked or another window writes."""
        return self._ledger.read_only

    @property
    def last(self) -> Record | None:
        """The last record, or None in a journal that was never written."""
        return self._ledger.records[-1] if self._ledger.records else None

    @property
    def settings(self) -> Settings:
        """What the person chose for this journal."""
        return self._ledger.desk.settings

    @property
    def zone(self) -> tzinfo:
        """The journal's time zone."""
        return ZoneInfo(self.settings.zone or _computer_zone())

    def now(self) -> datetime:
        """Return the present time in the journal's zone."""
        return self._clock().astimezone(self.zone)

    def record(self, entry: Entry) -> Saved:
        """Record a new entry under the next number."""
        return self._append(Act.ENTRY_RECORDED, subject=self.state.next_entry, **entry.fields())

    def amend(self, number: int, entry: Entry, reason: str) -> Saved:
        """Record what an entry should say from now on; the earlier version stays readable.

        Raises Refused where nothing differs or the entry is withdrawn.
        """
        history = self._standing(number)
        difference = changed(history.entry, entry)
        if not difference:
            raise Refused(_("Nothing was changed, so nothing was recorded."))
        return self._append(Act.ENTRY_AMENDED, subject=number, reason=reason, **difference)

    def withdraw(self, number: int, reason: str) -> Saved:
        """Record that an entry no longer counts; its number and words stay, struck."""
        self._standing(number)
        return self._append(Act.ENTRY_WITHDRAWN, subject=number, reason=reason)

    def mark(self, number: int, item: str, mark: Mark) -> Saved:
        """Record where one item of an entry's evidence checklist stands."""
        self._standing(number)
        return self._append(Act.ITEM_MARKED, subject=number, item=item, **msgspec.to_builtins(mark) | {"state": mark.state})

    def add_person(self, name: str, role: Role = Role.WITNESS, note: str = "") -> Saved:
        """Record somebody who belongs to the case."""
        return self._append(Act.PERSON_ADDED, subject=self.state.next_person, name=name, role=role, note=note)

    def undo(self) -> Undone:
        """Add a record that puts back what the last act changed.

        Raises Refused where there is nothing to undo.
        """
        record = last_undoable(self._ledger.records, self.state)
        if record is None:
            raise Refused(_("There is nothing to undo."))
        act, subject, fields = inverse(record, self.state)
        saved = self._append(act, subject=subject, undoes=record.seq, **fields)
        return Undone(saved.record, saved.subject, undid=Act(record.fields()["action"]))

    def choose(self, settings: Settings) -> None:
        """Keep what the person chose for this journal, durably."""
        self._ledger.keep(replace(self._ledger.desk, settings=settings))

    def at_once(self) -> AbstractContextManager[None]:
        """Save everything that is done inside only once, at the end; after an error this logbook is to be closed."""
        return self._ledger.batch()

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """Words that were typed and not yet recorded, the one kept last at the end."""
        return self._ledger.desk.drafts

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is being typed, durably; an earlier state of the same draft gives way."""
        self._ledger.keep(replace(self._ledger.desk, drafts=(*self._other_drafts(draft.id), draft)))

    def drop_draft(self, draft_id: str) -> None:
        """Forget a draft, because it was recorded or is not wanted."""
        if any(draft.id == draft_id for draft in self.drafts):
            self._ledger.keep(replace(self._ledger.desk, drafts=self._other_drafts(draft_id)))

    def _other_drafts(self, draft_id: str) -> tuple[Draft, ...]:
        return tuple(draft for draft in self.drafts if draft.id != draft_id)

    def _standing(self, number: int) -> History:
        history = self.state.entries.get(number)
        if history is None:
            raise Refused(_("There is no entry {number}.").format(number=number))
        if history.withdrawn:
            raise Refused(_("Entry {number} is withdrawn.").format(number=number))
        return history

    def _append(self, act: Act, *, subject: int = 0, **fields: Any) -> Saved:  # noqa: ANN401 - JSON values
        about = {"person": subject} if act.startswith("person.") else {"entry": subject} if subject else {}
        plain = {"action": act.value, "offset": offset_text(self.now())} | about | fields
        record = self._ledger.append({name: value for name, value in plain.items() if value != ""})
        self.state.take(record)
        return Saved(record.seq, subject)

    def close(self) -> None:
        """Let go of the file."""
        self._ledger.close()


def _computer_zone() -> str:
    import tzlocal

    return tzlocal.get_localzone_name() or "UTC"
