"""Several entries picked on the timeline, and one act on all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.report import Report
from journal.ui.dialogs import acting_screen
from journal.ui.forms.form_screen import FormScreen
from journal.ui.overview.entries_behind import EntriesBehind
from journal.ui.timeline.bulk_flows import ACTS, CROSS_OUT, MARK_ITEM, TO_REPORT
from journal.ui.timeline.main import MainScreen
from tests.ui.builders import a_logbook, an_entry, evenings
from tests.ui.looking import NARROW, cursor_line, main_screen, opened, text, toasts
from tests.ui.one_screen import until

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def down_to(act: str) -> list[str]:
    """The keys that go from the first of the acts to this one."""
    return ["down"] * [*ACTS].index(act)


async def test_picked_entries_are_tagged_in_one_go_and_one_undo_takes_it_back(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, *evenings(5))
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("f4", "down", "down", "ctrl+t")
        assert "4 picked" in text(pilot.app)
        assert "✓" in cursor_line(pilot.app)

        await pilot.press("f2", "enter", *"night, street", "enter")

        tags = {number: one.tags for number, one in logbook.state.entries.items()}
        assert tags == {1: (), **dict.fromkeys((2, 3, 4, 5), ("night", "street"))}
        assert any("4 entries changed" in one for one in toasts(pilot.app))
        await pilot.press("u")
        assert not any(one.tags for one in logbook.state.entries.values())
        assert toasts(pilot.app)[-1].endswith("3 other changes were undone with it.")
        await pilot.press("U")
        assert tags == {number: one.tags for number, one in logbook.state.entries.items()}
        assert toasts(pilot.app)[-1].endswith("3 other changes were done again.")


async def test_escape_lets_go_of_what_is_picked_before_anything_else(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, *evenings(3)), NARROW) as pilot:
        await pilot.press("slash", *"evening", "enter", "f6")
        assert "3 picked" in text(pilot.app)

        await pilot.press("escape")

        assert "picked" not in text(pilot.app)
        assert "3 of 3 entries found" in text(pilot.app)


async def test_all_found_entries_are_crossed_out_with_one_reason(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, *evenings(3), an_entry("Something else."))
    async with opened(logbook, NARROW) as pilot:
        await pilot.press(
            "slash", *"evening", "enter", "f6", "f2", *down_to(CROSS_OUT), "enter", *"logged twice", "enter"
        )

        assert [one.withdrawn for one in logbook.state.entries.values()] == [True, True, True, False]
        assert {one.versions[-1].reason for one in logbook.state.entries.values()} == {"logged twice", ""}


async def test_picked_entries_stand_in_a_new_report(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, *evenings(3))
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("f4", "f4", "f2", *down_to(TO_REPORT), "enter", "enter")
        assert isinstance(pilot.app.screen, FormScreen)

        await pilot.press("f2", "f2")

        assert logbook.case.standing(Report)[0].entries == (2, 3)


async def test_without_a_picked_entry_nothing_is_offered(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, *evenings(2)), NARROW) as pilot:
        await pilot.press("f2", "ctrl+t", "f6")

        assert main_screen(pilot).timeline.picks.keys == frozenset()


async def test_entries_of_a_filter_are_picked_and_marked_together(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, *evenings(2), an_entry("It lay there.", kind="letter"))
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("f", *"missed call", "enter")
        await until(pilot, lambda: bool(main_screen(pilot).in_force.picked))
        await pilot.press("f6")
        assert "2 picked" in text(pilot.app)

        await pilot.press("f2", *down_to(MARK_ITEM), "enter", "enter", "f2")

        assert [bool(one.said_of_items) for one in logbook.state.entries.values()] == [True, True, False]


async def test_entries_behind_a_figure_are_picked_too(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, *evenings(2))
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("p", "enter", "f6")
        assert isinstance(pilot.app.screen, EntriesBehind)
        assert "picked" in text(pilot.app)

        await pilot.press("f2", "enter", *"night", "enter")
        assert any(one.tags for one in logbook.state.entries.values())

        await pilot.press("u")
        assert not any(one.tags for one in logbook.state.entries.values())


async def test_many_records_are_saved_and_taken_back_beside_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acting_screen, "MANY_RECORDS", 2)
    logbook = a_logbook(tmp_path, *evenings(3))

    def tags() -> list[tuple[str, ...]]:
        return [one.tags for one in logbook.state.entries.values()]

    async with opened(logbook, NARROW) as pilot:
        await pilot.press("f4", "f4", "f4", "f2", "enter", *"night", "enter")
        await until(pilot, lambda: tags() == [("night",)] * 3 and isinstance(pilot.app.screen, MainScreen))
        await pilot.press("u")
        await until(pilot, lambda: tags() == [()] * 3 and isinstance(pilot.app.screen, MainScreen))
        await pilot.press("U")
        await until(pilot, lambda: tags() == [("night",)] * 3 and isinstance(pilot.app.screen, MainScreen))

    assert logbook.state.undone
