"""A journal as it is known where its file was loaded whole, beside which the quick way of opening is held."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.entry.records_of import records_of
from journal.domain.ledger.chain import Fault, FaultKind, quick_faults
from journal.domain.state.state import State
from journal.store.ledger.contents import read_contents
from journal.store.ledger.storage import JournalStorage

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.entry.history import History
    from journal.domain.ledger.record import Record
    from journal.logbook import Logbook
    from journal.store.age.protection import Key


def loaded_whole(path: Path, key: Key | None = None) -> tuple[list[Record], State, list[Fault]]:
    """Every record, the state, and what is wrong, with nothing decoded partially and nothing read again."""
    storage = JournalStorage(path, key=key)
    contents = read_contents(storage)
    storage.release()
    assert contents
    damaged = [fault for fault in contents.faults if fault.kind is FaultKind.DAMAGED]
    faults = [*damaged, *quick_faults(contents.lines, contents.desk.head)]
    records = [line.record for line in contents.lines if line.record]
    state = State()
    unread = state.apply_all(sorted(records, key=lambda record: record.seq))
    return records, state, [*faults, *(Fault(record.seq, FaultKind.UNREADABLE) for record in unread)]


def agrees_with_the_whole(logbook: Logbook, key: Key | None = None) -> None:
    """Compare an open journal, field by field, with what stands on the disk."""
    records, state, faults = loaded_whole(logbook.path, key)
    assert values(logbook.state) == values(state)
    assert [*logbook.check()] == faults
    known = logbook._ledger.records
    assert [*known] == sorted(records, key=lambda record: record.seq)
    assert [known[at] for at in range(len(known))] == [*known]
    histories = logbook.state.chronological()[::-1]
    assert [*records_of(histories)] == [(history, history.records) for history in histories]


def is_read_by_place(logbook: Logbook) -> bool:
    """Tell whether the words of the entries lie in the file only."""
    return all(isinstance(one, int) for history in logbook.state.entries.values() for one in history.said)


def values(state: State) -> dict[str, Any]:
    """Everything that a state says, as plain values."""
    registers = {sort: (one.now, one._said) for sort, one in state.registers.items()}
    orders = [history.number for history in state.chronological()], [history.number for history in state.listed()]
    rest = (state.journal_id, state.links, state.steps, state._said_of_steps, state.undone, state.undoes)
    sums = (state.last_backup, state.last_outside, state.handed_over, state.next_entry, state.entries_since_backup)
    entries = {number: _values_of(history) for number, history in state.entries.items()}
    return {"entries": entries, "registers": registers, "orders": orders, "rest": rest, "sums": sums}


def _values_of(history: History) -> dict[str, Any]:
    own = {name: getattr(history, name) for name in type(history).__struct_fields__ if not name.startswith("sai")}
    derived = ("records", "marked", "marks", "versions", "amended", "erased", "acts", "checklist", "until", "days")
    ordered = ("when", "listed_on", "recorded_at", "numbers")
    return {name: value for name, value in own.items() if name != "source"} | {
        name: getattr(history, name) for name in (*derived, *ordered)
    }
