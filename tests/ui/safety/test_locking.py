"""When it locks: after idle time, after a sleep of the computer, before stepping out, and behind the curtain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Paste

from journal.ui.fields.text_fields import SecretLine, TypedText
from journal.ui.frame.neutral import Curtain
from journal.ui.safety.lock_screen import HiddenScreen, LockScreen
from journal.ui.timeline.main import MainScreen
from journal.ui.timeline.timeline import Timeline
from tests.ui.locking_app import (
    PRIVATE,
    RIGHT,
    a_door,
    assert_covered,
    locking,
    lose_focus,
    private_logbook,
    regain_focus,
    unlock,
)
from tests.ui.looking import NARROW, text
from tests.ui.one_screen import type_words, until

if TYPE_CHECKING:
    from pathlib import Path


async def test_it_locks_by_itself_after_the_idle_time(tmp_path: Path) -> None:
    async with locking(private_logbook(tmp_path), a_door) as (pilot, app):
        app.time.seconds += 179
        app.locking.watch.look()
        assert not app.locking.locked

        app.time.seconds += 1
        app.locking.watch.look()
        await pilot.pause()

        assert app.locking.locked
        assert_covered(app)


async def test_keys_pasted_words_and_the_mouse_are_signs_of_life(tmp_path: Path) -> None:
    async with locking(private_logbook(tmp_path)) as (pilot, app):
        app.time.seconds += 170
        await pilot.press("down")
        app.time.seconds += 170
        await pilot.hover(offset=(3, 3))
        app.time.seconds += 170
        app.post_message(Paste("x"))
        await pilot.pause()
        app.time.seconds += 170
        app.locking.watch.look()

        assert not app.locking.locked


async def test_the_first_key_after_the_computer_slept_locks_and_does_nothing_else(tmp_path: Path) -> None:
    async with locking(private_logbook(tmp_path)) as (pilot, app):
        app.time.seconds += 8 * 3600

        await pilot.press("n")
        await pilot.pause()

        assert app.locking.locked
        assert_covered(app)

        await pilot.press("x")
        await pilot.pause()
        assert isinstance(app.screen, MainScreen)


async def test_a_door_that_waited_for_hours_still_takes_what_is_typed(tmp_path: Path) -> None:
    async with locking(private_logbook(tmp_path), a_door) as (pilot, app):
        await pilot.press("ctrl+l")
        app.time.seconds += 8 * 3600
        await pilot.pause()

        await pilot.press(*[{" ": "space"}.get(sign, sign) for sign in RIGHT], "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

        assert not app.locking.locked


async def test_with_the_curtain_the_screen_is_empty_while_another_window_has_the_focus(tmp_path: Path) -> None:
    async with locking(private_logbook(tmp_path)) as (pilot, app):
        app.locking.curtain = True

        await lose_focus(pilot)
        assert isinstance(app.screen, Curtain)
        assert text(app).strip() == ""

        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        assert text(app).strip() == ""

        await regain_focus(pilot)
        assert PRIVATE in text(app)
        assert isinstance(app.focused, Timeline)


async def test_a_key_lifts_the_curtain_where_the_terminal_does_not_tell_and_does_nothing_else(tmp_path: Path) -> None:
    async with locking(private_logbook(tmp_path)) as (pilot, app):
        app.locking.curtain = True
        await lose_focus(pilot)

        await pilot.press("n")
        await pilot.pause()

        assert isinstance(app.screen, MainScreen)


async def test_without_the_setting_another_window_changes_nothing(tmp_path: Path) -> None:
    async with locking(private_logbook(tmp_path)) as (pilot, app):
        await lose_focus(pilot)

        assert PRIVATE in text(app)


@pytest.mark.parametrize("curtain", [True, False])
async def test_it_locks_under_the_curtain_too_and_comes_back_to_the_same_field(tmp_path: Path, curtain: bool) -> None:
    async with locking(private_logbook(tmp_path), a_door) as (pilot, app):
        app.locking.curtain = curtain
        await pilot.press("e")
        field = app.screen.query(TypedText).first()
        field.focus()
        await pilot.pause()
        await lose_focus(pilot)

        app.time.seconds += 500
        app.locking.watch.look()
        await pilot.pause()
        assert isinstance(app.screen, LockScreen)
        assert not [screen for screen in app.screen_stack if isinstance(screen, Curtain)]

        await regain_focus(pilot)
        assert isinstance(app.focused, SecretLine)
        await unlock(pilot)

        assert app.screen.focused is field


async def test_ctrl_z_locks_outside_of_text_fields_only(tmp_path: Path) -> None:
    async with locking(private_logbook(tmp_path)) as (pilot, app):
        await pilot.press("slash", "x", "ctrl+z")
        assert not app.locking.locked

        await pilot.press("escape", "ctrl+z")
        await pilot.pause()
        assert app.locking.locked


async def test_the_terminal_is_emptied_before_what_was_typed_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logbook = private_logbook(tmp_path)
    written: list[tuple[str, int]] = []
    monkeypatch.setattr(
        HeadlessDriver, "write", lambda _driver, data: written.append((data, len(logbook.drafts))), raising=True
    )
    async with locking(logbook) as (pilot, _app):
        await pilot.press("n")
        await type_words(pilot, "yesterday")
        written.clear()
        await pilot.press("ctrl+l")
        await until(pilot, lambda: bool(logbook.drafts))

        assert [drafts for data, drafts in written if "\x1b[2J" in data] == [0]


async def test_the_terminal_is_emptied_before_the_cover_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    emptied_before: list[bool] = []
    monkeypatch.setattr(HeadlessDriver, "write", lambda _driver, data: written.append(data), raising=True)

    def cover() -> HiddenScreen:
        emptied_before.append(any("\x1b[2J" in data for data in written))
        return HiddenScreen()

    async with locking(private_logbook(tmp_path), cover) as (pilot, app):
        written.clear()
        await pilot.press("ctrl+l")

        assert app.locking.locked
    assert emptied_before == [True]
