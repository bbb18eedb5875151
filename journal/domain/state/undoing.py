"""Undo and redo by compensating records, as in a bound book: the ledger is only ever appended to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from journal.domain.entry import labels
from journal.domain.entry.entry import changed
from journal.domain.evidence.exhibit import Target
from journal.domain.ledger.actions import Action

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journal.domain.entry.history import History
    from journal.domain.ledger.record import Record
    from journal.domain.state.state import State

_UNTOUCHED = frozenset({Action.BACKUP_MADE, Action.HANDED_OVER, Action.STAMP_ADDED})
"""Acts without an effect on the state, which undo skips."""
_BARRIERS = frozenset({Action.JOURNAL_BEGUN, Action.JOURNAL_RECOVERED, Action.FIELD_ERASED, Action.EXHIBIT_ERASED})
"""Acts before which nothing can be undone, because some of its content is gone."""
UNDOABLE = frozenset(Action) - _UNTOUCHED - _BARRIERS
"""Acts that can be undone."""

_LINKINGS = {Action.EXHIBIT_LINKED: Action.EXHIBIT_UNLINKED, Action.EXHIBIT_UNLINKED: Action.EXHIBIT_LINKED}


def to_undo(records: Sequence[Record], state: State) -> tuple[Record, ...]:
    """Return the records to undo next, latest first: the last undoable action and those saved with it.

    Skips undo records and undone ones; empty where a barrier comes first.
    """
    for at in reversed(range(len(records))):
        fields = records[at].fields()
        if fields.get("action") in _BARRIERS:
            return ()
        if _may_be_undone(records[at], state):
            return tuple(one for one in _together(records, at) if _may_be_undone(one, state))
    return ()


def to_redo(records: Sequence[Record], state: State) -> tuple[Record, ...]:
    """Return the undo records to revert next, latest first, with those saved together.

    Empty where an action was recorded since.
    """
    for at in reversed(range(len(records))):
        fields = records[at].fields()
        if fields.get("action") in _BARRIERS or (fields.get("action") in UNDOABLE and "undoes" not in fields):
            return ()
        if _is_undoing(records[at], state):
            return tuple(one for one in _together(records, at) if _is_undoing(one, state))
    return ()


def why(record: Record, history: History) -> str:
    """Return the marked phrase for an undo or redo record of an entry; "" for any other record."""
    undoes = record.fields().get("undoes")
    if not undoes:
        return ""
    again = any(one.seq == undoes and "undoes" in one.fields() for one in history.records)
    return labels.DONE_AGAIN if again else labels.UNDONE


def _may_be_undone(record: Record, state: State) -> bool:
    fields = record.fields()
    return fields.get("action") in UNDOABLE and "undoes" not in fields and record.seq not in state.undone


def _is_undoing(record: Record, state: State) -> bool:
    """Return whether a record undoes an action of the user, and is not undone itself."""
    return state.undoes.get(record.seq, 0) not in {0, *state.undoes} and record.seq not in state.undone


def _together(records: Sequence[Record], at: int) -> Iterator[Record]:
    """Yield the record at this index, and those before it of the same save."""
    yield records[at]
    first = records[at].fields().get("together")
    while first and at and records[at - 1].fields().get("together") == first:
        at -= 1
        yield records[at]


def inverse(record: Record, state: State) -> tuple[Action, int, dict[str, Any]]:
    """Compute the compensating action of a record against the present state: action, subject and fields."""
    from journal.domain.case.steps import UNMARKED

    said = record.fields()
    action = Action(said["action"])
    if action in _LINKINGS:
        return _LINKINGS[action], said["exhibit"], Target.from_fields(said).fields()
    if action is Action.STEP_MARKED:
        return action, 0, {"step": said["step"]} | (state.step_before(said["step"], record.seq) or UNMARKED).fields()
    if register := state.registers.get(action.subject):
        verb, fields = register.inverse(said[action.subject], record.seq)
        return Action(f"{action.subject}.{verb}"), said[action.subject], fields
    return _entry_back(action, said, record, state)


def _entry_back(
    action: Action, said: Mapping[str, Any], record: Record, state: State
) -> tuple[Action, int, dict[str, Any]]:
    number = said["entry"]
    history = state.entries[number]
    if action is Action.ITEM_MARKED:
        before = history.mark_before(said["item"], record)
        return action, number, {"item": said["item"], "state": before.state} | msgspec.to_builtins(before)
    if action is Action.ENTRY_AMENDED:
        at = next(at for at, version in enumerate(history.versions) if version.record.seq == record.seq)
        return action, number, changed(history.entry, history.versions[at - 1].entry)
    back = Action.ENTRY_REINSTATED if action is Action.ENTRY_WITHDRAWN else Action.ENTRY_WITHDRAWN
    return back, number, {}
