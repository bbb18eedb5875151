"""The search of the main screen: found while typing, kept or left, the view as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.builders import HOSTILE, a_logbook, an_entry, evenings
from tests.ui.looking import NARROW, cursor_line, focus, line_with, lines, main_screen, opened, text

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook


def a_case(folder: Path) -> Logbook:
    """Forty calls, and two acts that hold a car."""
    car = an_entry("A grey car.", kind="followed", when="2026-10-20T08:05")
    park = an_entry("In the car park.", kind="waited_for", when="2026-11-02T08:05")
    return a_logbook(folder, *evenings(40), car, park)


async def test_entries_are_found_while_typing_and_the_count_is_shown(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path), NARROW) as pilot:
        await pilot.press("slash", *"car")

        assert "2 found" in line_with(pilot.app, "/ car")
        assert "2 of 42 entries found" in lines(pilot.app)[0]
        assert "In the car park." in text(pilot.app)
        assert "A grey car." in text(pilot.app)
        assert "Evening" not in text(pilot.app)

        await pilot.press("space", *"park")
        assert "1 found" in line_with(pilot.app, "/ car park")


async def test_of_a_search_longer_than_its_line_the_end_that_is_typed_is_in_sight(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path), NARROW) as pilot:
        await pilot.press("slash", *"begin", *"0123456789" * 8, *"end")
        assert "789end " in line_with(pilot.app, " / ")

        await pilot.press("home")
        assert "/ begin012" in line_with(pilot.app, " / ")


async def test_escape_while_typing_shows_everything_as_it_was(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path), NARROW) as pilot:
        await pilot.press("down", "down", "down")
        before = cursor_line(pilot.app)
        await pilot.press("slash", *"car", "escape")

        assert cursor_line(pilot.app) == before
        assert "entry 37 of 42" in lines(pilot.app)[0]
        assert focus(pilot) is main_screen(pilot).timeline
        assert "/ car" not in text(pilot.app)


async def test_enter_keeps_the_found_entries_and_escape_then_shows_all_around_the_one_that_was_found(
    tmp_path: Path,
) -> None:
    async with opened(a_case(tmp_path), NARROW) as pilot:
        await pilot.press("slash", *"grey", "enter")
        assert focus(pilot) is main_screen(pilot).timeline
        assert "A grey car." in cursor_line(pilot.app)
        assert "1 of 42 entries found" in lines(pilot.app)[0]
        assert "esc back" in lines(pilot.app)[-1]

        await pilot.press("escape")
        assert "A grey car." in cursor_line(pilot.app)
        assert "Evening" in text(pilot.app)


async def test_arrows_go_from_one_found_entry_to_the_next(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path), NARROW) as pilot:
        await pilot.press("slash", *"car", "down")
        assert "In the car park." in cursor_line(pilot.app)

        await pilot.press("down")
        assert "A grey car." in cursor_line(pilot.app)


async def test_what_was_found_is_marked_in_the_timeline_and_in_the_entry(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path)) as pilot:
        await pilot.press("slash", *"GREY", "enter")
        await pilot.pause()

        for pane in (main_screen(pilot).timeline, main_screen(pilot).entry_view):
            strips = pane.render_lines(pane.outer_size.region)
            marked = [one.text for strip in strips for one in strip if one.style and one.style.underline]
            assert marked == ["grey"]


async def test_letters_that_are_keys_elsewhere_are_letters_in_a_search(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        await pilot.press("slash", *"nmewu+=?/", "g")

        assert pilot.app.screen is main_screen(pilot)
        assert len(logbook.state.entries) == 42
        assert "nmewu+=?/g" in text(pilot.app)
        footer = lines(pilot.app)[-1]
        assert "again" not in footer
        assert "enter keep" in footer
        assert "F1 help" in footer


async def test_nothing_found_is_said_and_harms_nothing(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path)) as pilot:
        await pilot.press("slash", *"zzz", "enter")
        assert "Nothing found." in text(pilot.app)
        assert "Esc shows all entries" in text(pilot.app)

        await pilot.press("e", "w", "h", "enter", "tab", "space", "home", "end", "pagedown", "escape", "escape")
        assert "Evening 40" in text(pilot.app)


async def test_hostile_words_can_be_searched_for(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, *(an_entry(words) for words in HOSTILE)), NARROW) as pilot:
        for words in ("[/", "[sic]", "[@click=app.quit]x[/]", "\\", "日本", '"'):
            await pilot.press("slash")
            main_screen(pilot).search_line.field.value = words
            await pilot.pause()
            assert words.strip('"') in text(pilot.app)
            await pilot.press("escape")


async def test_an_entry_recorded_during_a_kept_search_is_shown_even_if_it_was_not_looked_for(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path), NARROW) as pilot:
        await pilot.press("slash", *"car", "enter", "m", "enter")

        assert "Sun 22" in cursor_line(pilot.app)
        assert "entry 43 of 43" in lines(pilot.app)[0]
