"""Unsaved words are never lost: they wait as a draft in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from journal.domain.base.errors import NotSaved
from journal.domain.forms.entries import typed_from
from journal.domain.forms.form_input import FormInput
from journal.domain.text.words import Words
from journal.logbook import Logbook
from journal.store.file.mutable_state import Draft
from journal.ui.editor.editor import EditorScreen
from journal.ui.editor.entry_form import EntryForm
from journal.ui.fields.text_fields import TypedText
from journal.ui.forms.form_screen import KEEP_EVERY
from tests.domain.entries import entries
from tests.ui.builders import Clock, a_logbook, an_entry, salts
from tests.ui.looking import opened
from tests.ui.one_screen import Keys, OneScreen, focused_field, picture

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.entry.entry import Entry


def drafts_on_disk(logbook: Logbook) -> tuple[Draft, ...]:
    """The drafts that somebody finds who opens the file after the program was killed."""
    path = logbook.path
    logbook.close()
    return Logbook(path, clock=Clock(), salts=salts, read_only=True).drafts


async def test_escape_leaves_the_words_as_a_draft(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.words("gisteren 22:14")
        await keys.press("enter", *"sil", "enter")
        await keys.words("Rang nine times")
        await keys.press("escape")
        assert app.answer is None

    (draft,) = drafts_on_disk(logbook)
    typed = FormInput.restored(draft.typed)
    assert typed.words == {"kind": "call_silent", "account": "Rang nine times"}
    assert typed.times["happened"].text == "gisteren 22:14"
    assert not logbook.state.entries


async def test_escape_from_an_untouched_form_leaves_nothing(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        await pilot.press("enter", "escape")

        assert app.answer is None
    assert drafts_on_disk(logbook) == ()


async def test_letters_of_a_kind_that_was_not_taken_yet_are_kept_too(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        await pilot.press("enter", *"sile")
        app.shown.keep_draft_now()

    (draft,) = drafts_on_disk(logbook)
    assert FormInput.restored(draft.typed).words == {"kind_typed": "sile"}


async def test_the_last_key_before_leaving_at_once_is_kept(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        await pilot.press("tab", "tab", *"Ran")
        form = app.shown.query_one(EntryForm)
        form.query_one(TypedText).insert("g")
        app.shown.keep_draft_now()

    (draft,) = drafts_on_disk(logbook)
    assert FormInput.restored(draft.typed).words["account"] == "Rang"


async def test_words_are_kept_every_few_seconds_and_only_when_they_changed(tmp_path: Path) -> None:
    clock = Clock()
    logbook = a_logbook(tmp_path, clock=clock)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        await pilot.press("tab", "tab", *"Rang")
        app.shown._keep_draft()
        await pilot.pause()
        assert "draft kept 15:03" in picture(app)
        clock.move(minutes=1)
        app.shown._keep_draft()

    (draft,) = drafts_on_disk(logbook)
    assert draft.kept_at == "2026-11-22T14:03:00Z"
    assert KEEP_EVERY <= 5


async def test_a_draft_gives_back_exactly_what_was_typed_and_the_first_unfinished_field(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    first = OneScreen(EditorScreen(logbook))
    async with first.run_test() as pilot:
        keys = Keys(pilot)
        await keys.words("8 uur")
        await keys.press("tab", "tab", *"silent", "tab")
        await keys.words(" [/] \x1b[2J ")
        typed = first.shown.query_one(EntryForm).typed
        await keys.press("escape")

    again = OneScreen(EditorScreen(logbook, draft=logbook.drafts[0]))
    async with again.run_test() as pilot:
        await pilot.pause()

        assert again.shown.query_one(EntryForm).typed == typed
        assert typed.words["account"] == " [/] \x1b[2J "
        assert focused_field(again) == "happened"
        assert "1  " in picture(again)


async def test_now_in_a_draft_stays_the_moment_at_which_it_was_typed(tmp_path: Path) -> None:
    clock = Clock()
    logbook = a_logbook(tmp_path, clock=clock)
    first = OneScreen(EditorScreen(logbook))
    async with first.run_test() as pilot:
        await pilot.press("enter", *"sms", "escape")

    clock.move(days=2)
    again = OneScreen(EditorScreen(logbook, draft=logbook.drafts[0]))
    async with again.run_test() as pilot:
        assert "Sunday 22 November 2026, 15:03" in picture(again)
        await pilot.press("f2")

    assert again.answered
    assert logbook.state.entries[1].happened.start == "2026-11-22T15:03"


async def test_saving_forgets_the_draft_in_the_same_record(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        await pilot.press("enter", *"sms", "tab", *"Rang")
        app.shown.keep_draft_now()
        assert len(logbook.drafts) == 1
        await pilot.press("f2")

    assert drafts_on_disk(logbook) == ()
    assert logbook.state.entries[1].entry.account == "Rang"


async def test_erasing_everything_again_forgets_the_draft(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        await pilot.press("tab", "tab", *"ab")
        app.shown.keep_draft_now()
        await pilot.press("backspace", "backspace", "escape")

    assert drafts_on_disk(logbook) == ()


async def test_several_drafts_wait_side_by_side(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)

    for words in ("one", "two"):
        app = OneScreen(EditorScreen(logbook))
        async with app.run_test() as pilot:
            await pilot.press("tab", "tab", *words, "escape")

    kept = [FormInput.restored(draft.typed).words["account"] for draft in drafts_on_disk(logbook)]
    assert kept == ["one", "two"]


async def test_a_draft_of_an_amendment_goes_on_as_an_amendment(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("Rang", place="at home", details={"call.rings": 9}))
    first = OneScreen(EditorScreen(logbook, amends=1))
    async with first.run_test() as pilot:
        first.shown.query_one(EntryForm).go_to_field("account")
        await pilot.press(*" twice", "escape")

    (draft,) = logbook.drafts
    again = OneScreen(EditorScreen(logbook, draft=draft))
    async with again.run_test() as pilot:
        assert "Amend entry 1" in picture(again)
        await pilot.press("f2", *"remembered", "enter")

    history = logbook.state.entries[1]
    assert draft.amends == 1
    assert (history.entry.account, history.entry.place) == ("Rang twice", "at home")
    assert history.versions[-1].changed == ("account",)
    assert not logbook.drafts


class FullDisk(Logbook):
    """A journal on a disk that is full."""

    def keep_draft(self, draft: Draft) -> None:
        del draft
        raise NotSaved("The disk is full.")


async def test_a_draft_that_cannot_be_kept_is_said_and_the_words_stay(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(FullDisk(tmp_path / "journal.json", clock=Clock(), salts=salts)))

    async with app.run_test() as pilot:
        await pilot.press("tab", "tab", *"Rang")
        app.shown.keep_draft_now()
        app.shown._keep_draft()
        await pilot.pause()

        assert "The disk is full." in picture(app)
        assert "Rang" in picture(app)
        assert not app.answered


async def test_escape_does_not_leave_while_the_words_cannot_be_kept(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(FullDisk(tmp_path / "journal.json", clock=Clock(), salts=salts)))

    async with app.run_test() as pilot:
        await pilot.press("tab", "tab", *"Rang", "escape")
        assert not app.answered
        assert "Press Esc once more" in picture(app)

        await pilot.press("escape")

        assert app.answered


async def test_a_damaged_draft_opens_with_what_can_be_read(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    odd = Draft(
        id="x", kept_at="", amends=77, typed={"words": {"account": "kept", "kind": "from_the_future"}, "times": 3}
    )

    app = OneScreen(EditorScreen(logbook, draft=odd))

    async with app.run_test():
        assert "kept" in picture(app)
        assert focused_field(app) == "happened"


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entry=entries())
async def test_any_entry_opened_in_the_editor_is_the_same_form_as_without_a_screen(
    tmp_path: Path, entry: Entry
) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path), entry=entry, amends=1))

    async with app.run_test():
        assert app.shown.query_one(EntryForm).typed == typed_from(entry, Words())


@pytest.mark.parametrize("keys", [(), ("f2",), ("f1",), ("ctrl+p",)])
async def test_leaving_at_once_keeps_the_words_also_below_a_question(tmp_path: Path, keys: tuple[str, ...]) -> None:
    logbook = a_logbook(tmp_path, an_entry("Rang"))

    async with opened(logbook) as pilot:
        await pilot.press("e")
        await pilot.pause()
        form = pilot.app.screen.query_one(EntryForm)
        form.go_to_field("account")
        await pilot.press(*" twice", *keys, "ctrl+q")

    (draft,) = drafts_on_disk(logbook)
    assert FormInput.restored(draft.typed).words["account"] == "Rang twice"
    assert draft.amends == 1
