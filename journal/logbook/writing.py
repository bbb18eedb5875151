"""Appending of actions to the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct

from journal.domain.base.canonical import keepable
from journal.domain.base.errors import Refused
from journal.domain.ledger.actions import Action
from journal.domain.text.words import _
from journal.domain.time.moment import offset_text
from journal.store.file.mutable_state import without_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from journal.domain.ledger.record import Record
    from journal.domain.state.state import State
    from journal.store.file.mutable_state import MutableState
    from journal.store.ledger.ledger import Ledger


class Saved(Struct, frozen=True):
    """Result of a durable save."""

    record: int
    """Number of the new record."""
    subject: int = 0
    """Number of the entry, person, exhibit … concerned; 0 for none."""


class Undone(Saved, frozen=True):
    """Result of a durable undo."""

    undid: Action = Action.JOURNAL_BEGUN
    """Act that was undone."""
    fields: Mapping[str, Any] = {}
    """Fields of that action's record."""
    count: int = 1
    """Number of actions, saved together, that were undone."""


class Appendable(Protocol):
    """Ledger to which records can be added: all of it, or its end."""

    @property
    def records(self) -> Sequence[Record]:
        """The records that are known, the last at the end."""

    def append(
        self, actions: Sequence[Mapping[str, Any]], change: Callable[[MutableState], MutableState], /
    ) -> list[Record]:
        """Commit a record for each action, and a change of the mutable state, in one transaction."""


class Appending:
    """Context in which actions are appended: a ledger, and the clock in the journal's zone."""

    def __init__(self, ledger: Appendable, now: Callable[[], datetime]) -> None:
        """Append to this ledger, as of that clock."""
        self._ledger, self.now = ledger, now

    def append(self, action: Action, *, subject: int = 0, draft: str = "", **fields: Any) -> Saved:
        """Append one action and delete its draft, in one save; raises as `append_all`."""
        return self.append_all([(action, subject, fields)], draft)[0]

    def append_all(self, actions: Iterable[tuple[Action, int, Mapping[str, Any]]], draft: str = "") -> list[Saved]:
        """Append actions, each with subject (0 for none) and fields, in one atomic save; empty fields are left out.

        Several actions are grouped by the field `together`, the number of the first record.

        Raises Refused for a number that is too large, and whatever `Ledger.append` raises.
        """
        try:
            said = [self.said(*action) for action in actions]
            if len(said) > 1:
                together = {"together": self._ledger.records[-1].seq + 1}
                said = [(subject, fields | together) for subject, fields in said]
            records = self._ledger.append([fields for _subject, fields in said], partial(without_draft, draft))
        except ValueError as error:
            raise Refused(_("A number in this is too large to be kept. Nothing was saved; make it smaller.")) from error
        return [Saved(record.seq, subject) for record, (subject, _fields) in zip(records, said, strict=True)]

    def said(self, action: Action, subject: int, fields: Mapping[str, Any]) -> tuple[int, dict[str, Any]]:
        """Return the subject of an action, and the fields of its record without the empty ones."""
        about = {action.subject: subject} if subject else {}
        plain = {"action": action.value, "offset": offset_text(self.now())} | about | keepable(dict(fields))
        return subject, {name: value for name, value in plain.items() if value != ""}


class Writing(Appending):
    """Write context of one journal: its ledger, the clock in its zone, and its state."""

    def __init__(self, ledger: Ledger, now: Callable[[], datetime], state: State) -> None:
        """Append to this ledger, whose records the state follows, as of that clock."""
        super().__init__(ledger, now)
        self.ledger, self.state = ledger, state
