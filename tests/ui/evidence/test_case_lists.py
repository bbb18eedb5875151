"""The lists over the whole case, own items, and evidence in every window."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from journal.domain.evidence.exhibit import Target
from journal.ui.evidence.exhibit import ExhibitScreen
from journal.ui.lists.find_screen import FindScreen
from tests.evidence.builders import PLACE, a_jpeg, a_picture, a_tone, saved
from tests.ui.builders import SIZES, a_logbook, an_entry, evenings
from tests.ui.evidence_screens import a_case, a_file, drawn, press, put_in, type_over, words_on
from tests.ui.looking import NARROW, cursor_line, focus, line_with, main_screen, opened, text

if TYPE_CHECKING:
    from pathlib import Path


async def test_where_an_entry_has_several_they_are_listed_first_and_narrowed_by_typing(tmp_path: Path) -> None:
    logbook = a_case(tmp_path, ("door.jpg", a_jpeg()), ("tone.wav", a_tone(42)))

    async with opened(logbook, NARROW) as pilot:
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, FindScreen)
        assert "2 of 2" in text(pilot.app)
        await press(pilot, *"DÓOR")
        assert "tone.wav" not in text(pilot.app)
        await press(pilot, "enter")
        assert "Exhibit 1" in text(pilot.app).splitlines()[0]

        await press(pilot, "escape", "escape")
        assert focus(pilot) is main_screen(pilot).entry_view


async def test_a_copy_is_saved_and_its_path_and_digest_are_said(tmp_path: Path) -> None:
    photo = a_jpeg(place=PLACE)
    logbook = a_case(tmp_path, ("door.jpg", photo))
    (tmp_path / "out").mkdir()

    async with opened(logbook) as pilot:
        await press(pilot, "l", "enter", "s")
        await type_over(pilot, f"{tmp_path}/nowhere")
        await press(pilot, "f2")
        assert "There is no folder" in words_on(pilot.app)
        assert f"{tmp_path}/nowhere"[-20:] in words_on(pilot.app).replace(" ", "")
        await type_over(pilot, f"{tmp_path}/out")
        await press(pilot, "f2")

        copy = tmp_path / "out" / "door.jpg"
        assert copy.read_bytes() == photo
        assert hashlib.sha256(photo).hexdigest() in text(pilot.app)
        await press(pilot, "escape", "s")
        await type_over(pilot, f"{tmp_path}/out")
        await press(pilot, "enter", "l", "enter")

        cleaned = (tmp_path / "out" / "door (2).jpg").read_bytes()
        assert hashlib.sha256(cleaned).hexdigest() in text(pilot.app)
        assert hashlib.sha256(photo).hexdigest() in text(pilot.app)
        assert cleaned != photo


async def test_enter_on_a_link_leads_to_the_entry_and_from_there_to_the_item_that_it_proves(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, *evenings(30))
    put_in(logbook, Target(entry=3, item="rings_counted"), a_file(tmp_path / "in", "a.txt", b"a"))

    async with opened(logbook, NARROW) as pilot:
        await press(pilot, "l", "enter", "tab", "enter")
        assert text(pilot.app).splitlines()[0].startswith(" Entry 3")
        await press(pilot, "t")

        main = main_screen(pilot)
        assert main.timeline.number == 3
        assert focus(pilot) is main.checklist
        assert "▌ · number of rings counted  exhibit 1" in line_with(pilot.app, "rings counted")


async def test_what_is_still_to_do_is_listed_over_the_whole_case_and_enter_goes_there(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, *evenings(3), an_entry("Under the door.", kind="letter", when="2026-10-01T08:05"))

    async with opened(logbook, NARROW) as pilot:
        await press(pilot, "slash", *"nothing", "enter", "t")
        assert "Silent" not in text(pilot.app)
        assert "21/11/2026" in text(pilot.app).splitlines()[2]
        assert text(pilot.app).splitlines()[0].endswith("18 open")
        await press(pilot, *"original letter kept", "enter")

        main = main_screen(pilot)
        assert main.timeline.number == 4
        assert "Letter, card or note" in text(pilot.app)
        assert line_with(pilot.app, "▌").split("▌")[1].startswith(" · original kept")


async def test_an_own_item_is_added_ticked_taken_off_and_put_back(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook) as pilot:
        await press(pilot, "tab", "tab", "o", *"ask [red] Kind", "enter")
        assert "▌ · ask [red] Kind" in text(pilot.app)
        assert cursor_line(pilot.app).split()[-1] == "0/5"
        await press(pilot, "space")
        assert "▌ ✓ ask [red] Kind" in text(pilot.app)
        await press(pilot, "delete")
        assert "ask [red]" not in text(pilot.app)
        await press(pilot, "u")

        assert "✓ ask [red] Kind" in text(pilot.app)
        assert cursor_line(pilot.app).split()[-1] == "1/5"


@pytest.mark.parametrize("size", [*SIZES, (40, 12), (10, 4), (1, 1)])
async def test_the_screens_of_evidence_fit_every_terminal(tmp_path: Path, size: tuple[int, int]) -> None:
    logbook = a_case(tmp_path, ("door.png", saved(a_picture())), ("a.txt", b"words"))

    async with opened(logbook, size) as pilot:
        for key in (
            "l",
            "enter",
            "space",
            "tab",
            "tab",
            "s",
            "escape",
            "e",
            "escape",
            "escape",
            "escape",
            "escape",
            "t",
        ):
            await press(pilot, key)
            drawn(pilot.app)


async def test_a_window_that_only_reads_shows_evidence_and_offers_nothing_that_writes(tmp_path: Path) -> None:
    a_case(tmp_path, ("a.txt", b"words")).close()

    async with opened(a_logbook(tmp_path, read_only=True)) as pilot:
        await press(pilot, "l", "enter", "space")
        assert "words" in text(pilot.app)
        assert "save a copy" in text(pilot.app)
        assert "cross out" not in text(pilot.app)
        await press(pilot, "e", "w")

        assert isinstance(pilot.app.screen, ExhibitScreen)
