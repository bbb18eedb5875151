"""The list on a screen of its own: the mouse chooses a line, and typing goes on in the field above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.ui.frame.command import bindings
from journal.ui.lists.commands import PickFound, PickLine, PickToHere
from journal.ui.lists.find_line import FindLine
from journal.ui.lists.find_screen import FindScreen, Line
from journal.ui.lists.line_list import LineList, Row
from journal.ui.lists.pick_screen import PickScreen
from tests.ui.one_screen import OneScreen, picture, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.pilot import Pilot


class PickedNumbers(PickScreen[int]):
    """A list of numbers of which some are picked."""

    BINDINGS = bindings(PickLine, PickFound, PickToHere)


def many_lines(count: int) -> Iterator[Line[int]]:
    return (Line(number, Row([(f"line {number}", "")])) for number in range(count))


async def all_listed(pilot: Pilot[Any], screen: FindScreen[Any]) -> None:
    """Wait until all lines were read and looked at."""
    await until(pilot, lambda: screen._complete)


def a_list() -> FindScreen[int]:
    lines = [Line(number, Row([(f"line {number}", "")])) for number in range(100)]
    return FindScreen("Lines", lambda: lines, nothing="")


async def test_a_click_chooses_the_line_under_the_mouse_and_a_double_click_takes_it() -> None:
    app = OneScreen(a_list())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(LineList, offset=(2, 3))
        assert app.shown.at
        assert app.shown.at.answer == 3

        await pilot.click(LineList, offset=(0, 0))
        assert app.shown.at.answer == 0

        await pilot.click(LineList, offset=(2, 5), times=2)
        assert app.answer == 5


async def test_after_a_click_letters_still_narrow_the_list() -> None:
    app = OneScreen(a_list())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(LineList, offset=(2, 3))
        await pilot.press("7", "7")

        assert isinstance(app.focused, FindLine)
        assert [line.answer for line in app.shown.shown] == [77]


async def test_a_click_below_the_last_line_and_moves_beyond_the_ends_change_nothing() -> None:
    app = OneScreen(a_list())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"line", "space", "9", "9")
        await pilot.click(LineList, offset=(2, 4), times=2)
        await pilot.press("down", "pagedown", "up", "pageup")

        assert not app.answered
        assert app.shown.at
        assert app.shown.at.answer == 99
        assert "1 of 100" in picture(app)


async def test_a_very_long_list_shows_its_first_lines_at_once_and_all_of_them_when_all_were_read() -> None:
    app = OneScreen(FindScreen("Lines", lambda: many_lines(200_000), nothing=""))
    async with app.run_test(size=(80, 24)) as pilot:
        read_first = len(app.shown.shown)
        await pilot.press("down")
        await all_listed(pilot, app.shown)

        assert 20 < read_first < 200_000
        assert len(app.shown.shown) == 200_000
        assert app.shown.at
        assert app.shown.at.answer == 1
        assert "200,000 of 200,000" in picture(app)


async def test_letters_typed_while_a_long_list_is_read_find_what_comes_later_too() -> None:
    app = OneScreen(FindScreen("Lines", lambda: many_lines(50_000), nothing=""))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"49999")
        await all_listed(pilot, app.shown)

        assert [line.answer for line in app.shown.shown] == [49_999]
        assert "1 of 50,000" in picture(app)


async def test_all_lines_of_a_very_long_list_are_picked_once_they_are_read() -> None:
    app = OneScreen(PickedNumbers("Lines", lambda: many_lines(50_000), nothing=""))
    async with app.run_test(size=(80, 24)) as pilot:
        assert not app.shown._complete
        await pilot.press("f6")
        await until(pilot, lambda: bool(app.shown.picked))
        assert len(app.shown.picked) == 50_000

        await pilot.press("f4", "down", "down", "ctrl+t")
        await until(pilot, lambda: len(app.shown.picked) < 49_997)
        assert app.shown.picked == frozenset(range(4, 50_000))


async def test_a_letter_gives_up_picking_what_was_found_before() -> None:
    ended = False

    def lines() -> Iterator[Line[int]]:
        for line in many_lines(1_000_000):
            yield line
            if ended:
                return

    app = OneScreen(PickedNumbers("Lines", lines, nothing=""))
    async with app.run_test(size=(80, 24)) as pilot:
        app.shown.action_pick_found()
        await pilot.press("7")
        ended = True
        await all_listed(pilot, app.shown)

        assert app.shown.shown
        assert not app.shown.picked
