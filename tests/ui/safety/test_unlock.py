"""The door: it gives nothing away, never stands still, and takes its time after a wrong passphrase."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.base.errors import Unreadable
from journal.domain.ledger import recovery_code
from journal.store.age.protection import Key, Tampered, TooBusy, TooMuchWork, WrongPassphrase, unlock
from journal.ui.safety.unlock import UnlockScreen, failed_attempts, rounded
from tests.ui.builders import HOSTILE_TOGETHER, LONG
from tests.ui.locking_app import RIGHT, WithLeaving
from tests.ui.looking import NARROW, WIDE
from tests.ui.one_screen import picture, type_words

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from journal.domain.base.errors import JournalError

TELLING = ("journal", "diary", "stalk", "passphrase", "password", "entry", "evidence", "unlock", "recovery", "help")
"""Words by which a passer-by would know what this is."""

Shown = WithLeaving[UnlockScreen[str]]


class Door:
    """Opens for one passphrase; what it answers and how long one has to wait can be set."""

    def __init__(self) -> None:
        self.tried: list[str] = []
        self.wait = 0.0
        self.refusal: JournalError = WrongPassphrase("the journal stays closed")
        self.may_answer = Event()
        self.may_answer.set()

    def attempt(self, typed: str) -> str:
        self.may_answer.wait()
        self.tried.append(typed)
        if typed != RIGHT:
            self.wait = 4.0
            raise self.refusal
        return "opened"

    def app(self) -> Shown:
        return WithLeaving(UnlockScreen(self.attempt, lambda: self.wait))


async def answer(pilot: Pilot[None]) -> None:
    """Wait until the attempt is over and what follows is drawn."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def try_words(pilot: Pilot[None], words: str) -> None:
    await type_words(pilot, words)
    await pilot.press("enter")
    await answer(pilot)


def said(app: Shown) -> str:
    return " ".join(picture(app).split())


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_right_passphrase_opens(size: tuple[int, int]) -> None:
    door = Door()
    app = door.app()
    async with app.run_test(size=size) as pilot:
        await try_words(pilot, RIGHT)

        assert app.answer == "opened"
        assert door.tried == [RIGHT]


@pytest.mark.parametrize("size", [NARROW, WIDE, (20, 6)])
async def test_a_passer_by_sees_a_field_and_how_to_leave_and_nothing_else(size: tuple[int, int]) -> None:
    door = Door()
    app = door.app()
    async with app.run_test(size=size) as pilot:
        letters = [word for word in said(app).split() if word.isalpha()]
        assert letters == ["quick", "exit"]

        for keys in ("f1", "ctrl+p", "tab", "f2", "f9"):
            await try_words(pilot, "abc")
            await pilot.press(keys)
            assert not [word for word in TELLING if word in picture(app).lower()]
            door.wait = 0


async def test_what_is_typed_is_never_drawn() -> None:
    app = Door().app()
    async with app.run_test(size=NARROW) as pilot:
        await type_words(pilot, RIGHT)
        await pilot.press("f3", "f4", "ctrl+e")

        assert "four" not in picture(app)
        assert "invented" not in picture(app)
        assert app.clipboard == ""


@pytest.mark.parametrize("words", [*HOSTILE_TOGETHER[:-1], LONG])
async def test_whatever_is_typed_is_tried_as_it_is_and_does_nothing(words: str) -> None:
    door = Door()
    app = door.app()
    async with app.run_test(size=NARROW) as pilot:
        await try_words(pilot, words)

        assert door.tried == [" ".join(words.splitlines())]
        assert "\x1b" not in picture(app)
        assert "That is not right." in said(app)


async def test_a_wrong_passphrase_is_said_calmly_and_the_wait_is_counted_down_on_one_line() -> None:
    door = Door()
    app = door.app()
    async with app.run_test(size=NARROW) as pilot:
        await try_words(pilot, "wrong")
        assert "That is not right. Check capital letters and the keyboard, then try again." in said(app)
        assert "Possible again in 4 seconds." in said(app)
        assert app.shown.line.value == ""

        for door.wait, line in ((2.2, "3 seconds"), (0.4, "1 second."), (0, "")):
            app.shown._count_down()
            await pilot.pause()
            assert said(app).count("Possible again") == (1 if line else 0)
            assert line in said(app)


async def test_nothing_is_tried_before_the_wait_is_over_and_what_was_typed_stays() -> None:
    door = Door()
    app = door.app()
    async with app.run_test(size=NARROW) as pilot:
        await try_words(pilot, "wrong")

        await try_words(pilot, RIGHT)
        assert door.tried == ["wrong"]

        door.wait = 0
        await pilot.press("enter")
        await answer(pilot)
        assert app.answer == "opened"


