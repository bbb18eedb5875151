"""A search in a long journal: the first found entries stand at once, the others follow, and nothing acts on a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.messages import Update

from journal.domain.evidence.exhibit import Target
from journal.evidence.examining import examine
from journal.ui.frame import debounce
from journal.ui.handover.hand_over import HandOverScreen
from journal.ui.timeline import search
from journal.ui.timeline.main import MainScreen
from tests.ui.builders import a_logbook, an_entry, evenings
from tests.ui.looking import focus, opened, text, toasts
from tests.ui.one_screen import until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.message import Message
    from textual.pilot import Pilot

    from journal.logbook import Logbook

COUNT = 150
"""Evenings in five months."""


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a few entries be many."""
    for name, count in {"SCREENFUL": 10, "TO_INDEX": 2, "TO_LOOK_AT": 3}.items():
        monkeypatch.setattr(search, name, count)


@pytest.fixture
def never_at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an hour pass after a letter before the rest is looked for by itself."""
    for name in ("REST", "PAUSE"):
        monkeypatch.setattr(debounce, name, 3600)


def a_case(folder: Path) -> Logbook:
    """An entry for each of many evenings."""
    return a_logbook(folder, *evenings(COUNT))


def main(pilot: Pilot[None]) -> MainScreen:
    """The main screen as it is, whatever waits to be drawn."""
    screen = pilot.app.screen_stack[-1]
    assert isinstance(screen, MainScreen)
    return screen


async def test_entries_are_indexed_before_anybody_searches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("REST", "PAUSE"):
        monkeypatch.setattr(debounce, name, 0.001)

    async with opened(a_case(tmp_path)) as pilot:
        await until(pilot, lambda: main(pilot).finding.complete)

        assert main(pilot).timeline.rows.shown == COUNT


@pytest.mark.usefixtures("never_at_rest")
async def test_the_first_found_entries_stand_before_the_others_are_looked_for(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path)) as pilot:
        await pilot.press("slash", "e")

        screen = main(pilot)
        assert search.SCREENFUL <= screen.timeline.rows.shown < COUNT
        assert screen.timeline.number == COUNT
        assert screen.found is None
        assert f"{COUNT} found" in text(pilot.app)
        assert f"{COUNT} of {COUNT} entries found" in text(pilot.app)


@pytest.mark.usefixtures("never_at_rest")
async def test_one_letter_more_looks_at_no_more_entries_where_enough_are_found(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path)) as pilot:
        await pilot.press("slash", "e")
        found = len(main(pilot).finding.found)

        await pilot.press("v", "e")

        assert main(pilot).finding.terms == ("eve",)
        assert search.SCREENFUL <= len(main(pilot).finding.found) == found


async def test_the_screen_hears_of_found_entries_at_once_so_that_they_stand_in_the_frame_of_the_letter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(a_case(tmp_path)) as pilot:
        screen = main(pilot)
        told: list[Message] = []

        with monkeypatch.context() as instead:
            instead.setattr(screen, "post_message", told.append)
            screen.timeline.show(screen.timeline.rows)

        assert [one.widget for one in told if isinstance(one, Update)] == [screen.timeline]


async def test_the_others_follow_once_no_more_letters_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("REST", "PAUSE"):
        monkeypatch.setattr(debounce, name, 0.001)

    async with opened(a_case(tmp_path)) as pilot:
        await pilot.press("slash", *"evening")

        await until(pilot, lambda: main(pilot).found == COUNT)
        assert main(pilot).timeline.rows.shown == COUNT
        assert main(pilot).timeline.number == COUNT


@pytest.mark.usefixtures("never_at_rest")
@pytest.mark.parametrize("screenful", [10, 50])
async def test_what_follows_stands_as_if_it_had_been_drawn_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, screenful: int
) -> None:
    monkeypatch.setattr(search, "SCREENFUL", screenful)

    async with opened(a_case(tmp_path)) as pilot:
        await pilot.press("slash", "e")
        await pilot.pause()
        assert main(pilot).found is None

        while main(pilot).found is None:
            main(pilot)._look()
        drawn = text(pilot.app)

        assert "· 21 acts" in drawn
        assert "· 31 acts" in drawn
        main(pilot).timeline.refresh()
        assert text(pilot.app) == drawn


@pytest.mark.usefixtures("never_at_rest")
async def test_a_search_from_deep_in_the_past_stays_there(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path)) as pilot:
        await pilot.press("end", "up", "up", "slash", *"evening")
        assert main(pilot).timeline.number == 3

        await pilot.press("enter")
        await until(pilot, lambda: main(pilot).found == COUNT)
        assert main(pilot).timeline.number == 3


@pytest.mark.usefixtures("never_at_rest")
async def test_enter_keeps_what_is_found_and_the_rest_follows_around_the_cursor(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path)) as pilot:
        await pilot.press("slash", *"evening", "enter", "down")
        assert focus(pilot) is main(pilot).timeline
        await until(pilot, lambda: main(pilot).found == COUNT)
        assert main(pilot).timeline.number == COUNT - 1

        await pilot.press("end")
        assert main(pilot).timeline.number == 1


@pytest.mark.usefixtures("never_at_rest")
async def test_all_that_are_found_are_handed_over_and_not_the_first_alone(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path)) as pilot:
        await pilot.press("slash", *"evening")
        main(pilot).action_hand_over()
        await until(pilot, lambda: isinstance(pilot.app.screen, HandOverScreen))

        assert isinstance(pilot.app.screen, HandOverScreen)
        assert len(pilot.app.screen.ground.meeting("found") or ()) == COUNT


@pytest.mark.usefixtures("never_at_rest")
async def test_leaving_a_search_that_was_not_finished_shows_everything(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path)) as pilot:
        await pilot.press("down", "slash", *"evening", "escape")

        assert main(pilot).timeline.rows.shown == COUNT
        assert main(pilot).timeline.number == COUNT - 1
        assert not main(pilot).finding.terms


async def test_words_in_attached_files_are_found_once_these_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("REST", "PAUSE"):
        monkeypatch.setattr(debounce, name, 0.001)
    logbook = a_case(tmp_path)
    (tmp_path / "note.txt").write_text("Behind the greenhouse.", encoding="utf-8")
    logbook.exhibits.attach([examine(tmp_path / "note.txt")], Target(entry=70))

    async with opened(logbook) as pilot:
        await pilot.press("slash", *"greenhouse")
        await until(pilot, lambda: main(pilot).timeline.rows.numbers == (70,))

        assert "1 found" in text(pilot.app)
        await pilot.press("escape")
        assert main(pilot).timeline.rows.shown == COUNT


async def test_the_next_place_is_gone_to_within_an_entry_and_then_in_the_next_one(tmp_path: Path) -> None:
    long = "A grey car.\n" + "Nothing else.\n" * 60 + "The grey car again."
    logbook = a_logbook(tmp_path, an_entry("Grey coat.", when="2026-11-20T10:00"), an_entry("It rang."), an_entry(long))
    async with opened(logbook) as pilot:
        await pilot.press("slash", *"grey", "enter")
        text(pilot.app)
        screen, page = main(pilot), main(pilot).entry_view
        assert (screen.timeline.number, page.scroll_offset.y) == (3, 0)

        await pilot.press("f3")
        assert screen.timeline.number == 3
        assert "The grey car again." in text(pilot.app)

        await pilot.press("f3")
        assert (screen.timeline.number, page.scroll_offset.y) == (1, 0)
        await pilot.press("f3")
        assert toasts(pilot.app) == ["No further entry holds these words."]

        await pilot.press("shift+f3")
        assert screen.timeline.number == 3


async def test_where_words_stand_in_an_attached_file_is_told_below_the_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("REST", "PAUSE"):
        monkeypatch.setattr(debounce, name, 0.001)
    logbook = a_logbook(tmp_path, an_entry("It rang."))
    (tmp_path / "note.txt").write_text("word " * 90 + "behind the \x1b[31mgreenhouse " + "word " * 90, encoding="utf-8")
    logbook.exhibits.attach([examine(tmp_path / "note.txt")], Target(entry=1))

    async with opened(logbook) as pilot:
        await pilot.press("slash", *"greenhouse")
        await until(pilot, lambda: main(pilot).timeline.rows.numbers == (1,))
        await pilot.press("enter")

        shown = text(pilot.app)
        assert "Found in attached files" in shown
        assert "greenhouse word" in shown
        assert "\x1b" not in shown
