"""The last copy of the journal, as the records tell it, and what came since."""

from __future__ import annotations

from datetime import timedelta

from journal.domain.state.state import LastBackup, State
from journal.domain.state.undoing import to_undo
from tests.domain.ledgers import BEGAN, a_ledger, calls


def made(at_record: int) -> dict[str, object]:
    return {"action": "backup.made", "name": "2026-11-22-a.json", "at_record": at_record, "head": "00"}


def test_without_a_copy_every_entry_waits_for_one() -> None:
    state = State(a_ledger(*calls(3)))

    assert state.last_backup is None
    assert state.entries_since_backup == 3


def test_only_entries_recorded_after_what_the_copy_holds_wait_for_the_next() -> None:
    amended = {"action": "entry.amended", "entry": 1, "reason": "It was so.", "place": "garden"}
    state = State(a_ledger(*calls(2), made(3), amended, *calls(4)[2:]))

    assert state.last_backup == LastBackup("2026-11-22-a.json", 3, BEGAN + timedelta(minutes=3))
    assert state.entries_since_backup == 2


def test_what_was_recorded_while_the_copy_was_being_made_is_not_in_it() -> None:
    state = State(a_ledger(*calls(3), made(3)))

    assert state.entries_since_backup == 1


def test_undoing_passes_by_a_copy_and_stops_at_what_took_something_away() -> None:
    kept = a_ledger(*calls(1), made(2))
    erased = a_ledger(*calls(1), {"action": "field.erased", "erases": [[2, "account"]]})

    assert to_undo(kept, State(kept)) == (kept[1],)
    assert not to_undo(erased, State(erased))
