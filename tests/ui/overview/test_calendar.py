"""The calendar walks through days, months and years, and opens a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from journal.ui.overview.calendar import CalendarScreen
from journal.ui.overview.day_entries import DayEntries
from journal.ui.overview.month_grid import day_moved, month_moved
from journal.ui.overview.year import YearScreen
from journal.ui.timeline.main import MainScreen
from tests.ui.builders import a_logbook
from tests.ui.looking import NARROW, WIDE, line_with, lines, main_screen, opened, text
from tests.ui.one_screen import until
from tests.ui.overview.cases import a_pattern

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion
    from textual.pilot import Pilot


def calendar(pilot: Pilot[None]) -> CalendarScreen:
    """The calendar, which has to be in front."""
    assert isinstance(pilot.app.screen, CalendarScreen)
    return pilot.app.screen


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=str)
async def test_month_year_and_day(tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    pictures = []
    async with opened(a_pattern(tmp_path), size) as pilot:
        await pilot.press("y", "left", "left")
        pictures.append(text(pilot.app))
        await pilot.press("y")
        pictures.append(text(pilot.app))
        await pilot.press("escape", "enter")
        await pilot.pause()
        pictures.append(text(pilot.app))

    month, year, day = pictures
    for words in ("November 2026", "[order", "■report", "?ask"):
        assert words in month
    assert "▲ said “no contact”, 2 Oct" in year
    assert "2 entries · 2 acts" in day
    assert "\n\n".join(pictures) == snapshot


async def test_the_cursor_walks_over_the_ends_of_months_and_the_words_below_follow_it(tmp_path: Path) -> None:
    async with opened(a_pattern(tmp_path), NARROW) as pilot:
        await pilot.press("y", "left", "left")
        assert line_with(pilot.app, "Friday 20 November 2026: 2 acts")

        for key, day, words in (
            ("end", date(2026, 11, 30), "no act · ask again about report 1"),
            ("right", date(2026, 12, 1), "no act"),
            ("left", date(2026, 11, 30), "no act"),
            ("pageup", date(2026, 10, 30), "no act"),
            ("home", date(2026, 10, 1), "no act"),
            ("right", date(2026, 10, 2), "no act · said “no contact”"),
            ("down", date(2026, 10, 9), "no act"),
            ("up", date(2026, 10, 2), "no act"),
            ("pagedown", date(2026, 11, 2), "no act"),
        ):
            await pilot.press(key)
            await pilot.pause()
            assert calendar(pilot).grid.at == day
            assert words in line_with(pilot.app, f" {day.day} {day:%B} 2026: ")
        for key in ("home", "pageup"):
            await pilot.press(key)
            assert line_with(pilot.app, "1 act more is perhaps of this month")
        await pilot.press("pageup")
        assert "perhaps" not in text(pilot.app)
        assert line_with(pilot.app, "1 act at an unknown time is in no month.")


async def test_a_day_is_opened_walked_on_from_and_come_back_from(tmp_path: Path) -> None:
    async with opened(a_pattern(tmp_path), NARROW) as pilot:
        await pilot.press("y", "left", "left", "enter")
        assert isinstance(pilot.app.screen, DayEntries)
        await pilot.press("left")
        await pilot.pause()
        assert lines(pilot.app)[0].startswith(" Thursday 19 November 2026")
        assert line_with(pilot.app, "Crossed out: Chat message")
        await pilot.press("escape")
        await pilot.pause()

        assert calendar(pilot).grid.at == date(2026, 11, 19)


async def test_a_month_of_another_year_is_chosen_in_the_year(tmp_path: Path) -> None:
    async with opened(a_pattern(tmp_path), NARROW) as pilot:
        await pilot.press("y", "y", "left", "home")
        assert isinstance(pilot.app.screen, YearScreen)
        assert lines(pilot.app)[0].startswith(" 2025")
        await pilot.press("enter")
        await pilot.pause()

        assert calendar(pilot).grid.at == date(2025, 1, 22)


@pytest.mark.parametrize("keys", [("t",), ("enter", "t")])
async def test_a_day_is_shown_in_the_timeline(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with opened(a_pattern(tmp_path), NARROW) as pilot:
        await pilot.press("y", "pageup", "home", *["right"] * 4, *keys)
        await pilot.pause()

        assert main_screen(pilot).timeline.number == 3


async def test_an_empty_day_leads_to_the_last_one_before_it(tmp_path: Path) -> None:
    async with opened(a_pattern(tmp_path), NARROW) as pilot:
        await pilot.press("y", "left", "enter", "t")
        await pilot.pause()

        assert main_screen(pilot).timeline.number == 6


async def test_an_empty_journal_has_a_calendar_of_today(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path), NARROW) as pilot:
        await pilot.press("y", "enter", "t")
        await pilot.pause()

        assert main_screen(pilot).timeline.number == 0


async def test_a_click_puts_the_cursor_on_a_day_and_two_open_it(tmp_path: Path) -> None:
    async with opened(a_pattern(tmp_path), NARROW) as pilot:
        await pilot.press("y")
        await pilot.click("MonthGrid", offset=(3, 5))
        assert calendar(pilot).grid.at == date(2026, 11, 2)
        await pilot.click("MonthGrid", offset=(3, 5), times=2)
        await pilot.pause()

        assert isinstance(pilot.app.screen, DayEntries)


def test_moving_stays_within_the_calendar_and_within_the_month() -> None:
    assert month_moved(date(2026, 10, 31), 1) == date(2026, 11, 30)
    assert month_moved(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert month_moved(date.max, 1) == date.max
    assert month_moved(date.min, -1) == date.min
    assert day_moved(date.max, 1) == date.max
    assert day_moved(date.min, -1) == date.min


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=str)
async def test_month_year_and_day_follow_the_filter_and_say_so(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(a_pattern(tmp_path), size) as pilot:
        await pilot.press("f", *"missed call", "enter")
        await until(pilot, lambda: bool(main_screen(pilot).in_force.picked))
        await pilot.press("y")
        await until(pilot, lambda: isinstance(pilot.app.screen, CalendarScreen))
        calendar(pilot).go_to(date(2026, 11, 20))
        month = text(pilot.app)
        await pilot.press("y")
        year = text(pilot.app)
        await pilot.press("escape", "enter")
        await pilot.pause()
        day = text(pilot.app)

    assert "Missed call · 1 act" in month.splitlines()[0]
    assert "Friday 20 November 2026: 1 act · only what meets the filter counts" in month
    assert "Missed call · 4 acts" in year.splitlines()[0]
    assert "Missed call · 1 entry · 1 act" in day.splitlines()[0]
    assert "At the door." not in day


async def test_the_year_without_a_filter_says_none(tmp_path: Path) -> None:
    async with opened(a_pattern(tmp_path), NARROW) as pilot:
        await pilot.press("y", "y")

        assert text(pilot.app).splitlines()[0].split() == ["2026", "6", "acts"]


async def test_a_long_filter_stays_in_the_title_of_the_overview_and_of_what_a_figure_counts(tmp_path: Path) -> None:
    async with opened(a_pattern(tmp_path), NARROW) as pilot:
        await pilot.press("f")
        for typed in ("missed call", "wait", "letter", "said"):
            await pilot.press(*typed, "f4", *["backspace"] * len(typed))
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, MainScreen) and bool(pilot.app.screen.in_force.picked))
        await pilot.press("p")
        await until(pilot, lambda: "acts" in text(pilot.app))
        overview = text(pilot.app).splitlines()[0]
        await pilot.press("enter")
        await pilot.pause()

        assert "Missed call or " in overview
        assert "Missed call or " in text(pilot.app).splitlines()[0]
