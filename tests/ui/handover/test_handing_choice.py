"""The choice of a hand-over on the screen: which entries, what is asked, what is remembered of it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from journal.domain.entry.entry import Entry
from journal.domain.filters.values import OfKind
from journal.domain.forms.form_input import FormInput
from journal.handover.selection.choice import HandoverChoice
from journal.store.file.mutable_state import Remembered
from journal.ui.handover import choice_form as form
from journal.ui.handover.which_entries import Ground
from tests.ui.builders import a_logbook, an_entry
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


def the_ground() -> Ground:
    """A form that stands on no entry."""
    return Ground(0, None, (), frozenset(), frozenset())


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
        ("numbers", "some", "Type numbers"),
        ("tags", "nothing", "No entry has the tag"),
        ("period", "gibberish", "not clear yet"),
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
        await choose(pilot, "leaves_private_notes", "true")
        await press(pilot, "f2")
        assert "Your private notes would be shared too." in said(pilot)
        assert pilot.app.screen is the_form(pilot)

        await look(pilot)
        await type_over(pilot, PRIVATE)

        assert "1 of " in lines(pilot.app)[0]


async def test_a_choice_is_proposed_again_and_own_data_only_where_they_were_to_be_kept(tmp_path: Path) -> None:
    logbook, stick = a_case(tmp_path / "home"), a_stick(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        for keep, own in (("", ""), ("true", "An Invented")):
            await open_form(pilot)
            assert the_form(pilot).typed.words.get("sender_name", "") == ""
            await choose(pilot, "to", "lawyer")
            await choose(pilot, "formats", "text", "html")
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


async def test_what_the_ombudsman_needs_of_the_sender_is_in_sight_and_asked_for_once(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path), NARROW) as pilot:
        await open_form(pilot)
        await choose(pilot, "to", "ombudsman")
        assert {"Name", "Address", "Telephone"} <= {line.split("  ")[0].strip() for line in lines(pilot.app)}
        await fill(pilot, "sender_address", "Invented street 1")

        await press(pilot, "f2")

        assert pilot.app.screen is the_form(pilot)
        assert "the receiver needs them: Name, Telephone. Press F2 once more" in said(pilot)
        assert row(pilot, "sender_name").entrance.has_focus
        await fill(pilot, "sender_name", "An Invented")
        await press(pilot, "f2")
        assert "the receiver needs it: Telephone. Press F2 once more" in said(pilot)
        await look(pilot)


async def test_a_request_with_no_call_is_refused_with_a_sentence(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("A letter came.", kind="letter"))

    async with opened(logbook, NARROW) as pilot:
        await open_form(pilot)
        await choose(pilot, "to", "operator")
        await press(pilot, "f2", "f2")

        assert pilot.app.screen is the_form(pilot)
        assert "No call and no text message is among what was chosen" in said(pilot)


async def test_for_another_receiver_form_and_what_leaves_are_proposed_anew(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path), WIDE) as pilot:
        await open_form(pilot, "bundle", "text")
        await choose(pilot, "leaves_effects", "true")
        await choose(pilot, "leaves_witnesses")
        await choose(pilot, "to", "ombudsman")

        words = the_form(pilot).typed.words
        let = {name for name, told in words.items() if name.startswith("leaves_") and told}
        assert (words["formats"], let) == ("pdf", {"leaves_witnesses", "leaves_originals"})
        assert "For another receiver" in said(pilot)
        await choose(pilot, "to", "police")
        assert "For another receiver" not in said(pilot)


@pytest.mark.parametrize(
    "stays", [{"stays_private_notes": "true"}, {"stays_effects": "true", "stays_own_data": "true"}]
)
async def test_a_choice_that_was_kept_says_what_stays_and_means_the_same_in_the_form(
    tmp_path: Path, stays: dict[str, str]
) -> None:
    logbook = a_case(tmp_path)
    kept = {"to": "police", "entries": "all", "formats": "text", **stays}
    logbook.handing_over.remember(Remembered(typed=FormInput(kept, {}).kept()))

    async with opened(logbook, WIDE) as pilot:
        await press(pilot, "x")
        typed = the_form(pilot).typed

    choice = form.choice_of(typed, the_ground())
    assert isinstance(choice, HandoverChoice)
    assert {f"stays_{what}" for what in choice.stays} == stays.keys()
    again = FormInput.restored(form.to_keep(typed)).words
    assert {name for name in again if name.startswith(("stays", "leaves"))} == stays.keys()


async def test_what_is_perhaps_in_the_period_is_listed_before_it_leaves_and_can_be_left_out(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    logbook.record(Entry(kind="letter", account="Some time."))

    async with opened(logbook, WIDE) as pilot:
        await open_form(pilot)
        await choose(pilot, "entries", "some")
        await fill(pilot, "period", "March 2026")
        await press(pilot, "f2")
        assert pilot.app.screen is the_form(pilot)
        assert "It is not sure that these entries are in the period: 4. Press F2 once more" in said(pilot)
        await look(pilot)
        assert "2 entries," in said(pilot)
        assert "Perhaps in the period, and shared too: 4." in said(pilot)
        await press(pilot, "escape")
        await choose(pilot, "surely", "true")
        await look(pilot)
        assert "1 entry," in said(pilot)
        assert "Perhaps in the period, and staying here: 4." in said(pilot)


async def test_what_was_looked_up_is_kept_until_the_choice_or_the_journal_changes(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)

    async with opened(logbook, WIDE) as pilot:
        await open_form(pilot)
        seen = [(await look(pilot))._prepared]
        for change in (lambda: None, lambda: logbook.record(an_entry("One more.")), lambda: None):
            await press(pilot, "escape")
            change()
            seen.append((await look(pilot))._prepared)
        assert "4 entries," in said(pilot)
        await press(pilot, "escape")
        await fill(pilot, "receiver", "An Invented Office")
        seen.append((await look(pilot))._prepared)

    assert [one is before for before, one in pairwise(seen)] == [True, False, True, False]


async def test_the_entries_of_a_kept_filter_leave_as_they_meet_it_then(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    logbook.filters.save("letters", OfKind("letter"))
    logbook.filters.save("none", OfKind("gift"))

    async with opened(logbook, WIDE) as pilot:
        await open_form(pilot)
        await choose(pilot, "entries", "filter:letters")
        await look(pilot)
        assert "1 entry," in said(pilot)
        await press(pilot, "escape")

        await choose(pilot, "entries", "filter:none")
        await press(pilot, "f2")
        assert "No entry meets this filter now" in "\n".join(lines(pilot.app))
