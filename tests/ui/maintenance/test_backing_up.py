"""Backup from the main screen: asked, made, checked, recorded, and told in the title line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.logbook import Logbook
from journal.store.copies.verification import verify
from journal.ui.dialogs.ask_folder import AskFolder
from tests.ui.builders import Clock, a_logbook, an_entry, evenings, salts
from tests.ui.evidence_screens import press
from tests.ui.looking import NARROW, main_screen, opened, text, toasts
from tests.ui.one_screen import type_words

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

NAME = "2026-11-22-a.json"


def a_stick(folder: Path) -> Path:
    stick = folder / "stick"
    stick.mkdir()
    return stick


async def back_up_to(pilot: Pilot[None], folder: Path) -> None:
    await pilot.press("b", "ctrl+u")
    await type_words(pilot, str(folder))
    await press(pilot, "enter")


async def test_a_copy_is_made_checked_recorded_and_told(tmp_path: Path) -> None:
    logbook, stick = a_logbook(tmp_path / "home", an_entry()), a_stick(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        await back_up_to(pilot, stick)

        assert verify(stick / NAME).sound
        assert toasts(pilot.app)[0].startswith(f"A copy was made: {NAME}. It holds the journal up to record 3,")
        assert "The copy is on the same disk" in toasts(pilot.app)[0]
        assert "record 4, just now · backup just now" in text(pilot.app).splitlines()[0]
    assert logbook.state.last_backup
    assert logbook.state.last_backup.record == 3


async def test_the_folder_is_offered_the_next_time(tmp_path: Path) -> None:
    logbook, stick = a_logbook(tmp_path / "home", an_entry()), a_stick(tmp_path)

    async with opened(logbook) as pilot:
        await back_up_to(pilot, stick)
    logbook.close()
    again = Logbook(tmp_path / "home" / "journal.json", clock=Clock(), salts=salts)

    async with opened(again) as pilot:
        await pilot.press("b", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    assert sorted(path.name for path in stick.iterdir()) == [NAME, "2026-11-22-b.json"]


async def test_a_folder_that_will_not_do_is_said_and_can_be_typed_again(tmp_path: Path) -> None:
    logbook, stick = a_logbook(tmp_path / "home", an_entry()), a_stick(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        await back_up_to(pilot, tmp_path / "gone")
        assert isinstance(pilot.app.screen, AskFolder)
        assert "There is no folder" in text(pilot.app)
        assert "No copy was made" in " ".join(text(pilot.app).replace("│", "").split())

        await pilot.press("escape")
        await back_up_to(pilot, stick)

    assert (stick / NAME).exists()


async def test_a_copy_that_holds_more_than_the_journal_stops_the_backup_and_is_named(tmp_path: Path) -> None:
    older = tmp_path / "older" / "journal.json"
    older.parent.mkdir()
    logbook, stick = a_logbook(tmp_path / "home", an_entry()), a_stick(tmp_path)
    logbook.checkpoint()
    older.write_bytes(logbook.path.read_bytes())
    logbook.record(an_entry("Later."))
    logbook.copies.back_up(stick)
    logbook.close()

    async with opened(Logbook(older, clock=Clock(), salts=salts), NARROW) as pilot:
        await back_up_to(pilot, stick)

        said = " ".join(text(pilot.app).replace("│", "").split())
        assert f"The copy {NAME} in this folder holds something that the journal does not hold." in said
    assert [path.name for path in stick.iterdir()] == [NAME]


async def test_no_folder_is_asked_for_and_escape_makes_nothing(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook) as pilot:
        await pilot.press("b", "ctrl+u", "enter")
        assert "Which folder?" in text(pilot.app)

        await pilot.press("escape")
        assert pilot.app.screen is main_screen(pilot)
    assert logbook.state.last_backup is None


async def test_a_journal_that_is_only_read_is_not_copied_and_a_key_in_a_field_is_a_letter(tmp_path: Path) -> None:
    a_logbook(tmp_path, an_entry()).close()

    async with opened(a_logbook(tmp_path, read_only=True)) as pilot:
        await pilot.press("b")
        assert pilot.app.screen is main_screen(pilot)
        assert "backup" not in text(pilot.app).splitlines()[0]

        await pilot.press("slash", "b", "v", ",")
        assert main_screen(pilot).search_line.field.value == "bv,"


async def test_the_title_says_how_many_entries_came_since_also_where_it_is_narrow(tmp_path: Path) -> None:
    clock = Clock()
    logbook, stick = a_logbook(tmp_path / "home", *evenings(120), clock=clock), a_stick(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        assert "no backup yet (b)" in text(pilot.app).splitlines()[0]
        logbook.copies.back_up(stick)
        clock.move(days=3)
        for _entry in range(6):
            logbook.record(an_entry())
        main_screen(pilot).show_all()
        await pilot.pause()
        assert "last record 129, just now · backup 3 days ago, 6 new" in text(pilot.app).splitlines()[0]

        clock.move(days=1)
        main_screen(pilot).show_all()
        await pilot.pause()
        assert "126 · last record 129, yesterday 15:03 · 6 since backup" in text(pilot.app).splitlines()[0]
