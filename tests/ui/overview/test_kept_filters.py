"""Filters that are kept under names, in the list of conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.filters.values import AtPlace, OfKind
from tests.ui.builders import a_logbook, an_entry
from tests.ui.looking import NARROW, opened, text, toasts

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_kept_condition_stands_under_its_names_and_once(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("It lay there.", kind="letter"))
    for name in ("*", "[b]post[/b]"):
        logbook.filters.save(name, OfKind("letter"))
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("f")
        assert "*, [b]post[/b]  Letter" in text(pilot.app)

        await pilot.press("asterisk", "f6")
        await pilot.pause()
        assert [*logbook.filters.named] == ["[b]post[/b]"]
        await pilot.press("backspace", *"letter")
        await pilot.pause()
        shown = text(pilot.app)
        assert "[b]post[/b]  Letter" in shown
        assert sum("Letter, card or note" in line for line in shown.splitlines()) == 1


async def test_a_kept_typed_condition_is_found_by_its_words_under_its_name(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("It lay there.", kind="letter"))
    logbook.filters.save("stairs", AtPlace("hall"))
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("f", *"hall")
        await pilot.pause()

        assert "stairs  Place “hall”" in text(pilot.app)


async def test_a_name_that_another_filter_has_says_what_it_replaces(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("It lay there.", kind="letter"))
    logbook.filters.save("mine", AtPlace("hall"))
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("f", *"letter", "f7", *"mine", "enter")
        await pilot.pause()

        assert toasts(pilot.app)[-1] == "Kept as “mine”, in place of: Place “hall”."


async def test_undo_right_after_a_filter_was_kept_or_forgotten_takes_that_back_and_no_entry(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("It lay there.", kind="letter"))
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("f", *"letter", "f7", *"mine", "enter")
        await pilot.pause()
        await pilot.press("escape", "escape", "u")
        await pilot.pause()
        assert not logbook.filters.named
        assert toasts(pilot.app)[-1] == "Undone: the filter “mine” is as it was before."

        logbook.filters.save("mine", OfKind("letter"))
        logbook.filters.forget("mine")
        await pilot.press("u")
        await pilot.pause()
        assert [*logbook.filters.named] == ["mine"]
        assert not logbook.state.entries[1].withdrawn


async def test_undo_after_something_was_recorded_leaves_the_kept_filters_alone(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("It lay there.", kind="letter"))
    logbook.filters.save("mine", OfKind("letter"))
    logbook.record(an_entry("It rang."))
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("u")
        await pilot.pause()

        assert [*logbook.filters.named] == ["mine"]
        assert logbook.state.entries[2].withdrawn
