"""Bringing in another journal: reported by its keeper, with the head of its ledger, and a copy of this one as it is."""

from __future__ import annotations

import json
import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

from journal.domain.case.people import Person, Role
from journal.domain.entry.entry import Felt, Targeted
from journal.domain.entry.origin import OriginNote, origin_in_words
from journal.domain.evidence.exhibit import Exhibit
from journal.domain.text.words import spoken
from journal.domain.time.moment import Certainty, Moment
from journal.handover.selection.choice import For, HandoverChoice, Stays
from journal.intake.triage.triage import Presence
from journal.logbook import Logbook
from tests.logbook.test_intake import bytes_of
from tests.store.journals import NOW, Clock, a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.entry.ledger_origin import LedgerOrigin
    from journal.logbook.intake_results import BroughtIn, Reading

AT = Moment(Certainty.EXACT, start="2026-11-20T22:14", offset="+01:00")
KEEPER = Person(number=0, name="Els from next door", role=Role.WITNESS)


def the_witness(folder: Path) -> Path:
    """Write the journal of a neighbour, in which somebody stood at the door."""
    numbers = iter(range(10_000, 20_000))
    witness = Logbook(folder / "els.json", clock=Clock(), salts=lambda: next(numbers).to_bytes(16, "big"), quiet=None)
    witness.case.add(Person(number=0, name="THE CALLER", role=Role.STALKER))
    witness.case.add(Person(number=0, name="Nobody Known", role=Role.WITNESS))
    seen = {"happened": AT, "person": 1, "witnesses": (2,), "targeted": (Targeted.ME,), "threat_felt": Felt.STRONGLY}
    witness.record(an_entry("He stood at her door.", private_note="I hid.", my_response="I hid.", **seen))
    witness.close()
    return witness.path


def hers(folder: Path) -> Logbook:
    logbook = a_logbook(folder / "journal.json", entries=1)
    logbook.case.add(Person(number=0, name="The caller", role=Role.STALKER))
    return logbook


def taken(logbook: Logbook, reading: Reading) -> BroughtIn:
    groups = [[one] for one in reading.items if one.presence is not Presence.HERE]
    return logbook.intake.bring_in(reading, groups, told_by=dict.fromkeys(reading.of_others, KEEPER))


def through(logbook: Logbook, entry: int) -> LedgerOrigin:
    origin = logbook.state.entries[entry].entry.taken_from
    assert origin
    return origin.through[-1]


def test_an_entry_of_a_witness_is_told_by_her_and_names_the_head_of_her_ledger(tmp_path: Path) -> None:
    logbook, path = hers(tmp_path), the_witness(tmp_path)
    witness = Logbook(path, read_only=True)
    head, its_id = witness.last, witness.state.journal_id
    witness.close()

    brought = taken(logbook, logbook.intake.read([path]))

    (number,) = brought.entries
    entry, origin = logbook.state.entries[number].entry, through(logbook, number)
    assert head
    assert (origin.head, origin.last, origin.journal, origin.same) == (head.digest, head.seq, its_id, False)
    assert logbook.state.people[entry.reported_by].name == "Els from next door"
    assert (entry.account, entry.happened) == ("He stood at her door.", AT)
    assert logbook.state.people[entry.person].name == "The caller"
    assert (entry.witnesses, entry.my_response, entry.private_note) == ((), "", "")
    assert (entry.targeted, entry.threat_felt) == ((), None)
    assert entry.taken_from
    assert {*entry.taken_from.notes} == {OriginNote.PEOPLE_LEFT_OUT, OriginNote.OF_THE_WRITER}
    said = origin_in_words(entry.taken_from, spoken())
    assert said.startswith("els.json, entry 1 of another log, written there on 2026-11-22 14:03:")
    assert " ".join(head.digest[at : at + 4] for at in range(0, 64, 4)) in said


