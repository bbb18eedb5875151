"""Evidence that cannot be taken in as it comes: full disks, hostile names, vanished files, and what is no file."""

from __future__ import annotations

import os
import resource
from typing import TYPE_CHECKING

import pytest

from journal.domain.evidence.exhibit import Exhibit, Target
from journal.ui.dialogs.at_work import AtWork
from journal.ui.evidence.choose_files import ChooseFiles
from journal.ui.evidence.confirm_files import ConfirmFiles
from journal.ui.evidence.tick_item import TickItemDialog
from journal.ui.fields.pasting import NOT_HERE
from journal.ui.timeline.main import MainScreen
from tests.ui.builders import a_logbook, an_entry
from tests.ui.evidence_screens import a_file, drawn, drop, press, settled, type_over, words_on
from tests.ui.looking import NARROW, opened, text, toasts

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.base.task import Task

ENTRY = Target(entry=1)


async def test_a_typed_path_is_taken_as_it_stands_and_what_is_missing_is_said(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    path = a_file(tmp_path / "in", "a b.txt", b"a")

    async with opened(logbook) as pilot:
        await press(pilot, "a")
        await type_over(pilot, str(path))
        await press(pilot, "enter", "enter")
        assert "Attach 1 file to entry 1, Missed call a b.txt" in words_on(pilot.app)
        await press(pilot, "escape")
        await type_over(pilot, "nowhere at all")
        await press(pilot, "enter")

        assert "“nowhere at all” was not found" in words_on(pilot.app)
        assert isinstance(pilot.app.screen, ChooseFiles)


async def test_a_whole_path_typed_behind_the_first_folder_is_the_one_that_is_meant(tmp_path: Path) -> None:
    path = a_file(tmp_path / "in", "a.txt", b"a")

    async with opened(a_logbook(tmp_path, an_entry())) as pilot:
        await press(pilot, "a", *str(path), "enter", "enter")

        assert "Attach 1 file to entry 1, Missed call a.txt" in words_on(pilot.app)


async def test_a_pasted_folder_is_listed_and_a_folder_that_is_dropped_is_said_to_be_one(tmp_path: Path) -> None:
    a_file(tmp_path / "in", "a.txt", b"a")

    async with opened(a_logbook(tmp_path, an_entry())) as pilot:
        await press(pilot, "a")
        await drop(pilot, f"{tmp_path}/in/")
        assert "[ ] a.txt" in text(pilot.app)
        await press(pilot, "escape")
        await drop(pilot, tmp_path / "in")

        assert "“in” is a folder." in toasts(pilot.app)[0]


async def test_a_disk_that_takes_no_more_keeps_the_form_and_the_journal(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    path = a_file(tmp_path / "in", "big.bin", os.urandom(3_000_000))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)

    async with opened(logbook) as pilot:
        await drop(pilot, path)
        await press(pilot, *"My words", "enter")
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, before[1]))
        try:
            await press(pilot, "f2")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        assert isinstance(pilot.app.screen, ConfirmFiles)
        assert "My words" in text(pilot.app)
        assert "The disk does not take a file of this size." in words_on(pilot.app)
        assert logbook.exhibits.standing == []

        await press(pilot, "f2", "escape")

    assert [one.title for one in logbook.exhibits.standing] == ["My words"]
    assert logbook.verify().sound


async def test_escape_stops_the_reading_and_nothing_is_added(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook) as pilot:

        def work(task: Task) -> object:
            from journal.evidence.batch import examine_all

            while not task.stopped:
                pass
            return examine_all([str(a_file(tmp_path / "in", "a.txt", b"a"))], task)

        answers: list[object] = []
        pilot.app.push_screen(AtWork("Reading", work, stoppable=True), answers.append)
        await pilot.pause()
        assert "esc stop" in text(pilot.app)
        await pilot.press("escape")
        await settled(pilot)

    assert "was stopped. Nothing was added" in str(answers[0])


