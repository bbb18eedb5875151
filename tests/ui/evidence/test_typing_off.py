"""Lines of a sheet on paper, typed off from the screen of its picture, at once or from a draft later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.entry.origin import OriginPlace, from_paper
from journal.domain.evidence.exhibit import Target
from journal.ui.editor.ask_line import AskSheetLine
from journal.ui.editor.editor import EditorScreen
from journal.ui.evidence.exhibit import ExhibitScreen
from tests.evidence.builders import a_jpeg, a_mail
from tests.ui.evidence_screens import a_case, press, words_on
from tests.ui.looking import NARROW, WIDE, opened

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from journal.logbook import Logbook


async def ask_for(pilot: Pilot[None], sheet: str, line: str) -> None:
    """From the screen of the exhibit to the form of an entry."""
    await press(pilot, "n")
    assert isinstance(pilot.app.screen, AskSheetLine)
    if sheet:
        await press(pilot, *sheet, "enter")
    await press(pilot, *line, "f2")


def place_of(logbook: Logbook, number: int) -> OriginPlace | None:
    return from_paper(logbook.state.entries[number].entry.taken_from)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_one_line_after_the_other_is_typed_off_with_the_picture_named_above(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    logbook = a_case(tmp_path, ("sheet12.jpg", a_jpeg()))

    async with opened(logbook, size=size) as pilot:
        await press(pilot, "l", "enter")
        assert "n type off c where it went" in words_on(pilot.app)
        await ask_for(pilot, "12", "3")
        assert isinstance(pilot.app.screen, EditorScreen)
        assert "New entry from sheet 12, line 3 (sheet12.jpg)" in words_on(pilot.app)
        await press(pilot, *"yesterday 22:14", "f2")
        assert isinstance(pilot.app.screen, ExhibitScreen)
        assert "entry 2, Other" in words_on(pilot.app)
        await press(pilot, "n", "f2", *"yesterday 23:00", "f2")

        assert [place_of(logbook, number) for number in (2, 3)] == [OriginPlace(line=at, id="12") for at in (3, 4)]
        assert {Target(entry=2), Target(entry=3)} < {*logbook.state.links[1]}


async def test_the_time_is_that_of_the_paper_and_never_proposed(tmp_path: Path) -> None:
    logbook = a_case(tmp_path, ("sheet12.jpg", a_jpeg()))

    async with opened(logbook) as pilot:
        await press(pilot, "l", "enter")
        await ask_for(pilot, "12", "3")
        await press(pilot, "f2")

        assert "When was it?" in words_on(pilot.app)
        assert len(logbook.state.entries) == 1


async def test_a_line_that_is_here_is_asked_again(tmp_path: Path) -> None:
    logbook = a_case(tmp_path, ("sheet12.jpg", a_jpeg()))

    async with opened(logbook) as pilot:
        await press(pilot, "l", "enter")
        await ask_for(pilot, "12", "3")
        await press(pilot, *"yesterday", "f2")
        await ask_for(pilot, "", "3")

        assert isinstance(pilot.app.screen, AskSheetLine)
        assert "Line 3 of this sheet is here already, as entry 2." in words_on(pilot.app)


@pytest.mark.parametrize(("sheet", "line"), [("x", "1"), ("0", "1"), ("1", "x"), ("1", "0")])
async def test_what_is_no_number_is_asked_again(tmp_path: Path, sheet: str, line: str) -> None:
    async with opened(a_case(tmp_path, ("sheet12.jpg", a_jpeg()))) as pilot:
        await press(pilot, "l", "enter")
        await ask_for(pilot, sheet, line)

        assert isinstance(pilot.app.screen, AskSheetLine)
        assert "in figures, for example" in words_on(pilot.app).lower()


async def test_words_that_were_left_as_a_draft_keep_their_sheet_and_line(tmp_path: Path) -> None:
    logbook = a_case(tmp_path, ("sheet12.jpg", a_jpeg()))

    async with opened(logbook) as pilot:
        await press(pilot, "l", "enter")
        await ask_for(pilot, "12", "3")
        await press(pilot, *"yesterday", "escape", "escape", "escape", "d")
        assert "sheet 12, line 3 · " in words_on(pilot.app)
        await press(pilot, "enter")
        assert "New entry from sheet 12, line 3 (sheet12.jpg)" in words_on(pilot.app)
        await press(pilot, "f2")

        assert place_of(logbook, 2) == OriginPlace(line=3, id="12")
        assert Target(entry=2) in logbook.state.links[1]
        assert not logbook.drafts


async def test_it_is_offered_only_on_what_can_show_paper(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path, ("mail.eml", a_mail()))) as pilot:
        await press(pilot, "l", "enter", "n")

        assert isinstance(pilot.app.screen, ExhibitScreen)
