"""The screen of what could be asked about the log."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.consistency import rules
from journal.domain.consistency.duplicates import LOGGED_TWICE
from journal.domain.consistency.inconsistency import asked
from journal.domain.consistency.rules import RULES
from journal.ui.dialogs import beside
from journal.ui.dialogs.at_work import AtWork
from journal.ui.overview.entries_behind import EntriesBehind
from journal.ui.overview.questions import QuestionsScreen
from journal.ui.timeline.main import MainScreen
from tests.ui.builders import a_logbook, an_entry
from tests.ui.looking import NARROW, opened, text

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

    from journal.logbook import Logbook


def twice_and_late(folder: Path) -> Logbook:
    """One act in two entries, and one that was written down after ten days."""
    return a_logbook(folder, an_entry("It rang."), an_entry("It rang."), an_entry("Late.", when="2026-11-12T08:00"))


async def asked_of(pilot: Pilot[None]) -> str:
    """What stands on the screen once the rules were applied."""
    await pilot.app.workers.wait_for_complete(
        [one for one in pilot.app.workers if one.group in {"check", "flow", "work"}]
    )
    while not isinstance(pilot.app.screen, QuestionsScreen):
        await pilot.pause()
    await pilot.pause()
    return text(pilot.app)


async def test_every_rule_is_listed_with_what_it_finds_and_explained(tmp_path: Path) -> None:
    async with opened(twice_and_late(tmp_path), NARROW) as pilot:
        await pilot.press("z")
        shown = await asked_of(pilot)

        assert "2 questions" in shown
        assert "In two places at once" in shown
        assert "A report that covers less than it says" in shown
        assert "Two entries with an exact time overlap" in shown

        await pilot.press(*"are they one")
        shown = " ".join(text(pilot.app).split())

        assert "Are they one act or two?" in shown
        assert "What can be done: If it was one act" in shown
        assert "Recorded long" not in shown


async def test_enter_goes_to_the_entry_or_lists_several(tmp_path: Path) -> None:
    async with opened(twice_and_late(tmp_path), NARROW) as pilot:
        await pilot.press("z")
        await asked_of(pilot)

        await pilot.press(*"only then", "enter")
        await pilot.pause()
        assert "Entry 3" in text(pilot.app)

        await pilot.press("escape", *["backspace"] * 9, *"one act", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, EntriesBehind)
        assert "2 entries" in text(pilot.app)


async def test_a_rule_leads_to_its_questions_and_they_back_to_it(tmp_path: Path) -> None:
    logbook = twice_and_late(tmp_path)
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("z")
        assert "Are they one act" not in await asked_of(pilot)

        await pilot.press("enter")
        await pilot.pause()
        assert "2 questions" in text(pilot.app)

        await pilot.press("down", "enter")
        shown = await asked_of(pilot)
        assert "The same act in two entries" in shown.splitlines()[0]
        assert "1 question" in shown

        logbook.withdraw(2, "logged twice")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("escape")
        assert "Nothing is asked here any more." in await asked_of(pilot)

        await pilot.press("escape")
        assert "1 question" in await asked_of(pilot)


async def test_what_was_done_about_it_is_seen_on_the_way_back(tmp_path: Path) -> None:
    logbook = twice_and_late(tmp_path)
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("z")
        await asked_of(pilot)
        await pilot.press(*"only then", "enter")
        await pilot.pause()
        logbook.withdraw(2, "logged twice")

        await pilot.press("escape", *["backspace"] * 9)

        assert "1 question" in await asked_of(pilot)


async def test_many_entries_are_checked_beside_the_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "MANY", 1)
    async with opened(twice_and_late(tmp_path), NARROW) as pilot:
        await pilot.press("z")

        assert "2 questions" in await asked_of(pilot)


async def test_escape_stops_the_rules_and_goes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "MANY", 1)
    endless = replace(LOGGED_TWICE, find=lambda _log: repeat(asked("Without an end?")))
    monkeypatch.setattr(rules, "RULES", (endless,))
    async with opened(twice_and_late(tmp_path), NARROW) as pilot:
        for _once_more in range(2):
            await pilot.press("z")
            while not isinstance(pilot.app.screen, AtWork):
                await pilot.pause()
            assert "esc stop" in text(pilot.app)

            await pilot.press("escape")
            while not isinstance(pilot.app.screen, MainScreen):
                await pilot.pause()

        assert "entry 2 of 3" in text(pilot.app)


async def test_the_questions_of_all_rules_are_listed_only_while_words_are_looked_for(tmp_path: Path) -> None:
    async with opened(twice_and_late(tmp_path), NARROW) as pilot:
        await pilot.press("z")
        await asked_of(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, QuestionsScreen)
        assert len(screen.shown) == len(RULES)

        await pilot.press(*"act")
        assert "3 of 14" in text(pilot.app)

        await pilot.press(*["backspace"] * 3)
        assert "2 questions" in text(pilot.app)
        assert len(screen.shown) == len(RULES)


async def test_the_days_after_which_a_recording_counts_as_late_can_be_set(tmp_path: Path) -> None:
    logbook = twice_and_late(tmp_path)
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("z")
        await asked_of(pilot)

        await pilot.press("f5", *"soon", "enter")
        await pilot.pause()
        assert "from 1 to 3,650 belongs here" in text(pilot.app)
        assert logbook.settings.late_after == 7

        await pilot.press("end", *["backspace"] * 4, *"0000000730", "enter")
        await pilot.pause()
        assert logbook.settings.late_after == 7
        await pilot.press("end", *["backspace"] * 10, *"11", "enter")
        assert "1 question" in await asked_of(pilot)
        assert logbook.settings.late_after == 11


async def test_a_journal_that_is_only_read_keeps_its_days(tmp_path: Path) -> None:
    twice_and_late(tmp_path).close()
    logbook = a_logbook(tmp_path, read_only=True)
    before = replace(logbook.settings)
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("z")
        assert "late after" not in await asked_of(pilot)

        await pilot.press("f5")
        await pilot.pause()

        assert isinstance(pilot.app.screen, QuestionsScreen)
        assert logbook.settings == before
