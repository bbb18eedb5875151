"""What is said above the keys: whole in every terminal, long enough to be read, and only where it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.ui.app import JournalApp
from journal.ui.dialogs.dialog import Confirm
from tests.ui.builders import SIZES, a_logbook, an_entry
from tests.ui.case_builders import a_case
from tests.ui.looking import main_screen, text
from tests.ui.one_screen import type_words, until

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from textual.pilot import Pilot

    from journal.logbook import Logbook


def speaking(logbook: Logbook, size: tuple[int, int]) -> AbstractAsyncContextManager[Pilot[None]]:
    """The app on this journal, which draws what it says."""
    return JournalApp(logbook).run_test(size=size, notifications=True)


def said(pilot: Pilot[None]) -> str:
    """Everything that stands on the screen, as one line."""
    return " ".join(text(pilot.app).split())


@pytest.mark.parametrize("size", [*SIZES, (60, 15), (40, 12)])
async def test_the_longest_message_is_seen_to_its_end(tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "copies").mkdir()

    async with speaking(a_logbook(tmp_path, an_entry()), size) as pilot:
        await pilot.press("b")
        await pilot.press("ctrl+u")
        await type_words(pilot, f"{tmp_path}/copies")
        await pilot.press("enter")
        await until(pilot, lambda: "A copy was made" in said(pilot))

        assert said(pilot).count("A USB stick or another disk would keep it safer.") == 1


async def test_two_messages_of_one_key_are_both_seen_and_give_way_to_that_of_the_next(tmp_path: Path) -> None:
    async with speaking(a_logbook(tmp_path, an_entry()), (80, 24)) as pilot:
        main_screen(pilot).tell("The first.")
        main_screen(pilot).tell("The second.")
        await until(pilot, lambda: "The first. The second." in said(pilot))

        await pilot.press("m", "enter")
        await until(pilot, lambda: "saved, record" in said(pilot))
        assert "The first." not in said(pilot)
        assert "The second." not in said(pilot)


async def test_a_message_stays_as_long_as_it_takes_to_read(tmp_path: Path) -> None:
    async with speaking(a_logbook(tmp_path, an_entry()), (80, 24)) as pilot:
        main_screen(pilot).tell("Every word counts. " * 20)
        await until(pilot, lambda: bool(pilot.app._notifications))

        assert [one.timeout for one in pilot.app._notifications] == [pytest.approx(38)]


@pytest.mark.parametrize("keys", [("h",), ("c",), ("l",), ("question_mark",), ("t",)], ids=str)
async def test_an_old_message_does_not_stand_on_another_screen(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with speaking(a_case(tmp_path), (80, 24)) as pilot:
        await pilot.press("m", "enter")
        await until(pilot, lambda: "Entry 3 saved" in said(pilot))

        await pilot.press(*keys)
        await pilot.pause()
        assert "saved, record" not in said(pilot)


async def test_what_was_saved_is_said_over_the_question_that_follows_it_and_not_after_that(tmp_path: Path) -> None:
    async with speaking(a_logbook(tmp_path, an_entry()), (80, 24)) as pilot:
        main_screen(pilot).tell("Entry 1 saved.")
        pilot.app.push_screen(Confirm("Is this a step of the case too?", "", "Yes"))
        await until(pilot, lambda: "Is this a step" in said(pilot) and "Entry 1 saved." in said(pilot))

        await pilot.press("escape")
        await until(pilot, lambda: "Is this a step" not in said(pilot))
        assert "Entry 1 saved." not in said(pilot)
