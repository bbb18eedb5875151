"""Undoing as a bound book does it: one more record that puts back what the last act changed; nothing is removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from journal.domain.acts import Act
from journal.domain.entry import changed
from journal.domain.exhibit import Target

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal.domain.record import Record
    from journal.domain.state import State

_UNTOUCHED = frozenset({Act.BACKUP_MADE, Act.HANDED_OVER, Act.STAMP_ADDED})
"""The acts that change nothing of what the journal says, so that undoing passes them by."""
_BARRIERS = frozenset({Act.JOURNAL_BEGUN, Act.JOURNAL_RECOVERED, Act.FIELD_ERASED, Act.EXHIBIT_ERASED})
"""The acts after which nothing from before can be put back, because some of it is no longer there."""
UNDOABLE = frozenset(Act) - _UNTOUCHED - _BARRIERS
"""The acts that can be undone."""

_LINKINGS = {Act.EXHIBIT_LINKED: Act.EXHIBIT_UNLINKED, Act.EXHIBIT_UNLINKED: Act.EXHIBIT_LINKED}


def last_undoable(records: Sequence[Record], state: State) -> Record | None:
    """Return the last record that is neither an undoing, nor undone, nor beyond undoing."""
    for record in reversed(records):
        fields = record.fields()
        if fields.get("action") in _BARRIERS:
            return None
        if fields.get("action") in UNDOABLE and "undoes" not in fields and record.seq not in state.undone:
            return record
    return None


def inverse(record: Record, state: State) -> tuple[Act, int, dict[str, Any]]:
    """Return the act, its subject and the fields that put back what the record changed, as the state stands now."""
    from journal.domain.steps import UNMARKED

    said = record.fields()
    act = Act(said["action"])
    if act in _LINKINGS:
        return _LINKINGS[act], said["exhibit"], Target.from_fields(said).fields()
    if act is Act.STEP_MARKED:
        return act, 0, {"step": said["step"]} | (state.step_before(said["step"], record.seq) or UNMARKED).fields()
    if register := state.registers.get(act.subject):
        verb, fields = register.back(said[act.subject], record.seq)
        return Act(f"{act.subject}.{verb}"), said[act.subject], fields
    return _entry_back(act, said, record, state)


def _entry_back(act: Act, said: Mapping[str, Any], record: Record, state: State) -> tuple[Act, int, dict[str, Any]]:
    number = said["entry"]
    history = state.entries[number]
    if act is Act.ITEM_MARKED:
        before = history.mark_before(said["item"], record)
        return act, number, {"item": said["item"], "state": before.state} | msgspec.to_builtins(before)
    if act is Act.ENTRY_AMENDED:
        at = next(at for at, version in enumerate(history.versions) if version.record.seq == record.seq)
        return act, number, changed(history.entry, history.versions[at - 1].entry)
    back = Act.ENTRY_REINSTATED if act is Act.ENTRY_WITHDRAWN else Act.ENTRY_WITHDRAWN
    return back, number, {}
