"""Everything that covers the screen: nothing stored is drawn, and only an answer takes the cover away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Paste
from textual.screen import Screen
from textual.widgets._toast import Toast

from journal.ui.screens.editor import EditorScreen
from journal.ui.screens.lock import HiddenScreen, LockScreen
from journal.ui.screens.main import MainScreen
from journal.ui.screens.neutral import Curtain
from journal.ui.widgets.secret_line import SecretLine
from journal.ui.widgets.timeline import Timeline
from journal.ui.widgets.typed_words import TypedText
from tests.ui.builders import a_logbook, an_entry
from tests.ui.locking_app import RIGHT, a_door, locking, lose_focus, regain_focus
from tests.ui.looking import NARROW, WIDE, text, toasts
from tests.ui.one_screen import type_words, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.app import App
    from textual.pilot import Pilot

    from journal.logbook import Logbook
    from journal.ui.locking import Cover

PRIVATE = "Secretword"
COVERS = [HiddenScreen, a_door]
PLACES = {
    "timeline": (),
    "entry": ("enter",),
    "checklist": ("shift+tab",),
    "history": ("h",),
    "help": ("question_mark",),
    "palette": ("ctrl+p",),
    "search": ("slash", *PRIVATE),
    "call line": ("m",),
    "editor": ("e",),
    "question": ("w", *PRIVATE),
}
NEVER_DRAWN = (PRIVATE, "Timeline", "Journal", "acts", "An Invented", "Withdraw", "All commands")


def private_logbook(folder: Path) -> Logbook:
    return a_logbook(folder, an_entry(PRIVATE * 3, place=PRIVATE, witnesses=(1,)))


def assert_covered(app: App[None]) -> None:
    shown = text(app)
    assert not [words for words in NEVER_DRAWN if words.lower() in shown.lower()], shown


async def unlock(pilot: Pilot[None], words: str = RIGHT) -> None:
    await type_words(pilot, words)
    await pilot.press("enter")
    await pilot.app.workers.wait_for_complete([worker for worker in pilot.app.workers if worker.group == "unlock"])
    await pilot.pause()


@pytest.mark.parametrize("cover", COVERS)
@pytest.mark.parametrize("place", PLACES)
async def test_nothing_stored_or_typed_is_drawn_while_it_is_locked_in_any_size(
    tmp_path: Path, place: str, cover: Callable[[], Cover]
) -> None:
    async with locking(private_logbook(tmp_path), cover) as (pilot, app):
        await pilot.press(*PLACES[place])
        await pilot.pause()
        assert any(words in text(app) for words in NEVER_DRAWN)

        await pilot.press("ctrl+l")
        await pilot.pause()

        assert app.locking.locked
        assert_covered(app)
        for size in (NARROW, (20, 5), (200, 60), WIDE):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert_covered(app)
        assert app.sub_title == ""
        assert PRIVATE not in app.title


async def test_without_a_passphrase_it_says_honestly_that_it_only_hides(tmp_path: Path) -> None:
    async with locking(private_logbook(tmp_path), size=NARROW) as (pilot, app):
        await pilot.press("f9")

        assert "Hidden, not protected: any key shows it again." in text(app)


@pytest.mark.parametrize("key", ["n", "enter", "escape", "space", "question_mark", "u"])
async def test_any_key_shows_an_unprotected_journal_again_and_does_nothing_else(tmp_path: Path, key: str) -> None:
    logbook = private_logbook(tmp_path)
    async with locking(logbook) as (pilot, app):
        await pilot.press("ctrl+l", key)
        await pilot.pause()

        assert isinstance(app.screen, MainScreen)
        assert isinstance(app.focused, Timeline)
        assert PRIVATE in text(app)
        assert not logbook.drafts
        assert not app.locking.locked


async def test_a_click_shows_it_again_too(tmp_path: Path) -> None:
    async with locking(private_logbook(tmp_path)) as (pilot, app):
        await pilot.press("ctrl+l")
        await pilot.click(offset=(5, 5))
        await pilot.pause()

        assert isinstance(app.screen, MainScreen)


@pytest.mark.parametrize("cover", COVERS)
async def test_locking_twice_does_not_open(tmp_path: Path, cover: Callable[[], Cover]) -> None:
    async with locking(private_logbook(tmp_path), cover) as (pilot, app):
        await pilot.press("ctrl+l", "ctrl+l", "f9")

        assert app.locking.locked
        assert_covered(app)


@pytest.mark.parametrize("keys", [("escape",), ("ctrl+p",), ("f1",), ("n",), ("tab", "enter"), ("ctrl+l",)])
async def test_no_key_takes_the_door_of_a_protected_journal_away(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with locking(private_logbook(tmp_path), a_door) as (pilot, app):
        await pilot.press("ctrl+l", *keys, *keys)
        await unlock(pilot, "wrong")

        assert isinstance(app.screen, LockScreen)
        assert_covered(app)


async def test_the_passphrase_shows_the_same_place_and_the_same_words_again(tmp_path: Path) -> None:
    async with locking(private_logbook(tmp_path), a_door) as (pilot, app):
        await pilot.press("e")
        field = app.screen.query(TypedText).first()
        field.focus()
        await pilot.pause()
        await type_words(pilot, "and then")
        await pilot.press("ctrl+l")
        await pilot.pause()

        await unlock(pilot)

        assert isinstance(app.screen, EditorScreen)
        assert app.focused is field
        assert "and then" in field.words
        assert not app.locking.locked


@pytest.mark.parametrize("cover", COVERS)
async def test_what_is_being_typed_is_kept_as_a_draft_when_it_locks(tmp_path: Path, cover: Callable[[], Cover]) -> None:
    logbook = private_logbook(tmp_path)
    async with locking(logbook, cover) as (pilot, _app):
        await pilot.press("n")
        await type_words(pilot, "yesterday evening")
        await pilot.press("ctrl+l")
        await pilot.pause()

        assert "yesterday evening" in str(logbook.drafts[-1].typed)


@pytest.mark.parametrize("cover", COVERS)
async def test_messages_neither_stay_nor_come_while_it_is_locked(tmp_path: Path, cover: Callable[[], Cover]) -> None:
    async with locking(private_logbook(tmp_path), cover) as (pilot, app):
        app.notify(f"{PRIVATE} is saved", timeout=1000)
        await until(pilot, lambda: f"{PRIVATE} is saved" in text(app))

        await pilot.press("ctrl+l")
        await pilot.pause()
        assert_covered(app)
        assert toasts(app) == []

        app.notify(f"{PRIVATE} is saved", timeout=1000)
        await until(pilot, lambda: bool(app.screen.query(Toast)))
        await pilot.pause()
        assert_covered(app)


@pytest.mark.parametrize("cover", COVERS)
@pytest.mark.parametrize("key", ["ctrl+q", "f12"])
async def test_one_key_leaves_from_the_cover(tmp_path: Path, key: str, cover: Callable[[], Cover]) -> None:
    async with locking(private_logbook(tmp_path), cover) as (pilot, app):
        await pilot.press("ctrl+l", key)

        assert app.return_code == 0
    assert not a_logbook(tmp_path).read_only


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


@pytest.mark.parametrize("take_away", [lambda app: app.pop_screen(), lambda app: app.push_screen(Screen())])
async def test_a_cover_that_something_else_takes_away_ends_the_program(
    tmp_path: Path, take_away: Callable[[App[None]], object]
) -> None:
    async with locking(private_logbook(tmp_path), a_door) as (pilot, app):
        await pilot.press("ctrl+l")
        await pilot.pause()

        take_away(app)

        assert app.return_code == 0
        assert app._batch_count


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
