"""Keys that only move lose no typed word: coming back to a field, what is typed goes on behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, TextArea

from journal.domain.ledger.recovery_code import draw
from journal.ui.fields.text_fields import TypedText
from journal.ui.frame.steady_input import SteadyInput
from journal.ui.safety.passphrase import NewPassphrase
from journal.ui.safety.recovery_code import ShowRecoveryCode
from tests.ui.case_builders import a_case
from tests.ui.looking import NARROW, opened
from tests.ui.screen_walks import WALKS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.app import App
    from textual.pilot import Pilot
    from textual.screen import Screen

MOVES = ("up", "down", "left", "end", "tab", "shift+tab")
WITH_FIELDS = ("new entry", "cross out", "hand over", "new person", "date", "backup")
MOST = 2
"""Fields of each sort that are tried on a screen."""


def fields(app: App[None]) -> list[Input | TextArea]:
    """The first fields of each sort of typed words that show."""
    lines = [one for one in app.screen.query(Input) if one.focusable]
    texts = [one for one in app.screen.query(TypedText) if one.focusable]
    return [*lines[:MOST], *texts[:MOST]]


async def moved(pilot: Pilot[None], field: Input | TextArea) -> str:
    """What stands in a field after a letter was typed, each key that moves pressed, and a letter typed behind each."""
    screen = pilot.app.screen
    for key in ("", *MOVES):
        if key:
            await pilot.press(key)
            assert pilot.app.screen is screen
        screen.set_focus(field)
        await pilot.press("z")
    return field.value if isinstance(field, Input) else field.text


@pytest.mark.parametrize("name", WITH_FIELDS)
async def test_no_typed_letter_is_lost_by_a_key_that_moves(tmp_path: Path, name: str) -> None:
    async with opened(a_case(tmp_path), NARROW) as pilot:
        await pilot.press(*WALKS[name])
        await pilot.pause()
        found = fields(pilot.app)

        said = {field: (await moved(pilot, field)).count("z") for field in found}

    assert found
    assert {field: count for field, count in said.items() if count < 1 + len(MOVES)} == {}


@pytest.mark.parametrize("question", [lambda: ShowRecoveryCode(draw(bytes)), NewPassphrase], ids=["code", "passphrase"])
async def test_no_typed_sign_of_a_secret_is_lost_by_a_key_that_moves(
    tmp_path: Path, question: Callable[[], Screen[object]]
) -> None:
    async with opened(a_case(tmp_path), NARROW) as pilot:
        pilot.app.push_screen(question())
        await pilot.pause()
        found = fields(pilot.app)

        said = [(await moved(pilot, field)).count("z") for field in found]

    assert found
    assert set(said) == {1 + len(MOVES)}


def test_every_line_is_one_that_keeps_its_words() -> None:
    def below(sort: type[Input]) -> set[type[Input]]:
        return {sort}.union(*(below(one) for one in sort.__subclasses__()))

    ours = {one for one in below(Input) if one.__module__.startswith("journal.")}

    assert ours
    assert {one for one in ours if not issubclass(one, SteadyInput)} == set()
