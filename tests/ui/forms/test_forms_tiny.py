"""A terminal of 40 columns and 10 lines: what is to be pressed is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from journal.domain.case.people import Role
from journal.domain.evidence.exhibit import Exhibit
from journal.ui.case.case import CaseScreen
from journal.ui.dialogs.ask_folder import AskFolder
from journal.ui.dialogs.ask_words import AskReason
from journal.ui.dialogs.dialog import Confirm
from journal.ui.evidence.choose_files import ChooseFiles
from journal.ui.evidence.confirm_files import ConfirmFiles
from journal.ui.evidence.describe_exhibit import DescribeExhibit
from journal.ui.evidence.save_copy import SaveCopyDialog
from journal.ui.forms.people_picker import PeoplePicker
from journal.ui.frame.tab_line import TabLine
from journal.ui.safety.first_start import FirstStart
from journal.ui.safety.passphrase import NewPassphrase
from tests.ui.case_builders import a_case
from tests.ui.evidence_screens import a_file
from tests.ui.looking import lines
from tests.ui.one_screen import OneScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.screen import Screen

    from journal.logbook import Logbook

TINY = (40, 10)
EXHIBIT = Exhibit(number=1, file_name="a.jpg", media_type="image/jpeg", size=1)
QUESTIONS: dict[str, Callable[[Logbook], Screen[Any]]] = {
    "choose files": lambda _: ChooseFiles("entry 1, Missed call", "~/"),
    "confirm files": lambda _: ConfirmFiles([EXHIBIT], target="entry 1", known={}, largest=0),
    "describe": lambda _: DescribeExhibit("A thing without a file", EXHIBIT),
    "reason": lambda _: AskReason("Cross out entry 1", "It stays readable, struck through. Why?", "Withdraw"),
    "passphrase": lambda _: NewPassphrase(),
    "people": lambda logbook: PeoplePicker(logbook, (), Role.WITNESS),
    "save a copy": lambda _: SaveCopyDialog(EXHIBIT),
    "backup": lambda _: AskFolder(),
    "long": lambda _: Confirm("A title", "A long question that goes on and on. " * 20, "Press the button"),
}


@pytest.mark.parametrize("name", QUESTIONS)
async def test_every_question_shows_its_way_back_and_what_it_does(tmp_path: Path, name: str) -> None:
    a_file(tmp_path / "in", "a.txt", b"a")
    app = OneScreen(QUESTIONS[name](a_case(tmp_path)))

    async with app.run_test(size=TINY) as pilot:
        await pilot.pause()

        (buttons,) = (line for line in lines(app) if "Back  esc" in line)
        assert "F2" in buttons


async def test_the_first_start_shows_each_of_its_choices(tmp_path: Path) -> None:
    app = OneScreen(FirstStart(tmp_path))

    async with app.run_test(size=TINY) as pilot:
        await pilot.pause()

        shown = "\n".join(lines(app))
        for choice in ("Set a passphrase", "Continue without a passphrase", "Exit"):
            assert choice in shown


@pytest.mark.parametrize("width", range(32, 121, 8))
async def test_the_figure_of_every_section_of_the_case_stays_in_sight(tmp_path: Path, width: int) -> None:
    app = OneScreen(CaseScreen(a_case(tmp_path)))

    async with app.run_test(size=(width, 10)) as pilot:
        for key in "1234":
            await pilot.press(key)
            line = app.shown.query_one(TabLine).render().plain

            assert [figure for figure in "1234" if f" {figure} " in line] == [*"1234"]
            assert len(line) <= width - 2
