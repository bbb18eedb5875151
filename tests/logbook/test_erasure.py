"""Erasing on purpose through the logbook: the words are in no file any more, and what is left says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import ReadOnly, Refused
from journal.domain.case.people import Person
from journal.domain.case.report import Report
from journal.domain.case.steps import StepMark
from journal.domain.evidence.checklist import ItemState, Mark
from journal.domain.evidence.exhibit import Exhibit, Form, Target
from journal.domain.ledger.chain import FaultKind
from journal.domain.state.erasable import ErasableField, Subject
from journal.evidence.examining import examine
from journal.store.copies.verification import verify
from journal.store.file.mutable_state import Draft
from tests.store.damage import recovered
from tests.store.journals import a_logbook, an_entry, files_in, tables
from tests.store.protected import protect, unlocked
from tests.store.traces import in_base64, is_anywhere, spellings

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook
    from journal.store.age.protection import Key

ADDRESS = "12 Invented Lané"
HIDDEN = spellings(ADDRESS)
PHOTO = b"\x89an invented photo" * 40
ENTRY = Subject("entry", 1)


def a_journal(folder: Path, *, protected: bool) -> tuple[Logbook, Key | None]:
    """Entry 1 with two versions of a secret place, saved into the file and into the tail, and a draft that says it."""
    logbook = a_logbook(folder / "journal.json", entries=0)
    logbook.record(an_entry("It rang.", place=ADDRESS))
    for number in range(300):
        logbook.record(an_entry(f"It rang {number} times."))
    key = protect(logbook) if protected else None
    logbook.checkpoint()
    logbook.amend(1, an_entry("It rang.", place=f"{ADDRESS}, door 2"), "door added")
    logbook.keep_draft(Draft(id="a", kept_at="2026-11-22T14:03:00Z", typed={"account": f"Near {ADDRESS}."}))
    logbook.keep_draft(Draft(id="b", kept_at="2026-11-22T14:03:00Z", typed={"account": "It rang again."}))
    return logbook, key


def choice(logbook: Logbook, thing: Subject, name: str) -> ErasableField:
    return next(one for one in logbook.erasure.choices(thing) if one.name == name)


def erase(logbook: Logbook, *asked: ErasableField, reason: str = "") -> None:
    logbook.erasure.erase(logbook.erasure.preview(asked).places, reason)


def reopened(logbook: Logbook, key: Key | None) -> Logbook:
    logbook.close()
    return unlocked(logbook.path, key) if key else a_logbook(logbook.path)


def attached(logbook: Logbook, folder: Path, content: bytes, *, name: str = "photo.jpg", entry: int = 0) -> int:
    """Attach a file that is gone from the disk afterwards, and return the number of its exhibit."""
    path = folder / name
    path.write_bytes(content)
    done = logbook.exhibits.attach([examine(path)], Target(entry=entry))
    path.unlink()
    return (done.added or done.known)[0]


@pytest.mark.parametrize("protected", [False, True])
def test_an_erased_field_is_in_no_file_any_more_and_the_journal_verifies(tmp_path: Path, *, protected: bool) -> None:
    logbook, key = a_journal(tmp_path, protected=protected)
    assert is_anywhere(tmp_path, HIDDEN, key)
    digests = logbook.verify().digests

    saved = logbook.erasure.erase(choice(logbook, ENTRY, "place").places, "typed by mistake")

    assert not is_anywhere(tmp_path, HIDDEN, key)
    assert verify(logbook.path, key).sound
    assert logbook.verify().digests[:-1] == digests
    assert logbook.last
    assert logbook.last.seq == saved.record == len(digests) + 1
    again = reopened(logbook, key)
    assert not is_anywhere(tmp_path, HIDDEN, key)
    assert again.state.entries[1].entry.place == ""
    assert again.state.entries[1].entry.account == "It rang."
    assert [*again.state.entries[1].erased_on] == ["place"]
    assert [draft.id for draft in again.drafts] == ["b"]
    assert again.record(an_entry("More.")).record == saved.record + 1
    again.close()
    assert verify(logbook.path, key).sound
    assert files_in(tmp_path) == ["journal.json"]


def test_the_state_shows_the_stub_at_once_and_nothing_before_it_is_undone(tmp_path: Path) -> None:
    logbook, _key = a_journal(tmp_path, protected=False)

    erase(logbook, choice(logbook, ENTRY, "place"))

    history = logbook.state.entries[1]
    assert [version.entry.place for version in history.versions] == ["", ""]
    assert [*logbook.erasure.stubs(ENTRY)] == ["place"]
    with pytest.raises(Refused, match="nothing to undo"):
        logbook.undo()
    logbook.close()


def test_the_preview_shows_places_other_fields_drafts_copies_and_files_beside(tmp_path: Path) -> None:
    home, stick = tmp_path / "home", tmp_path / "stick"
    home.mkdir()
    stick.mkdir()
    logbook, _key = a_journal(home, protected=False)
    logbook.copies.back_up(stick)
    logbook.record(an_entry(f"Stood at {ADDRESS.upper()}."))
    (home / "journal-2.json").write_bytes(b"{}")

    preview = logbook.erasure.preview([choice(logbook, ENTRY, "place")])

    assert [place.record for place in preview.places] == [2, 303]
    assert [(one.thing, one.name) for one in preview.elsewhere] == [(Subject("entry", 302), "account")]
    assert preview.drafts == 1
    assert [copy.name for copy in preview.left.copies] == files_in(stick)
    assert preview.left.beside == ("journal-2.json",)
    assert is_anywhere(home, HIDDEN)
    logbook.close()


def test_other_fields_with_the_same_words_go_only_when_they_are_asked_for(tmp_path: Path) -> None:
    logbook, _key = a_journal(tmp_path, protected=False)
    logbook.record(an_entry(f"Stood at {ADDRESS}."))
    place = choice(logbook, ENTRY, "place")
    (other,) = logbook.erasure.preview([place]).elsewhere

    erase(logbook, place)
    stays = logbook.state.entries[302].entry.account
    erase(logbook, other)

    assert stays == f"Stood at {ADDRESS}."
    assert not is_anywhere(tmp_path, HIDDEN)
    assert logbook.verify().sound
    logbook.close()


def test_notes_reasons_people_reports_and_steps_can_be_erased(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=1)
    logbook.mark(1, "rings", Mark(state=ItemState.DONE, note=ADDRESS))
    logbook.withdraw(1, ADDRESS)
    logbook.case.add(Person(number=0, name=ADDRESS))
    logbook.case.add(Report(number=0, office=ADDRESS, reference="An Invented 1"))
    logbook.case.mark_step("said_no", StepMark(state=ItemState.DONE, note=ADDRESS))
    wanted = (
        (Subject("entry", 1, "rings"), "note"),
        (ENTRY, "reason"),
        (Subject("person", 1), "name"),
        (Subject("report", 1), "office"),
        (Subject("step", step="said_no"), "note"),
    )

    erase(logbook, *(choice(logbook, thing, name) for thing, name in wanted))

    assert not is_anywhere(tmp_path, HIDDEN)
    assert logbook.verify().sound
    assert logbook.state.entries[1].marks["rings"] == Mark(state=ItemState.DONE)
    assert logbook.state.people[1].name == ""
    assert logbook.state.of(Report).now[1] == Report(number=1, reference="An Invented 1")
    assert logbook.state.steps["said_no"].state is ItemState.DONE
    logbook.close()


def test_a_reason_that_holds_the_words_is_refused(tmp_path: Path) -> None:
    logbook, _key = a_journal(tmp_path, protected=False)

    with pytest.raises(Refused, match="The reason holds the words"):
        erase(logbook, choice(logbook, ENTRY, "place"), reason=f"{ADDRESS}, door 2 is secret")

    assert logbook.state.entries[1].entry.place
    logbook.close()


def test_who_only_reads_erases_nothing(tmp_path: Path) -> None:
    logbook, _key = a_journal(tmp_path, protected=False)
    logbook.close()
    before = logbook.path.read_bytes()
    reader = a_logbook(logbook.path, read_only=True)

    with pytest.raises(ReadOnly):
        erase(reader, choice(reader, ENTRY, "place"))

    assert logbook.path.read_bytes() == before


@pytest.mark.parametrize("protected", [False, True])
def test_the_bytes_of_an_exhibit_go_and_its_stub_stays(tmp_path: Path, *, protected: bool) -> None:
    logbook, key = a_journal(tmp_path, protected=protected)
    kept = attached(logbook, tmp_path, b"another invented file", name="other.txt")
    number = attached(logbook, tmp_path, PHOTO, entry=1)
    assert is_anywhere(tmp_path, (PHOTO, *in_base64(PHOTO[:60])), key)

    logbook.erasure.erase_exhibit(number, "attached by mistake")

    assert not is_anywhere(tmp_path, (PHOTO[:60], *in_base64(PHOTO[:60])), key)
    again = reopened(logbook, key)
    stub = again.state.of(Exhibit).now[number]
    assert (stub.form, stub.file_name, stub.size) == (Form.ERASED, "photo.jpg", len(PHOTO))
    assert again.exhibits.of_entry(1) == (number,)
    with pytest.raises(Refused, match="was erased on purpose on 2026-11-22"):
        again.exhibits.read(number, lambda _part: None)
    parts: list[bytes] = []
    again.exhibits.read(kept, parts.append)
    assert b"".join(parts) == b"another invented file"
    assert again.verify().sound
    again.close()


def test_the_row_of_an_erased_file_is_never_used_again(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    first = attached(logbook, tmp_path, PHOTO)
    logbook.erasure.erase_exhibit(first)

    second = attached(logbook, tmp_path, PHOTO)
    logbook.checkpoint()

    assert second != first
    assert [*tables(logbook.path)["files"]] == ["2"]
    assert logbook.verify().sound
    logbook.close()


def test_a_missing_row_that_nobody_declared_stays_a_fault_beside_an_erased_one(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    erased, lost = attached(logbook, tmp_path, PHOTO), attached(logbook, tmp_path, b"lost")
    logbook.erasure.erase_exhibit(erased)
    logbook.close()
    text = logbook.path.read_bytes()
    start, end = text.index(b'"files":{\n') + 10, text.index(b'\n},\n"records"')
    logbook.path.write_bytes(text[:start] + text[end + 1 :])

    faults = verify(logbook.path).faults

    assert [fault.kind for fault in faults] == [FaultKind.EVIDENCE_MISSING]
    assert faults[0].record == lost + 1


def test_a_file_that_another_exhibit_shares_goes_only_when_the_person_was_told(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    first = attached(logbook, tmp_path, PHOTO)
    logbook.case.withdraw(Exhibit, first)
    second = attached(logbook, tmp_path, PHOTO)
    logbook.case.amend(logbook.state.of(Exhibit).now[first])

    with pytest.raises(Refused, match="is also exhibit 1"):
        logbook.erasure.erase_exhibit(second)
    (same,) = logbook.erasure.preview_exhibit(second).same
    logbook.erasure.erase_exhibit(second, also=[same.number])

    assert not is_anywhere(tmp_path, in_base64(PHOTO[:60]))
    assert {one.form for one in logbook.state.of(Exhibit).now.values()} == {Form.ERASED}
    assert logbook.verify().sound
    logbook.close()


def test_what_has_no_file_has_none_to_erase(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    logbook.exhibits.add(Exhibit(number=0, title="A letter"))
    photo = attached(logbook, tmp_path, PHOTO)
    logbook.erasure.erase_exhibit(photo)

    for number in (1, photo, 7):
        with pytest.raises(Refused, match=f"no file of exhibit {number}"):
            logbook.erasure.erase_exhibit(number)
    logbook.close()


def test_each_entry_keeps_its_own_words_after_an_erasure_in_a_journal_that_lacks_records(tmp_path: Path) -> None:
    """What is read again by its number stands elsewhere in a ledger with a gap than its number says."""
    a_logbook(tmp_path / "whole.json", entries=8).close()
    damaged = (tmp_path / "whole.json").read_bytes().replace(b"It rang 3 times.", b"It r\0ng 3 times.")
    _said, path = recovered(tmp_path, damaged)
    logbook = a_logbook(path)
    words = {number: f"It rang {number} times." for number in (1, 2, 4, 5, 6, 7, 8)}
    assert {number: history.entry.account for number, history in logbook.state.entries.items()} == words

    erase(logbook, choice(logbook, Subject("entry", 2), "account"))

    words[2] = ""
    assert {number: history.entry.account for number, history in logbook.state.entries.items()} == words
    logbook.record(an_entry("It rang again."))
    again = reopened(logbook, None)
    words[9] = "It rang again."
    assert {number: history.entry.account for number, history in again.state.entries.items()} == words
