"""Empty log sheets: one page each in every language, numbered on, and nothing of a journal in them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdf
import pytest

from journal.domain.text.languages import LANGUAGES
from journal.domain.text.words import Words
from journal.handover.requests.log_sheets import SHEETS, log_sheets
from journal.handover.requests.offered import Letter, Written
from journal.handover.selection.choice import Format
from journal.handover.writers.pdf import pdf
from tests.commands.cli_builders import run
from tests.store.journals import NOW, a_logbook

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sheet_fills_one_page_with_its_number(language: str) -> None:
    pages = pypdf.PdfReader(io.BytesIO(pdf(log_sheets(Words(language), 118, 2), NOW))).pages

    texts = [page.extract_text() for page in pages]
    assert [("118" in text, "119" in text) for text in texts] == [(True, False), (False, True)]
    assert all(f"{number}.{line}" in text for number, text in zip((118, 119), texts, strict=True) for line in (1, 2))


def test_sheets_are_numbered_on_from_those_that_were_made_before(tmp_path: Path) -> None:
    handing_over = a_logbook(tmp_path / "journal.json", entries=1).handing_over
    (tmp_path / "out").mkdir()

    written = [handing_over.write_letter(Letter.SHEETS, Written(), tmp_path / "out", Format.TEXT) for _time in "ab"]

    first, second = (one.files[0].read_text("utf-8") for one in written)
    assert "Log sheet 1\n" in first
    assert f"Log sheet {SHEETS}\n" in first
    assert f"Log sheet {SHEETS + 1}\n" in second
    assert "Log sheet 1\n" not in second


def test_the_command_needs_no_journal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("sheets", tmp_path, "--count", "2", "--first", "7", "--language", "nl") == 0

    assert "Sheets 7 to 8 are in " in capsys.readouterr().out
    (made,) = tmp_path.glob("*.pdf")
    assert "Logblad 8" in pypdf.PdfReader(made).pages[1].extract_text()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("sheets", tmp_path / "nowhere") == 1

    assert "There is no folder" in capsys.readouterr().err
