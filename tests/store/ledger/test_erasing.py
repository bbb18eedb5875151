"""What is erased goes from records and drafts alike, and a file made of the rest verifies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.ledger.chain import Head
from journal.domain.ledger.record import seal
from journal.domain.state.erasing import FieldRef, declaration
from journal.store.copies.rebuilding import rebuilt
from journal.store.copies.verification import verify
from journal.store.file.mutable_state import Draft, MutableState, Remembered, SavedFilter, TableColumns
from journal.store.ledger.erasing import without
from tests.domain.ledgers import BEGAN, a_ledger

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "12 Invented Lane"
LEDGER = a_ledger(
    {"action": "entry.recorded", "entry": 1, "kind": "sms", "account": "It rang.", "place": ADDRESS},
    {"action": "entry.amended", "entry": 1, "place": ADDRESS + ", door 2"},
)
PLACES = (FieldRef(2, "place"), FieldRef(3, "place"))


def a_draft(name: str, *, amends: int = 0, **typed: str) -> Draft:
    return Draft(id=name, kept_at="2026-11-22T14:03:00Z", amends=amends, typed=dict(typed))


def test_drafts_of_the_entry_and_drafts_with_the_same_words_go_and_others_stay() -> None:
    drafts = (
        a_draft("amends it", amends=1, account="It ra"),
        a_draft("says it", account=f"Near {ADDRESS.lower()}."),
        a_draft("neither", account="It rang at the park."),
        a_draft("another entry", amends=2, account="It rang."),
    )

    _records, desk = without(LEDGER, MutableState(drafts=drafts), PLACES)

    assert [draft.id for draft in desk.drafts] == ["neither", "another entry"]


def test_choices_and_own_data_that_are_kept_for_a_hand_over_go_where_they_hold_the_same_words() -> None:
    kept = (Remembered(name="Monthly"), Remembered(typed={"words": {"receiver": f"Office at {ADDRESS}"}}))
    tables = (TableColumns(header=("Day", "Who")), TableColumns(header=("Day", ADDRESS)))
    desk = MutableState(remembered=kept, tables=tables, sender={"name": "An Invented", "address": ADDRESS.upper()})

    _records, left = without(LEDGER, desk, PLACES)
    _records, same = without(LEDGER, MutableState(remembered=kept[:1], sender={"name": "An Invented"}), PLACES)

    assert (left.remembered, left.tables, left.sender) == (kept[:1], tables[:1], {})
    assert (same.remembered, same.sender) == (kept[:1], {"name": "An Invented"})


def test_a_saved_filter_goes_where_it_holds_the_same_words() -> None:
    filters = (
        SavedFilter(name="letters", filter={"filter": "kind", "kind": "letter"}),
        SavedFilter(name="there", filter={"filter": "place", "words": f"at {ADDRESS}"}),
        SavedFilter(name=ADDRESS, filter={"filter": "kind", "kind": "letter"}),
    )

    _records, left = without(LEDGER, MutableState(filters=filters), PLACES)

    assert left.filters == filters[:1]


def test_a_file_of_what_stays_holds_nothing_of_it_and_verifies(tmp_path: Path) -> None:
    records, desk = without(LEDGER, MutableState(drafts=(a_draft("says it", account=ADDRESS),)), PLACES)
    last = seal(
        4,
        {"action": "field.erased", **declaration(PLACES)},
        recorded_at=BEGAN,
        previous=records[-1].digest,
        salts=lambda: bytes(16),
    )
    desk = MutableState(Head(4, last.digest), desk.settings, desk.drafts)

    (tmp_path / "journal.json").write_bytes(b"".join(rebuilt([*records, last], {}, desk)))

    assert verify(tmp_path / "journal.json").sound
    assert b"Invented" not in (tmp_path / "journal.json").read_bytes()
