"""The first start, before anything is written."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, cast

import pytest

from journal.domain.text.words import spoken
from journal.ui.safety.first_start import FirstChoice, FirstStart
from tests.ui.builders import HOSTILE_TOGETHER
from tests.ui.locking_app import WithLeaving
from tests.ui.looking import NARROW, WIDE
from tests.ui.one_screen import picture

if TYPE_CHECKING:
    from pathlib import Path

USUAL = "/home/invented/data/journal"


def first_start(folder: str = USUAL) -> WithLeaving[FirstStart]:
    """The screen on a folder; it only looks at the name."""
    return WithLeaving(FirstStart(cast("Path", PurePosixPath(folder))))


def words(app: WithLeaving[Any]) -> str:
    return " ".join(picture(app).split())


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_everything_to_know_stands_on_one_screen(size: tuple[int, int]) -> None:
    app = first_start()
    async with app.run_test(size=size):
        shown = words(app)

        assert "Are you the only person who uses this computer?" in shown
        assert "use another device, or paper" in shown
        assert "Press Ctrl+Q or F12" in shown
        assert USUAL in shown
        assert "when both are lost, the journal is lost" in shown
        assert "everybody who gets the file can read it." in shown
        assert "copies to an account" not in shown


async def test_enter_at_once_sets_a_passphrase() -> None:
    app = first_start()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("enter")

        assert app.answer is FirstChoice.PROTECT


async def test_going_without_is_the_second_button() -> None:
    app = first_start()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("right", "enter")

        assert app.answer is FirstChoice.WITHOUT


@pytest.mark.parametrize("keys", [("escape",), ("tab", "tab", "enter"), ("left", "enter")])
async def test_it_can_be_left_without_making_anything(keys: tuple[str, ...]) -> None:
    app = first_start()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press(*keys)

        assert app.answered
        assert app.answer is None


async def test_one_key_leaves_at_once() -> None:
    app = first_start()
    async with app.run_test(size=NARROW) as pilot:
        assert "quick exit" in picture(app).splitlines()[-1]

        await pilot.press("f12")

        assert app.left


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/invented/OneDrive - Example/journal", "OneDrive"),
        ("/home/invented/Dropbox", "Dropbox"),
        ("/Users/invented/Library/CloudStorage/[red]-x/journal", "[red]"),
    ],
)
@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_folder_that_somebody_else_may_share_is_warned_about(
    folder: str, service: str, size: tuple[int, int]
) -> None:
    app = first_start(folder)
    async with app.run_test(size=size):
        assert f"one that {service} copies to an account" in words(app)


@pytest.mark.parametrize("hostile", HOSTILE_TOGETHER)
async def test_a_hostile_folder_is_drawn_and_does_nothing(hostile: str) -> None:
    app = first_start(f"/home/{hostile}/" + "very-long-name" * 40)
    async with app.run_test(size=NARROW) as pilot:
        for key in ("pagedown", "end", "up", "home", "down", "pageup"):
            await pilot.press(key)
            assert "\x1b" not in picture(app)
            assert "\x9b" not in picture(app)

        await pilot.press("enter")
        assert app.answer is FirstChoice.PROTECT


async def test_in_a_small_terminal_the_keys_scroll_to_the_end_and_the_buttons_stay() -> None:
    app = first_start()
    async with app.run_test(size=(60, 12)) as pilot:
        assert "can read it." not in words(app)

        await pilot.press("end")

        assert "can read it." in words(app)
        assert "Set a passphrase" in words(app)


async def test_one_key_says_it_in_the_next_language() -> None:
    app = first_start()
    async with app.run_test(size=NARROW) as pilot:
        assert "L Nederlands · français · English" in words(app)

        await pilot.press("l")
        assert "Bent u" in words(app)

        await pilot.press("l", "L", "enter")
        assert spoken().language == "en"
        assert app.answer is FirstChoice.PROTECT
