"""Workbooks of calls and messages: read as the tables that their sheets show, with no second invented."""

from __future__ import annotations

import contextlib
import io
import zipfile
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from journal.domain.base.errors import Refused
from journal.intake.formats import workbook
from journal.intake.formats.workbook import WorkbookSheet, sheets
from journal.intake.model.columns import Columns, ColumnsOpen, Meaning
from journal.intake.model.day_order import DayOrder
from journal.intake.model.found import CallResult, Found, SentBy, Trouble
from journal.intake.recognition.readers import NotRecognised, recognised
from tests.intake.formats.reading import a_file, torn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

at = datetime.fromisoformat
NAMES = ("Datum", "Tijd", "Richting", "Nummer", "Duur")
Cell = object | tuple[object, str]


def a_book(*rows: Sequence[Cell], title: str = "Oproepen", before: Sequence[str] = ()) -> bytes:
    """Return a workbook with one sheet; a cell with a format is a pair."""
    book = Workbook()
    for name in before:
        book.create_sheet(name)["A1"] = "Notes"
    sheet = book.create_sheet(title)
    del book["Sheet"]
    for line, row in enumerate(rows, 1):
        for column, cell in enumerate(row, 1):
            value, pattern = cell if isinstance(cell, tuple) else (cell, "General")
            sheet.cell(line, column, value).number_format = pattern
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


BILL = a_book(
    ("Overzicht van september",),
    (),
    NAMES,
    ((at("2026-09-21"), "dd/mm/yyyy"), (time(23, 14), "hh:mm"), "Gemist", "0470 55 51 23"),
    ((at("2026-09-21"), "dd/mm/yyyy"), (time(23, 15), "hh:mm:ss"), "Inkomend", 470555123, (time(0, 0, 12), "mm:ss")),
    ((at("2026-09-22"), "dd/mm/yyyy"), (time(8, 0), "hh:mm"), "Uitgaand", "+32470555123",
     (timedelta(hours=30), "[h]:mm:ss")),
    ("Totaal", None, None, None, 3),
    before=("Uitleg",),
)  # fmt: skip


def read(path: Path) -> list[Found | Trouble]:
    (export,) = recognised([path])
    return list(export.items(None))


def shown(folder: Path, value: object, pattern: str) -> str:
    """Return what stands in the text of a sheet for one cell."""
    (sheet,) = sheets(a_file(folder, a_book(("name",), ((value, pattern),)), "book").path)
    with sheet.open() as file:
        return file.read().decode().splitlines()[1]


def test_a_bill_is_read_from_its_sheet_as_the_same_bill_in_csv(tmp_path: Path) -> None:
    path = a_file(tmp_path, BILL, "photo.jpg").path
    missed, answered, own, total = read(path)

    assert isinstance(missed, Found)
    assert (missed.when.local, missed.when.offset, missed.party) == ("2026-09-21T23:14", "", "0470 55 51 23")
    assert (missed.call, missed.direction, missed.seconds) == (CallResult.MISSED, SentBy.RECEIVED, None)
    assert isinstance(answered, Found)
    assert (answered.when.local, answered.party, answered.seconds) == ("2026-09-21T23:15:00", "470555123", 12)
    assert isinstance(own, Found)
    assert (own.direction, own.seconds, own.place.line) == (SentBy.SENT, 108_000, 6)
    assert isinstance(total, Trouble)
    assert recognised([path])[0].source.name == "photo.jpg · Oproepen"


def test_the_part_that_is_kept_can_be_read_by_itself(tmp_path: Path) -> None:
    (export,) = recognised([a_file(tmp_path, BILL, "bill.xlsx").path])
    missed = next(iter(export.items(None)))

    assert isinstance(missed, Found)
    assert export.source.rendered
    assert export.source.file_name == "bill Oproepen.csv"
    part = export.source.read(missed.place.start, missed.place.length)
    assert part.decode() == "2026-09-21;23:14;Gemist;0470 55 51 23;\n"


@pytest.mark.parametrize(
    ("value", "pattern", "text"),
    [
        (at("2026-09-21 23:14"), "dd/mm/yyyy hh:mm", "2026-09-21 23:14"),
        (at("2026-09-21 23:14"), "dd/mm/yyyy hh:mm:ss", "2026-09-21 23:14:00"),
        (at("2026-09-21 23:14:05"), "dd/mm/yyyy hh:mm", "2026-09-21 23:14:05"),
        (at("2026-09-21 23:14"), '[$-413]d mmmm yyyy "uren en seconden"', "2026-09-21 23:14"),
        (at("2026-09-21"), "d-m-yy", "2026-09-21"),
        (at("2026-09-21"), "d-m-yy hh:mm", "2026-09-21 00:00"),
        (at("2026-09-21 23:14"), "hh:mm", "23:14"),
        (time(7, 5), "h:mm AM/PM", "07:05"),
        (470555123, "0000000000", "0470555123"),
        (32470555123.0, "General", "32470555123"),
        (1.5, "0.00", "1.5"),
        (True, "General", "True"),
        ("a;b", "@", '"a;b"'),
    ],
)
def test_a_cell_is_what_it_shows_and_no_more(tmp_path: Path, value: object, pattern: str, text: str) -> None:
    assert shown(tmp_path, value, pattern) == text


