"""Events: entries that belong together, from the timeline to the section of the case, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.case_event import CaseEvent
from journal.ui.case.case import CaseScreen
from journal.ui.timeline.bulk_flows import TO_EVENT
from journal.ui.timeline.main import MainScreen
from tests.ui.builders import a_logbook, an_entry, evenings
from tests.ui.looking import NARROW, line_with, main_screen, opened, text
from tests.ui.one_screen import until
from tests.ui.timeline.test_picking import down_to

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook


def with_a_night(folder: Path) -> Logbook:
    """Three evenings and a letter; the last two evenings are one event."""
    logbook = a_logbook(folder, *evenings(3), an_entry("It lay there.", kind="letter", times=4))
    logbook.bulk.new_event((2, 3), "The night at the station")
    return logbook


async def test_picked_entries_become_an_event_with_a_name(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, *evenings(3))
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("f4", "f4", "f2", *down_to(TO_EVENT), "enter", *"The night", "enter")

        assert [(one.name, one.entries) for one in logbook.case.standing(CaseEvent)] == [("The night", (2, 3))]
        await pilot.press("u")
        assert logbook.case.standing(CaseEvent) == []


async def test_more_entries_are_added_to_an_event(tmp_path: Path) -> None:
    logbook = with_a_night(tmp_path)
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("f4", "f2", *down_to(TO_EVENT), "enter", *"station", "enter")

        assert logbook.case.standing(CaseEvent)[0].entries == (2, 3, 4)


async def test_the_section_tells_count_and_span_and_leads_to_the_entries(tmp_path: Path) -> None:
    async with opened(with_a_night(tmp_path)) as pilot:
        await pilot.press("5")

        shown = text(pilot.app)
        assert "The night at the station" in shown
        assert "2 entries, 2 acts" in " ".join(shown.split())
        assert "20 Nov 2026 22:14 to 21 Nov 2026 22:14" in " ".join(shown.split())
        assert "(belongs to the event)" in " ".join(shown.split())


async def test_the_entries_of_an_event_are_shown_alone_in_the_timeline(tmp_path: Path) -> None:
    async with opened(with_a_night(tmp_path)) as pilot:
        await pilot.press("5", "t")
        await until(pilot, lambda: isinstance(pilot.app.screen, MainScreen) and bool(pilot.app.screen.in_force.picked))

        assert main_screen(pilot).timeline.rows.numbers == (3, 2)
        await pilot.press("escape")
        assert main_screen(pilot).timeline.rows.shown == 4


async def test_an_event_is_renamed_and_its_entries_let_go(tmp_path: Path) -> None:
    logbook = with_a_night(tmp_path)
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("5", "enter", "end", *" again", "f2")
        assert logbook.case.standing(CaseEvent)[0].name == "The night at the station again"

        await pilot.press("w", *"two nights", "enter")
        assert isinstance(pilot.app.screen, CaseScreen)
        assert logbook.case.standing(CaseEvent) == []
        assert not any(one.withdrawn for one in logbook.state.entries.values())


async def test_an_entry_names_its_event_and_the_filter_shows_its_entries(tmp_path: Path) -> None:
    async with opened(with_a_night(tmp_path)) as pilot:
        await pilot.press("j")
        assert line_with(pilot.app, "Event 1").count("The night at the station")

        await pilot.press("f", *"night at", "enter")
        await until(pilot, lambda: bool(main_screen(pilot).in_force.picked))

        assert main_screen(pilot).timeline.rows.numbers == (3, 2)
