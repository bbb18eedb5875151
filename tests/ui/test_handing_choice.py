"""The choice of a hand-over on the screen: which entries, what is asked, what is remembered of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.evidence_screens import press, type_over
from tests.ui.handing_screens import (
    PRIVATE,
    a_case,
    a_stick,
    choose,
    fill,
    look,
    open_form,
    row,
    said,
    the_form,
    write_to,
)
from tests.ui.looking import NARROW, WIDE, lines, opened

if TYPE_CHECKING:
    from pathlib import Path


async def test_some_entries_are_chosen_by_period_numbers_kinds_and_tags_as_people_type_them(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)

    async with opened(logbook, WIDE) as pilot:
        await open_form(pilot)
        assert not row(pilot, "period").display
        await choose(pilot, "entries", "some")
        assert row(pilot, "period").display
        for field, words, count in (
            ("period", "March 2026", "1 entry,"),
            ("period", "between 1 March and 1 June", "2 entries,"),
            ("numbers", "1, 3", "1 entry,"),
        ):
            await fill(pilot, field, words)
            await look(pilot)
            assert count in said(pilot)
            await press(pilot, "escape")
        await fill(pilot, "period", "")
        await fill(pilot, "numbers", "")
        await choose(pilot, "kinds", "letter")
        await look(pilot)
        assert "A letter came." in said(pilot)
        assert "It rang" not in said(pilot)
        await press(pilot, "escape")
        await choose(pilot, "kinds")
        await fill(pilot, "tags", "evening")
        await look(pilot)
        assert "It rang in spring." in said(pilot)


@pytest.mark.parametrize(
    ("field", "words", "why"),
    [
        ("numbers", "9", "There is no entry 9."),
        ("numbers", "some", "Numbers belong here"),
        ("tags", "nothing", "No entry has the tag"),
        ("period", "gibberish", "not settled"),
    ],
)
async def test_what_is_not_understood_is_said_at_its_place(tmp_path: Path, field: str, words: str, why: str) -> None:
    async with opened(a_case(tmp_path), WIDE) as pilot:
        await open_form(pilot)
        await choose(pilot, "entries", "some")
        await fill(pilot, field, words)
        await press(pilot, "f2")

        assert pilot.app.screen is the_form(pilot)
        assert why in said(pilot)


async def test_only_the_entry_under_the_cursor_and_what_a_search_found_can_be_chosen(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path), WIDE) as pilot:
        await press(pilot, "slash", *"rang", "enter")
        await open_form(pilot)
        await choose(pilot, "entries", "this")
        await look(pilot)
        assert "1 entry, 0 exhibits" in said(pilot)
        await press(pilot, "escape")
        await choose(pilot, "entries", "found")
        await look(pilot)
        assert "2 entries, 0 exhibits" in said(pilot)


async def test_nothing_that_fits_is_said_before_any_file_is_thought_of(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path), NARROW) as pilot:
        await open_form(pilot)
        await choose(pilot, "entries", "some")
        await fill(pilot, "period", "January 2026")
        await press(pilot, "f2")

        assert pilot.app.screen is the_form(pilot)
        assert "No entry fits what was chosen" in said(pilot)


async def test_no_form_at_all_is_asked_for(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path), NARROW) as pilot:
        await open_form(pilot)
        await choose(pilot, "formats")
        await press(pilot, "f2")

        assert "At least one is needed" in said(pilot)


async def test_private_notes_leave_only_after_a_second_key(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path), NARROW) as pilot:
        await open_form(pilot)
        await choose(pilot, "stays_private_notes")
        await press(pilot, "f2")
        assert "Your private notes would leave with this." in said(pilot)
        assert pilot.app.screen is the_form(pilot)

        await look(pilot)
        await type_over(pilot, PRIVATE)

        assert "1 of " in lines(pilot.app)[0]


async def test_a_choice_is_proposed_again_and_own_data_only_where_they_were_to_be_kept(tmp_path: Path) -> None:
    logbook, stick = a_case(tmp_path / "home"), a_stick(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        for keep, own in (("", ""), ("true", "An Invented")):
            await open_form(pilot, "text", "html")
            assert the_form(pilot).typed.words.get("sender_name", "") == ""
            await choose(pilot, "to", "lawyer")
            await fill(pilot, "keep_as", "Monthly")
            await fill(pilot, "sender_name", "An Invented")
            await choose(pilot, "keep_sender", *filter(None, [keep]))
            await look(pilot)
            await write_to(pilot, stick)
            await press(pilot, "escape", "x")
            words = the_form(pilot).typed.words
            assert (words["to"], words["formats"], words.get("sender_name", "")) == ("lawyer", "text, html", own)
            await press(pilot, "escape")


async def test_a_choice_under_a_name_is_begun_with_and_forgotten(tmp_path: Path) -> None:
    logbook, stick = a_case(tmp_path / "home"), a_stick(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        await open_form(pilot, "text")
        await fill(pilot, "keep_as", "[/] Monthly")
        await look(pilot)
        await write_to(pilot, stick)
        await press(pilot, "escape")
        await open_form(pilot, "html")
        await press(pilot, "f7")
        assert "[/] Monthly" in said(pilot)
        await press(pilot, "enter")
        assert the_form(pilot).typed.words["formats"] == "text"

        await press(pilot, "f7", "delete", "escape")

        assert not the_form(pilot).kept_names
