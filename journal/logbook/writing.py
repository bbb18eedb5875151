"""Appending of acts to the ledger."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from journal.domain.base.canonical import keepable
from journal.domain.base.errors import Refused
from journal.domain.ledger.acts import Act
from journal.domain.text.words import _
from journal.domain.time.moment import offset_text
from journal.store.file.mutable_state import without_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from journal.domain.state.state import State
    from journal.store.ledger.ledger import Ledger


@dataclass(frozen=True)
class Saved:
    """Result of a durable save."""

    record: int
    """Number of the new record."""
    subject: int = 0
    """Number of the entry, person, exhibit … concerned; 0 for none."""


@dataclass(frozen=True)
class Undone(Saved):
    """Result of a durable undo."""

    undid: Act = Act.JOURNAL_BEGUN
    """Act that was undone."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    """Fields of that act's record."""
    count: int = 1
    """Number of acts, saved together, that were undone."""


@dataclass(frozen=True)
class Writing:
    """Write context of one journal: its ledger, its state, and the clock in its zone."""

    ledger: Ledger
    state: State
    now: Callable[[], datetime]

    def append(self, act: Act, *, subject: int = 0, draft: str = "", **fields: Any) -> Saved:
        """Append one act and delete its draft, in one save; raises as `append_all`."""
        return self.append_all([(act, subject, fields)], draft)[0]

    def append_all(self, acts: Iterable[tuple[Act, int, Mapping[str, Any]]], draft: str = "") -> list[Saved]:
        """Append acts, each with subject (0 for none) and fields, in one atomic save; empty fields are left out.

        Several acts are grouped by the field `together`, the number of the first record.

        Raises Refused for a number that is too large, and whatever `Ledger.append` raises.
        """
        try:
            said = [self.said(*act) for act in acts]
            if len(said) > 1:
                together = {"together": self.ledger.records[-1].seq + 1}
                said = [(subject, fields | together) for subject, fields in said]
            records = self.ledger.append([fields for _subject, fields in said], partial(without_draft, draft))
        except ValueError as error:
            raise Refused(_("A number in this is too large to be kept. Nothing was saved; make it smaller.")) from error
        return [Saved(record.seq, subject) for record, (subject, _fields) in zip(records, said, strict=True)]

    def said(self, act: Act, subject: int, fields: Mapping[str, Any]) -> tuple[int, dict[str, Any]]:
        """Return the subject of an act, and the fields of its record without the empty ones."""
        about = {act.subject: subject} if subject else {}
        plain = {"action": act.value, "offset": offset_text(self.now())} | about | keepable(dict(fields))
        return subject, {name: value for name, value in plain.items() if value != ""}
