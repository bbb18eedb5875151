"""The editor, as the manual tells it: time, kind, one line, save."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from journal.domain.time.moment import Certainty
from journal.logbook import Saved
from journal.ui.editor.editor import EditorScreen
from journal.ui.editor.entry_form import EntryForm
from tests.ui.builders import SIZES, Clock, a_logbook
from tests.ui.one_screen import Keys, OneScreen, focused_field, picture, saved_entry

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("size", SIZES)
async def test_an_ordinary_call_takes_few_keys_beside_the_words(tmp_path: Path, size: tuple[int, int]) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test(size=size) as pilot:
        keys = Keys(pilot)
        await keys.words("yesterday 22:14")
        assert "Saturday 21 November 2026, 22:14" in picture(app)
        await keys.press("enter")
        await keys.words("sil")
        await keys.press("enter")
        await keys.words("Rang nine times")
        await keys.press("f2")

    entry = saved_entry(logbook)
    assert app.answer == Saved(record=3, subject=1)
    assert keys.pressed + 1 <= 10
    assert (entry.happened.start, entry.happened.typed) == ("2026-11-21T22:14", "yesterday 22:14")
    assert (entry.kind, entry.account) == ("call_silent", "Rang nine times")


async def test_a_missed_call_now_takes_four_keys_more_than_opening_the_editor(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.press("enter", "m", "f2")

    entry = saved_entry(logbook)
    assert keys.pressed + 1 <= 5
    assert entry.kind == "call_missed"
    assert (entry.happened.certainty, entry.happened.start) == (Certainty.EXACT, "2026-11-22T15:03")


async def test_now_is_the_minute_in_which_the_editor_was_opened(tmp_path: Path) -> None:
    clock = Clock()
    logbook = a_logbook(tmp_path, clock=clock)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        clock.move(minutes=20)
        await pilot.press("f2", "f2")

    assert saved_entry(logbook).happened.start == "2026-11-22T15:03"


async def test_half_an_entry_may_be_saved(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        await pilot.press(*"unknown", "f2")

    entry = saved_entry(logbook)
    assert (entry.kind, entry.happened.certainty) == ("other", Certainty.UNKNOWN)


async def test_two_readings_are_two_keys(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.words("8 uur")
        assert "1  " in picture(app)
        assert "2  " in picture(app)
        await keys.press("enter", "2")
        assert focused_field(app) == "kind"
        await keys.press("f2")

    assert app.answered
    assert saved_entry(logbook).happened.start in {"2026-11-22T08:00", "2026-11-22T20:00", "2026-11-21T20:00"}


async def test_what_is_typed_on_below_the_question_reaches_the_field(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.words("8 uur")
        await keys.press("enter", "backspace", "r", "enter", "space", *"gisteren")

        assert app.shown.query_one(EntryForm).typed.times["happened"].text == "8 uur gisteren"
        assert focused_field(app) == "happened"


async def test_what_is_pasted_below_the_question_reaches_the_field(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.words("8 uur")
        await keys.press("enter")
        assert pilot.app.focused
        pilot.app.focused.post_message(Paste(" gisteren"))
        await pilot.pause()

        assert app.shown.query_one(EntryForm).typed.times["happened"].text == "8 uur gisteren"


async def test_a_reading_can_be_chosen_without_leaving_the_field(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.words("8 uur")
        await keys.press("alt+1")

        assert focused_field(app) == "kind"
        assert app.shown.query_one(EntryForm).typed.times["happened"].moment is not None


async def test_an_unanswered_question_keeps_the_form_open_at_the_question(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.words("8 uur")
        await keys.press("f2")

        assert not app.answered
        assert focused_field(app) == "happened"
        assert "Not saved yet" in picture(app)
        await keys.press("1", "f2")

    assert app.answered


async def test_a_time_that_cannot_be_read_leaves_the_words_in_place(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.words("blurgh")
        await keys.press("enter")
        assert focused_field(app) == "happened"
        await keys.press("tab", *"sms", "f2")

        assert not app.answered
        assert focused_field(app) == "happened"
        assert "blurgh" in picture(app)
        assert "Your text is still here" in picture(app)


async def test_letters_that_find_no_kind_are_said_so(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.press("enter")
        await keys.words("xyzzy")
        await keys.press("f2")

        assert not app.answered
        assert focused_field(app) == "kind"
        assert "Nothing matches" in picture(app)


async def test_the_list_of_kinds_is_gone_through_with_the_arrows(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.press("enter", *"call", "down", "enter")
        assert focused_field(app) == "account"
        await keys.press("f2")

    assert saved_entry(logbook).kind == "call_missed"


async def test_the_mouse_chooses_a_kind(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", *"sil")
        await pilot.click("Matches", offset=(3, 0))
        await pilot.pause()

        assert app.shown.query_one(EntryForm).typed.words["kind"] == "call_silent"
        assert focused_field(app) == "account"


async def test_in_a_narrow_terminal_a_key_shows_what_to_keep_below_the_form_and_folds_it_away(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", *"threat", "enter")
        assert "F5 checklist" in picture(app)
        assert "Evidence checklist" not in picture(app)

        await pilot.press("f5")
        shown = picture(app)
        assert "Evidence checklist" in shown
        assert "police came: findings and number noted" in shown
        assert "exactly as they were said." in shown
        await pilot.press("f5", *"He")
        assert "Evidence checklist" not in picture(app)
        assert "He" in picture(app)


async def test_where_the_checklist_stands_beside_the_form_no_key_for_it_is_offered(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))

    async with app.run_test(size=(120, 40)):
        assert "Evidence checklist" in picture(app)
        assert "F5" not in picture(app)
