"""Answers in a row: arrows, letters, figures and the mouse choose."""

from __future__ import annotations

from typing import Any

import pytest

from journal.domain.case.people import Role
from journal.domain.entry import labels
from journal.domain.entry.entry import Felt, IdentifiedBy, Targeted
from journal.domain.evidence.checklist import ItemState
from journal.ui.dialogs.dialog import Dialog
from journal.ui.fields.choices import Choices
from journal.ui.frame.caret import caret_of
from tests.ui.one_screen import OneScreen, picture


class AskingChoices(Dialog[None]):
    """A question made of answers alone."""

    AUTO_FOCUS = "Choices"

    def __init__(self, choices: Choices) -> None:
        super().__init__("A question")
        self._choices = choices

    def compose_fields(self) -> Any:
        yield self._choices


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["right"], ("a",)),
        (["right", "right"], ("b",)),
        (["left"], ("c",)),
        (["b"], ("b",)),
        (["2"], ("b",)),
        (["b", "backspace"], ()),
        (["b", "delete"], ()),
        (["space"], ("a",)),
        (["x"], ()),
    ],
)
async def test_single_answers_are_chosen_by_arrows_letters_figures_and_space(
    keys: list[str], expected: tuple[str, ...]
) -> None:
    app = OneScreen(AskingChoices(Choices({"a": "ant", "b": "bee", "c": "cat"})))

    async with app.run_test() as pilot:
        await pilot.press(*keys)

        assert app.shown.query_one(Choices).chosen == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("police", "police"), ("police ghent", "police"), ("post", "post"), ("pp", "post"), ("telephone", "telephone")],
)
async def test_a_whole_word_chooses_the_answer_that_it_begins_and_its_other_letters_no_other(
    typed: str, expected: str
) -> None:
    answers = {one: one for one in ("police", "lawyer", "post", "insurer", "telephone", "other", "expert", "court")}
    app = OneScreen(AskingChoices(Choices(answers)))

    async with app.run_test() as pilot:
        await pilot.press(*("space" if letter == " " else letter for letter in typed))

        assert app.shown.query_one(Choices).chosen == (expected,)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [("right", "a"), ("left", "c"), ("right right", "b"), ("b", "b"), ("2", "b"), ("right right right right", "a")],
)
async def test_space_keeps_the_single_answer_that_was_just_chosen(keys: str, expected: str) -> None:
    app = OneScreen(AskingChoices(Choices({"a": "ant", "b": "bee", "c": "cat"})))

    async with app.run_test() as pilot:
        await pilot.press(*keys.split(), "space", "space")

        assert app.shown.query_one(Choices).chosen == (expected,)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["right", "space", "right", "space"], ("a", "b")),
        (["c", "a"], ("a", "c")),
        (["c", "c"], ("c", "d")),
        (["1", "1"], ()),
    ],
)
async def test_several_answers_are_ticked_one_by_one(keys: list[str], expected: tuple[str, ...]) -> None:
    answers = {"a": "ant", "b": "bee", "c": "cat", "d": "cow"}
    app = OneScreen(AskingChoices(Choices(answers, several=True)))

    async with app.run_test() as pilot:
        await pilot.press(*keys)

        assert app.shown.query_one(Choices).chosen == expected


async def test_an_answer_is_chosen_by_the_mouse_on_whatever_line_it_stands() -> None:
    answers = {str(one): f"answer number {one}" for one in range(9)}
    app = OneScreen(AskingChoices(Choices(answers)))

    async with app.run_test(size=(80, 24)) as pilot:
        choices = app.shown.query_one(Choices)
        assert choices.size.height > 1
        await pilot.click(choices, offset=(2, 1))
        first = choices.chosen
        await pilot.click(choices, offset=(2, 2))

        assert first != choices.chosen
        assert f"(•) answer number {choices.chosen[0]}" in picture(app)


@pytest.mark.parametrize(
    ("ids", "named"),
    [
        (IdentifiedBy, labels.IDENTIFIED_BY),
        (Targeted, labels.TARGETED),
        (Felt, labels.FELT),
        (Role, labels.ROLES),
        (ItemState, labels.ITEM_STATES),
    ],
)
def test_every_id_that_can_be_chosen_has_a_label_of_its_own(ids: Any, named: Any) -> None:
    assert set(named) == set(ids)
    assert len(set(named.values())) == len(named)


@pytest.mark.parametrize("several", [False, True])
async def test_the_cursor_of_the_terminal_stands_at_the_answer_that_the_arrows_are_at(*, several: bool) -> None:
    offered = {letter: f"{letter} {'long ' * 6}" for letter in "abc"}
    app = OneScreen(AskingChoices(Choices(offered, several=several)))

    async with app.run_test() as pilot:
        places = []
        for _answer in offered:
            await pilot.press("right")
            places.append(caret_of(app.shown.query_one(Choices)))
        drawn = [strip.text for strip in app.shown._compositor.render_strips(app.size)]

    assert [drawn[one.y][one.x + 4] for one in places] == [*offered]
