"""Stored and pasted words are drawn as they stand: nothing in them acts, and not a byte of them changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from textual.strip import Strip

from journal.domain.case.people import Role
from journal.domain.entry.entry import Entry
from journal.domain.text.harmless import HARMFUL
from journal.store.file.mutable_state import Draft
from journal.ui.dialogs.ask_words import AskReason
from journal.ui.editor.drafts import WaitingDrafts
from journal.ui.editor.editor import EditorScreen
from journal.ui.editor.entry_form import EntryForm
from journal.ui.entry.history import HistoryScreen
from journal.ui.entry.mark_item import MarkItem
from journal.ui.fields.stand_ins import given_back, held, pictured
from journal.ui.forms.people_picker import PeoplePicker
from tests.ui.builders import HOSTILE_TOGETHER, LONG, NOW, a_logbook, an_entry, at
from tests.ui.one_screen import Keys, OneScreen, picture

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import App

    from journal.logbook import Logbook

SIZE = (120, 70)
ANY = st.text(st.characters(exclude_categories=["Cs"]))


def full_of(words: str) -> Entry:
    """An entry that holds these words wherever words can stand."""
    return Entry(
        happened=at("2026-11-21T22:14"),
        kind="chat",
        place=words,
        account=words,
        quoted_words=words,
        person=2,
        witnesses=(1, 2),
        impact=words,
        my_response=words,
        private_note=words,
        tags=(words or "none", "more"),
        details={"message.channel": words, "message.sender": words, "message.attachments": words},
    )


def a_hostile_logbook(folder: Path, words: str) -> Logbook:
    logbook = a_logbook(folder)
    logbook.add_person(words or "nobody", Role.STALKER, words)
    logbook.record(full_of(words))
    return logbook


def assert_nothing_acts(app: App[Any]) -> None:
    """Nothing on the screen is a terminal command, turns the reading direction, or can be clicked into acting."""
    for strip in app.screen._compositor.render_strips():
        for text, style, control in strip:
            assert not control
            assert not HARMFUL & set(text), repr(text)
            assert not any(0x100000 <= ord(sign) <= 0x10FFFD for sign in text), repr(text)
            if style is not None:
                assert not style.link
                assert "@click" not in style.meta


@pytest.mark.parametrize("words", HOSTILE_TOGETHER, ids=range(len(HOSTILE_TOGETHER)))
async def test_hostile_words_of_an_entry_do_nothing_in_the_editor(tmp_path: Path, words: str) -> None:
    logbook = a_hostile_logbook(tmp_path, words)
    before = logbook.state.entries[1].entry
    app = OneScreen(EditorScreen(logbook, amends=1))

    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f4")
        await pilot.pause()

        assert_nothing_acts(app)
        form = app.shown.query_one(EntryForm)
        assert form.typed.words.get("account", "") == words
        assert form.typed.words.get("place", "") == words
        form.go_to_field("impact")
        await pilot.press(*"x", "f2", *"typo", "enter")

    after = logbook.state.entries[1].entry
    assert app.answered
    assert after.impact == words + "x"
    assert (after.account, after.place, after.details) == (words, words, before.details)


@pytest.mark.parametrize("words", [one for one in HOSTILE_TOGETHER if one.strip()], ids=range(4))
async def test_hostile_words_that_are_pasted_do_nothing_and_are_recorded_as_they_are(
    tmp_path: Path, words: str
) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test(size=SIZE) as pilot:
        keys = Keys(pilot)
        form = app.shown.query_one(EntryForm)
        for field in ("account", "place"):
            form.go_to_field(field)
            await keys.words(words)
        form.go_to_field("tags")
        assert_nothing_acts(app)
        await keys.press("f2")

    entry = logbook.state.entries[1].entry
    assert entry.account == words.replace("\r\n", "\n")
    assert entry.place == " ".join(words.splitlines())


@pytest.mark.parametrize("words", HOSTILE_TOGETHER, ids=range(len(HOSTILE_TOGETHER)))
async def test_hostile_times_and_kinds_do_nothing(tmp_path: Path, words: str) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))

    async with app.run_test(size=SIZE) as pilot:
        keys = Keys(pilot)
        await keys.words(words)
        await keys.press("tab")
        await keys.words(words)
        assert_nothing_acts(app)
        await keys.press("f2")

        assert_nothing_acts(app)


@pytest.mark.parametrize("words", HOSTILE_TOGETHER, ids=range(len(HOSTILE_TOGETHER)))
async def test_hostile_words_do_nothing_in_the_questions(tmp_path: Path, words: str) -> None:
    logbook = a_hostile_logbook(tmp_path, words)
    typed = {"words": {"account": words, "kind": words}, "times": {"happened": {"text": words}}}
    draft = Draft(id="1", kept_at="", typed=typed)
    mark = logbook.state.entries[1].checklist[0].mark

    for screen in (
        PeoplePicker(logbook, (1,), Role.WITNESS, letters=words),
        WaitingDrafts([draft], logbook.drop_draft),
        AskReason(words, words, words),
        MarkItem(words, mark, NOW.date()),
    ):
        app = OneScreen(screen)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            assert_nothing_acts(app)


@pytest.mark.parametrize("words", HOSTILE_TOGETHER, ids=range(len(HOSTILE_TOGETHER)))
async def test_hostile_words_do_nothing_in_the_history(tmp_path: Path, words: str) -> None:
    logbook = a_hostile_logbook(tmp_path, "before")
    logbook.amend(1, full_of(words), words)
    app = OneScreen(HistoryScreen(logbook.state.entries[1], logbook))

    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert_nothing_acts(app)
        await pilot.press("down")
        assert_nothing_acts(app)


async def test_a_very_long_story_is_edited_and_saved_whole(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry(LONG, place=LONG))
    app = OneScreen(EditorScreen(logbook, amends=1))

    async with app.run_test(size=(80, 24)) as pilot:
        app.shown.query_one(EntryForm).go_to_field("account")
        await pilot.press(*"!", "f2", *"typo", "enter")

    after = logbook.state.entries[1].entry
    assert (after.account, after.place) == (f"{LONG}!", LONG)


async def test_lines_pasted_from_any_system_become_lines(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        app.shown.query_one(EntryForm).go_to_field("account")
        await keys.words("one\r\ntwo\rthree\nfour")

        assert app.shown.query_one(EntryForm).typed.words["account"] == "one\ntwo\nthree\nfour"
        assert "four" in picture(app)


@given(text=ANY)
def test_what_is_held_in_a_field_is_given_back_byte_for_byte(text: str) -> None:
    assert given_back(held(text)) == text
    assert given_back(held(text, lines=True), lines=True) == text


@given(text=ANY)
def test_no_harmful_sign_is_drawn_and_no_cell_moves(text: str) -> None:
    drawn = pictured(Strip([Segment(held(text))])).text

    assert not HARMFUL & set(drawn)
    assert len(drawn) == len(held(text))


def test_half_a_sign_becomes_the_sign_for_what_cannot_be_read() -> None:
    assert held("a\ud83d") == "a\N{REPLACEMENT CHARACTER}"
