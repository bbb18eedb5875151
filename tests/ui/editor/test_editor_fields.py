"""The fields of the editor: they follow the kind, are reached by keys, and lose nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.kinds import KINDS
from journal.ui.editor.editor import EditorScreen
from journal.ui.editor.entry_form import EntryForm
from journal.ui.editor.kind_field import Matches
from tests.ui.builders import a_logbook, an_entry
from tests.ui.looking import line_with
from tests.ui.one_screen import Keys, OneScreen, focused_field, picture, saved_entry

if TYPE_CHECKING:
    from pathlib import Path


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


async def test_an_unknown_caller_is_added_with_a_few_keys(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test(size=(120, 40)) as pilot:
        app.shown.query_one(EntryForm).go_to_field("person")
        await pilot.press("space", "up", "enter", "enter")
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


async def test_the_form_survives_any_size_of_terminal(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))
    sizes = {"R": (1, 1), "a": (3, 2), "n": (10, 4), "g": (30, 8), "u": (40, 200), "p": (300, 10)}

    async with app.run_test(size=(80, 24)) as pilot:
        form = app.shown.query_one(EntryForm)
        for letter, size in sizes.items():
            form.go_to_field("kind")
            await pilot.press("ctrl+u", *"sil")
            await pilot.resize_terminal(*size)
            await pilot.press("enter", letter)
            await pilot.resize_terminal(120, 40)
            assert form.typed.words["account"].endswith(letter)
            assert form.typed.words["account"] in line_with(app, "What happened").split()
        await pilot.press("f2")

    assert saved_entry(logbook).account == "Rangup"


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


async def test_as_long_as_nothing_is_typed_the_kinds_used_most_stand_first(tmp_path: Path) -> None:
    kinds = ("followed", "sms", "sms", "followed", "sms")
    logbook = a_logbook(tmp_path, *(an_entry("x", kind=kind) for kind in kinds))
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "down")
        await pilot.pause()
        offered = [option.id for option in app.shown.query_one(Matches).options]

    assert offered[:2] == ["sms", "followed"]
    assert len(offered) == len(KINDS)
