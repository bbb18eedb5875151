"""Erasing on the screen: what goes is shown first, a word is typed, and the stub stays to be seen."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from journal.domain.case.people import Person
from journal.domain.evidence.exhibit import Exhibit, Form
from journal.evidence.examining import examine
from journal.store.copies.verification import verify
from journal.ui.entry.history import HistoryScreen
from journal.ui.lists.find_screen import FindScreen
from journal.ui.maintenance.erase import EraseScreen
from journal.ui.maintenance.erase_elsewhere import EraseElsewhere
from journal.ui.timeline.main import MainScreen
from tests.store.traces import in_base64, is_anywhere, spellings
from tests.ui.builders import Clock, a_logbook, an_entry
from tests.ui.erasing_screens import agree, app_on, begin, choose, flat, wait_for
from tests.ui.one_screen import until

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook

ADDRESS = "12 Invented Lane"
PHOTO = b"\x89an invented photo" * 40


def a_journal(folder: Path) -> Logbook:
    """Entry 2, the later one, with a place in two versions; entry 1 names the same place in its account."""
    clock = Clock()
    earlier = an_entry(f"Stood at {ADDRESS}.", when="2026-11-20T09:00")
    logbook = a_logbook(folder, earlier, an_entry("It rang.", place=ADDRESS), clock=clock)
    clock.move(hours=1)
    logbook.amend(2, an_entry("It rang.", place=f"{ADDRESS}, door 2"), "door added")
    return logbook


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_field_goes_from_every_version_and_its_stub_is_seen_in_entry_and_history(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    logbook = a_journal(tmp_path)
    app = app_on(logbook)

    async with app.run_test(size=size) as pilot:
        await begin(pilot)
        assert "Entry 2" in flat(app).split("Entry 1")[0]
        await choose(pilot, "entry 2")
        assert "2 versions" in flat(app)
        await choose(pilot, "where")
        await wait_for(pilot, EraseElsewhere)
        assert "[ ] Entry 1 · What happened" in flat(app)
        await pilot.press("f2")
        await wait_for(pilot, EraseScreen)
        assert "in 2 records: 4, 5" in flat(app)
        await agree(pilot)
        await wait_for(pilot, MainScreen)

        assert logbook.state.entries[2].entry.place == ""
        assert ADDRESS in logbook.state.entries[1].entry.account
        await pilot.press("enter")
        await pilot.pause()
        assert "Where erased on purpose, 22 November 2026" in flat(app)
        await pilot.press("h")
        await wait_for(pilot, HistoryScreen)
        await until(pilot, lambda: "Where erased on purpose, 22 November" in flat(app).replace("│ ", ""))
        assert ADDRESS not in flat(app)

    assert verify(logbook.path).sound


async def test_the_same_words_elsewhere_go_too_where_they_are_ticked(tmp_path: Path) -> None:
    logbook = a_journal(tmp_path)
    app = app_on(logbook)

    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await choose(pilot, "entry 2")
        await choose(pilot, "where")
        await wait_for(pilot, EraseElsewhere)
        await pilot.press("enter")
        assert "[x] Entry 1 · What happened" in flat(app)
        await pilot.press("f2")
        await agree(pilot)
        await wait_for(pilot, MainScreen)

        assert logbook.state.entries[1].entry.account == ""
    assert not is_anywhere(tmp_path, spellings(ADDRESS))
    assert verify(logbook.path).sound


async def test_without_the_word_nothing_is_erased_and_escape_leaves_everything(tmp_path: Path) -> None:
    logbook = a_journal(tmp_path)
    app = app_on(logbook)

    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await choose(pilot, "entry 2")
        await choose(pilot, "where")
        await wait_for(pilot, EraseElsewhere)
        await pilot.press("f2")
        await agree(pilot, word="delete")
        await pilot.pause()

        assert "Nothing is erased yet. Type the word erase" in flat(app)
        await pilot.press("escape")
        await wait_for(pilot, MainScreen)
        assert logbook.state.entries[2].entry.place == f"{ADDRESS}, door 2"
        assert logbook.last
        assert logbook.last.seq == 5


async def test_a_reason_that_holds_the_words_is_asked_again_and_kept(tmp_path: Path) -> None:
    logbook = a_journal(tmp_path)
    app = app_on(logbook)

    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await choose(pilot, "entry 2")
        await choose(pilot, "where")
        await wait_for(pilot, EraseElsewhere)
        await pilot.press("f2")
        await agree(pilot, reason=f"{ADDRESS} is secret")
        await until(pilot, lambda: not isinstance(app.screen, EraseScreen) or "holds the words" in flat(app))
        await wait_for(pilot, EraseScreen)

        assert "The reason holds the words" in flat(app)
        assert f"{ADDRESS} is secret" in flat(app)


async def test_everything_that_it_means_stands_on_the_page(tmp_path: Path) -> None:
    logbook = a_journal(tmp_path)
    stick = tmp_path / "stick"
    stick.mkdir()
    made = logbook.copies.back_up(stick)
    app = app_on(logbook)

    async with app.run_test(size=(120, 60)) as pilot:
        await begin(pilot)
        await choose(pilot, "entry 2")
        await choose(pilot, "where")
        await wait_for(pilot, EraseElsewhere)
        await pilot.press("f2")
        await wait_for(pilot, EraseScreen)
        await pilot.pause()
        shown = flat(app)

    for words in (
        "The same words stay here",
        "Entry 1 · What happened",
        "What still holds it",
        f"{made.name}, made 22 November 2026",
        "What cannot be undone",
        "ask the police or a lawyer first",
    ):
        assert words in shown


async def test_the_name_of_a_person_is_erased_from_the_same_list(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = app_on(logbook)

    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await choose(pilot, "person 1")
        await choose(pilot, "name")
        await agree(pilot)
        await wait_for(pilot, MainScreen)

    assert logbook.state.of(Person).now[1].name == ""
    assert not is_anywhere(tmp_path, spellings("An Invented"))


async def test_the_file_of_an_exhibit_goes_and_the_exhibit_stays(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("It rang."))
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(PHOTO)
    logbook.exhibits.attach([examine(photo)])
    photo.unlink()
    app = app_on(logbook)

    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await choose(pilot, "exhibit 1")
        await choose(pilot, "file itself")
        await wait_for(pilot, EraseScreen)
        assert "The file of exhibit 1. Its number, its digest and its fields stay" in flat(app)
        await agree(pilot)
        await wait_for(pilot, MainScreen)

    stub = logbook.state.of(Exhibit).now[1]
    assert (stub.form, stub.sha256) == (Form.ERASED, hashlib.sha256(PHOTO).hexdigest())
    assert not is_anywhere(tmp_path, in_base64(PHOTO[:60]))


async def test_the_palette_offers_it(tmp_path: Path) -> None:
    app = app_on(a_journal(tmp_path))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"erase")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await wait_for(pilot, FindScreen)

        assert "Erase for good: from what?" in flat(app)


async def test_where_only_reading_is_possible_it_is_not_offered(tmp_path: Path) -> None:
    a_journal(tmp_path).close()
    app = app_on(a_logbook(tmp_path, read_only=True))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

        assert not app.check_action("erase_field", ())
