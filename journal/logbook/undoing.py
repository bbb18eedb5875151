"""Undo and redo of the last save."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from journal.domain.base.errors import Refused
from journal.domain.ledger.actions import Action
from journal.domain.ledger.record import Record
from journal.domain.state.undoing import inverse, to_redo, to_undo
from journal.domain.text.words import _
from journal.logbook.writing import Undone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal.logbook.writing import Writing


class Next(Struct, frozen=True):
    """Next step of an undo."""

    record: Record
    count: int
    """Number of records saved together, which are all undone."""
    walks_on: bool
    """Whether it concerns another subject than the last action or undo, or is older than this session."""


class Undoing:
    """Undo history of one open journal."""

    def __init__(self, writing: Writing) -> None:
        """Mark the start of this session."""
        self._writing = writing
        self._before = self._records[-1].seq if self._records else 0

    @property
    def _records(self) -> Sequence[Record]:
        return self._writing.ledger.records

    @property
    def next(self) -> Next | None:
        """Next undo; None where there is nothing to undo."""
        records = to_undo(self._records, self._writing.state)
        if not records:
            return None
        last = self._records[-1].fields()
        elsewhere = "undoes" in last and _about(last) != _about(records[0].fields())
        return Next(records[_chief(records)], len(records), elsewhere or records[0].seq <= self._before)

    @property
    def count_to_redo(self) -> int:
        """Number of records that the next redo reverts; 0 where there is none."""
        return len(to_redo(self._records, self._writing.state))

    def undo(self) -> Undone:
        """Record the inverse of the last save; raises Refused where there is nothing to undo."""
        records = to_undo(self._records, self._writing.state)
        return self._put_back(records, records, _("There is nothing to undo."))

    def redo(self) -> Undone:
        """Record the inverse of the last undo; raises Refused where there is none, or something newer was recorded."""
        records = to_redo(self._records, self._writing.state)
        undone = {self._writing.state.undoes[one.seq] for one in records}
        # They are among the last; going on to the first record would read the whole journal.
        first = [*islice((one for one in reversed(self._records) if one.seq in undone), len(undone))]
        return self._put_back(records, first, _("There is nothing to do again."))

    def _put_back(self, records: Sequence[Record], told: Sequence[Record], nothing: str) -> Undone:
        """Record the inverse of these records; the result describes the user's actions in `told`."""
        if not records:
            raise Refused(nothing)
        actions = []
        for record, original in zip(records, told, strict=True):
            action, subject, fields = inverse(record, self._writing.state)
            again = {} if record is original else _reason(action, original)
            actions.append((action, subject, {**fields, **again, "undoes": record.seq}))
        chief = _chief(told)
        saved = self._writing.append_all(actions)[chief]
        said = told[chief].fields()
        return Undone(saved.record, saved.subject, undid=Action(said["action"]), fields=said, count=len(records))


def _chief(records: Sequence[Record]) -> int:
    """Return the position of the record that tells of a save: of one with a new entry that, else of the last one."""
    new = (at for at, one in enumerate(records) if one.fields()["action"] == Action.ENTRY_RECORDED)
    return next(new, 0)


def _reason(action: Action, original: Record) -> Mapping[str, Any]:
    """Return the reason of the original action, for a redo of the same action; else nothing."""
    said = original.fields()
    return {"reason": said["reason"]} if said["action"] == action and "reason" in said else {}


def _about(said: Mapping[str, Any]) -> tuple[str, object]:
    """Return the subject of a record: its sort and number."""
    subject = Action(said["action"]).subject
    return subject, said.get(subject)
