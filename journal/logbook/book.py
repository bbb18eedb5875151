"""Facade of one open journal: record, amend, withdraw, mark, undo, drafts, verification."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.base.canonical import keepable
from journal.domain.base.clock import Clock, Salts, system_clock, system_salts
from journal.domain.base.errors import JournalError, NotSaved, Unreadable
from journal.domain.case.people import Person, Role
from journal.domain.entry.repeat import same_again
from journal.domain.ledger.actions import Action
from journal.domain.state import rules
from journal.domain.state.state import LastBackup, State
from journal.domain.text.words import N_, _
from journal.domain.time.moment import exactly
from journal.logbook.bulk import Bulk
from journal.logbook.case import Case
from journal.logbook.copies import Copies
from journal.logbook.exhibits import Exhibits
from journal.logbook.lazy_parts import LazyParts
from journal.logbook.undoing import Undoing
from journal.logbook.writing import Saved, Undone, Writing
from journal.store.disk.timezones import require_zone, zone_of
from journal.store.file.mutable_state import with_draft, without_draft
from journal.store.ledger.checkpoint_timer import QUIET
from journal.store.ledger.ledger import Ledger
from journal.store.ledger.passphrase_protection import PassphraseProtection
from journal.store.ledger.storage import JournalStorage
from journal.store.stamps import timestamp_records

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import datetime, tzinfo
    from pathlib import Path

    from journal.domain.base.task import Task
    from journal.domain.entry.entry import Entry
    from journal.domain.evidence.checklist import Mark
    from journal.domain.ledger.chain import Fault
    from journal.domain.ledger.record import Record
    from journal.domain.ledger.verdict import Verdict
    from journal.store.age.protection import Key
    from journal.store.disk.write_lock import LockHolder
    from journal.store.file.mutable_state import Draft, Settings

_NOTHING_READ = N_(
    "No record of this file can be read: it is damaged, or belongs to another key. It was left as it is. Open a copy "
    "of the journal, or save what is whole in a new file with `journal recover`."
)

_LAST_COPY = N_("The last copy that it tells of was made on {made} UTC, at record {record}.")


class Logbook(LazyParts):
    """Open journal.

    Every method that saves raises ReadOnly where the journal cannot be written, Refused where it is not allowed,
    and NotSaved where the disk failed; the journal is then unchanged and still usable.
    """

    def __init__(  # noqa: PLR0913 - each is a choice of its own, made by name
        self,
        path: Path,
        *,
        clock: Clock = system_clock,
        salts: Salts = system_salts,
        read_only: bool = False,
        quiet: float | None = QUIET,
        key: Key | None = None,
        between: Callable[[], None] = lambda: None,
    ) -> None:
        """Open the journal at the path, or create one; its file is checkpointed after so many seconds of `quiet`.

        `between` is a callback invoked repeatedly while reading; its exceptions propagate, with everything closed.
        Raises Unreadable for a file that is damaged, foreign or newer, and NotSaved where a new one cannot be created.
        """
        self._clock = clock
        self.state = State()
        """Present state; read-only for callers."""
        storage = JournalStorage(path, quiet=quiet, key=key, between=between)
        self._ledger = Ledger(storage, clock=clock, salts=salts, read_only=read_only, model=self.state)
        self.protection = PassphraseProtection(self._ledger)
        self._writing = Writing(self._ledger, self.now, self.state)
        self.case = Case(self._writing)
        """Case objects: people, reports, orders, steps."""
        self.exhibits = Exhibits(self._writing)
        """Evidence."""
        self.bulk = Bulk(self._writing)
        """Acts on several entries at once."""
        self.copies = Copies(self._writing)
        """Backups of the whole journal."""
        if not self._ledger.records and not read_only:
            _begin(self, self._writing, salts().hex())
        self.undoing = Undoing(self._writing)

    @property
    def path(self) -> Path:
        """Path of the journal, symbolic links resolved."""
        return self._ledger.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved; `read_only_reason` tells the reason."""
        return self._ledger.read_only

    @property
    def read_only_reason(self) -> str:
        """Reason why nothing can be saved, in the language of the interface; empty where it can."""
        reason = self._ledger.access.reason
        return _with_copy(reason, self.state.last_backup) if reason and self._ledger.faults else reason

    @property
    def holder(self) -> LockHolder | None:
        """Other window that holds the write lock, if it can be named."""
        return self._ledger.access.holder

    @property
    def last(self) -> Record | None:
        """Last record; None in a journal that was never written."""
        return self._ledger.records[-1] if self._ledger.records else None

    @property
    def version(self) -> int:
        """Number of the last record, by which a change is noticed; 0 in a journal that was never written."""
        return self.last.seq if self.last else 0

    @property
    def settings(self) -> Settings:
        """The user's settings for this journal."""
        return self._ledger.desk.settings

    @property
    def zone(self) -> tzinfo:
        """Journal's time zone; the computer's where none is set or the name is unknown here."""
        return zone_of(self.settings.zone)

    def now(self) -> datetime:
        """Return the present time in the journal's zone."""
        return self._clock().astimezone(self.zone)

    def people(self, role: Role | None = None) -> list[Person]:
        """Return the standing people of the case by number, optionally with one role."""
        return [person for person in self.state.of(Person).standing if role in {None, person.role}]

    def check(self) -> tuple[Fault, ...]:
        """Return the faults of the quick check at opening: numbers, links and head."""
        return self._ledger.faults

    def verify(self, task: Task | None = None) -> Verdict:
        """Verify the whole file on the disk; slow, callable from any thread. Raises Unreadable for any other file."""
        from journal.store.copies.verification import verify

        return verify(self.path, self._ledger.storage.key, task)

    def record(self, entry: Entry, draft: str = "") -> Saved:
        """Record a new entry under the next number and delete its draft, in one save."""
        rules.require_known(self.state, entry)
        return self._writing.append(Action.ENTRY_RECORDED, subject=self.state.next_entry, draft=draft, **entry.fields())

    def same_again(self, number: int) -> Saved:
        """Record a repetition of an entry, at the present minute; see `domain.entry.repeat` for what is copied."""
        now = self.now().replace(second=0, microsecond=0)
        return self.record(same_again(rules.standing(self.state, number).entry, exactly(now)))

    def amend(self, number: int, entry: Entry, reason: str, draft: str = "") -> Saved:
        """Record a new version of an entry; the earlier ones stay readable."""
        fields = rules.difference(rules.standing(self.state, number), entry)
        rules.require_known(self.state, entry)
        return self._writing.append(Action.ENTRY_AMENDED, subject=number, draft=draft, reason=reason, **fields)

    def withdraw(self, number: int, reason: str) -> Saved:
        """Record the withdrawal of an entry; its number and text stay, struck through."""
        rules.standing(self.state, number)
        return self._writing.append(Action.ENTRY_WITHDRAWN, subject=number, reason=reason)

    def reinstate(self, number: int, reason: str) -> Saved:
        """Record that a withdrawn entry counts again."""
        rules.require_withdrawn(self.state, number)
        return self._writing.append(Action.ENTRY_REINSTATED, subject=number, reason=reason)

    def mark(self, number: int, item: str, mark: Mark) -> Saved:
        """Record the mark of one item of an entry's evidence checklist."""
        return self.exhibits.mark_all([(number, item, mark)])

    def add_person(self, name: str, role: Role = Role.WITNESS, note: str = "") -> Saved:
        """Record a new person of the case."""
        return self.case.add(Person(number=0, name=name, role=role, note=note))

    def undo(self) -> Undone:
        """Record the inverse of the last save; raises Refused where there is nothing to undo."""
        return self.undoing.undo()

    def choose(self, settings: Settings) -> None:
        """Save the settings; raises Refused for an unknown time zone."""
        require_zone(settings.zone)
        self._ledger.keep(lambda desk: replace(desk, settings=settings))

    def at_once(self) -> AbstractContextManager[None]:
        """Batch everything done inside the context into one save at its end; after an error, close this logbook."""
        return self._ledger.batch()

    def save_beside(self) -> Path:
        """After ChangedUnderneath: save this window's content as a new file in the folder, and switch to that file."""
        return self._ledger.save_beside()

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """Drafts: typed and not yet recorded, the one saved last at the end."""
        return self._ledger.desk.drafts

    def keep_draft(self, draft: Draft) -> None:
        """Save a draft durably; replaces the earlier state of the same draft and never another one."""
        kept = replace(draft, typed=keepable(draft.typed))
        self._ledger.keep(partial(with_draft, kept))

    def drop_draft(self, draft_id: str) -> None:
        """Delete a draft, because it was recorded or is not wanted."""
        self._ledger.keep(partial(without_draft, draft_id))

    @property
    def trouble(self) -> str:
        """Reason why the last checkpoint failed, as a sentence; empty where it succeeded. No data is lost by it."""
        return self._ledger.trouble

    def checkpoint(self) -> None:
        """Checkpoint the write-ahead log into the file, before a copy of it; raises NotSaved where the disk failed."""
        self._ledger.checkpoint()

    def add_stamp(self, reply: bytes, certificates: bytes) -> Saved:
        """Record a time stamp that verifies against these certificates (PEM); raises also as `stamps.check`."""
        return self._writing.append(
            Action.STAMP_ADDED, **timestamp_records.fields_of(reply, certificates, self._ledger.records)
        )

    def close(self) -> None:
        """Release the file; raises NotSaved where saves have to wait in the write-ahead log beside it."""
        self._ledger.close()


def _begin(logbook: Logbook, writing: Writing, identity: str) -> None:
    """Record the beginning of a new journal; closes the logbook where that cannot be done."""
    try:
        if logbook.check():
            raise Unreadable(_(_NOTHING_READ))
        if logbook.read_only:
            raise NotSaved(logbook.read_only_reason)
        writing.append(Action.JOURNAL_BEGUN, journal=identity)
    except JournalError:
        logbook.close()
        raise


def _with_copy(reason: str, copy: LastBackup | None) -> str:
    """Append the last recorded backup to the reason why a damaged journal is read-only."""
    if copy is None:
        return reason
    return f"{reason} {_(_LAST_COPY).format(made=f'{copy.made:%Y-%m-%d %H:%M}', record=copy.record)}"
