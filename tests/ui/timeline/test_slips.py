"""Small slips and questions of somebody who does not know the program yet are met with a calm word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.builders import a_logbook, an_entry, at
from tests.ui.case_builders import a_case
from tests.ui.looking import NARROW, WIDE, cursor_line, line_with, lines, main_screen, opened, text, toasts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("key", ["q", "ctrl+c", "ctrl+s", "ctrl+f"])
async def test_keys_of_other_programs_say_how_to_leave(tmp_path: Path, key: str) -> None:
    async with opened(a_logbook(tmp_path, an_entry()), NARROW) as pilot:
        await pilot.press(key)
        await pilot.pause()

        assert toasts(pilot.app)[-1].startswith("Ctrl+Q is the quick exit, F1 shows the keys.")


async def test_a_slip_of_the_mouse_beside_help_does_not_leave_and_a_double_click_does(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry()), NARROW) as pilot:
        place = (lines(pilot.app)[-1].index("quick exit"), 23)
        await pilot.click(offset=place)
        await pilot.pause()
        assert toasts(pilot.app)[-1].startswith("Ctrl+Q is the quick exit")
        assert pilot.app.is_running

        await pilot.click(offset=place, times=2)
        assert pilot.app._exit


async def test_before_the_first_entry_no_record_is_named(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path), WIDE) as pilot:
        assert "record" not in lines(pilot.app)[0]


async def test_the_mark_of_the_no_stands_only_beside_its_words(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    for size in ((60, 20), NARROW, WIDE):
        async with opened(logbook, size) as pilot:
            strip = lines(pilot.app)[1]
            assert strip.count("▲") in {0, 2}
            assert strip.count("▲") == 2 * strip.count("said “no contact”")


@pytest.mark.parametrize("size", [NARROW, WIDE, (200, 60)])
async def test_a_span_of_time_is_whole_on_every_usual_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    span = an_entry("A", when="2026-11-20T20:00", until=at("2026-11-20T23:10"))

    async with opened(a_logbook(tmp_path, span), size) as pilot:
        assert "20:00\N{EN DASH}23:10  Missed call" in cursor_line(pilot.app)


@pytest.mark.parametrize("typed", ["november 2026", "21/11", '"20 november"', "2026"])
async def test_a_search_finds_days(tmp_path: Path, typed: str) -> None:
    one = an_entry("At the door.", when="2026-11-21T22:14")
    other = an_entry("Another year.", when="2025-03-02T22:14")
    span = an_entry("All evening.", when="2026-11-20T20:00", until=at("2026-11-21T02:00"))

    async with opened(a_logbook(tmp_path, one, other, span), NARROW) as pilot:
        await pilot.press("slash", *(key if key != " " else "space" for key in typed))
        assert "All evening." in text(pilot.app)
        assert ("At the door." in text(pilot.app)) is (typed != '"20 november"')
        assert "Another year." not in text(pilot.app)


async def test_where_nothing_is_found_no_figure_of_another_entry_stays(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry()), WIDE) as pilot:
        await pilot.press("slash", *"zzz")

        assert "Nothing found." in text(pilot.app)
        assert " of 4" not in text(pilot.app)


async def test_going_to_a_day_shows_examples_and_says_of_which_day_the_entry_is(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry()), NARROW) as pilot:
        await pilot.press("g")
        assert "For example: yesterday, last Tuesday, 3/4, March 2026." in line_with(pilot.app, "For example")

        await pilot.press(*"22/11/2026", "enter")
        await pilot.pause()
        assert main_screen(pilot).timeline.number == 1
        assert toasts(pilot.app)[-1] == "No entry begins on that day. The last one before it is of 21 November 2026."


@pytest.mark.parametrize(
    ("typed", "gone_to", "said"),
    [
        ("March 2026", 3, ""),
        ("3/3/2026", 2, ""),
        ("between 1/3/2026 and 4/3/2026", 2, ""),
        ("June 2026", 3, "No entry begins on that day. The last one before it is of 30 March 2026."),
        ("March 2025", 1, "No entry begins on or before that day. The earliest one is of 28 February 2026."),
    ],
)
async def test_going_to_a_span_finds_the_latest_entry_in_it(
    tmp_path: Path, typed: str, gone_to: int, said: str
) -> None:
    days = ("2026-02-28", "2026-03-03", "2026-03-30", "2026-11-20")

    async with opened(a_logbook(tmp_path, *(an_entry(when=f"{day}T20:00") for day in days)), NARROW) as pilot:
        before = len(toasts(pilot.app))
        await pilot.press("g", *typed, "enter")
        await pilot.pause()

        assert main_screen(pilot).timeline.number == gone_to
        assert toasts(pilot.app)[before:] == ([said] if said else [])
