"""The main screen in small and large terminals, and while they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.builders import SIZES, a_logbook, an_entry, evenings
from tests.ui.looking import NARROW, cursor_line, focus, line_with, lines, main_screen, opened, text

if TYPE_CHECKING:
    from pathlib import Path

TINY = ((20, 5), (40, 10), (60, 14), (10, 3))


@pytest.mark.parametrize("size", SIZES)
async def test_every_size_shows_the_timeline_the_weeks_and_the_keys_that_matter_most(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(a_logbook(tmp_path, *evenings(60)), size) as pilot:
        shown = lines(pilot.app)

        assert "entry 60 of 60" in shown[0]
        assert "acts per week" in shown[1]
        assert "60 acts in all" in shown[1]
        assert "Evening 60" in cursor_line(pilot.app)
        assert "n new" in shown[-1]
        assert shown[-1].rstrip().endswith("? help  ^q quick exit")


@pytest.mark.parametrize("size", [*SIZES, *TINY])
async def test_no_line_is_wider_than_the_terminal(tmp_path: Path, size: tuple[int, int]) -> None:
    long_words = an_entry("word " * 300, details={"call.number": "+00 555 0142"}, witnesses=(1,), place="x" * 200)

    async with opened(a_logbook(tmp_path, *evenings(60), long_words), size) as pilot:
        for keys in ((), ("enter",), ("tab",), ("end",), ("escape",), ("end",)):
            await pilot.press(*keys)
            strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
            assert {strip.cell_length for strip in strips} == {size[0]}
            assert len(strips) == size[1]


async def test_a_narrow_terminal_shows_the_timeline_alone_and_enter_puts_the_entry_over_it(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, *evenings(30)), NARROW) as pilot:
        await pilot.press("down", "down")
        assert "Evidence checklist" not in text(pilot.app)
        before = cursor_line(pilot.app)

        await pilot.press("enter")
        assert "Entry 28" in text(pilot.app)
        assert "Evidence checklist" in text(pilot.app)
        assert "Timeline" not in text(pilot.app)

        await pilot.press("tab")
        assert focus(pilot) is main_screen(pilot).checklist

        await pilot.press("escape")
        assert "Timeline" in text(pilot.app)
        assert cursor_line(pilot.app) == before
        assert focus(pilot) is main_screen(pilot).timeline


async def test_in_a_low_terminal_tab_shows_the_checklist_instead_of_the_entry(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, *evenings(3)), (60, 12)) as pilot:
        await pilot.press("enter")
        assert "Saturday 21 November 2026" in text(pilot.app)
        assert "call list photographed" not in text(pilot.app)

        await pilot.press("tab")
        assert "call list photographed" in text(pilot.app)
        assert "Saturday 21 November 2026" not in text(pilot.app)


async def test_tab_goes_round_the_three_panes_of_a_wide_terminal_and_the_strong_border_goes_along(
    tmp_path: Path,
) -> None:
    async with opened(a_logbook(tmp_path, *evenings(3))) as pilot:
        screen = main_screen(pilot)
        panes = [screen.timeline, screen.entry_view, screen.checklist, screen.timeline]

        for pane in panes:
            assert focus(pilot) is pane
            assert [one for one in panes[:3] if one.styles.border.top[0] == "heavy"] == [pane]
            await pilot.press("tab")

        await pilot.press("shift+tab")
        assert focus(pilot) is screen.timeline


async def test_resizing_keeps_the_highlighted_line_the_focus_and_every_pane_whole(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, *evenings(80))) as pilot:
        await pilot.press(*["down"] * 40, "enter")

        for width, height in ((80, 24), (20, 5), (200, 60), (40, 10), (10, 3), (60, 14), (120, 40)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert main_screen(pilot).timeline.number == 40
            assert focus(pilot) is main_screen(pilot).entry_view

        await pilot.press("escape")
        assert "Evening 40" in cursor_line(pilot.app)


async def test_the_month_stays_in_sight_while_its_entries_scroll_and_the_first_line_names_its_day(
    tmp_path: Path,
) -> None:
    many = [an_entry(f"Call {at}", when=f"2026-11-20T{at // 60:02}:{at % 60:02}") for at in range(600, 660)]

    async with opened(a_logbook(tmp_path, *many, *evenings(3)), NARROW) as pilot:
        await pilot.press(*["down"] * 40)

        pane = lines(pilot.app)[3:-2]
        assert "November 2026" in pane[0]
        assert "63 acts" in pane[0]
        assert "Fri 20" in pane[1]
        assert "Fri 20" not in "".join(pane[2:])


async def test_the_wheel_scrolls_and_the_cursor_stays_on_its_entry(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, *evenings(80)), NARROW) as pilot:
        timeline = main_screen(pilot).timeline

        timeline.scroll_to(y=30, animate=False)
        await pilot.pause()

        assert "Evening 80" not in text(pilot.app)
        assert timeline.number == 80
        await pilot.press("down")
        assert "Evening 79" in cursor_line(pilot.app)


async def test_a_click_highlights_a_double_click_opens_and_a_click_on_a_key_presses_it(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, *evenings(10)), NARROW) as pilot:
        await pilot.click(main_screen(pilot).timeline, offset=(10, 4))
        assert "Evening 8" in cursor_line(pilot.app)

        await pilot.click(main_screen(pilot).timeline, offset=(10, 4), times=2)
        assert focus(pilot) is main_screen(pilot).entry_view

        footer = lines(pilot.app)[-1]
        await pilot.click(offset=(footer.index("esc back") + 1, 23))
        assert focus(pilot) is main_screen(pilot).timeline


@pytest.mark.parametrize("keys", [(), ("enter",), ("shift+tab",)], ids=str)
async def test_the_key_of_a_new_entry_stands_first_whichever_pane_has_the_focus(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    async with opened(a_logbook(tmp_path, an_entry()), NARROW) as pilot:
        await pilot.press(*keys)

        footer = lines(pilot.app)[-1].strip()
        assert footer.startswith("n new")
        assert "a attach" in footer


async def test_a_click_on_the_sign_of_an_item_ticks_it(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook) as pilot:
        await pilot.click(main_screen(pilot).checklist, offset=(4, 2))

        assert logbook.state.entries[1].marks["call_list_photographed"].state == "done"


async def test_without_colour_the_cursor_and_the_struck_entry_are_still_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    logbook = a_logbook(tmp_path, *evenings(2))
    logbook.withdraw(1, "twice")

    async with opened(logbook) as pilot:
        assert cursor_line(pilot.app).startswith("▌")
        assert "Crossed out:" in line_with(pilot.app, "Evening 1")