async def test_a_wait_that_began_before_is_shown_from_the_start() -> None:
    door = Door()
    door.wait = 57.3
    app = door.app()
    async with app.run_test(size=NARROW):
        assert "Possible again in 60 seconds." in said(app)


async def test_the_screen_lives_while_a_passphrase_is_tried() -> None:
    door = Door()
    app = door.app()
    async with app.run_test(size=NARROW) as pilot:
        door.may_answer.clear()
        await type_words(pilot, RIGHT)
        await pilot.press("enter")
        await pilot.pause()
        assert "One moment …" in said(app)

        await pilot.press(*"xyz", "enter")
        assert "•••" in picture(app)
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        assert "One moment …" in said(app)

        door.may_answer.set()
        await answer(pilot)
        assert app.answer == "opened"
        assert door.tried == [RIGHT]


async def test_something_moves_only_where_animations_are_wanted() -> None:
    door = Door()
    app = door.app()
    async with app.run_test(size=NARROW) as pilot:
        assert app.animation_level == "none"
        door.may_answer.clear()
        await type_words(pilot, RIGHT)
        await pilot.press("enter")
        assert not app.shown._motion._active.is_set()

        app.animation_level = "full"
        app.shown._begin_work()
        assert app.shown._motion._active.is_set()

        door.may_answer.set()
        await answer(pilot)


@pytest.mark.parametrize("key", ["ctrl+q", "f12"])
async def test_one_key_leaves_while_a_passphrase_is_tried(key: str) -> None:
    door = Door()
    app = door.app()
    async with app.run_test(size=NARROW) as pilot:
        door.may_answer.clear()
        await type_words(pilot, RIGHT)
        await pilot.press("enter", key)

        assert app.left
    door.may_answer.set()


def test_the_program_does_not_wait_for_a_passphrase_that_is_being_tried() -> None:
    program = """
import asyncio, time
from journal.ui.frame.background import aside
async def main():
    task = asyncio.create_task(aside(lambda: time.sleep(3600)))
    await asyncio.sleep(0)
asyncio.run(main())
"""
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0


@pytest.mark.parametrize(
    ("sort", "sentence"),
    [
        (TooBusy, "This cannot be checked right now. Please close other programs and try again."),
        (TooMuchWork, "This takes more work than this computer can do. Please open it on a computer with more memory."),
        (WrongPassphrase, "That is not right. Check capital letters and the keyboard, then try again."),
        (Tampered, "This cannot be opened, because a part of it is damaged. It was left as it is. Please use a copy."),
    ],
)
async def test_busy_and_too_much_and_wrong_and_damaged_are_four_sentences_that_give_nothing_away(
    sort: type[JournalError], sentence: str
) -> None:
    door = Door()
    door.refusal = sort("this journal stays closed")
    app = door.app()
    async with app.run_test(size=NARROW) as pilot:
        await try_words(pilot, "words")

        assert sentence in said(app)
        assert "journal" not in said(app)


async def test_a_damaged_file_is_told_in_its_own_sentence() -> None:
    door = Door()
    door.refusal = Unreadable("The end of the file is missing.")
    app = door.app()
    async with app.run_test(size=NARROW) as pilot:
        await try_words(pilot, "words")

        assert "The end of the file is missing." in said(app)


async def test_escape_empties_the_field_and_then_answers_nothing() -> None:
    app = Door().app()
    async with app.run_test(size=NARROW) as pilot:
        await type_words(pilot, "abc")
        await pilot.press("escape")
        assert app.shown.line.value == ""
        assert not app.answered

        await pilot.press("escape")
        assert app.answered
        assert app.answer is None


@pytest.mark.slow
async def test_the_recovery_code_opens_a_real_key_as_it_is_typed_from_paper() -> None:
    code = recovery_code.draw(lambda count: bytes(range(count)))
    key = Key()
    sealed = key.seal(b"words")
    wraps = key.wrap(RIGHT, code)
    app: WithLeaving[Any] = WithLeaving(UnlockScreen(partial(unlock, wraps), lambda: 0))
    async with app.run_test(size=NARROW) as pilot:
        await try_words(pilot, code.lower().replace("-", " "))

        assert app.answer.open(sealed) == b"words"


@given(st.floats(0, 1000))
def test_the_countdown_never_promises_too_early_and_goes_in_tens_above_ten(seconds: float) -> None:
    shown = rounded(seconds)

    assert seconds <= shown < seconds + 10
    assert shown <= 10 or shown % 10 == 0
    assert (shown == 0) is (seconds == 0)


def test_failed_attempts_are_told_in_one_sentence_and_none_in_none() -> None:
    assert failed_attempts(0) == ""
    assert failed_attempts(1) == "Since the last visit 1 attempt to open this journal failed."
    assert failed_attempts(12) == "Since the last visit 12 attempts to open this journal failed."
