"""What the product does, without a screen: each act is saved, refused, or said not to be saved, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.base.errors import Refused
from journal.domain.case.people import Person, Role
from journal.domain.entry.entry import Entry, Targeted
from journal.domain.evidence.checklist import ItemState, Mark
from journal.domain.ledger.actions import Action
from journal.logbook import Logbook, Saved
from journal.store.file.mutable_state import Draft, Settings
from tests.store.journals import NOW, Clock, a_logbook, an_entry, files_in, salts, tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def logbook(tmp_path: Path, clock: Clock) -> Iterator[Logbook]:
    opened = a_logbook(tmp_path / "journal.json", clock=clock)
    yield opened
    opened.close()


def reopened(logbook: Logbook) -> Logbook:
    return Logbook(logbook.path, read_only=True)


def a_draft(name: str = "d", **typed: Any) -> Draft:
    return Draft(id=name, kept_at="2026-11-22T14:03:00Z", typed=typed)


def test_a_new_journal_begins_with_a_random_id(tmp_path: Path) -> None:
    ids = []
    for name in ("a.json", "b.json"):
        logbook = Logbook(tmp_path / name)
        ids.append(logbook.state.journal_id)
        logbook.close()

    assert len(set(ids)) == 2
    assert all(len(one) == 32 for one in ids)
    assert tables(tmp_path / "a.json")["records"]["1"]["body"]["action"] == "journal.begun"


def test_entries_get_numbers_of_their_own_and_records_theirs(logbook: Logbook) -> None:
    logbook.add_person("An Invented")

    first, second = logbook.record(an_entry("It rang.")), logbook.record(an_entry("It rang again."))

    assert (first, second) == (Saved(3, 1), Saved(4, 2))
    assert logbook.last
    assert logbook.last.seq == 4
    assert reopened(logbook).state.entries[2].entry == an_entry("It rang again.")


def test_a_number_is_not_handed_out_again_after_a_withdrawal(logbook: Logbook) -> None:
    logbook.record(an_entry())
    logbook.withdraw(1, "By mistake.")

    assert logbook.record(an_entry()).subject == 2


def test_every_field_of_an_entry_is_read_back_as_it_was_written(logbook: Logbook) -> None:
    logbook.add_person("An Invented")
    entry = an_entry(
        "It rang.", place="at home", witnesses=(1,), targeted=(Targeted.ME,), tags=("night",), details={"call.rings": 9}
    )

    logbook.record(entry)

    assert reopened(logbook).state.entries[1].entry == entry


def test_an_amendment_keeps_what_stood_there_and_says_why(logbook: Logbook) -> None:
    logbook.record(an_entry("It rang.", place="at home"))

    logbook.amend(1, an_entry("It rang nine times."), "Counted again.")

    first, second = reopened(logbook).state.entries[1].versions
    assert (first.entry.account, first.entry.place) == ("It rang.", "at home")
    assert (second.entry.account, second.entry.place) == ("It rang nine times.", "")
    assert second.reason == "Counted again."


def test_what_makes_no_sense_is_refused_and_writes_nothing(logbook: Logbook) -> None:
    logbook.record(an_entry())
    logbook.record(an_entry())
    logbook.withdraw(2, "By mistake.")
    before = logbook.path.read_bytes()

    for refused, reason in (
        (lambda: logbook.amend(1, an_entry(), "Why."), "Nothing was changed"),
        (lambda: logbook.amend(9, an_entry(), "Why."), "no entry 9"),
        (lambda: logbook.amend(2, an_entry("Other."), "Why."), "Entry 2 is crossed out"),
        (lambda: logbook.withdraw(2, "Again."), "Entry 2 is crossed out"),
        (lambda: logbook.mark(2, "rings", Mark()), "Entry 2 is crossed out"),
        (lambda: logbook.same_again(2), "Entry 2 is crossed out"),
        (lambda: logbook.reinstate(1, "Why."), "Entry 1 is not crossed out"),
        (lambda: logbook.reinstate(9, "Why."), "no entry 9"),
        (lambda: logbook.record(an_entry(person=5)), "no person 5"),
        (lambda: logbook.record(an_entry(witnesses=(5,))), "no person 5"),
        (lambda: logbook.record(an_entry(reported_by=5)), "no person 5"),
        (lambda: logbook.amend(1, an_entry(person=5), "Why."), "no person 5"),
        (lambda: logbook.case.amend(Person(number=5, name="x")), "no person 5"),
        (lambda: logbook.record(an_entry(times=2**60)), "too large"),
        (lambda: logbook.choose(Settings(zone="Europe/Nowhere")), "no time zone Europe/Nowhere"),
    ):
        with pytest.raises(Refused, match=reason):
            refused()

    assert logbook.path.read_bytes() == before


def test_a_withdrawn_entry_can_count_again(logbook: Logbook) -> None:
    logbook.record(an_entry())
    logbook.withdraw(1, "By mistake.")

    logbook.reinstate(1, "It was right.")

    history = reopened(logbook).state.entries[1]
    assert not history.withdrawn
    assert history.versions[-1].reason == "It was right."


def test_a_mark_says_where_a_thing_to_keep_stands(logbook: Logbook) -> None:
    logbook.record(an_entry())
    mark = Mark(state=ItemState.DONE, note="nine", on="2026-11-22")

    logbook.mark(1, "rings_counted", mark)

    assert reopened(logbook).state.entries[1].marks == {"rings_counted": mark}


def test_now_is_told_in_the_zone_of_the_journal(logbook: Logbook) -> None:
    logbook.choose(Settings(zone="Asia/Kathmandu"))

    assert f"{logbook.now():%z}" == "+0545"


def test_the_same_again_is_one_act_now_and_invents_nothing(logbook: Logbook, clock: Clock) -> None:
    logbook.choose(Settings(zone="Europe/Brussels"))
    logbook.add_person("Caller A", Role.STALKER)
    logbook.add_person("An Invented")
    details = {"call.number": "+00 555 0142", "call.rings": 9}
    entry = an_entry(person=1, times=37, witnesses=(2,), place="at home", quoted_words="x", details=details)
    logbook.record(entry)
    clock.now = datetime(2026, 11, 22, 20, 15, 40, tzinfo=UTC)

    saved = logbook.same_again(1)

    again = logbook.state.entries[saved.subject].entry
    assert (again.kind, again.person, again.times) == ("call_missed", 1, 1)
    assert again.details == {"call.number": "+00 555 0142"}
    assert (again.happened.start, again.happened.offset) == ("2026-11-22T21:15", "+01:00")
    assert (again.account, again.quoted_words, again.place, again.witnesses) == ("", "", "", ())


def test_people_are_added_amended_and_found_by_what_they_are_to_the_case(logbook: Logbook) -> None:
    logbook.add_person("Caller A", Role.STALKER, "a voice")
    logbook.add_person("An Invented", note="sister")

    logbook.case.amend(replace(logbook.state.people[1], name="Somebody Invented", note=""))

    assert [person.name for person in logbook.people(Role.STALKER)] == ["Somebody Invented"]
    assert [person.name for person in reopened(logbook).people()] == ["Somebody Invented", "An Invented"]
    assert reopened(logbook).state.people[1].note == ""
    with pytest.raises(Refused, match="Nothing was changed"):
        logbook.case.amend(logbook.state.people[1])


def test_a_person_whose_adding_was_undone_is_offered_no_more_but_still_named(logbook: Logbook) -> None:
    logbook.add_person("An Invented")

    logbook.undo()

    assert logbook.people() == []
    assert reopened(logbook).state.people[1].name == "An Invented"
    assert logbook.add_person("Another Invented").subject == 2


def test_undoing_goes_back_act_by_act_and_then_says_that_there_is_no_more(logbook: Logbook) -> None:
    logbook.record(an_entry("It rang."))
    logbook.amend(1, an_entry("It rang nine times."), "")
    logbook.mark(1, "rings_counted", Mark(state=ItemState.DONE))
    logbook.withdraw(1, "")

    undid = [logbook.undo().undid for _ in range(4)]

    assert undid == [Action.ENTRY_WITHDRAWN, Action.ITEM_MARKED, Action.ENTRY_AMENDED, Action.ENTRY_RECORDED]
    history = reopened(logbook).state.entries[1]
    assert (history.withdrawn, history.entry.account) == (True, "It rang.")
    assert history.marks["rings_counted"].state is ItemState.TO_DO
    with pytest.raises(Refused, match="nothing to undo"):
        logbook.undo()


def test_a_clock_that_runs_backwards_is_recorded_as_such_and_not_repaired(logbook: Logbook, clock: Clock) -> None:
    logbook.record(an_entry())
    clock.now -= timedelta(days=1)
    logbook.record(an_entry())
    logbook.record(an_entry())
    logbook.checkpoint()

    said = [row["body"].get("clock") for row in tables(logbook.path)["records"].values()]
    times = [row["recorded_at"] for row in tables(logbook.path)["records"].values()]

    assert said == [None, None, "ran_backwards", None]
    assert times[2] < times[1]
    assert logbook.verify().sound


def test_the_same_acts_with_the_same_clock_and_salts_give_the_same_bytes(tmp_path: Path) -> None:
    files = []
    for name in ("a", "b"):
        logbook = Logbook(tmp_path / name / "journal.json", clock=Clock(NOW), salts=salts())
        logbook.record(an_entry("It rang."))
        logbook.close()
        files.append(logbook.path.read_bytes())

    assert files[0] == files[1]


def test_what_is_done_at_once_is_saved_at_once(logbook: Logbook) -> None:
    inodes = {logbook.path.stat().st_ino}

    with logbook.at_once():
        for number in range(5):
            logbook.record(an_entry(f"It rang {number} times."))
            inodes.add(logbook.path.stat().st_ino)

    assert len(inodes) == 1
    assert len(reopened(logbook).state.entries) == 5
    assert logbook.verify().sound
    assert logbook.record(an_entry()).subject == 6


def test_what_is_done_at_once_and_fails_leaves_the_file_as_it_was(logbook: Logbook) -> None:
    before = logbook.path.read_bytes()

    def two_acts_at_once() -> None:
        with logbook.at_once():
            logbook.record(an_entry())
            logbook.amend(9, an_entry(), "")

    with pytest.raises(Refused):
        two_acts_at_once()

    assert logbook.path.read_bytes() == before


def test_closing_twice_is_as_good_as_once(logbook: Logbook) -> None:
    logbook.close()
    logbook.close()

    assert files_in(logbook.path.parent) == ["journal.json"]


@given(text=st.text(st.characters(exclude_categories=())))
def test_no_typed_text_makes_saving_impossible(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    logbook = a_logbook(tmp_path_factory.mktemp("typed") / "journal.json")

    logbook.keep_draft(a_draft(account=text, several=[{"inner": text}]))
    logbook.add_person(text or "x", note=text)
    logbook.record(an_entry(text, tags=(text,), details={"call.content": text}, quoted_words=text))
    logbook.amend(1, Entry(account=text, private_note=text + "x"), text)
    logbook.mark(1, "rings_counted", Mark(note=text, on=text))
    logbook.withdraw(1, text)
    logbook.reinstate(1, text)

    again = reopened(logbook)
    assert again.state.entries[1].entry.account.encode("utf-8") is not None
    if text.isprintable():
        assert again.state.entries[1].entry.account == text
    assert logbook.verify().sound
    logbook.close()
