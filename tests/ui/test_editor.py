"""The editor, as the manual tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.errors import NotSaved
from journal.domain.moment import Certainty
from journal.logbook import Logbook, Saved
from journal.ui.screens.ask_reason import AskReason
from journal.ui.screens.editor import EditorScreen
from journal.ui.widgets.entry_form import EntryForm
from tests.ui.builders import SIZES, Clock, a_logbook, an_entry, salts
from tests.ui.one_screen import Keys, OneScreen, focused_field, picture

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.entry import Entry


def saved_entry(logbook: Logbook, number: int = 1) -> Entry:
    """What the file says of an entry, read anew."""
    path = logbook.path
    logbook.close()
    return Logbook(path, clock=Clock(), salts=salts, read_only=True).state.entries[number].entry


@pytest.mark.parametrize("size", SIZES)
async def test_an_ordinary_call_takes_few_keys_beside_the_words(tmp_path: Path, size: tuple[int, int]) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test(size=size) as pilot:
        keys = Keys(pilot)
        await keys.words("yesterday 22:14")
        assert "Saturday 21 November 2026, 22:14" in picture(app)
        await keys.press("enter")
        await keys.words("sil")
        await keys.press("enter")
        await keys.words("Rang nine times")
        await keys.press("f2")

    entry = saved_entry(logbook)
    assert app.answer == Saved(record=3, subject=1)
    assert keys.pressed + 1 <= 10
    assert (entry.happened.start, entry.happened.typed) == ("2026-11-21T22:14", "yesterday 22:14")
    assert (entry.kind, entry.account) == ("call_silent", "Rang nine times")


async def test_a_missed_call_now_takes_four_keys_more_than_opening_the_editor(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.press("enter", "m", "f2")

    entry = saved_entry(logbook)
    assert keys.pressed + 1 <= 5
    assert entry.kind == "call_missed"
    assert (entry.happened.certainty, entry.happened.start) == (Certainty.EXACT, "2026-11-22T15:03")


async def test_now_is_the_minute_in_which_the_editor_was_opened(tmp_path: Path) -> None:
    clock = Clock()
    logbook = a_logbook(tmp_path, clock=clock)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        clock.move(minutes=20)
        await pilot.press("f2")

    assert saved_entry(logbook).happened.start == "2026-11-22T15:03"


async def test_half_an_entry_may_be_saved(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        await pilot.press(*"unknown", "f2")

    entry = saved_entry(logbook)
    assert (entry.kind, entry.happened.certainty) == ("other", Certainty.UNKNOWN)


async def test_two_readings_are_two_keys(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.words("8 uur")
        assert "1  " in picture(app)
        assert "2  " in picture(app)
        await keys.press("enter", "2")
        assert focused_field(app) == "kind"
        await keys.press("f2")

    assert app.answered
    assert saved_entry(logbook).happened.start in {"2026-11-22T08:00", "2026-11-22T20:00", "2026-11-21T20:00"}


async def test_a_reading_can_be_chosen_without_leaving_the_field(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.words("8 uur")
        await keys.press("alt+1")

        assert focused_field(app) == "kind"
        assert app.shown.query_one(EntryForm).typed.times["happened"].moment is not None


async def test_an_unanswered_question_keeps_the_form_open_at_the_question(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.words("8 uur")
        await keys.press("f2")

        assert not app.answered
        assert focused_field(app) == "happened"
        assert "Not saved yet" in picture(app)
        await keys.press("1", "f2")

    assert app.answered


async def test_a_time_that_cannot_be_read_leaves_the_words_in_place(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.words("blurgh")
        await keys.press("enter")
        assert focused_field(app) == "happened"
        await keys.press("tab", *"sms", "f2")

        assert not app.answered
        assert focused_field(app) == "happened"
        assert "blurgh" in picture(app)
        assert "Your words are still here" in picture(app)


async def test_letters_that_find_no_kind_are_said_so(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.press("enter")
        await keys.words("xyzzy")
        await keys.press("f2")

        assert not app.answered
        assert focused_field(app) == "kind"
        assert "No kind fits" in picture(app)


async def test_the_list_of_kinds_is_gone_through_with_the_arrows(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.press("enter", *"call", "down", "enter")
        assert focused_field(app) == "account"
        await keys.press("f2")

    assert saved_entry(logbook).kind == "call_missed"


async def test_the_mouse_chooses_a_kind(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", *"sil")
        await pilot.click("Matches", offset=(3, 0))
        await pilot.pause()

        assert app.shown.query_one(EntryForm).typed.words["kind"] == "call_silent"
        assert focused_field(app) == "account"


async def test_what_was_typed_for_one_kind_is_there_again_when_it_is_chosen_again(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.press("enter", *"silent", "enter")
        app.shown.query_one(EntryForm).go_to_field("call.rings")
        await keys.words("9")
        for kind in ("followed", "silent"):
            app.shown.query_one(EntryForm).go_to_field("kind")
            await keys.press("ctrl+u", *kind, "enter")
            await pilot.pause()

        assert app.shown.query_one(EntryForm).typed.words["call.rings"] == "9"
        assert "Rings" in picture(app)


async def test_checklist_and_advice_follow_the_kind(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", *"silent", "enter")
        assert "number of rings counted" in picture(app)

        app.shown.query_one(EntryForm).go_to_field("kind")
        await pilot.press("ctrl+u", *"followed", "enter")
        await pilot.pause()

        assert "number of rings counted" not in picture(app)
        assert "noted who saw it" in picture(app)


async def test_a_field_that_does_not_fit_is_named_and_nothing_is_lost(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keys(pilot)
        await keys.press("enter", *"silent", "enter")
        app.shown.query_one(EntryForm).go_to_field("call.duration")
        await keys.words("45")
        await keys.press("f2")
        assert focused_field(app) == "call.duration"
        assert "Seconds or minutes?" in picture(app)
        await keys.words("s")
        await keys.press("f2")

    assert saved_entry(logbook).details == {"call.duration": 45}


async def test_rare_fields_show_on_a_key_and_a_filled_one_always(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("Rang", tags=("evening",)))
    app = OneScreen(EditorScreen(logbook, amends=1))

    async with app.run_test(size=(120, 60)) as pilot:
        assert "Tags" in picture(app)
        assert "Told by" not in picture(app)

        await pilot.press("f4")

        assert "Told by" in picture(app)


async def test_an_end_is_read_after_the_beginning(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.words("yesterday 22:14")
        app.shown.query_one(EntryForm).go_to_field("until")
        await keys.words("23:10")
        await keys.press("f2")

    until = saved_entry(logbook).until
    assert until is not None
    assert until.start == "2026-11-21T23:10"


async def test_an_amendment_asks_why_and_the_earlier_version_stays(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("Rang", details={"call.rings": 9}))
    app = OneScreen(EditorScreen(logbook, amends=1))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        app.shown.query_one(EntryForm).go_to_field("account")
        await keys.press(*"!")
        await keys.press("f2")
        assert isinstance(app.screen, AskReason)
        await keys.words("counted again")
        await keys.press("enter")

    history = logbook.state.entries[1]
    assert app.answered
    assert [version.entry.account for version in history.versions] == ["Rang", "Rang!"]
    assert history.versions[-1].reason == "counted again"
    assert history.versions[-1].changed == ("account",)


async def test_an_amendment_that_changes_nothing_is_not_recorded(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("Rang"))
    app = OneScreen(EditorScreen(logbook, amends=1))

    async with app.run_test() as pilot:
        await pilot.press("f2")

        assert not app.answered
        assert "Nothing was changed" in picture(app)
    assert len(logbook.state.entries[1].versions) == 1


async def test_escape_from_the_question_for_a_reason_goes_back_to_the_form(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("Rang"))
    app = OneScreen(EditorScreen(logbook, amends=1))

    async with app.run_test() as pilot:
        app.shown.query_one(EntryForm).go_to_field("place")
        await pilot.press(*"home", "f2", "escape")

        assert app.screen is app.shown
        assert "home" in picture(app)
    assert len(logbook.state.entries[1].versions) == 1


class FullDisk(Logbook):
    """A journal on a disk that is full."""

    full = True

    def record(self, entry: Entry, draft: str = "") -> Saved:
        if self.full:
            raise NotSaved("The disk is full. Your words are still here. Make room and press F2 again.")
        return super().record(entry, draft)


async def test_an_entry_that_cannot_be_saved_stays_in_the_form_and_can_be_saved_later(tmp_path: Path) -> None:
    logbook = FullDisk(tmp_path / "journal.json", clock=Clock(), salts=salts)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.press("enter", *"sms", "enter")
        await keys.words("Rang")
        await keys.press("f2")
        assert not app.answered
        assert "The disk is full." in picture(app)
        assert "Rang" in picture(app)
        logbook.full = False
        await keys.press("f2")

    assert saved_entry(logbook).account == "Rang"


async def test_somebody_is_added_in_place_as_a_witness(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keys(pilot)
        app.shown.query_one(EntryForm).go_to_field("witnesses")
        await keys.press("B")
        await keys.words(" Invented (neighbour)")
        await keys.press("enter", "enter")
        assert app.screen is app.shown
        assert "B Invented (neighbour)" in picture(app)
        await keys.press("f2")

    entry = saved_entry(logbook)
    person = logbook.state.people[entry.witnesses[0]]
    assert (person.name, person.note) == ("B Invented", "neighbour")


async def test_an_unknown_caller_is_added_with_two_keys(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test(size=(120, 40)) as pilot:
        app.shown.query_one(EntryForm).go_to_field("person")
        await pilot.press("space", "up", "enter")
        await pilot.pause()
        await pilot.press("f2")

    entry = saved_entry(logbook)
    assert logbook.state.people[entry.person].name == "unknown caller A"
    assert logbook.state.people[entry.person].role == "stalker"


async def test_enter_goes_from_field_to_field_and_up_goes_back(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))

    async with app.run_test(size=(120, 40)) as pilot:
        form = app.shown.query_one(EntryForm)
        form.go_to_field("place")
        visited = []
        for key in ("enter", "tab", "enter", "enter", "enter"):
            await pilot.press(key)
            await pilot.pause()
            visited.append(focused_field(app))
        await pilot.press("shift+tab")
        await pilot.pause()

        assert visited == ["quoted_words", "witnesses", "person", "identified_by", "targeted"]
        assert focused_field(app) == "identified_by"


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (10, 4), (30, 8), (40, 200), (300, 10)])
async def test_the_form_survives_any_size_of_terminal(tmp_path: Path, size: tuple[int, int]) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", *"sil")
        await pilot.resize_terminal(*size)
        await pilot.press("enter", *"Rang")
        await pilot.resize_terminal(120, 40)
        assert "Rang" in picture(app)
        await pilot.press("f2")

    assert saved_entry(logbook).account == "Rang"


async def test_a_journal_that_is_only_read_refuses_calmly(tmp_path: Path) -> None:
    a_logbook(tmp_path).close()
    logbook = a_logbook(tmp_path, read_only=True)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        await pilot.press("enter", *"sms", "f2")

        assert not app.answered
        assert "Text message" in picture(app)
        assert app.shown.query_one("#said").has_class("-speaks")
