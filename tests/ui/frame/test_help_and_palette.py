"""Help and palette know the keys of the place, and offer nothing that cannot be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from journal.domain import kinds
from journal.domain.text.glossary import CHECKING, GLOSSARY, LIMITS
from journal.domain.text.words import _
from journal.ui.frame.command import Command
from journal.ui.frame.help import HelpScreen, blocks, words_about
from journal.ui.frame.help_topics import what_to_keep
from journal.ui.frame.live_keys import live_keys
from journal.ui.frame.page import PageField, PageText
from tests.ui.builders import a_logbook, an_entry, evenings
from tests.ui.case_builders import a_case
from tests.ui.looking import NARROW, cursor_line, focus, lines, main_screen, opened, text

if TYPE_CHECKING:
    from pathlib import Path


async def test_help_lists_every_live_command_once_with_all_its_keys(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry())) as pilot:
        screen = main_screen(pilot)
        live = live_keys(screen)

        facts = [block for block in blocks(words_about(screen), live) if isinstance(block, PageField)]

        assert len(facts) == len(live)
        assert {"n", "+, =", "m", "e", "w", "u", "h", "g", "/", "?, F1", "^q, F12", "enter", "↑, k"} <= {
            fact.label for fact in facts
        }
        assert not {"d", "space"} & {fact.label for fact in facts}


async def test_help_belongs_to_the_pane_one_is_in(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry()), (120, 60)) as pilot:
        await pilot.press("question_mark")
        assert "The timeline. Each line is an entry" in text(pilot.app)
        assert "Tick the item" not in text(pilot.app)

        await pilot.press("escape", "shift+tab", "f1")
        assert "The evidence checklist of the entry." in text(pilot.app)
        assert "Tick the item" in text(pilot.app)

        await pilot.press("escape")
        assert focus(pilot) is main_screen(pilot).checklist


async def test_help_scrolls_to_its_end_in_a_small_terminal_and_does_not_open_twice(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry()), NARROW) as pilot:
        await pilot.press("f1", "f1", "end")
        assert "Type fg to come back" in text(pilot.app)
        assert "Quick exit" in text(pilot.app)

        await pilot.press("escape")
        assert not isinstance(pilot.app.screen, HelpScreen)


async def test_help_works_while_something_is_typed(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry()), (120, 60)) as pilot:
        await pilot.press("slash", *"ab", "f1")
        assert "Search." in text(pilot.app)

        await pilot.press("escape")
        assert main_screen(pilot).search_line.field.value == "ab"


async def test_the_palette_finds_a_command_and_runs_it(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, *evenings(30))) as pilot:
        await pilot.press("ctrl+p", *"bottom")
        assert "To the bottom" in text(pilot.app)

        await pilot.press("enter")
        await pilot.pause()
        assert "Evening 1 " in cursor_line(pilot.app)


async def test_the_palette_holds_our_commands_one_a_line_and_none_of_the_framework(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry()), NARROW) as pilot:
        await pilot.press("ctrl+p")
        shown = lines(pilot.app)

        assert len([line for line in shown if any(_(one.title) in line for one in Command.known.values())]) >= 20
        for word in ("Screenshot", "Theme", "Maximize", "Quit", "Keys "):
            assert word not in "\n".join(shown)


PEOPLE_TYPE = {
    "report": "Reports",
    "police": "Reports",
    "people": "People",
    "order": "Orders",
    "export": "Hand over",
    "print": "Hand over",
    "quit": "Quick exit",
    "delete": "Cross out the entry",
    "copy": "Backup",
    "filter": "Filter",
    "find": "Search",
    "password": "Set a passphrase",
    "photo": "Attach evidence",
    "QUÍT now": "",
    "theme": "",
}
"""What a new user typed or would type, and the command that has to come first; "" where none fits."""


async def test_the_palette_finds_by_meaning_the_best_first_and_says_when_nothing_fits(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry()), NARROW) as pilot:
        for typed, title in PEOPLE_TYPE.items():
            await pilot.press("ctrl+p", *(key if key != " " else "space" for key in typed))
            await pilot.pause()
            first = lines(pilot.app)[2].strip("▌ ")

            assert first.startswith(title) if title else "Nothing matches these words." in text(pilot.app), typed
            await pilot.press("escape")


async def test_a_command_of_the_palette_is_given_where_one_was(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path), NARROW) as pilot:
        await pilot.press("ctrl+p", *"police", "enter")
        await pilot.pause()
        assert "Nowhere district" in text(pilot.app)

        await pilot.press("ctrl+p", *"add", "enter")
        await pilot.pause()
        assert "New report" in text(pilot.app)


async def test_every_command_says_what_it_does_and_no_two_of_a_screen_share_a_key(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry())) as pilot:
        for keys in ((), ("tab",), ("tab",), ("slash",), ("escape", "m"), ("escape",)):
            await pilot.press(*keys)
            live = live_keys(main_screen(pilot))
            pressed = [key for one in live for key in one.keys]
            assert len(pressed) == len(set(pressed))
    for command in Command.known.values():
        assert command.title
        assert command.help.endswith(".")


async def test_a_key_that_is_typed_is_not_offered_as_a_command(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry())) as pilot:
        await pilot.press("slash")

        assert isinstance(focus(pilot), Input)
        assert not [key for one in live_keys(main_screen(pilot)) for key in one.keys if len(key) == 1]


async def test_behind_the_keys_stand_words_what_to_keep_limits_and_how_to_check_round_and_round(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry()), NARROW) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        here = text(pilot.app)
        for begins in (next(iter(GLOSSARY)), kinds.group_label(kinds.KINDS[0].group), LIMITS[0][:40], CHECKING[0][:40]):
            await pilot.press("right")
            await pilot.pause()

            assert begins in text(pilot.app)

        await pilot.press("tab")
        await pilot.pause()

        assert text(pilot.app) == here


def test_what_to_keep_names_every_item_of_every_kind() -> None:
    told = [block.words.plain for block in what_to_keep() if isinstance(block, PageText)]

    assert told == [one for kind in kinds.KINDS for one in (kind.label, *(item.label for item in kind.checklist))]