def test_columns_that_are_not_known_are_asked_as_those_of_csv(tmp_path: Path) -> None:
    path = a_file(tmp_path, a_book(("Datum", "Uur", "Lijn"), ("13/04/2026", "10:00", "0470555123"))).path
    (export,) = recognised([path])
    with pytest.raises(ColumnsOpen) as asked:
        list(export.items(None))

    answer = Columns((Meaning.DAY, Meaning.CLOCK, Meaning.NUMBER), SentBy.RECEIVED)
    (one,) = export.items(DayOrder.DAY_FIRST, {asked.value.header: answer})
    assert isinstance(one, Found)
    assert (one.party, one.when.local) == ("0470555123", "2026-04-13T10:00")


def test_dates_that_a_spreadsheet_turned_round_are_refused_with_both_lines(tmp_path: Path) -> None:
    turned = ((at("2026-03-04"), "mm/dd/yyyy"), "10:00", "Gemist", "0470555123", "")
    kept = ("21/09/2026", "10:00", "Gemist", "0470555123", "")

    with pytest.raises(Refused, match=r"line 2 .* line 3"):
        read(a_file(tmp_path, a_book(NAMES, turned, kept)).path)


def test_a_gap_down_to_the_last_row_keeps_the_numbers_of_the_rows(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"], book.active["A1048576"] = "a", "z"
    book.save(tmp_path / "gap.xlsx")
    (sheet,) = sheets(tmp_path / "gap.xlsx")

    with sheet.open() as file:
        assert file.read() == b"a" + b"\n" * (workbook.MOST_ROWS - 1) + b"z\n"


def test_a_member_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "LARGEST_MEMBER", 500)
    with pytest.raises(Refused, match="CSV"):
        recognised([a_file(tmp_path, BILL, "bomb.xlsx").path])


def test_a_sheet_with_too_many_rows_or_signs_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = a_file(tmp_path, BILL, "large.xlsx").path
    monkeypatch.setattr(workbook, "MOST_ROWS", 5)
    with pytest.raises(Refused, match="could not be read"):
        recognised([path])


def test_a_workbook_in_an_archive_is_read_and_a_damaged_one_there_is_passed_over(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bills.zip", "w") as archive:
        archive.writestr("2026/september.xlsx", BILL)
        archive.writestr("2026/october.xlsx", BILL[: len(BILL) // 2])

    (export,) = recognised([tmp_path / "bills.zip"])

    assert export.source.name == "bills.zip \u00b7 2026/september.xlsx \u00b7 Oproepen"
    assert export.source.file_name == "september Oproepen.csv"
    (tmp_path / "september.xlsx").write_bytes(BILL)
    assert list(export.items(None)) == read(tmp_path / "september.xlsx")


def test_a_large_workbook_in_an_archive_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "LARGEST_INSIDE", 100)
    with zipfile.ZipFile(tmp_path / "bills.zip", "w") as archive:
        archive.writestr("september.xlsx", BILL)

    with pytest.raises(Refused):
        recognised([tmp_path / "bills.zip"])


def test_a_book_without_calls_is_not_recognised(tmp_path: Path) -> None:
    with pytest.raises(NotRecognised, match="XLSX"):
        recognised([a_file(tmp_path, a_book(("a", "b"), (1, 2))).path])


def test_files_beside_a_workbook_are_found(tmp_path: Path) -> None:
    a_file(tmp_path, b"picture", "a.jpg")
    sheet = WorkbookSheet(a_file(tmp_path, BILL, "bill.xlsx").path, "Oproepen")

    assert (sheet.has_beside("a.jpg"), sheet.has_beside("b.jpg")) == (True, False)
    assert sheet.beside("a.jpg") == b"picture"


def broken(data: bytes, member: str, spoilt: bytes) -> bytes:
    """Return a workbook of which one member is replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for one in old.infolist():
            new.writestr(one.filename, spoilt if one.filename == member else old.read(one))
    return out.getvalue()


MEMBERS = {
    one.filename: zipfile.ZipFile(io.BytesIO(BILL)).read(one) for one in zipfile.ZipFile(io.BytesIO(BILL)).infolist()
}
SPOILT = st.sampled_from(sorted(MEMBERS)).flatmap(
    lambda name: torn(MEMBERS[name]).map(lambda data: broken(BILL, name, data))
)


@settings(max_examples=20)
@given(SPOILT | torn(BILL))
def test_a_damaged_workbook_raises_nothing_but_the_programs_own_errors(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = a_file(tmp_path_factory.mktemp("t"), data).path
    with contextlib.suppress(Refused):
        for export in recognised([path]):
            list(export.items(None))


LINES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=20)


@settings(max_examples=10)
@given(st.lists(st.tuples(st.datetimes(at("1990-01-01"), at("2090-01-01")), LINES), min_size=1, max_size=5))
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[datetime, str]]
) -> None:
    whole = [(when.replace(microsecond=0), text) for when, text in rows]
    book = a_book(
        ("datetime", "type", "number", "text"),
        *(((when, "yyyy-mm-dd hh:mm:ss"), "incoming", "0470555123", (f"x{text}", "@")) for when, text in whole),
    )
    items = read(a_file(tmp_path_factory.mktemp("t"), book).path)

    assert [(one.when.local, one.text) for one in items if isinstance(one, Found)] == [
        (when.isoformat(timespec="seconds"), f"x{text}") for when, text in whole
    ]
