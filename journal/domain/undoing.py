"""Undoing as a bound book does it: one more record that puts back what the last act changed; nothing is removed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from journal.domain.acts import Act
from journal.domain.checklist import UNMARKED
from journal.domain.entry import changed
from journal.domain.record import Record
from journal.domain.state import State

UNDOABLE = frozenset(Act) - {Act.JOURNAL_BEGUN}
"""The acts that can be undone."""


def last_undoable(records: Sequence[Record], state: State) -> Record | None:
    """Return the last record that is neither an undoing, nor undone, nor beyond undoing."""
    for record in reversed(records):
        fields = record.fields()
        if fields.get("action") in UNDOABLE and "undoes" not in fields and record.seq not in state.undone:
            return record
    return None


def inverse(record: Record, state: State) -> tuple[Act, int, dict[str, Any]]:
    """Return the act, its subject and the fields that put back what the record changed, as the state stands now."""
    said = record.fields()
    act = Act(said["action"])
    if act in {Act.PERSON_ADDED, Act.PERSON_AMENDED, Act.PERSON_WITHDRAWN}:
        return _person_back(act, said["person"], state)
    number = said["entry"]
    history = state.entries[number]
    if act is Act.ITEM_MARKED:
        earlier = history.marked[said["item"]][:-1]
        before = msgspec.to_builtins(earlier[-1] if earlier else UNMARKED)
        return act, number, {"item": said["item"], "state": "to_do"} | before
    if act is Act.ENTRY_AMENDED:
        at = next(at for at, version in enumerate(history.versions) if version.record.seq == record.seq)
        return act, number, changed(history.entry, history.versions[at - 1].entry)
    back = Act.ENTRY_REINSTATED if act is Act.ENTRY_WITHDRAWN else Act.ENTRY_WITHDRAWN
    return back, number, {}


def _person_back(act: Act, number: int, state: State) -> tuple[Act, int, dict[str, Any]]:
    before = state.person_before(number)
    if act is Act.PERSON_ADDED or before is None:
        return Act.PERSON_WITHDRAWN, number, {}
    kept = msgspec.to_builtins(before)
    return Act.PERSON_AMENDED, number, {name: kept[name] for name in kept if name not in {"number", "withdrawn"}}
