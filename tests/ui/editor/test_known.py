"""In the editor, somebody is recognised by a number in any spelling and an order by its days; nothing sets itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.case.people import Person, Role
from journal.ui.editor.editor import EditorScreen
from journal.ui.editor.entry_form import EntryForm
from tests.ui.builders import an_entry
from tests.ui.case_builders import a_case
from tests.ui.one_screen import Keys, OneScreen, picture, saved_entry

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook


def an_editor(logbook: Logbook, kind: str = "call_missed", **details: object) -> OneScreen[EditorScreen]:
    number = logbook.record(an_entry("x", kind=kind, details=details)).subject
    return OneScreen(EditorScreen(logbook, amends=number))


@pytest.mark.parametrize("number", ["+32 470 00 00 01", "0470/00.00.01", "0032470000001", "0470 00 00 01"])
async def test_a_number_in_any_spelling_is_recognised_and_taken_by_a_key_alone(tmp_path: Path, number: str) -> None:
    logbook = a_case(tmp_path)
    app = an_editor(logbook)

    async with app.run_test(size=(120, 50)) as pilot:
        keys = Keys(pilot)
        app.shown.query_one(EntryForm).go_to_field("call.number")
        await keys.words(number)
        assert "This belongs to unknown caller A. F6 fills" in picture(app)
        assert app.shown.query_one(EntryForm).typed.words.get("person", "") == ""

        await keys.press("f6")
        assert "This belongs to" not in picture(app)
        await keys.press("f2", *"number", "enter")

    assert saved_entry(logbook, 3).person == 2


async def test_a_number_that_two_share_is_said_and_offers_neither(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    logbook.case.add(Person(number=0, name="caller B", role=Role.STALKER, telephone_numbers=("0470000001",)))
    app = an_editor(logbook)

    async with app.run_test(size=(120, 50)) as pilot:
        keys = Keys(pilot)
        app.shown.query_one(EntryForm).go_to_field("call.number")
        await keys.words("0470 00 00 01")
        assert "This belongs to unknown caller A, caller B." in picture(app)
        await keys.press("f6")

        assert app.shown.query_one(EntryForm).typed.words.get("person", "") == ""


async def test_a_number_that_nobody_has_says_nothing_and_the_own_number_neither(tmp_path: Path) -> None:
    app = an_editor(a_case(tmp_path))

    async with app.run_test(size=(120, 50)) as pilot:
        keys = Keys(pilot)
        app.shown.query_one(EntryForm).go_to_field("call.number")
        await keys.words("+00 555 0142")
        app.shown.query_one(EntryForm).go_to_field("call.own_line")
        await keys.words("+32 470 00 00 01")

        assert "This belongs to" not in picture(app)


async def test_the_order_that_held_is_offered_for_a_breach_and_linked_by_a_key(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    app = an_editor(logbook, "order_broken")

    async with app.run_test(size=(120, 50)) as pilot:
        keys = Keys(pilot)
        await pilot.pause()
        assert "Order 1 was in force then. F6 fills it in." in picture(app)
        await keys.press("f6", "f2", *"which", "enter")

    assert saved_entry(logbook, 3).details == {"order.number": 1, "order.which": "contact ban"}


async def test_an_order_is_offered_for_no_other_kind(tmp_path: Path) -> None:
    app = an_editor(a_case(tmp_path))

    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.pause()

        assert "Order 1" not in picture(app)
