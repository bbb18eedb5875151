"""Keys that arrive all at once, as a slow line sends them, land where they were meant to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.events import Key
from textual.keys import _character_to_key

from journal.domain.case.people import Role
from journal.ui.editor.editor import EditorScreen
from journal.ui.editor.entry_form import EntryForm
from journal.ui.entry.mark_item import MarkItem
from journal.ui.timeline.jump import JumpToDate
from tests.ui.builders import NOW, a_logbook, an_entry
from tests.ui.one_screen import OneScreen, picture, saved_entry, until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

NAMED = ("enter", "tab", "shift+tab", "up", "down", "left", "right", "backspace", "home", "end", "space", "f2")


async def burst(pilot: Pilot[Any], *typed: str) -> None:
    """Send keys, or the letters of words, without waiting between them."""
    for words in typed:
        for sign in (words,) if words in NAMED else words:
            named = sign in NAMED
            key = sign if named else _character_to_key(sign)
            pilot.app.post_message(Key(key, None if named else sign))
    await pilot.pause()


async def test_time_kind_and_line_typed_in_one_burst(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        await burst(pilot, "yesterday 22:14", "enter", "sil", "enter", "Rang nine times")
        assert "Saturday 21 November 2026, 22:14" in picture(app)
        await pilot.press("f2")

    entry = saved_entry(logbook)
    assert (entry.happened.start, entry.kind, entry.account) == ("2026-11-21T22:14", "call_silent", "Rang nine times")


async def test_a_reading_is_chosen_in_the_same_burst(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        await burst(pilot, "8 uur", "enter", "2", "missed", "enter", "Rang")
        await pilot.press("f2")

    entry = saved_entry(logbook)
    assert (entry.kind, entry.account) == ("call_missed", "Rang")
    assert entry.happened.start.startswith("2026-11-2")


async def test_corrections_and_arrows_keep_their_order(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        await burst(pilot, "enter", "call", "down", "enter", "Ring", "left", "backspace", "a", "backspace", "backspace")
        await burst(pilot, "a", "end", "tab", "37", "tab", "tab", "right", "tab")
        await pilot.press("f2")

    entry = saved_entry(logbook)
    assert (entry.kind, entry.account, entry.times) == ("call_missed", "Rag", 37)
    assert entry.details == {"call.number_shown": "shown"}


async def test_a_name_typed_into_the_field_opens_one_list_and_loses_no_letter(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test(size=(120, 40)) as pilot:
        app.shown.query_one(EntryForm).go_to_field("witnesses")
        await burst(pilot, "Bea Imagined")
        await until(pilot, lambda: len(app.screen_stack) == 3)
        await pilot.pause()
        await burst(pilot, "enter", "enter")
        await until(pilot, lambda: app.screen is app.shown)
        await pilot.press("f2")

    (witness,) = saved_entry(logbook).witnesses
    assert logbook.state.people[witness].name == "Bea Imagined"
    assert logbook.state.people[witness].role is Role.WITNESS


async def test_a_reason_typed_right_behind_the_save_is_the_reason(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("Rang"))
    app = OneScreen(EditorScreen(logbook, amends=1))

    async with app.run_test() as pilot:
        app.shown.query_one(EntryForm).go_to_field("place")
        await pilot.press(*"home", "f2")
        await burst(pilot, "remembered", "enter")
        await until(pilot, lambda: app.answered)

    history = logbook.state.entries[1]
    assert (history.entry.place, history.versions[-1].reason) == ("home", "remembered")


async def test_a_date_and_enter_in_one_burst(tmp_path: Path) -> None:
    app = OneScreen(JumpToDate(a_logbook(tmp_path)))

    async with app.run_test() as pilot:
        await burst(pilot, "yesterday", "enter")
        await until(pilot, lambda: app.answered)

    assert app.answer.start == "2026-11-21"


async def test_state_note_and_day_in_one_burst(tmp_path: Path) -> None:
    mark = an_entry("Rang")
    logbook = a_logbook(tmp_path, mark)
    app = OneScreen(MarkItem("recording saved", logbook.state.entries[1].checklist[0].mark, NOW.date()))

    async with app.run_test() as pilot:
        await burst(pilot, "d", "enter", "on the stick", "enter", "yesterday", "enter")
        await until(pilot, lambda: app.answered)

    assert (app.answer.state, app.answer.note, app.answer.on) == ("done", "on the stick", "2026-11-21")
