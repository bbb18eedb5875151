"""Typed off paper: one save with the link to the picture, told as copied, and no line twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from journal.domain.base.errors import Refused
from journal.domain.entry.origin import Origin, OriginPlace, from_paper, origin_in_words
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.domain.filters.matching import case_facts
from journal.domain.filters.selecting import Selector
from journal.domain.filters.values import CameBy, EntrySource
from journal.domain.ledger.actions import Action
from journal.domain.text.words import Words, spoken
from journal.evidence.examining import examine
from tests.evidence.builders import a_jpeg
from tests.store.journals import a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook


def a_sheet(folder: Path, name: str = "sheet12.jpg") -> Exhibit:
    path = folder / name
    path.write_bytes(a_jpeg() + name.encode())
    return examine(path)


def typed_off(logbook: Logbook, sheet: Exhibit, line: int, sheet_number: str = "12") -> int:
    origin = logbook.paper.origin(sheet, OriginPlace(line=line, id=sheet_number))
    return logbook.paper.record(replace(an_entry(), taken_from=origin), files=[sheet]).subject


def test_lines_of_one_sheet_share_one_exhibit_and_each_says_from_which_line_it_is(tmp_path: Path) -> None:
    logbook, sheet = a_logbook(tmp_path / "journal.json"), a_sheet(tmp_path)

    numbers = [typed_off(logbook, sheet, line) for line in (1, 2)]

    assert [one.file_name for one in logbook.exhibits.standing] == ["sheet12.jpg"]
    assert logbook.state.links[1].keys() == {Target(entry=number) for number in numbers}
    origin = logbook.state.entries[numbers[1]].entry.taken_from
    assert origin
    said = origin_in_words(origin, spoken())
    assert said == "sheet 12, line 2, copied from the paper when this entry was recorded, sheet12.jpg"


def test_one_undo_takes_the_entry_its_link_and_its_new_picture_back(tmp_path: Path) -> None:
    logbook, sheet = a_logbook(tmp_path / "journal.json"), a_sheet(tmp_path)
    number = typed_off(logbook, sheet, 1)

    logbook.undo()

    assert logbook.state.entries[number].withdrawn
    assert not logbook.exhibits.standing
    assert typed_off(logbook, sheet, 1) == number + 1


def test_undo_and_redo_of_it_are_told_by_the_entry_and_not_by_its_link(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    number = typed_off(logbook, a_sheet(tmp_path), 1)

    following = logbook.undoing.next
    assert following
    assert following.record.fields()["action"] == Action.ENTRY_RECORDED
    undone = logbook.undoing.undo()
    assert (undone.undid, undone.subject, undone.count) == (Action.ENTRY_RECORDED, number, 3)
    redone = logbook.undoing.redo()
    assert (redone.undid, redone.subject, redone.count) == (Action.ENTRY_RECORDED, number, 3)


def test_a_line_that_is_here_already_is_refused_with_its_entry(tmp_path: Path) -> None:
    logbook, sheet = a_logbook(tmp_path / "journal.json"), a_sheet(tmp_path)
    number = typed_off(logbook, sheet, 3)
    before = logbook.last

    with pytest.raises(Refused, match=rf"Line 3 of this sheet is here already, as entry {number}\."):
        typed_off(logbook, sheet, 3)

    assert logbook.last == before
    assert typed_off(logbook, sheet, 3, "13") == number + 1, "another sheet on the same picture"
    assert typed_off(logbook, a_sheet(tmp_path, "other.jpg"), 3) == number + 2, "another picture"


def test_a_line_whose_entry_was_crossed_out_can_be_typed_anew(tmp_path: Path) -> None:
    logbook, sheet = a_logbook(tmp_path / "journal.json"), a_sheet(tmp_path)
    number = typed_off(logbook, sheet, 3)
    logbook.withdraw(number, "the wrong line")

    assert typed_off(logbook, sheet, 3) == number + 1


def test_the_next_line_follows_the_one_that_was_typed_last(tmp_path: Path) -> None:
    logbook, sheet = a_logbook(tmp_path / "journal.json"), a_sheet(tmp_path)

    assert logbook.paper.next_line(sheet.sha256) == OriginPlace(line=1)
    typed_off(logbook, sheet, 7)
    assert logbook.paper.next_line(sheet.sha256) == OriginPlace(line=8, id="12")


def test_without_the_picture_among_the_exhibits_nothing_is_saved(tmp_path: Path) -> None:
    logbook, sheet = a_logbook(tmp_path / "journal.json"), a_sheet(tmp_path)
    origin = logbook.paper.origin(sheet, OriginPlace(line=1))
    before = logbook.last

    with pytest.raises(Refused, match="The picture of this sheet is not among the exhibits any more"):
        logbook.paper.record(replace(an_entry(), taken_from=origin))

    assert logbook.last == before


def test_the_filter_for_paper_finds_it_and_no_export(tmp_path: Path) -> None:
    logbook, sheet = a_logbook(tmp_path / "journal.json", entries=1), a_sheet(tmp_path)
    number = typed_off(logbook, sheet, 1)
    state, case = logbook.state, case_facts(logbook.state, None)

    def came(by: EntrySource) -> list[int]:
        found = Selector().select(CameBy(by), state.entries, state.chronological(), case)
        return [one.number for one in found]

    assert came(EntrySource.PAPER) == [number]
    assert not came(EntrySource.IMPORTED)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "blad 12, regel 2, van het papier overgetypt toen dit voorval werd vastgelegd, b.jpg"),
        ("fr", "feuille 12, ligne 2, recopié du papier lorsque ce fait a été noté, b.jpg"),
    ],
)
def test_documents_say_it_in_their_language(language: str, said: str) -> None:
    origin = Origin("b.jpg", "", "paper", (OriginPlace(line=2, id="12"),))

    assert origin_in_words(origin, Words(language)) == said


def test_a_sheet_without_a_number_is_told_by_its_line() -> None:
    origin = Origin("b.jpg", "", "paper", (OriginPlace(line=2),))

    assert origin_in_words(origin, spoken()).startswith("line 2 of a sheet on paper, ")


def test_an_amendment_keeps_sheet_and_line(tmp_path: Path) -> None:
    logbook, sheet = a_logbook(tmp_path / "journal.json"), a_sheet(tmp_path)
    number = typed_off(logbook, sheet, 4)
    entry = logbook.state.entries[number].entry

    logbook.amend(number, replace(entry, place="at the gate"), "read again")

    assert from_paper(logbook.state.entries[number].entry.taken_from) == OriginPlace(line=4, id="12")
