"""Journals of this program as an export: its file, its bundle and its list give the same entries again."""

from __future__ import annotations

import contextlib
import io
import json
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.cli import main
from journal.domain.entry.entry import Felt, Targeted
from journal.domain.evidence.exhibit import Target
from journal.domain.ledger.chain import FaultKind
from journal.domain.ledger.record import seal
from journal.domain.time.moment import UNKNOWN, Certainty, Moment
from journal.handover.selection.choice import For, Format, HandoverChoice, Stays
from journal.intake.formats import journal_ledger, journal_list
from journal.intake.formats.unreadable import JournalProtected
from journal.intake.model.found import Found, Problem, Trouble
from journal.intake.model.source import Source
from journal.intake.recognition.readers import recognised
from tests.intake.formats.reading import a_file, items, problems, read_whole, torn
from tests.store.journals import NOW, a_logbook, add_exhibit, an_entry

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.entry.entry import Entry
    from journal.intake.recognition.readers import Recognised

AT = Moment(Certainty.EXACT, start="2026-11-20T22:14", offset="+01:00")
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
BEGUN = seal(1, {"action": "journal.begun", "journal": "0" * 32}, recorded_at=NOW, salts=lambda: bytes(16))
RECORDED = seal(
    2,
    {"action": "entry.recorded", "entry": 1, "kind": "other", "happened": {"certainty": "unknown"}, "account": "Rang."},
    recorded_at=NOW,
    previous=BEGUN.digest,
    salts=lambda: bytes(16),
)
ENTRIES = st.lists(
    st.builds(
        an_entry,
        WORDS,
        happened=st.sampled_from([AT, UNKNOWN, Moment(Certainty.DAY, start="2026-11-20", offset="+01:00")]),
        times=st.integers(1, 99),
        quoted_words=WORDS,
        private_note=WORDS,
        tags=st.lists(WORDS, max_size=2).map(tuple),
        targeted=st.sampled_from([(), (Targeted.ME, Targeted.CHILD)]),
        threat_felt=st.none() | st.sampled_from(Felt),
        details=st.dictionaries(st.sampled_from(["call.rings", "message.sender"]), WORDS | st.integers(0, 99)),
    ),
    min_size=1,
    max_size=4,
)


JOURNAL = (
    b'{"lock":{\n"1":{"program":"Journal","format":1}\n},\n"files":{\n},\n"records":{\n"1":'
    + msgspec.json.encode(BEGUN)
    + b',\n"2":'
    + msgspec.json.encode(RECORDED)
    + b'\n},\n"desk":{\n"1":{"about":"head","count":2,"digest":"'
    + RECORDED.digest.encode()
    + b'"}\n}}\n'
)
LIST = b'[\n{"number": 1, "recorded_at": "2026-11-22T14:03:04Z", "withdrawn": false, "kind": "other"}\n]'


def a_journal(folder: Path, entries: list[Entry]) -> Path:
    logbook = a_logbook(folder / "journal.json")
    for entry in entries:
        logbook.record(entry)
    logbook.close()
    return logbook.path


def a_list(journal: Path) -> Path:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        main(["list", "--json", "--file", str(journal)])
    path = journal.with_name("entries")
    path.write_text(said.getvalue(), encoding="utf-8")
    return path


def a_bundle(journal: Path, stays: tuple[Stays, ...] = ()) -> Path:
    folder = journal.parent / "given"
    folder.mkdir(exist_ok=True)
    logbook = a_logbook(journal)
    choice = HandoverChoice(to=For.OWN, formats=(Format.BUNDLE,), stays=stays)
    logbook.handing_over.write(logbook.handing_over.chosen(choice), folder)
    logbook.close()
    (path,) = folder.glob("*.zip")
    return path


def entries_of(path: Path) -> list[Entry]:
    (one,) = recognised([path])
    logged = [found.logged for found in found_by(one) if found.logged]
    return [each.entry for each in sorted(logged, key=lambda each: each.origin.entry)]


def found_by(one: Recognised) -> list[Found]:
    items = list(one.items(None))
    assert all(isinstance(each, Found) for each in items), items
    return [each for each in items if isinstance(each, Found)]


@settings(max_examples=10)
@given(ENTRIES)
def test_a_journal_and_its_list_give_the_entries_that_were_recorded(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]
) -> None:
    journal = a_journal(tmp_path_factory.mktemp("journal"), entries)

    assert entries_of(journal) == entries
    assert entries_of(a_list(journal)) == entries


def test_a_bundle_gives_the_same_entries_with_the_files_of_their_exhibits(tmp_path: Path) -> None:
    entry = an_entry("He was at the door.", happened=AT, private_note="Afraid.")
    journal = a_journal(tmp_path, [entry])
    logbook = a_logbook(journal)
    add_exhibit(logbook, b"a picture of the door")
    logbook.exhibits.link(1, Target(entry=1))
    logbook.close()

    for path in (journal, a_bundle(journal)):
        (one,) = recognised([path])
        (found,) = found_by(one)

        assert found.logged
        assert found.logged.entry == entry
        (file,) = found.attachments
        assert one.reader.attachment(one.source, found, file.index) == b"a picture of the door"


