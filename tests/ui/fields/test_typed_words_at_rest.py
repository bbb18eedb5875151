"""Fields of typed words at rest: nothing is drawn while nobody types, and words that come are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import AppBlur, Paste

from journal.ui.fields.text_fields import TypedLine, TypedText
from journal.ui.safety.quiet_app import HOUSE, QuietApp

if TYPE_CHECKING:
    from textual.app import ComposeResult


class OneField(QuietApp[None]):
    """Shows one field."""

    CSS_PATH = str(HOUSE / "ui" / "frame" / "journal.tcss")

    def __init__(self, sort: type[TypedLine | TypedText]) -> None:
        super().__init__()
        self.sort = sort

    def compose(self) -> ComposeResult:
        yield self.sort("He stood at the corner")


@pytest.mark.parametrize("sort", [TypedLine, TypedText])
async def test_no_clockwork_runs_in_a_field_that_has_the_cursor(sort: type[TypedLine | TypedText]) -> None:
    app = OneField(sort)
    async with app.run_test() as pilot:
        field = app.query_one(sort)
        field.focus()
        await pilot.pause()

        assert app.focused is field
        running = [timer.name for timer in field._timers if vars(timer)["_active"].is_set()]
        assert running == []


@pytest.mark.parametrize("sort", [TypedLine, TypedText])
async def test_a_paste_that_comes_before_the_window_is_said_to_be_in_front_is_taken(
    sort: type[TypedLine | TypedText],
) -> None:
    app = OneField(sort)
    async with app.run_test() as pilot:
        field = app.query_one(sort)
        field.focus()
        await pilot.press("end")
        app.post_message(AppBlur())
        await pilot.pause()

        app.post_message(Paste(" and waited"))
        await pilot.pause()

        assert field.words == "He stood at the corner and waited"
