"""Undo and redo by compensating records, as in a bound book: the ledger is only ever appended to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from journal.domain.entry import labels
from journal.domain.entry.entry import changed
from journal.domain.evidence.exhibit import Target
from journal.domain.ledger.acts import Act

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journal.domain.entry.history import History
    from journal.domain.ledger.record import Record
    from journal.domain.state.state import State

_UNTOUCHED = frozenset({Act.BACKUP_MADE, Act.HANDED_OVER, Act.STAMP_ADDED})
"""Acts without an effect on the state, which undo skips."""
_BARRIERS = frozenset({Act.JOURNAL_BEGUN, Act.JOURNAL_RECOVERED, Act.FIELD_ERASED, Act.EXHIBIT_ERASED})
"""Acts before which nothing can be undone, because some of its content is gone."""
UNDOABLE = frozenset(Act) - _UNTOUCHED - _BARRIERS
"""Acts that can be undone."""

_LINKINGS = {Act.EXHIBIT_LINKED: Act.EXHIBIT_UNLINKED, Act.EXHIBIT_UNLINKED: Act.EXHIBIT_LINKED}


def to_undo(records: Sequence[Record], state: State) -> tuple[Record, ...]:
    """Return the records to undo next, latest first: the last act that is undoable, with those saved together with it.

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

    Empty where an act was recorded since.
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
    """Return whether a record undoes an act of the user, and is not undone itself."""
    return state.undoes.get(record.seq, 0) not in {0, *state.undoes} and record.seq not in state.undone


def _together(records: Sequence[Record], at: int) -> Iterator[Record]:
    """Yield the record at this index, and those before it of the same save."""
    yield records[at]
    first = records[at].fields().get("together")
    while first and at and records[at - 1].fields().get("together") == first:
        at -= 1
        yield records[at]


def inverse(record: Record, state: State) -> tuple[Act, int, dict[str, Any]]:
    """Compute the compensating act of a record against the present state: act, subject and fields."""
    from journal.domain.case.steps import UNMARKED

    said = record.fields()
    act = Act(said["action"])
    if act in _LINKINGS:
        return _LINKINGS[act], said["exhibit"], Target.from_fields(said).fields()
    if act is Act.STEP_MARKED:
        return act, 0, {"step": said["step"]} | (state.step_before(said["step"], record.seq) or UNMARKED).fields()
    if register := state.registers.get(act.subject):
        verb, fields = register.inverse(said[act.subject], record.seq)
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
