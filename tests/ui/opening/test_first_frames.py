"""No form flashes: from the first frame in which it is drawn, it lies as it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from journal.domain.case.people import Role
from journal.domain.evidence.exhibit import Exhibit
from journal.ui.case.case import CaseScreen
from journal.ui.case.order_form import order_form
from journal.ui.case.person_form import person_form
from journal.ui.case.report_form import report_form
from journal.ui.case.step_form import step_form
from journal.ui.editor.editor import EditorScreen
from journal.ui.entry.history import HistoryScreen
from journal.ui.evidence.exhibit import ExhibitScreen
from journal.ui.evidence.movement_form import movement_form
from journal.ui.forms.form_screen import CaseFormScreen
from journal.ui.frame.key_footer import KeyFooter
from journal.ui.frame.title_line import TitleLine
from tests.ui.case_builders import a_case
from tests.ui.one_screen import OneScreen, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.geometry import Region
    from textual.screen import Screen

    from journal.logbook import Logbook

pytestmark = pytest.mark.frames

SCREENS: dict[str, Callable[[Logbook], Screen[Any]]] = {
    "new entry": EditorScreen,
    "amend": lambda logbook: EditorScreen(logbook, amends=1),
    "person": lambda logbook: CaseFormScreen(logbook, person_form(logbook, role=Role.STALKER)),
    "report": lambda logbook: CaseFormScreen(logbook, report_form(logbook)),
    "order": lambda logbook: CaseFormScreen(logbook, order_form(logbook)),
    "step": lambda logbook: CaseFormScreen(logbook, step_form(logbook, "said_no")),
    "movement": lambda logbook: CaseFormScreen(logbook, movement_form(logbook, 1)),
    "case": CaseScreen,
    "exhibit": lambda logbook: ExhibitScreen(logbook, logbook.state.of(Exhibit).now[1].number),
    "history": lambda logbook: HistoryScreen(logbook.state.entries[1], logbook),
}


class Watched(OneScreen["Screen[Any]"]):
    """Remembers how the screen lay each time it was drawn."""

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__(screen)
        self.frames: list[dict[str, Region]] = []

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        if screen is self.shown and renderable is not None and not self._batch_count:
            self.frames.append({str(one.css_path_nodes): one.region for one in screen.query("*") if one.region})
        super()._display(screen, renderable)


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 40)])
@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_lies_from_its_first_frame_as_it_stays(tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    app = Watched(SCREENS[name](a_case(tmp_path)))

    async with app.run_test(size=size) as pilot:
        await pilot.pause()

    assert app.frames[0] == app.frames[-1]


async def test_what_lies_and_looks_otherwise_is_drawn_once(tmp_path: Path) -> None:
    app = Watched(CaseScreen(a_case(tmp_path)))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.frames.clear()
        app.shown.query_one(KeyFooter).styles.display = "none"
        app.shown.refresh()
        app.shown._layout_required = True
        app.shown._on_timer_update()
        drawn = len(app.frames)

    assert drawn == 1


async def test_a_size_that_is_told_again_draws_nothing(tmp_path: Path) -> None:
    app = Watched(CaseScreen(a_case(tmp_path)))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.frames.clear()
        app.shown.query_one(KeyFooter).styles.display = "none"
        app.shown._screen_resized(app.size)
        drawn = len(app.frames)
        await pilot.resize_terminal(81, 30)
        await until(pilot, lambda: app.shown.query_one(TitleLine).region.width == 81)

    assert drawn == 0
