"""Putting one act into the ledger."""

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
    """What was durably saved."""

    record: int
    """The number of the new record."""
    subject: int = 0
    """The number of the entry, person, exhibit … it is about."""


@dataclass(frozen=True)
class Undone(Saved):
    """What was durably undone."""

    undid: Act = Act.JOURNAL_BEGUN
    """The act that was put back."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    """What the record of that act says."""
    count: int = 1
    """How many acts, saved together, were put back."""


@dataclass(frozen=True)
class Writing:
    """The ledger of one journal, the state that is folded from it, and the time in its zone."""

    ledger: Ledger
    state: State
    now: Callable[[], datetime]

    def append(self, act: Act, *, subject: int = 0, draft: str = "", **fields: Any) -> Saved:
        """Record an act, and forget the draft that it was, in one save; raises as `append_all`."""
        return self.append_all([(act, subject, fields)], draft)[0]

    def append_all(self, acts: Iterable[tuple[Act, int, Mapping[str, Any]]], draft: str = "") -> list[Saved]:
        """Record acts, each with its subject (0 for none) and its fields, in one save; what is empty is left out.

        Where there are several, each says by the number of the first one with which it belongs together.

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
        """Return the subject of an act and all the fields of its record; what is empty is left out."""
        about = {act.subject: subject} if subject else {}
        plain = {"action": act.value, "offset": offset_text(self.now())} | about | keepable(dict(fields))
        return subject, {name: value for name, value in plain.items() if value != ""}
