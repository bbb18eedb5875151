"""A long journal stands at once: its newest entries first, and the rest as soon as it is read."""

from __future__ import annotations

from contextlib import asynccontextmanager
from threading import Event
from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import Unreadable
from journal.ui.app import JournalApp
from journal.ui.editor.editor import EditorScreen
from journal.ui.opening.arrival import Arrival, arriving
from journal.ui.opening.opening import OpeningScreen
from journal.ui.safety.lock_screen import HiddenScreen
from journal.ui.timeline.main import MainScreen
from tests.ui.builders import a_logbook, an_entry, evenings
from tests.ui.looking import WIDE, text, toasts
from tests.ui.one_screen import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

BEING_READ = "loading the rest"
WITNESSED = an_entry("Everybody heard it.", witnesses=(1,))


class Held(Arrival):
    """A journal whose rest is read only when it is let through."""

    gate: Event

    def _go_on(self) -> None:
        self.gate.wait(20)
        super()._go_on()


@asynccontextmanager
async def opening(path: Path) -> AsyncIterator[tuple[Pilot[None], Event]]:
    """The app while only the newest entries are there, and what lets the rest through."""
    found = arriving(path)
    assert found
    journal = Held(path, found.entries, found.last, found.settings, read_only=False)
    journal.gate = Event()
    try:
        async with JournalApp(journal).run_test(size=WIDE) as pilot:
            await until(pilot, lambda: BEING_READ in text(pilot.app))
            yield pilot, journal.gate
    finally:
        journal.gate.set()
        journal.close()


def a_case(folder: Path, *, count: int = 5) -> Path:
    logbook = a_logbook(folder, *evenings(count), WITNESSED)
    logbook.close()
    return logbook.path


def arrived(pilot: Pilot[None]) -> bool:
    return isinstance(pilot.app.screen, MainScreen) and "acts in all" in text(pilot.app)


async def test_the_newest_entries_stand_before_the_rest_is_read(tmp_path: Path) -> None:
    async with opening(a_case(tmp_path)) as (pilot, gate):
        before = text(pilot.app)
        gate.set()
        await until(pilot, lambda: arrived(pilot))
        after = text(pilot.app)

    assert all(words in before for words in ("Evening 5", "Evidence checklist", "record 8", "n new", "quick exit"))
    assert "entry 6 of 6" not in before
    assert all(words in after for words in ("Evening 5", "Evidence checklist", "entry 6 of 6", "An Invented"))
    assert BEING_READ not in after


async def test_a_month_of_which_not_all_is_read_tells_no_count(tmp_path: Path) -> None:
    async with opening(a_case(tmp_path)) as (pilot, gate):
        before = text(pilot.app)
        gate.set()
        await until(pilot, lambda: arrived(pilot))

        assert "6 acts" not in before
        assert "6 acts" in text(pilot.app)


async def test_people_whose_names_are_not_read_yet_have_none(tmp_path: Path) -> None:
    async with opening(a_case(tmp_path)) as (pilot, _gate):
        assert "Witnesses" in text(pilot.app)
        assert "…" in text(pilot.app)


async def test_a_key_that_needs_the_rest_waits_for_it(tmp_path: Path) -> None:
    async with opening(a_case(tmp_path)) as (pilot, gate):
        await pilot.press("n", "h", "i")
        waiting = isinstance(pilot.app.screen, OpeningScreen)
        gate.set()
        await until(pilot, lambda: isinstance(pilot.app.screen, EditorScreen) and "hi" in text(pilot.app))

    assert waiting


async def test_letters_behind_the_key_of_the_search_wait_for_it_too(tmp_path: Path) -> None:
    async with opening(a_case(tmp_path)) as (pilot, gate):
        await pilot.press("slash", *"evening 5")
        gate.set()
        await until(pilot, lambda: arrived(pilot) and "/ evening 5" in text(pilot.app))


@pytest.mark.frames
async def test_keys_that_waited_never_work_on_what_covers_the_screen(tmp_path: Path) -> None:
    async with opening(a_case(tmp_path)) as (pilot, gate):
        assert isinstance(pilot.app, JournalApp)
        assert pilot.app._rest
        await pilot.press("n", "h", "i")
        pilot.app.locking.lock()
        await until(pilot, lambda: isinstance(pilot.app.screen, HiddenScreen))

        await pilot.app._rest._give_back()
        await pilot.pause()

        assert isinstance(pilot.app.screen, HiddenScreen)
        assert len(pilot.app._rest._kept) == 3
        gate.set()
        await pilot.press("x")
        await until(pilot, lambda: isinstance(pilot.app.screen, EditorScreen) and "hi" in text(pilot.app))


async def test_moving_works_at_once_and_the_cursor_stays_where_it_was_put(tmp_path: Path) -> None:
    async with opening(a_case(tmp_path)) as (pilot, gate):
        await pilot.press("down", "j")
        moved = text(pilot.app)
        gate.set()
        await until(pilot, lambda: arrived(pilot))

        assert "Entry 4" in moved
        assert isinstance(pilot.app.screen, MainScreen)
        assert pilot.app.screen.timeline.number == 4


async def test_leaving_waits_for_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    path = a_case(tmp_path)
    before = path.read_bytes()

    async with opening(path) as (pilot, _gate):
        await pilot.press("ctrl+q")
        left = pilot.app._exit

    assert left
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


async def test_what_is_covered_meanwhile_stays_covered(tmp_path: Path) -> None:
    async with opening(a_case(tmp_path)) as (pilot, gate):
        await pilot.press("ctrl+l")
        await until(pilot, lambda: isinstance(pilot.app.screen, HiddenScreen))
        gate.set()
        await until(pilot, lambda: isinstance(pilot.app, JournalApp) and pilot.app._opened is not None)
        covered = text(pilot.app)
        await pilot.press("x")
        await until(pilot, lambda: arrived(pilot))

    assert "Evening" not in covered


async def test_a_fault_in_the_rest_is_found_and_told(tmp_path: Path) -> None:
    path = a_case(tmp_path)
    data = path.read_bytes()
    third = data.index(b'\n"3":')
    digest = data.index(b'"previous":"', third) + len(b'"previous":"')
    path.write_bytes(data[:digest] + b"0" * 64 + data[digest + 64 :])

    async with opening(path) as (pilot, gate):
        gate.set()
        await until(pilot, lambda: arrived(pilot))

        await until(pilot, lambda: any("Record 3 of this file does not agree" in said for said in toasts(pilot.app)))
        assert "read only" in text(pilot.app)


async def test_a_rest_that_cannot_be_read_ends_the_program_with_the_reason(tmp_path: Path) -> None:
    path = a_case(tmp_path)
    found = arriving(path)
    assert found
    path.write_bytes(b"something else")
    app = JournalApp(found)

    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: app._exit)
    found.close()

    assert isinstance(app.trouble, Unreadable)
    assert path.read_bytes() == b"something else"


@pytest.mark.parametrize("count", [0, 80])
def test_a_screenful_is_known_from_the_end_alone(tmp_path: Path, count: int) -> None:
    found = arriving(a_case(tmp_path, count=count))

    assert found
    assert found.entries[0].number == count + 1


def test_a_journal_without_entries_is_opened_the_ordinary_way(tmp_path: Path) -> None:
    a_logbook(tmp_path).close()

    assert arriving(tmp_path / "journal.json") is None
