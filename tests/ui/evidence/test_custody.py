"""Custody: where an exhibit went is a list of movements, and what should be thought of first is said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.evidence.custody import Custodian, Movement
from journal.domain.evidence.exhibit import Exhibit
from journal.ui.evidence.custody import CustodyScreen
from tests.ui.builders import a_logbook, at
from tests.ui.case.test_case import press
from tests.ui.looking import NARROW, WIDE, line_with, opened, text

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from journal.logbook import Logbook


def a_letter(folder: Path) -> Logbook:
    """A journal with a letter, exhibit 1, in a drawer."""
    logbook = a_logbook(folder)
    logbook.exhibits.add(Exhibit(number=0, title="A letter", original_place="drawer"))
    return logbook


def movements(logbook: Logbook) -> list[Movement]:
    return logbook.case.standing(Movement)


async def shown(pilot: Pilot[None], logbook: Logbook) -> None:
    await pilot.app.push_screen(CustodyScreen(logbook, 1))
    await pilot.pause()


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_where_everything_is_stands_below_the_movements(tmp_path: Path, size: tuple[int, int]) -> None:
    logbook = a_letter(tmp_path)
    moved = Movement(
        number=0, exhibit=1, copy=1, holder=Custodian.LAWYER, receiver="Ms Example", on=at("2026-11-21T10:00")
    )
    logbook.case.add(moved)
    async with opened(logbook, size) as pilot:
        await shown(pilot, logbook)

        assert "Copy 1: lawyer, Ms Example" in text(pilot.app)
        assert "drawer" in line_with(pilot.app, "Original")


async def test_a_copy_given_away_is_written_down_without_a_word_of_caution(tmp_path: Path) -> None:
    logbook = a_letter(tmp_path)
    async with opened(logbook) as pilot:
        await shown(pilot, logbook)
        await press(pilot, "g", "4", "f2")

        assert [(one.copy, one.holder, one.on.start) for one in movements(logbook)] == [(1, "lawyer", "2026-11-22")]


async def test_what_went_away_is_never_written_down_as_still_here_because_nobody_was_chosen(tmp_path: Path) -> None:
    logbook = a_letter(tmp_path)
    async with opened(logbook) as pilot:
        await shown(pilot, logbook)
        await press(pilot, "g", "tab", *"Inspector Example", "f2")
        assert "Please choose to whom it went" in text(pilot.app)
        assert movements(logbook) == []

        await press(pilot, "2", "f2", "f2")
        assert [(one.holder, one.receiver) for one in movements(logbook)] == [("police", "Inspector Example")]


async def test_an_original_to_anybody_else_is_warned_about_once(tmp_path: Path) -> None:
    logbook = a_letter(tmp_path)
    async with opened(logbook) as pilot:
        await shown(pilot, logbook)
        await press(pilot, "g", "4", "up", "up", "1", "f2")
        assert "This is the original. Guidance is to give a copy" in text(pilot.app)
        assert movements(logbook) == []

        await press(pilot, "f2")
        assert [(one.copy, one.holder) for one in movements(logbook)] == [(0, "lawyer")]


async def test_a_receipt_and_a_kept_copy_are_asked_for_police_and_court(tmp_path: Path) -> None:
    logbook = a_letter(tmp_path)
    async with opened(logbook) as pilot:
        await shown(pilot, logbook)
        await press(pilot, "g", "2", "up", "up", "1", "f2")

        assert (
            "Ask for a receipt or a number, and note it here. Make a copy before you hand over the original."
            in text(pilot.app)
        )


async def test_a_copy_is_made_and_what_was_given_last_comes_back(tmp_path: Path) -> None:
    logbook = a_letter(tmp_path)
    async with opened(logbook) as pilot:
        await shown(pilot, logbook)
        await press(pilot, "n", *"folder", "f2")
        await press(pilot, "g", "5", "f2")
        await press(pilot, "b", *"safe", "f2")

        told = [(one.copy, one.from_place, one.holder, one.place) for one in movements(logbook)]
        assert told == [(1, "", "self", "folder"), (1, "folder", "trusted", ""), (1, "", "self", "safe")]


async def test_a_movement_is_corrected_and_withdrawn(tmp_path: Path) -> None:
    logbook = a_letter(tmp_path)
    async with opened(logbook) as pilot:
        await shown(pilot, logbook)
        await press(pilot, "g", "4", "f2", "enter", "5", "f2")
        assert [one.holder for one in movements(logbook)] == ["trusted"]

        await press(pilot, "w", *"not so", "enter")
        assert movements(logbook) == []
        assert "Nothing moved yet." in text(pilot.app)


async def test_a_journal_open_for_reading_offers_to_write_nothing(tmp_path: Path) -> None:
    a_letter(tmp_path).close()
    logbook = a_logbook(tmp_path, read_only=True)
    async with opened(logbook) as pilot:
        await shown(pilot, logbook)
        await press(pilot, "g", "n", "b", "enter", "e", "w")

        assert isinstance(pilot.app.screen, CustodyScreen)
        assert "gave it" not in text(pilot.app)
