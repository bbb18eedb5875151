"""Leaving at once: first the screen is empty, then what was typed is safe, then the program is over."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from journal.logbook import Logbook
from journal.ui.app import JournalApp
from journal.ui.terminal.blank import BLANK
from tests.ui.builders import Clock, a_logbook, an_entry, salts
from tests.ui.looking import opened, text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

EVERYWHERE: Sequence[tuple[str, ...]] = (
    (),
    ("enter",),
    ("tab", "tab"),
    ("slash", "x"),
    ("m", "3"),
    ("question_mark",),
    ("ctrl+p", "x"),
    ("n",),
    ("e",),
    ("w", "x"),
    ("g", "x"),
    ("h",),
    ("b", "x"),
    ("v",),
    ("comma", "x"),
    ("shift+tab", "enter"),
)
"""The keys that lead to every screen, dialog and field."""


def reopened(folder: Path) -> Logbook:
    return Logbook(folder / "journal.json", clock=Clock(), salts=salts)


@pytest.mark.parametrize("key", ["ctrl+q", "f12"])
@pytest.mark.parametrize("way", EVERYWHERE, ids=lambda way: " ".join(way) or "timeline")
async def test_one_key_leaves_from_everywhere_and_nobody_is_asked(
    tmp_path: Path, key: str, way: tuple[str, ...]
) -> None:
    async with opened(a_logbook(tmp_path, an_entry("Kept."))) as pilot:
        await pilot.press(*way)
        await pilot.press(key)

        assert pilot.app._exit
        assert pilot.app.return_code == 0
    assert reopened(tmp_path).state.entries[1].entry.account == "Kept."


async def test_the_screen_is_emptied_before_anything_is_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    logbook = a_logbook(tmp_path)
    drafts_at_the_time: list[int] = []

    def write(_driver: HeadlessDriver, data: str) -> None:
        if data == BLANK:
            drafts_at_the_time.append(len(logbook.drafts))

    monkeypatch.setattr(HeadlessDriver, "write", write)
    monkeypatch.setattr("journal.ui.forms.form_screen.KEEP_EVERY", 3600)
    async with opened(logbook) as pilot:
        await pilot.press("n", *"22:14", "enter")
        await pilot.press("ctrl+q")

    assert drafts_at_the_time == [0]
    assert len(reopened(tmp_path).drafts) == 1


def test_blanking_empties_both_screens_and_the_scrollback_and_ends_where_it_began() -> None:
    empty = "\x1b[2J\x1b[H\x1b[3J"

    own, main, again = BLANK.replace("\x1b[0m", "").replace("\x1b[?1049l", "|").replace("\x1b[?1049h", "|").split("|")

    assert (own, main, again) == (empty, empty, empty)
    assert BLANK.index("\x1b[?1049l") < BLANK.index("\x1b[?1049h")


async def test_what_is_typed_under_a_dialog_is_kept_too(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path)) as pilot:
        await pilot.press("n", *"22:14", "enter", "f1")
        await pilot.press("ctrl+q")

    assert len(reopened(tmp_path).drafts) == 1


async def test_a_draft_that_waits_is_pointed_out_at_the_next_opening_and_one_key_lists_it(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path)) as pilot:
        await pilot.press("n", *"22:14", "enter")
        await pilot.press("ctrl+q")

    async with opened(reopened(tmp_path)) as pilot:
        assert "1 draft waits (d)" in text(pilot.app).splitlines()[0]
        await pilot.press("d")
        await pilot.pause()
        assert "Drafts" in text(pilot.app)


async def test_a_disk_that_takes_nothing_does_not_hold_up_the_leaving(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(28, "no room")

    async with opened(a_logbook(tmp_path, an_entry("Kept."))) as pilot:
        await pilot.press("n", *"22:14", "enter")
        monkeypatch.setattr(os, "fsync", refuse)
        await pilot.press("ctrl+q")

        assert pilot.app._exit
        assert pilot.app.return_code == 0
    monkeypatch.undo()
    assert reopened(tmp_path).state.entries[1].entry.account == "Kept."


async def test_the_file_is_free_for_the_next_window_as_soon_as_the_program_is_left(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path)) as pilot:
        await pilot.press("ctrl+q")

        assert not reopened(tmp_path).read_only
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")] == ["journal.json"]


async def test_what_was_copied_is_taken_off_the_clipboard_and_nobody_elses_words_are(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry())) as pilot:
        await pilot.press("n", *"secret", "shift+home", "ctrl+c")
        assert pilot.app.clipboard == "secret"

        await pilot.press("ctrl+q")
        assert pilot.app.clipboard == ""

    async with opened(a_logbook(tmp_path)) as pilot:
        pilot.app._clipboard = "copied elsewhere"
        await pilot.press("ctrl+q")
        assert pilot.app.clipboard == "copied elsewhere"


async def test_a_click_on_the_first_line_leaves_at_once_and_keeps_what_was_typed(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry())) as pilot:
        await pilot.press("n", *"missed", "enter", *"10:15")
        await pilot.click("TitleLine")

        assert isinstance(pilot.app, JournalApp)
        assert pilot.app.left

    assert reopened(tmp_path).drafts
