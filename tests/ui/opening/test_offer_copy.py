"""A copy that is opened says what it is, and becomes the journal where nothing is lost by it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from journal.logbook import Logbook
from journal.ui.app import JournalApp
from journal.ui.maintenance.offer_copy import OfferCopy
from tests.ui.builders import Clock, a_logbook, an_entry, salts
from tests.ui.looking import NARROW, main_screen, text, toasts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot


def a_copy(folder: Path) -> Path:
    """A copy with one entry, of a journal that has recorded another one since."""
    logbook = a_logbook(folder / "home", an_entry("Before."))
    (folder / "stick").mkdir()
    made = logbook.copies.back_up(folder / "stick")
    logbook.record(an_entry("Since."))
    logbook.close()
    return made.path


def reopened(path: Path, *, read_only: bool = False) -> Logbook:
    return Logbook(path, clock=Clock(), salts=salts, read_only=read_only)


@asynccontextmanager
async def opened_copy(copy: Path, home: Path) -> AsyncIterator[tuple[Pilot[None], JournalApp]]:
    logbook = reopened(copy)
    app = JournalApp(logbook, home=home)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        yield pilot, app
    logbook.close()


async def agree(pilot: Pilot[None]) -> None:
    await pilot.press("f2")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_it_says_that_it_is_a_copy_and_escape_only_reads(tmp_path: Path) -> None:
    copy = a_copy(tmp_path)
    before = copy.read_bytes()

    async with opened_copy(copy, tmp_path / "new" / "journal.json") as (pilot, app):
        assert "This is a copy of a journal, made on 2026-11-22 14:03 UTC, at" in text(app)
        await pilot.press("escape")
        assert app.screen is main_screen(pilot)
        assert "a copy, read only" in text(app).splitlines()[0]
        assert toasts(app) == []
        await pilot.press("n", "b")
        assert app.screen is main_screen(pilot)

    assert copy.read_bytes() == before
    assert not (tmp_path / "new").exists()


async def test_it_becomes_the_journal_at_the_usual_place_and_that_is_opened_next(tmp_path: Path) -> None:
    copy, home = a_copy(tmp_path), tmp_path / "new" / "journal.json"
    before = copy.read_bytes()

    async with opened_copy(copy, home) as (pilot, app):
        await agree(pilot)

        assert app.open_next
        assert app.open_next.path == home
    assert copy.read_bytes() == before
    logbook = reopened(home)
    assert not logbook.read_only
    assert len(logbook.state.entries) == 1
    logbook.close()


async def test_it_becomes_the_journal_where_it_lies(tmp_path: Path) -> None:
    copy = a_copy(tmp_path)

    async with opened_copy(copy, tmp_path / "new" / "journal.json") as (pilot, app):
        await pilot.press("down")
        await agree(pilot)

        assert app.open_next
        assert app.open_next.path == copy
        assert app.open_next.said == "This is the journal from now on."
    assert not reopened(copy).read_only
    assert not (tmp_path / "new").exists()


async def test_a_journal_that_holds_more_is_not_replaced(tmp_path: Path) -> None:
    copy, home = a_copy(tmp_path), tmp_path / "home" / "journal.json"
    newer = home.read_bytes()

    async with opened_copy(copy, home) as (pilot, app):
        await agree(pilot)

        assert app.open_next is None
        assert "holds 2 records that this copy does not hold. Nothing was changed." in toasts(app)[0]
    assert home.read_bytes() == newer


async def test_it_is_offered_again_in_the_palette_and_only_for_a_copy(tmp_path: Path) -> None:
    copy = a_copy(tmp_path)
    async with opened_copy(copy, copy) as (pilot, app):
        await pilot.press("escape")
        assert app.check_action("become_journal", ())

        await pilot.press("ctrl+p", *"make this")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, OfferCopy)

    asked_to_read = reopened(copy, read_only=True)
    async with JournalApp(asked_to_read).run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert pilot.app.screen is main_screen(pilot)
        assert not pilot.app.check_action("become_journal", ())