def test_the_records_that_were_taken_are_evidence_byte_for_byte_and_one_undo_takes_all_back(tmp_path: Path) -> None:
    logbook, path = hers(tmp_path), the_witness(tmp_path)

    brought = taken(logbook, logbook.intake.read([path]))

    (exhibit,) = brought.exhibits
    part = bytes_of(logbook, exhibit)
    assert part in path.read_bytes()
    assert json.loads(part)["body"]["private_note"] == "I hid."
    proof = logbook.state.of(Exhibit).now[exhibit]
    assert "els" not in f"{proof.title} {proof.file_name}"
    logbook.undo()
    assert logbook.state.entries[brought.entries[0]].withdrawn
    assert all(person.name != KEEPER.name for person in logbook.people())


def test_the_same_journal_a_newer_copy_and_its_list_bring_nothing_twice(tmp_path: Path) -> None:
    logbook, path = hers(tmp_path), the_witness(tmp_path)
    taken(logbook, logbook.intake.read([path]))
    witness = Logbook(path, quiet=None)
    witness.record(an_entry("He came again."))
    witness.close()

    presences = [one.presence for one in logbook.intake.read([path]).items]

    assert presences == [Presence.HERE, Presence.NEW]
    assert [one.presence for one in logbook.intake.read([path, path]).items][2:] == [Presence.HERE, Presence.HERE]


def test_an_entry_that_was_amended_there_since_is_doubtful_and_says_so(tmp_path: Path) -> None:
    logbook, path = hers(tmp_path), the_witness(tmp_path)
    taken(logbook, logbook.intake.read([path]))
    witness = Logbook(path, quiet=None)
    witness.amend(1, an_entry("He stood there for an hour."), "remembered")
    witness.close()

    reading = logbook.intake.read([path])

    assert [one.presence for one in reading.items] == [Presence.DOUBTFUL]
    (number,) = taken(logbook, reading).entries
    origin = logbook.state.entries[number].entry.taken_from
    assert origin
    assert OriginNote.ANOTHER_VERSION in origin.notes


def test_of_a_copy_that_went_its_own_way_only_what_was_added_comes_whole_and_of_nobody_else(tmp_path: Path) -> None:
    logbook = hers(tmp_path)
    logbook.close()
    copy = tmp_path / "copy.json"
    shutil.copy(logbook.path, copy)
    other = Logbook(copy, clock=Clock(NOW + timedelta(hours=1)), quiet=None)
    other.record(an_entry("On the stick.", private_note="Afraid.", happened=AT))
    written, head = other.last, other.last
    other.close()
    logbook = a_logbook(tmp_path / "journal.json")
    logbook.record(an_entry("At home."))

    reading = logbook.intake.read([copy])
    brought = taken(logbook, reading)

    assert reading.of_others == ()
    assert [one.presence for one in reading.items] == [Presence.HERE, Presence.NEW]
    (number,) = brought.entries
    entry, origin = logbook.state.entries[number].entry, through(logbook, number)
    assert (entry.account, entry.private_note, entry.reported_by) == ("On the stick.", "Afraid.", 0)
    assert written
    assert head
    assert (origin.same, origin.recorded_at, origin.head) == (True, written.recorded_at, head.digest)
    assert all(one.presence is Presence.HERE for one in logbook.intake.read([copy]).items)


def test_whose_journal_it_was_stays_where_names_of_witnesses_stay(tmp_path: Path) -> None:
    logbook, path = hers(tmp_path), the_witness(tmp_path)
    (number,) = taken(logbook, logbook.intake.read([path])).entries
    record = logbook.state.entries[number].records[0].seq

    def left_out(*stays: Stays) -> tuple[str, ...]:
        chosen = logbook.handing_over.chosen(HandoverChoice(to=For.POLICE, stays=stays))
        return chosen.left_out.get(record, ())

    assert "taken_from" in left_out(Stays.WITNESSES)
    assert "taken_from" not in left_out()
