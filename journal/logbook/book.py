"""One journal, opened: record, amend, withdraw, mark, undo, keep a draft, verify."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.base.canonical import keepable
from journal.domain.base.clock import Clock, Salts, system_clock, system_salts
from journal.domain.base.errors import JournalError, NotSaved, Unreadable
from journal.domain.case.people import Person, Role
from journal.domain.entry.repeat import same_again
from journal.domain.ledger.acts import Act
from journal.domain.state import rules
from journal.domain.state.state import LastBackup, State
from journal.domain.text.words import N_, _
from journal.domain.time.moment import exactly
from journal.logbook.case import Case
from journal.logbook.copies import Copies
from journal.logbook.erasure import Erasure
from journal.logbook.exhibits import Exhibits
from journal.logbook.undoing import Undoing
from journal.logbook.writing import Saved, Undone, Writing
from journal.store.disk.timezones import require_zone, zone_of
from journal.store.file.mutable_state import with_draft, without_draft
from journal.store.ledger.checkpointing import QUIET
from journal.store.ledger.ledger import Ledger
from journal.store.ledger.passphrase_change import Guard
from journal.store.ledger.reading import in_slices
from journal.store.ledger.storage import JournalStorage
from journal.store.stamps import timestamp_records

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import datetime, tzinfo
    from pathlib import Path

    from journal.domain.entry.entry import Entry
    from journal.domain.evidence.checklist import Mark
    from journal.domain.ledger.chain import Fault
    from journal.domain.ledger.record import Record
    from journal.domain.ledger.verdict import Verdict
    from journal.logbook.handing import HandingOver
    from journal.store.age.protection import Key
    from journal.store.disk.write_lock import Holder
    from journal.store.file.mutable_state import Draft, Settings

_NOTHING_READ = N_(
    "No record of this file can be read: it is damaged, or belongs to another key. It was left as it is. Open a copy "
    "of the journal, or save what is whole in a new file with `journal recover`."
)

_LAST_COPY = N_("The last copy that it tells of was made on {made} UTC, at record {record}.")


class Logbook:
    """One journal, opened.

    Every method that saves raises ReadOnly where the journal cannot be written, Refused where the act makes no sense,
    and NotSaved where the disk did not take it; the journal is then as it was and can be used on.
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
        """Open the journal at the path, or begin one; its file catches up after so many seconds of `quiet`.

        `between` is called again and again while it is read; what it raises is passed on, with nothing left open.
        Raises Unreadable for a file that is damaged, foreign or newer, and NotSaved where a new one cannot be begun.
        """
        self._clock, self._salts = clock, salts
        self._ledger = Ledger(
            JournalStorage(path, quiet=quiet, key=key, between=between), clock=clock, salts=salts, read_only=read_only
        )
        self.guard = Guard(self._ledger)
        self.state = State()
        """The present state; read it, never change it."""
        self._writing = Writing(self._ledger, self.state, self.now)
        self.case = Case(self._writing)
        """Everything around the entries: people, reports, orders, steps."""
        self.exhibits = Exhibits(self._writing)
        """The evidence."""
        self.erasure = Erasure(self._writing)
        """What is erased on purpose."""
        self.copies = Copies(self._writing)
        """The copies of the whole journal."""
        self._ledger.follow(lambda records: self._ledger.refuse(self.state.apply_all(in_slices(records, between))))
        if not self._ledger.records and not read_only:
            self._begin()
        self.undoing = Undoing(self._writing)

    @property
    def handing_over(self) -> HandingOver:
        """What is handed over to others; nothing of it is loaded before it is asked for."""
        from journal.logbook.handing import HandingOver

        return HandingOver(self._writing, self.exhibits)

    @property
    def path(self) -> Path:
        """Where the journal lies, symbolic links resolved."""
        return self._ledger.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved; `read_only_reason` says why."""
        return self._ledger.read_only

    @property
    def read_only_reason(self) -> str:
        """Why nothing can be saved, in sentences in the language of the interface; empty where it can."""
        reason = self._ledger.access.reason
        return _with_copy(reason, self.state.last_backup) if reason and self._ledger.faults else reason

    @property
    def holder(self) -> Holder | None:
        """The window that writes instead of this one, where there is one that can be named."""
        return self._ledger.access.holder

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
        """The journal's time zone; the computer's where none was chosen or the chosen one is not known here."""
        return zone_of(self.settings.zone)

    def now(self) -> datetime:
        """Return the present time in the journal's zone."""
        return self._clock().astimezone(self.zone)

    def people(self, role: Role | None = None) -> list[Person]:
        """Return who belongs to the case, all or those with one role, withdrawn ones left out, by number."""
        return [person for person in self.state.of(Person).standing if role in {None, person.role}]

    def check(self) -> tuple[Fault, ...]:
        """Return what the quick look at the opening found wrong with numbers, links and the end of the ledger."""
        return self._ledger.faults

    def verify(self) -> Verdict:
        """Check the whole file on the disk, in any thread; takes its time. Raises Unreadable where it is no journal."""
        from journal.store.copies.verification import verify

        return verify(self.path, self._ledger.storage.key)

    def record(self, entry: Entry, draft: str = "") -> Saved:
        """Record a new entry under the next number, and forget the draft that it was, in one save."""
        rules.require_known(self.state, entry)
        return self._writing.append(Act.ENTRY_RECORDED, subject=self.state.next_entry, draft=draft, **entry.fields())

    def same_again(self, number: int) -> Saved:
        """Record one more act like that of an entry, now to the minute; `domain.again` says what is taken over."""
        now = self.now().replace(second=0, microsecond=0)
        return self.record(same_again(rules.standing(self.state, number).entry, exactly(now)))

    def amend(self, number: int, entry: Entry, reason: str, draft: str = "") -> Saved:
        """Record what an entry should say from now on; the earlier version stays readable."""
        fields = rules.difference(rules.standing(self.state, number), entry)
        rules.require_known(self.state, entry)
        return self._writing.append(Act.ENTRY_AMENDED, subject=number, draft=draft, reason=reason, **fields)

    def withdraw(self, number: int, reason: str) -> Saved:
        """Record that an entry no longer counts; its number and words stay, struck."""
        rules.standing(self.state, number)
        return self._writing.append(Act.ENTRY_WITHDRAWN, subject=number, reason=reason)

    def reinstate(self, number: int, reason: str) -> Saved:
        """Record that a withdrawn entry counts again."""
        rules.require_withdrawn(self.state, number)
        return self._writing.append(Act.ENTRY_REINSTATED, subject=number, reason=reason)

    def mark(self, number: int, item: str, mark: Mark) -> Saved:
        """Record where one item of an entry's evidence checklist stands."""
        return self.exhibits.mark_all([(number, item, mark)])

    def add_person(self, name: str, role: Role = Role.WITNESS, note: str = "") -> Saved:
        """Record somebody who belongs to the case."""
        return self.case.add(Person(number=0, name=name, role=role, note=note))

    def undo(self) -> Undone:
        """Add records that put back what the last save changed; raises Refused where there is nothing to undo."""
        return self.undoing.undo()

    def choose(self, settings: Settings) -> None:
        """Keep what the person chose for this journal; raises Refused for a time zone that is not known."""
        require_zone(settings.zone)
        self._ledger.keep(lambda desk: replace(desk, settings=settings))

    def at_once(self) -> AbstractContextManager[None]:
        """Save everything that is done inside only once, at the end; after an error this logbook is to be closed."""
        return self._ledger.batch()

    def save_beside(self) -> Path:
        """After ChangedUnderneath: save what this window holds as a new file in the folder, and go on in that one."""
        return self._ledger.save_beside()

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """Words that were typed and not yet recorded, the one kept last at the end."""
        return self._ledger.desk.drafts

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is being typed, durably; an earlier state of the same draft gives way, and no other ever does."""
        kept = replace(draft, typed=keepable(draft.typed))
        self._ledger.keep(partial(with_draft, kept))

    def drop_draft(self, draft_id: str) -> None:
        """Forget a draft, because it was recorded or is not wanted."""
        self._ledger.keep(partial(without_draft, draft_id))

    @property
    def trouble(self) -> str:
        """Why the file could not catch up the last time, as a sentence; empty where it could. Nothing is lost by it."""
        return self._ledger.trouble

    def catch_up(self) -> None:
        """Bring the file itself up to date, before it is copied; raises NotSaved where the disk does not take it."""
        self._ledger.catch_up()

    def add_stamp(self, reply: bytes, certificates: bytes) -> Saved:
        """Record a time stamp that holds against these certificates (PEM); raises also what `stamps.check` raises."""
        return self._writing.append(
            Act.STAMP_ADDED, **timestamp_records.fields_of(reply, certificates, self._ledger.records)
        )

    def close(self) -> None:
        """Let go of the file, beside which nothing remains; raises NotSaved where something saved has to wait there."""
        self._ledger.close()

    def _begin(self) -> None:
        try:
            if self._ledger.faults:
                raise Unreadable(_(_NOTHING_READ))
            if self.read_only:
                raise NotSaved(self.read_only_reason)
            self._writing.append(Act.JOURNAL_BEGUN, journal=self._salts().hex())
        except JournalError:
            self.close()
            raise


def _with_copy(reason: str, copy: LastBackup | None) -> str:
    """Return why a damaged journal can only be read, with the last copy that it tells of."""
    if copy is None:
        return reason
    return f"{reason} {_(_LAST_COPY).format(made=f'{copy.made:%Y-%m-%d %H:%M}', record=copy.record)}"
