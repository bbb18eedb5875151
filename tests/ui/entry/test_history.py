"""The history of an entry: every version can be read, with what it changed, when and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from journal.ui.entry.history import HistoryScreen
from journal.ui.frame.page import Page
from journal.ui.lists.plain_list import PlainList
from tests.ui.builders import SIZES, Clock, a_logbook, an_entry
from tests.ui.one_screen import OneScreen, picture, until

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook


def an_amended_logbook(folder: Path) -> Logbook:
    """A journal whose entry 1 was amended once and then withdrawn, each an hour later."""
    clock = Clock()
    logbook = a_logbook(folder, an_entry("Rang once", details={"call.rings": 9}, witnesses=(1,)), clock=clock)
    clock.move(hours=1)
    entry = logbook.state.entries[1].entry
    better = msgspec.structs.replace(entry, account="Rang twice", kind="call_silent", details={}, place="at home")
    logbook.amend(1, better, "better remembered")
    clock.move(hours=1)
    logbook.withdraw(1, "it was a wrong number")
    return logbook


def a_history(logbook: Logbook) -> OneScreen[HistoryScreen]:
    return OneScreen(HistoryScreen(logbook.state.entries[1], logbook))


def flat(app: OneScreen[Any]) -> str:
    return " ".join(picture(app).split())


@pytest.mark.parametrize("size", SIZES)
async def test_the_last_version_stands_first_with_its_record_time_and_reason(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = a_history(an_amended_logbook(tmp_path))

    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = picture(app)

        assert "History of entry 1" in shown
        assert "3 versions" in shown
        assert "Crossed out · version 3 of 3" in shown
        assert "it was a wrong number" in shown
        assert "Sunday 22 November 2026, 17:03" in shown
        assert "Record 5" in flat(app)


async def test_a_withdrawn_version_is_struck(tmp_path: Path) -> None:
    app = a_history(an_amended_logbook(tmp_path))

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        segments = [one for strip in app.screen._compositor.render_strips() for one in strip]

        struck = "".join(one.text for one in segments if one.style and one.style.strike)
        assert "Rang twice" in struck
        assert "Crossed out" in struck


async def test_an_amendment_shows_what_it_changed_from_what_into_what(tmp_path: Path) -> None:
    app = a_history(an_amended_logbook(tmp_path))

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("down")
        await pilot.pause()
        shown = flat(app)

        assert "Amended · version 2 of 3" in shown
        assert "better remembered" in shown
        assert "Missed call → Silent call" in shown
        assert "Rang once → Rang twice" in shown
        assert "9 → nothing" in shown
        assert "nothing → at home" in shown


async def test_the_first_version_is_readable_as_it_was(tmp_path: Path) -> None:
    app = a_history(an_amended_logbook(tmp_path))

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("end")
        await pilot.pause()
        shown = flat(app)

        assert "Recorded · version 1 of 3" in shown
        assert "Rang once" in shown
        assert "Rang twice" not in shown
        assert "An Invented" in shown
        assert "What was changed" not in shown


async def test_tab_goes_to_the_words_and_escape_back(tmp_path: Path) -> None:
    app = a_history(an_amended_logbook(tmp_path))

    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert isinstance(app.focused, Page)
        await pilot.press("tab")
        assert isinstance(app.focused, PlainList)
        await pilot.press("escape")

        assert app.answered


@pytest.mark.parametrize("size", [(1, 1), (5, 3), (30, 6), (60, 20)])
async def test_the_history_survives_any_size_of_terminal(tmp_path: Path, size: tuple[int, int]) -> None:
    app = a_history(an_amended_logbook(tmp_path))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.resize_terminal(*size)
        await pilot.press("down", "pagedown", "up")
        await pilot.resize_terminal(120, 40)

        await until(pilot, lambda: "version 3 of 3" in picture(app))


async def test_a_long_change_is_told_before_and_after(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("The telephone rang nine times while everybody was eating.\nNobody spoke."))
    longer = msgspec.structs.replace(logbook.state.entries[1].entry, account="The telephone rang ten times.\n" * 3)
    logbook.amend(1, longer, "counted again")
    app = a_history(logbook)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        shown = flat(app)

        assert "before The telephone rang nine times" in shown
        assert "after The telephone rang ten times" in shown
