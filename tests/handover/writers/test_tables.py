"""Sheets: opened again they say what was logged, and nothing that somebody typed is ever a formula."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.text.harmless import harmless
from journal.domain.text.words import Words
from journal.domain.time.moment import Certainty, Moment
from journal.handover.dossier.tables import Sheet, sheets
from journal.handover.selection.choice import HandoverChoice, Stays
from journal.handover.writers.spreadsheet import LONGEST, csv_sheet, xlsx
from tests.handover.cases import chosen_of
from tests.store.journals import a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

MADE = datetime(2026, 11, 22, 15, 3, tzinfo=UTC)
WORDS = Words("en")
AT_TEN = Moment(Certainty.EXACT, start="2026-11-21T22:14", offset="+01:00")


def a_sheet(*cells: str) -> Sheet:
    return Sheet("Entries", tuple(f"head {at}" for at, _ in enumerate(cells)), (cells,))


def from_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def cells_of(data: bytes, sheet: int = 0) -> list[list[openpyxl.cell.Cell]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [list(row) for row in book.worksheets[sheet].iter_rows()]


@pytest.mark.parametrize(
    "typed", ["=1+1", "@x", "+1", "-2", " =1+1", "\t=1+1", "=cmd|' /C calc'!A0", "\N{FULLWIDTH EQUALS SIGN}1+1"]
)
def test_nothing_that_was_typed_is_a_formula(typed: str) -> None:
    in_csv = from_csv(csv_sheet(a_sheet(typed)))[1][0]
    [_heads, [cell]] = cells_of(xlsx([a_sheet(typed)], WORDS, MADE))

    assert in_csv.startswith("'")
    assert in_csv.endswith(typed.strip())
    assert cell.data_type == "s"
    assert str(cell.value).strip() == typed.strip()


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), min_size=1, max_size=4))
def test_any_text_comes_back_as_text_from_both(typed: list[str]) -> None:
    in_csv = from_csv(csv_sheet(a_sheet(*typed)))[1]
    _heads, *rows = cells_of(xlsx([a_sheet(*typed)], WORDS, MADE))
    row = rows[0] if rows else []

    assert len(in_csv) == len(typed)
    assert not [cell for cell in in_csv if cell.lstrip().startswith(("=", "+", "-", "@"))]
    assert [cell.value for cell in row if cell.data_type != "s" and cell.value is not None] == []
    shown = [harmless(one, lines=True).translate({0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}) for one in typed]
    assert [cell.value or "" for cell in row] == shown[: len(row)]
    assert not any(shown[len(row) :])


def test_control_characters_are_shown_and_do_not_act() -> None:
    typed = "bell\x07 escape\x1b[31m nul\x00 last\uffff\nsecond line"

    [[_head], [in_csv]] = from_csv(csv_sheet(a_sheet(typed)))
    [_heads, [cell]] = cells_of(xlsx([a_sheet(typed)], WORDS, MADE))

    assert not set("\x07\x1b\x00") & set(in_csv)
    assert "second line" in in_csv.splitlines()
    assert "second line" in str(cell.value).splitlines()
    assert not set("\x07\x1b\x00\uffff") & set(str(cell.value))


@pytest.mark.parametrize("sign", ["a", "\N{SMILING FACE WITH OPEN MOUTH}"])
def test_what_a_cell_cannot_hold_is_cut_and_says_so(sign: str) -> None:
    [_heads, [cell]] = cells_of(xlsx([a_sheet(sign * 40_000)], WORDS, MADE))
    [_head, [in_csv]] = from_csv(csv_sheet(a_sheet(sign * 40_000)))

    assert str(cell.value).endswith("the whole text stands in the other documents]")
    assert len(str(cell.value).encode("utf-16-le")) // 2 <= LONGEST
    assert len(str(cell.value)) > LONGEST // 2 - 100
    assert in_csv == sign * 40_000


def test_sheets_whose_titles_are_too_long_or_alike_get_names_of_their_own() -> None:
    alike = [Sheet("The same / very long title of a sheet: " + end, ("head",), (("cell",),)) for end in "ab"]

    book = openpyxl.load_workbook(io.BytesIO(xlsx(alike, WORDS, MADE)))

    assert len(set(book.sheetnames)) == 2
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_one_row_tells_an_entry_and_one_a_call_and_calls_without_a_time_stand_apart(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    logbook.record(an_entry("Nobody spoke.", happened=AT_TEN, details={"call.number": "+00 555 0142"}))
    logbook.record(an_entry("It rang for hours.", times=7))
    logbook.withdraw(logbook.record(an_entry("By mistake.")).subject, "Was the plumber.")
    chosen = chosen_of(logbook)

    entries, calls, apart = (from_csv(csv_sheet(sheet)) for sheet in sheets(chosen, WORDS))

    rows = [dict(zip(entries[0], row, strict=True)) for row in entries[1:]]
    by_number = {row["No."]: row for row in rows}
    assert by_number["1"]["From (local time)"] == "2026-11-21 22:14"
    assert by_number["1"]["UTC offset"] == "+01:00"
    assert by_number["1"]["What happened"] == "Nobody spoke."
    assert by_number["1"]["How surely known"] == "exact"
    assert by_number["2"]["Acts"] == "7"
    assert (by_number["3"]["State"], by_number["3"]["Acts"]) == ("crossed out", "0")
    assert [row[:1] + row[4:5] for row in calls[1:]] == [["1", "'+00 555 0142"]]
    assert [row[0] for row in apart[1:]] == ["2"]
    logbook.close()


def test_what_the_program_made_itself_is_not_marked(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    logbook.record(an_entry("+1", happened=AT_TEN, place="-2", details={"call.number": "+00 555 0142"}))

    [heads, row] = from_csv(csv_sheet(sheets(chosen_of(logbook), WORDS)[0]))

    marked = {head for head, cell in zip(heads, row, strict=True) if cell.startswith("'")}
    assert marked == {"What happened", "Where", "Number"}
    logbook.close()


@pytest.mark.parametrize(("language", "separator"), [("en", ","), ("nl", ";"), ("nl_BE", ";"), ("fr", ";")])
def test_the_separator_is_the_one_that_a_spreadsheet_of_the_language_expects(language: str, separator: str) -> None:
    sheet = Sheet("Entries", ("first", "second"), (("one, two", "three; four"), ('a "b"', "c\nd")), language)

    data = csv_sheet(sheet).decode("utf-8-sig")

    assert data.splitlines()[0] == f"first{separator}second"
    assert list(csv.reader(io.StringIO(data, newline=""), delimiter=separator))[1:] == [list(row) for row in sheet.rows]


def test_numbers_are_numbers_and_heads_stay_in_sight(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=2)

    data = xlsx(sheets(chosen_of(logbook), WORDS), WORDS, MADE)

    book = openpyxl.load_workbook(io.BytesIO(data))
    assert [cell.value for cell in book.worksheets[0]["A"]][1:] == [1, 2]
    assert book.worksheets[0].freeze_panes == "B2"
    logbook.close()


def test_a_column_that_stays_here_is_not_even_a_head(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    logbook.record(an_entry(private_note="Secretword", impact="No sleep."))

    [entries, _apart] = sheets(chosen_of(logbook, HandoverChoice(stays=(Stays.PRIVATE_NOTES, Stays.EFFECTS))), WORDS)

    assert not {"Private note", "Effect"} & {*entries.heads}
    logbook.close()


@pytest.mark.parametrize("language", ["en", "nl", "fr"])
def test_every_language_makes_sheets_that_can_be_opened(tmp_path: Path, language: str) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    logbook.record(an_entry(happened=AT_TEN))
    logbook.record(an_entry())
    words = Words(language)

    data = xlsx(sheets(chosen_of(logbook, HandoverChoice(language=language)), words), words, MADE)

    assert len(openpyxl.load_workbook(io.BytesIO(data)).sheetnames) == 3
    logbook.close()
