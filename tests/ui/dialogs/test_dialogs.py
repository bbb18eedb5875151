"""The questions: each is answered by keys that stand on it, and escape answers nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Button

from journal.domain.case.people import Role
from journal.domain.evidence.checklist import ItemState, Mark
from journal.store.file.mutable_state import Draft, Settings
from journal.ui.app import JournalApp
from journal.ui.dialogs.ask_day import AskDay
from journal.ui.dialogs.ask_folder import AskFolder
from journal.ui.dialogs.ask_words import AskReason
from journal.ui.dialogs.dialog import Confirm, Dialog
from journal.ui.editor.drafts import WaitingDrafts
from journal.ui.entry.mark_item import MarkItem
from journal.ui.fields.text_fields import TypedLine
from journal.ui.forms.people_picker import PeoplePicker
from journal.ui.maintenance.settings import SettingsDialog
from journal.ui.safety.passphrase import NewPassphrase
from journal.ui.safety.recovery_code import ShowRecoveryCode
from journal.ui.timeline.jump import JumpToDate
from tests.ui.builders import SIZES, a_logbook
from tests.ui.one_screen import Keys, OneScreen, picture

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journal.logbook import Logbook

TODAY = date(2026, 11, 22)
DRAFT = Draft(id="1", kept_at="2026-11-22T14:00:00Z", typed={"words": {"account": "Rang", "kind": "call_silent"}})
OLDER = Draft(id="2", kept_at="2026-11-21T14:00:00Z", amends=7, typed={"words": {"account": "Waited"}})

QUESTIONS: dict[str, Callable[[Logbook], Dialog[Any]]] = {
    "reason": lambda _logbook: AskReason("Cross out entry 3", "Why?", "Cross out"),
    "confirm": lambda _logbook: Confirm("Delete this draft", "Sure?", "Forget"),
    "mark": lambda _logbook: MarkItem("recording saved", Mark(), TODAY),
    "jump": JumpToDate,
    "drafts": lambda logbook: WaitingDrafts([DRAFT], logbook.drop_draft),
    "folder": lambda _logbook: AskFolder("/media/invented/stick", "There is no such folder."),
    "settings": lambda _logbook: SettingsDialog(Settings(), lock_key="^l", protected=False),
    "people": lambda logbook: PeoplePicker(logbook, (1,), Role.WITNESS),
}


@pytest.mark.parametrize("question", QUESTIONS)
async def test_escape_answers_nothing(tmp_path: Path, question: str) -> None:
    app = OneScreen(QUESTIONS[question](a_logbook(tmp_path)))

    async with app.run_test() as pilot:
        await pilot.press("escape")
        await pilot.pause()

        assert app.answered
        assert app.answer is None


@pytest.mark.parametrize("on_buttons", [(), ("up",), ("down",), ("down", "up", "up")])
async def test_a_letter_goes_to_the_line_also_where_arrows_led_to_a_button(on_buttons: tuple[str, ...]) -> None:
    app = OneScreen(AskReason("Cross out entry 3", "Why?", "Cross out"))

    async with app.run_test() as pilot:
        await pilot.press(*"call", "down", *on_buttons, "s", "f2")
        await pilot.pause()

        assert app.answer == "calls"


async def test_arrows_go_round_the_line_and_the_buttons() -> None:
    app = OneScreen(AskReason("Cross out entry 3", "Why?", "Cross out"))

    async with app.run_test() as pilot:
        seen = []
        for key in ("down", "down", "up", "up", "up"):
            await pilot.press(key)
            seen.append(app.focused)

        back, cross_out, _, line, _ = seen
        assert isinstance(line, TypedLine)
        assert [one and one.id for one in seen] == ["decline", "agree", "decline", line.id, "agree"]
        assert seen == [back, cross_out, back, line, cross_out]


@pytest.mark.parametrize("question", QUESTIONS)
async def test_the_way_back_is_a_button_too_and_says_its_key(tmp_path: Path, question: str) -> None:
    app = OneScreen(QUESTIONS[question](a_logbook(tmp_path)))

    async with app.run_test() as pilot:
        assert "Back  esc" in picture(app)
        await pilot.click("#decline")
        await pilot.pause()

        assert app.answered
        assert app.answer is None


@pytest.mark.parametrize("question", [name for name in QUESTIONS if name != "confirm"])
async def test_what_a_question_asks_for_is_seen_as_soon_as_it_opens(tmp_path: Path, question: str) -> None:
    async with JournalApp(a_logbook(tmp_path)).run_test() as pilot:
        asked = QUESTIONS[question](a_logbook(tmp_path / "other"))
        await pilot.app.push_screen(asked)
        await pilot.pause()

        assert asked.query_one(".fields").region.height


@pytest.mark.parametrize("question", [*QUESTIONS, "passphrase", "code", "day"])
async def test_every_button_gives_a_command_of_its_question(tmp_path: Path, question: str) -> None:
    more: dict[str, Callable[[Logbook], Dialog[Any]]] = {
        "passphrase": lambda _logbook: NewPassphrase(),
        "code": lambda _logbook: ShowRecoveryCode("ABCD-EFGH"),
        "day": lambda logbook: AskDay("A step", logbook),
    }
    app = OneScreen((QUESTIONS | more)[question](a_logbook(tmp_path)))

    async with app.run_test():
        buttons = [one.id for one in app.shown.query(Button)]

        assert buttons
        assert [one for one in buttons if not hasattr(app.shown, f"action_{one}")] == []


@pytest.mark.parametrize("size", [*SIZES, (20, 6), (3, 2), (1, 1)])
@pytest.mark.parametrize("question", QUESTIONS)
async def test_every_question_fits_every_terminal(tmp_path: Path, question: str, size: tuple[int, int]) -> None:
    app = OneScreen(QUESTIONS[question](a_logbook(tmp_path)))

    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if size in SIZES:
            assert "F2" in picture(app)
            assert app.screen.query_one(".box").region.bottom <= size[1]
        await pilot.press("escape")

        assert app.answer is None


async def test_a_dangerous_question_starts_on_the_safe_button_and_enter_there_is_safe() -> None:
    app = OneScreen(Confirm("Delete this draft", "Sure?", "Forget"))

    async with app.run_test() as pilot:
        assert isinstance(app.focused, Button)
        assert app.focused.id == "decline"
        await pilot.press("enter")
        await pilot.pause()

        assert app.answer is None


async def test_a_question_is_agreed_to_by_its_key_or_its_button() -> None:
    for by_mouse in (False, True):
        app = OneScreen(Confirm("Delete this draft", "Sure?", "Forget"))
        async with app.run_test() as pilot:
            assert "Forget  F2" in picture(app)
            if by_mouse:
                await pilot.click("#agree")
            else:
                await pilot.press("f2")
            await pilot.pause()

            assert app.answer is True


@pytest.mark.parametrize("key", ["enter", "f2"])
async def test_a_reason_is_typed_and_given(key: str) -> None:
    app = OneScreen(AskReason("Cross out entry 3", "Why?", "Cross out"))

    async with app.run_test() as pilot:
        assert "Cross out  F2" in picture(app)
        keys = Keys(pilot)
        await keys.words("  logged twice ")
        await keys.press(key)

        assert app.answer == "logged twice"


async def test_no_reason_is_asked_for_once_more() -> None:
    app = OneScreen(AskReason("Cross out entry 3", "Why?", "Cross out"))

    async with app.run_test() as pilot:
        await pilot.press("space", "enter")

        assert not app.answered
        assert "A few words are enough" in picture(app)


async def test_an_item_is_done_today_unless_another_day_is_typed() -> None:
    app = OneScreen(MarkItem("recording saved", Mark(), TODAY))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.press("d", "enter")
        await keys.words("on the stick")
        await keys.press("f2")

        assert app.answer == Mark(state=ItemState.DONE, note="on the stick", on="2026-11-22")


async def test_the_day_of_an_item_is_read_back_in_words() -> None:
    app = OneScreen(MarkItem("recording saved", Mark(), TODAY))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.press("d", "enter", "enter")
        await keys.words("yesterday")
        assert "Saturday 21 November 2026" in picture(app)
        await keys.press("enter")

        assert app.answer == Mark(state=ItemState.DONE, on="2026-11-21")


async def test_a_day_that_cannot_be_read_keeps_the_question_open() -> None:
    app = OneScreen(MarkItem("recording saved", Mark(), TODAY))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.press("d", "enter", "enter")
        await keys.words("blurgh")
        await keys.press("f2")

        assert not app.answered
        assert "Please choose which day you mean" in picture(app)
        assert "blurgh" in picture(app)


async def test_an_item_shows_what_was_said_of_it_and_can_be_taken_back() -> None:
    mark = Mark(state=ItemState.DONE, note="on the stick", on="2026-11-21")
    app = OneScreen(MarkItem("recording saved", mark, TODAY))

    async with app.run_test() as pilot:
        assert "(•) done" in picture(app)
        assert "on the stick" in picture(app)
        assert "21 November 2026" in picture(app)
        await pilot.press("f2")

        assert app.answer == mark


async def test_an_item_that_does_not_apply_needs_no_day() -> None:
    app = OneScreen(MarkItem("recording saved", Mark(), TODAY))

    async with app.run_test() as pilot:
        await pilot.press("3", "f2")

        assert app.answer == Mark(state=ItemState.DOES_NOT_APPLY)


async def test_a_date_in_words_is_read_back_and_gone_to(tmp_path: Path) -> None:
    app = OneScreen(JumpToDate(a_logbook(tmp_path)))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.words("yesterday")
        assert "Saturday 21 November 2026" in picture(app)
        await keys.press("enter")

        assert app.answer is not None
        assert app.answer.first_day == date(2026, 11, 21)


async def test_a_date_that_is_missing_or_not_readable_is_asked_again(tmp_path: Path) -> None:
    app = OneScreen(JumpToDate(a_logbook(tmp_path)))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.press("enter")
        assert "Which day?" in picture(app)
        await keys.words("blurgh")
        await keys.press("f2")
        assert not app.answered
        await keys.press("ctrl+u")
        await keys.words("yesterday")
        await keys.press("f2")

        assert app.answer is not None
        assert app.answer.first_day == date(2026, 11, 21)