@pytest.mark.parametrize(
    "name", ["[b]\n[red].txt", "\x1b[2J\x9b.txt", "\u202egnp.txt", "\U0001f600" * 60, "n" * 251 + ".txt"]
)
async def test_hostile_names_are_drawn_as_they_stand_all_the_way(tmp_path: Path, name: str) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    path = a_file(tmp_path / "in", name, b"words")

    async with opened(logbook, NARROW) as pilot:
        await press(pilot, "a")
        await type_over(pilot, f"{tmp_path}/in/")
        drawn(pilot.app)
        await press(pilot, "down", "down", "enter", "enter")
        assert isinstance(pilot.app.screen, ConfirmFiles)
        drawn(pilot.app)
        await press(pilot, "f2", "escape")
        for key in ("enter", "enter", "space", "escape", "escape", "escape", "l"):
            await press(pilot, key)
            drawn(pilot.app)

    assert logbook.exhibits.standing[0].file_name == path.name


async def test_a_file_that_vanishes_before_it_is_saved_is_said_and_the_form_stays(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    path = a_file(tmp_path / "in", "a.txt", b"a")

    async with opened(logbook) as pilot:
        await drop(pilot, path)
        path.unlink()
        await press(pilot, "f2")

        assert "“a.txt” was not found. Nothing was added." in words_on(pilot.app)
        assert isinstance(pilot.app.screen, ConfirmFiles)
    assert logbook.exhibits.standing == []


async def test_nothing_is_attached_where_nothing_can_be_written_or_no_entry_is(tmp_path: Path) -> None:
    path = a_file(tmp_path / "in", "a.txt", b"a")
    async with opened(a_logbook(tmp_path)) as pilot:
        await drop(pilot, path)
        await press(pilot, "a")
        assert isinstance(pilot.app.screen, MainScreen)

    async with opened(a_logbook(tmp_path, read_only=True)) as pilot:
        await drop(pilot, path)
        await press(pilot, "a")
        assert isinstance(pilot.app.screen, MainScreen)


async def test_files_dropped_where_nothing_takes_them_are_said_not_to_be_taken(tmp_path: Path) -> None:
    path = a_file(tmp_path / "in", "a.txt", b"a")
    async with opened(a_logbook(tmp_path)) as pilot:
        await drop(pilot, path)
        assert toasts(pilot.app) == [NOT_HERE]

        await press(pilot, "n", "f2", "f2")
        await drop(pilot, path)
        await press(pilot, "f2")
        await drop(pilot, path)
        assert isinstance(pilot.app.screen, TickItemDialog)
        assert toasts(pilot.app) == [NOT_HERE]


async def test_words_that_are_no_path_do_nothing_on_the_main_screen(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry())) as pilot:
        for words in ("hello", "/", "http://nowhere.invalid/a.png", "and/or"):
            await drop(pilot, words)

            assert isinstance(pilot.app.screen, MainScreen)


async def test_files_dropped_on_the_form_are_asked_about_once_the_entry_is_saved(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    path = a_file(tmp_path / "in", "a.txt", b"a")

    async with opened(logbook) as pilot:
        await press(pilot, "n", "enter", *"silent", "enter", *"It rang.")
        await drop(pilot, path)
        assert "1 file is not attached yet." in text(pilot.app)
        assert "a.txt" not in text(pilot.app)
        await press(pilot, "f2")
        assert isinstance(pilot.app.screen, ConfirmFiles)
        await press(pilot, "f2", "escape")

    assert logbook.state.entries[1].entry.account == "It rang."
    assert logbook.exhibits.of(ENTRY) == (1,)


async def test_files_dropped_on_a_form_that_is_left_are_said_to_be_left(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)

    async with opened(logbook) as pilot:
        await press(pilot, "n", "enter", *"silent", "enter", *"It rang.")
        await drop(pilot, tmp_path / "a.txt")
        await press(pilot, "escape")

        assert any("The files are not attached yet" in said for said in toasts(pilot.app))
    assert logbook.state.of(Exhibit).standing == []
