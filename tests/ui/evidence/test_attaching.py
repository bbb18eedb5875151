"""Evidence on its way in: dropped, pasted or chosen, confirmed, saved, linked and ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from journal.domain.evidence.checklist import ItemState
from journal.domain.evidence.exhibit import Exhibit, Form, Obtained, Target
from journal.ui.evidence.choose_files import ChooseFiles
from journal.ui.evidence.confirm_files import ConfirmFiles
from journal.ui.evidence.tick_item import TickItemDialog
from journal.ui.timeline.main import MainScreen
from tests.evidence.builders import PLACE, a_jpeg, a_picture, a_tone, saved
from tests.ui.builders import a_logbook, an_entry
from tests.ui.evidence_screens import a_file, drop, press, put_in, settled, type_over, words_on
from tests.ui.looking import NARROW, WIDE, cursor_line, opened, text, toasts

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = Target(entry=1)


def on_item(item: str) -> Target:
    return Target(entry=1, item=item)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_dropped_files_are_shown_saved_described_ticked_and_counted(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    photo = a_file(tmp_path / "in", "call list.jpg", a_jpeg(place=PLACE))
    tone = a_file(tmp_path / "in", "tone.wav", a_tone(42))

    async with opened(logbook, size) as pilot:
        await drop(pilot, photo, tone, tmp_path / "missing.png")
        shown = words_on(pilot.app)
        assert "Attach 2 files to entry 1, Missed call call list.jpg photo" in shown
        assert "tone.wav sound recording, 672 kB, 42 s" in shown
        assert "“missing.png” was not found." in shown
        assert "say where they were made" in shown

        await press(pilot, "m", "enter", *"drawer", "enter")
        assert isinstance(pilot.app.screen, TickItemDialog)
        assert "Attached as exhibits 1 to 2." in words_on(pilot.app)
        await press(pilot, "down", "enter")

        assert cursor_line(pilot.app).split()[-2:] == ["1/4", "2f"]
        assert toasts(pilot.app) == ["Attached as exhibits 1 to 2. Marked as done (record 8)."]
    one = logbook.exhibits.standing[0]
    assert (one.obtained, one.original_place, one.has_location) == (Obtained.MADE, "drawer", True)
    assert logbook.exhibits.of(ENTRY) == logbook.exhibits.of(on_item("call_list_photographed")) == (1, 2)
    assert logbook.state.entries[1].marks["call_list_photographed"].state is ItemState.DONE


async def test_escape_adds_nothing_and_another_escape_ticks_nothing(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    path = a_file(tmp_path / "in", "a.txt", b"a")

    async with opened(logbook) as pilot:
        await drop(pilot, path)
        await press(pilot, "escape")
        assert logbook.exhibits.standing == []

        await drop(pilot, path)
        await press(pilot, "f2", "escape")

        assert isinstance(pilot.app.screen, MainScreen)
        assert toasts(pilot.app) == ["Attached as exhibit 1."]
    assert logbook.state.entries[1].marks == {}


async def test_what_is_here_already_is_said_and_linked(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry(when="2026-11-20T10:00"), an_entry())
    path = a_file(tmp_path / "in", "a.txt", b"a")
    put_in(logbook, ENTRY, path)

    async with opened(logbook) as pilot:
        await drop(pilot, path)
        assert "already here as exhibit 1; it is linked" in words_on(pilot.app)
        await press(pilot, "f2", "escape")

        assert toasts(pilot.app) == ["Already here as exhibit 1; linked."]
    assert [one.number for one in logbook.exhibits.standing] == [1]
    assert logbook.exhibits.of_entry(2) == (1,)


async def test_a_on_an_item_links_the_file_to_the_item_and_offers_to_tick_only_that(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    a_file(tmp_path / "in", "list.png", saved(a_picture()))

    async with opened(logbook) as pilot:
        await press(pilot, "tab", "tab", "down", "a")
        assert isinstance(pilot.app.screen, ChooseFiles)
        await type_over(pilot, f"{tmp_path}/in")
        await press(pilot, "enter")
        assert "[ ] list.png" in text(pilot.app)
        await press(pilot, *"LIST", "enter")
        assert "1 file chosen: list.png" in text(pilot.app)
        await press(pilot, "enter")
        assert "Attach 1 file to entry 1, Missed call: " in words_on(pilot.app)
        await press(pilot, "f2")
        assert "recording" not in words_on(pilot.app)
        await press(pilot, "down", "enter")

        assert "exhibit 1" in text(pilot.app)
        assert "1 of 4" in text(pilot.app)
    assert logbook.state.links[1].keys() == {on_item("call_list_photographed")}


async def test_enter_ticks_the_file_whose_name_was_typed_also_when_the_keys_come_at_once(tmp_path: Path) -> None:
    a_file(tmp_path / "in", "mail.eml", b"words")
    a_file(tmp_path / "in", "voicemail 28-11.wav", a_tone(1))

    async with opened(a_logbook(tmp_path, an_entry())) as pilot:
        await press(pilot, "a")
        await type_over(pilot, f"{tmp_path}/in/")
        await pilot.press(*"mail", "enter")
        await settled(pilot)

        assert "1 file chosen: mail.eml" in text(pilot.app)


async def test_a_tick_is_taken_back_by_key_and_the_name_still_takes_every_letter(tmp_path: Path) -> None:
    a_file(tmp_path / "in", "my mail.eml", b"words")

    async with opened(a_logbook(tmp_path, an_entry())) as pilot:
        await press(pilot, "a")
        await type_over(pilot, f"{tmp_path}/in/")
        await press(pilot, "down", "down", "space")
        assert "1 file chosen: my mail.eml" in text(pilot.app)
        await press(pilot, "space")
        assert "chosen" not in text(pilot.app)

        await press(pilot, *"my mai", "enter")
        assert "1 file chosen: my mail.eml" in text(pilot.app)
        await press(pilot, "delete")
        assert "chosen" not in text(pilot.app)
        assert "[ ] my mail.eml" in text(pilot.app)


async def test_escape_goes_back_to_the_list_of_files_with_the_choice_and_the_words_kept(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    a_file(tmp_path / "in", "a.txt", b"a")

    async with opened(logbook) as pilot:
        await press(pilot, "a")
        await type_over(pilot, f"{tmp_path}/in/a")
        await press(pilot, "enter", "enter", *"A note", "escape")
        assert "1 file chosen: a.txt" in text(pilot.app)
        await press(pilot, "f2")
        assert "A note" in text(pilot.app)
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, MainScreen)

        await press(pilot, "a")
        assert "[ ] a.txt" in text(pilot.app)
    assert logbook.exhibits.standing == []


async def test_going_on_by_reflex_after_attaching_ticks_nothing(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry(kind="damage"))
    path = a_file(tmp_path / "in", "door.jpg", a_jpeg())

    async with opened(logbook) as pilot:
        for key in ("f2", "enter"):
            await drop(pilot, path)
            await press(pilot, "f2")
            assert isinstance(pilot.app.screen, TickItemDialog)
            assert "copy made and kept elsewhere" not in words_on(pilot.app)
            await press(pilot, key)

    assert logbook.state.entries[1].marks == {}


async def test_a_file_dropped_on_the_list_of_files_is_taken(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    path = a_file(tmp_path / "in", "a.txt", b"a")

    async with opened(logbook) as pilot:
        await press(pilot, "a")
        await drop(pilot, path)

        assert isinstance(pilot.app.screen, ConfirmFiles)


async def test_a_thing_without_a_file_needs_a_name_and_becomes_an_exhibit(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook) as pilot:
        await press(pilot, "a", "down", "enter", "f2")
        assert "What is it?" in words_on(pilot.app)
        await press(pilot, *"A ring", "f2", "escape")

        assert toasts(pilot.app) == ["Attached as exhibit 1."]
    assert logbook.exhibits.standing[0].title == "A ring"
    assert logbook.exhibits.standing[0].form is Form.THING
    assert logbook.exhibits.of(ENTRY) == (1,)


async def test_an_exhibit_that_is_here_already_is_found_by_typing_and_linked_to_a_second_entry(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry(), an_entry(when="2026-11-21T21:00", kind="letter"))
    path = a_file(tmp_path / "in", "a.txt", b"a")
    put_in(logbook, Target(entry=1), path)
    logbook.exhibits.add(Exhibit(number=0, title="A ring"), Target(entry=1))

    async with opened(logbook, NARROW) as pilot:
        await press(pilot, "down", "a")
        assert "Attach evidence to entry 2" in words_on(pilot.app)
        await press(pilot, "down", "down", "enter")
        assert "Which exhibit belongs to entry 2" in words_on(pilot.app)
        await press(pilot, *"ring", "enter", "escape")

        assert toasts(pilot.app) == ["Already here as exhibit 2; linked."]
    assert logbook.exhibits.of(Target(entry=2)) == (2,)
    assert logbook.exhibits.of(ENTRY) == (1, 2)


async def test_where_every_exhibit_is_linked_no_other_one_is_offered_and_escape_links_nothing(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    put_in(logbook, ENTRY, a_file(tmp_path / "in", "a.txt", b"a"))

    async with opened(logbook) as pilot:
        await press(pilot, "a")
        assert "+ a thing without a file" in words_on(pilot.app)
        assert "+ an exhibit that is here already" not in words_on(pilot.app)

        await press(pilot, "escape", "tab", "tab", "a", "down", "down", "enter")
        assert "Which exhibit belongs to entry 1" in words_on(pilot.app)
        await press(pilot, "escape")
    assert logbook.state.links[1].keys() == {ENTRY}


async def test_of_a_large_file_the_fingerprint_is_proposed_and_the_rest_is_taken_whole(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    logbook.choose(replace(logbook.settings, largest_file=1))
    large = a_file(tmp_path / "in", "film.bin", b"\0" * 1_000_001)
    small = a_file(tmp_path / "in", "small.bin", b"\1" * 1_000_000)

    async with opened(logbook) as pilot:
        await drop(pilot, large, small)
        assert "keep only the fingerprint" in text(pilot.app)
        await press(pilot, "f2", "escape")

    forms = {one.file_name: (one.form, one.lies_at) for one in logbook.exhibits.standing}
    assert forms == {"small.bin": (Form.FILE, ""), "film.bin": (Form.FINGERPRINT, str(large))}
    assert logbook.exhibits.of(ENTRY) == (1, 2)


async def test_a_large_file_can_be_taken_in_all_the_same(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    logbook.choose(replace(logbook.settings, largest_file=1))

    async with opened(logbook) as pilot:
        await drop(pilot, a_file(tmp_path / "in", "film.bin", b"\0" * 1_000_001))
        await press(pilot, "t", "f2", "escape")

    assert logbook.exhibits.standing[0].form is Form.FILE


async def test_hundreds_of_files_go_in_at_once(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    paths = [a_file(tmp_path / "in", f"{number}.txt", str(number).encode()) for number in range(300)]

    async with opened(logbook) as pilot:
        await drop(pilot, *paths)
        assert "Attach 300 files" in text(pilot.app)
        await press(pilot, "f2", "escape")

        assert toasts(pilot.app) == ["Attached as exhibits 1 to 300."]
        assert cursor_line(pilot.app).split()[-1] == "300f"
    assert len(logbook.exhibits.of(ENTRY)) == 300


async def test_a_file_can_be_left_out_before_anything_is_saved(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    first, second = a_file(tmp_path / "in", "a.txt", b"a"), a_file(tmp_path / "in", "b.txt", b"b")

    async with opened(logbook) as pilot:
        await drop(pilot, first, second)
        await press(pilot, "shift+tab", "delete", "f2", "escape")

    assert [one.file_name for one in logbook.exhibits.standing] == ["b.txt"]
