"""Stored words are drawn as they stand: they neither act, nor vanish, nor end the program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from journal.domain.case.people import Role
from journal.domain.evidence.checklist import ItemState, Mark
from journal.ui.frame.text import harmless
from tests.ui.builders import HOSTILE_TOGETHER, LONG, a_logbook, an_entry
from tests.ui.looking import lines, main_screen, opened, text

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import App

    from journal.logbook import Logbook

ACTS_ON_A_TERMINAL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def a_hostile_logbook(folder: Path, words: str) -> Logbook:
    """A journal in which every field that can be stored holds these words."""
    logbook = a_logbook(folder)
    logbook.add_person(words or "x", Role.STALKER, words)
    hostile = an_entry(
        words,
        kind="call_silent",
        place=words,
        quoted_words=words,
        person=2,
        witnesses=(1, 2),
        reported_by=2,
        impact=words,
        my_response=words,
        private_note=words,
        tags=(words or "x", "x"),
        details={"call.number": words, "call.content": words, "call.own_line": words, "call.number_shown": words},
    )
    logbook.record(hostile)
    logbook.mark(1, "rings_counted", Mark(state=ItemState.DONE, note=words, on="2026-11-22"))
    logbook.mark(1, words or "x", Mark(state=ItemState.DOES_NOT_APPLY, note=words))
    logbook.record(an_entry(words, kind=words or "other", when="2026-11-20T10:00"))
    logbook.amend(1, an_entry(words + "!", kind="call_silent", place=words), words)
    logbook.withdraw(2, words)
    return logbook


def drawn(app: App[Any]) -> str:
    """What is sent to the terminal as text, joined; nothing of it may act there."""
    shown = "\n".join(lines(app))
    assert not ACTS_ON_A_TERMINAL.search(shown.replace("\n", "")), repr(shown)
    return shown


@pytest.mark.parametrize("words", HOSTILE_TOGETHER)
async def test_hostile_words_are_drawn_and_do_nothing(tmp_path: Path, words: str) -> None:
    async with opened(a_hostile_logbook(tmp_path, words), (200, 60)) as pilot:
        for keys in ((), ("tab",), ("end",), ("tab",), ("end",), ("escape", "down"), ("question_mark",), ("escape",)):
            await pilot.press(*keys)
            drawn(pilot.app)

        await pilot.press("slash", *"abc")
        drawn(pilot.app)
        await pilot.press("escape", "h")
        drawn(pilot.app)
        assert pilot.app.is_running
        assert pilot.app.return_code is None


@pytest.mark.parametrize(
    "words", ["[/", "[@click=app.quit]x[/]", "[sic]", "[bold red]loud[/bold red]", "$accent {name} %s {0} \\"]
)
async def test_what_looks_like_markup_stands_in_timeline_and_entry_as_it_was_written(
    tmp_path: Path, words: str
) -> None:
    async with opened(a_logbook(tmp_path, an_entry(words, place=words)), (200, 60)) as pilot:
        assert drawn(pilot.app).count(words) >= 3


async def test_escapes_and_turned_letters_are_shown_as_signs(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry("\x1b]0;owned\x07 abc\u202edcba \x9b2J")), (200, 60)) as pilot:
        assert "␛]0;owned␇ abc⟨202E⟩dcba ⟨009B⟩2J" in drawn(pilot.app)


async def test_a_click_on_stored_words_that_look_like_a_link_does_nothing(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry("[@click=app.leave]x[/] https://owned.invalid"))) as pilot:
        screen = main_screen(pilot)
        for y in range(1, screen.entry_view.size.height):
            await pilot.click(screen.entry_view, offset=(3, y))

        assert pilot.app.screen is screen
        assert pilot.app.return_code is None


async def test_a_very_long_account_is_there_to_its_last_word(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry(LONG + "the last word"))) as pilot:
        await pilot.press("enter", "end")

        assert "the last word" in text(pilot.app)


def test_the_picture_of_a_text_holds_nothing_that_acts() -> None:
    for code in [*range(0x300), *range(0x2000, 0x2100), 0xD800, 0xDFFF, 0xFEFF, 0xE0041]:
        picture = harmless(f"a{chr(code)}b")
        assert not ACTS_ON_A_TERMINAL.search(picture)
        assert picture.startswith("a")
        assert picture.endswith("b")
        assert len(picture) > 2
