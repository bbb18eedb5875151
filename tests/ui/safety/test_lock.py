"""Everything that covers the screen: nothing stored is drawn, and only an answer takes the cover away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.screen import Screen
from textual.widgets._toast import Toast

from journal.ui.editor.editor import EditorScreen
from journal.ui.fields.text_fields import TypedText
from journal.ui.safety.lock_screen import HiddenScreen, LockScreen
from journal.ui.timeline.main import MainScreen
from journal.ui.timeline.timeline import Timeline
from tests.ui.builders import a_logbook
from tests.ui.locking_app import NEVER_DRAWN, PRIVATE, a_door, assert_covered, locking, private_logbook, unlock
from tests.ui.looking import NARROW, WIDE, text, toasts
from tests.ui.one_screen import type_words, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.app import App

    from journal.ui.safety.locking import Cover

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


@pytest.mark.parametrize("place", PLACES)
async def test_nothing_stored_or_typed_is_drawn_while_it_is_locked_in_any_size(tmp_path: Path, place: str) -> None:
    covers = iter(COVERS)

    def next_cover() -> Cover:
        return next(covers)()

    async with locking(private_logbook(tmp_path), next_cover) as (pilot, app):
        await pilot.press(*PLACES[place])
        await pilot.pause()
        assert any(words.lower() in text(app).lower() for words in NEVER_DRAWN)

        for cover in (HiddenScreen, LockScreen):
            await pilot.press("ctrl+l")
            await pilot.pause()

            assert app.locking.locked
            assert isinstance(app.screen, cover)
            assert_covered(app)
            for size in (NARROW, (20, 5), (200, 60), WIDE):
                await pilot.resize_terminal(*size)
                assert_covered(app)
            assert app.sub_title == ""
            assert PRIVATE not in app.title
            await pilot.press("space")


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