def test_an_export_among_the_exhibits_of_a_bundle_is_no_export_of_its_own(tmp_path: Path) -> None:
    journal = a_journal(tmp_path, [an_entry("He wrote.")])
    logbook = a_logbook(journal)
    add_exhibit(logbook, b"05-04-2026 14:30 - Jan: kom\n05-04-2026 14:31 - Els: nee\n" * 3)
    logbook.exhibits.link(1, Target(entry=1))
    logbook.close()
    bundle = a_bundle(journal)

    assert [one.source.name.rpartition("/")[2] for one in recognised([bundle])] == ["ledger.json"]


def test_each_entry_names_its_journal_its_record_and_the_head_of_the_whole(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=2)
    logbook.amend(1, an_entry("It rang long."), "remembered")
    head, journal_id = logbook.last, logbook.state.journal_id
    assert head
    logbook.close()

    first, second = items(journal_ledger, Source(logbook.path))

    assert first.logged
    assert second.logged
    assert first.logged.origin.journal == journal_id != ""
    assert {(one.logged.origin.head, one.logged.origin.last) for one in (first, second) if one.logged} == {
        (head.digest, head.seq)
    }
    assert (first.logged.origin.entry, first.logged.origin.record, second.logged.origin.record) == (1, 2, 3)
    assert not first.logged.origin.broken
    source = Source(logbook.path)
    parts = [source.read(place.start, place.length) for place in (first.place, *first.logged.also_at)]
    assert [json.loads(part)["seq"] for part in parts] == [2, 4]


def test_the_journal_written_by_hand_holds(tmp_path: Path) -> None:
    assert problems(journal_ledger, a_file(tmp_path, JOURNAL)) == []


def test_what_does_not_hold_is_told_and_each_entry_says_so(tmp_path: Path) -> None:
    journal = a_journal(tmp_path, [an_entry("He rang once."), an_entry("He rang twice.")])
    changed = a_file(tmp_path, journal.read_bytes().replace(b"rang once", b"rang 1000"), "changed")

    found = list(journal_ledger.read(changed))

    assert [one.fault.kind for one in found if isinstance(one, Trouble) and one.fault] == [FaultKind.BODY]
    assert [one.logged.origin.broken for one in found if isinstance(one, Found) and one.logged] == [True, True]


def test_a_bundle_that_withholds_fields_holds_and_says_what_is_blackened(tmp_path: Path) -> None:
    journal = a_journal(tmp_path, [an_entry("He rang.", private_note="Afraid.")])

    (one,) = recognised([a_bundle(journal, (Stays.PRIVATE_NOTES,))])
    (found,) = found_by(one)

    assert found.logged
    assert found.logged.entry == an_entry("He rang.")
    assert found.logged.blackened


def test_a_field_that_is_missing_without_being_listed_is_told(tmp_path: Path) -> None:
    bundle = a_bundle(a_journal(tmp_path, [an_entry("He rang.", private_note="Afraid.")]), (Stays.PRIVATE_NOTES,))
    (one,) = recognised([bundle])
    with one.source.open() as file:
        said = json.loads(file.read())
    assert said["left_out"].pop("2") == ["private_note"]

    source = a_file(tmp_path, json.dumps(said, sort_keys=True).encode(), "ledger")

    assert problems(journal_ledger, source) == [Problem.CHAIN]


def test_what_was_withdrawn_there_is_left_out_and_counted(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=3)
    logbook.withdraw(2, "twice")
    logbook.close()

    for reader, path in ((journal_ledger, logbook.path), (journal_list, a_list(logbook.path))):
        told = [one for one in reader.read(Source(path)) if isinstance(one, Trouble)]
        assert [(one.problem, one.text) for one in told] == [(Problem.WITHDRAWN, "1")]
        assert len(items(reader, Source(path))) == 2


def test_an_open_journal_says_that_its_last_saves_were_not_read(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=1)
    logbook.checkpoint()
    logbook.record(an_entry("Just now."))

    assert problems(journal_ledger, Source(logbook.path)) == [Problem.SAVES_BESIDE]
    logbook.close()


def test_a_journal_with_a_passphrase_is_refused_with_what_to_do(tmp_path: Path) -> None:
    head = b'{"lock":{\n"1":{"program":"Journal","format":1,"key":{"passphrase":"x","recovery":"y"}}\n},'
    path = a_file(tmp_path, head, "protected").path

    with pytest.raises(JournalProtected, match="Ask whoever keeps it for a bundle"):
        recognised([path])


@settings(max_examples=40)
@given(torn(JOURNAL) | torn(LIST))
def test_torn_journals_give_what_is_whole_and_raise_nothing(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    source = a_file(tmp_path_factory.getbasetemp(), data, "torn")

    for reader in (journal_ledger, journal_list):
        read_whole(reader, source)
