"""Asking for a new passphrase, and showing the recovery code once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from journal.domain.ledger import recovery_code
from journal.ui.fields.text_fields import SecretLine
from journal.ui.safety.passphrase import FEWEST, MOST, NewPassphrase, strength
from journal.ui.safety.recovery_code import ShowRecoveryCode
from tests.ui.builders import HOSTILE_TOGETHER
from tests.ui.locking_app import RIGHT, WithLeaving
from tests.ui.looking import NARROW, WIDE
from tests.ui.one_screen import picture, type_words

if TYPE_CHECKING:
    from textual.pilot import Pilot

CODE = recovery_code.draw(lambda count: bytes(range(7, 7 + count)))
BEFORE, LAST = CODE.rsplit("-", 1)


async def type_twice(pilot: Pilot[None], words: str, again: str | None = None) -> None:
    await type_words(pilot, words)
    await pilot.press("enter")
    await type_words(pilot, words if again is None else again)
    await pilot.press("enter")
    await pilot.pause()


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_passphrase_typed_twice_is_the_answer(size: tuple[int, int]) -> None:
    app = WithLeaving(NewPassphrase())
    async with app.run_test(size=size) as pilot:
        assert "Four or more words" in picture(app)

        await type_twice(pilot, RIGHT)

        assert app.answer == RIGHT


async def test_what_is_typed_is_dots_until_f3_and_again_after_it() -> None:
    app = WithLeaving(NewPassphrase())
    async with app.run_test(size=NARROW) as pilot:
        await type_twice(pilot, "hidden words", "")
        assert "hidden words" not in picture(app)
        assert "•" * len("hidden words") in picture(app)

        await pilot.press("f3")
        assert "hidden words" in picture(app)

        await pilot.press("f3")
        assert "hidden words" not in picture(app)


async def test_two_different_lines_are_said_to_differ_and_only_the_second_is_asked_again() -> None:
    app = WithLeaving(NewPassphrase())
    async with app.run_test(size=NARROW) as pilot:
        await type_twice(pilot, RIGHT, "four invented plain wards")
        assert not app.answered
        assert "The two lines differ" in picture(app)

        await type_words(pilot, RIGHT)
        await pilot.press("f2")

        assert app.answer == RIGHT


@pytest.mark.parametrize("words", ["", "x", "x" * (FEWEST - 1)])
async def test_a_passphrase_of_fewer_than_eight_signs_is_not_taken(words: str) -> None:
    app = WithLeaving(NewPassphrase())
    async with app.run_test(size=NARROW) as pilot:
        await type_twice(pilot, words)
        await pilot.press("f2", "f2", "f2")

        assert not app.answered
        assert "too short to keep anybody out" in " ".join(picture(app).split())


async def test_a_short_passphrase_is_warned_about_and_taken_the_second_time() -> None:
    app = WithLeaving(NewPassphrase())
    async with app.run_test(size=NARROW) as pilot:
        await type_twice(pilot, "short one")
        assert "rather short" in picture(app)
        assert not app.answered

        await pilot.press("f2")

        assert app.answer == "short one"


async def test_a_passphrase_that_nobody_can_type_again_is_not_taken() -> None:
    app = WithLeaving(NewPassphrase())
    async with app.run_test(size=NARROW) as pilot:
        await type_twice(pilot, "x" * (MOST + 1))

        assert not app.answered
        assert "too long" in picture(app)


@pytest.mark.parametrize("words", HOSTILE_TOGETHER)
async def test_hostile_words_are_taken_as_typed_or_refused_and_do_nothing(words: str) -> None:
    app = WithLeaving(NewPassphrase())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("f3")
        await type_twice(pilot, words + "a long enough rest")

        assert "\x1b" not in picture(app)
        if (words + "a long enough rest").isprintable():
            assert app.answer == words + "a long enough rest"
        else:
            assert not app.answered


async def test_escape_answers_nothing() -> None:
    app = WithLeaving(NewPassphrase())
    async with app.run_test(size=NARROW) as pilot:
        await type_words(pilot, RIGHT)
        await pilot.press("escape")

        assert app.answered
        assert app.answer is None


async def test_one_key_leaves_while_a_passphrase_is_typed() -> None:
    app = WithLeaving(NewPassphrase())
    async with app.run_test(size=NARROW) as pilot:
        await type_words(pilot, RIGHT)
        await pilot.press("ctrl+q")

        assert app.left


@pytest.mark.parametrize("keys", [("ctrl+c",), ("ctrl+x",), ("f3", "ctrl+c"), ("f3", "super+c")])
async def test_nothing_typed_reaches_the_clipboard(keys: tuple[str, ...]) -> None:
    app = WithLeaving(NewPassphrase())
    async with app.run_test(size=NARROW) as pilot:
        await type_words(pilot, RIGHT)
        await pilot.press("home", "shift+end", *keys)

        assert app.clipboard == ""


async def test_a_very_long_paste_is_drawn_without_harm() -> None:
    app = WithLeaving(NewPassphrase())
    async with app.run_test(size=NARROW) as pilot:
        app.shown.query_one(SecretLine).post_message(Paste("long " * 20_000))
        await pilot.pause()

        assert max(map(len, picture(app).splitlines())) == NARROW[0]


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_code_is_shown_in_its_groups_and_its_last_group_shows_that_it_is_on_paper(
    size: tuple[int, int],
) -> None:
    app = WithLeaving(ShowRecoveryCode(CODE))
    async with app.run_test(size=size) as pilot:
        assert all(group in picture(app) for group in CODE.split("-"))

        await type_words(pilot, LAST.lower())
        await pilot.press("enter")

        assert app.answer is True


async def test_the_whole_code_typed_back_is_understood_too() -> None:
    app = WithLeaving(ShowRecoveryCode(CODE))
    async with app.run_test(size=NARROW) as pilot:
        await type_words(pilot, CODE.replace("-", " "))
        await pilot.press("f2")

        assert app.answer is True


@pytest.mark.parametrize("typed", ["", LAST[:-1], LAST[::-1], BEFORE[:5], *HOSTILE_TOGETHER])
async def test_anything_else_is_asked_again(typed: str) -> None:
    app = WithLeaving(ShowRecoveryCode(CODE))
    async with app.run_test(size=NARROW) as pilot:
        await type_words(pilot, typed)
        await pilot.press("enter")
        await pilot.pause()

        assert not app.answered
        assert "not the last group" in picture(app)
        assert "\x1b" not in picture(app)


async def test_going_on_without_a_check_says_first_what_it_means() -> None:
    app = WithLeaving(ShowRecoveryCode(CODE))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("escape")
        assert not app.answered
        assert "nobody can open the journal again" in " ".join(picture(app).replace("│", " ").split())

        await pilot.press("escape")

        assert app.answer is False


async def test_the_code_cannot_be_selected_with_the_mouse_and_copied() -> None:
    app = WithLeaving(ShowRecoveryCode(CODE))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.mouse_down("#code", offset=(1, 0))
        await pilot.hover("#code", offset=(60, 1))
        await pilot.mouse_up("#code", offset=(60, 1))
        await pilot.press("ctrl+c")

        assert app.clipboard == ""


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("short", "too short"),
        ("ten signs!", "may be guessed"),
        ("one one one one one one", "another word would help"),
        ("grey lamp on the roof tile", "as long as nobody knows"),
    ],
)
def test_its_strength_is_told_in_words(typed: str, told: str) -> None:
    assert told in strength(typed)
