"""Words typed into a question outlast leaving at once, and stand in the line when the same is asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.logbook import Logbook
from journal.ui.dialogs.keeps_words import TYPED_BEFORE, KeepsWords
from journal.ui.fields.text_fields import TypedLine
from journal.ui.timeline.bulk_flows import CROSS_OUT, TAG, TO_EVENT
from tests.ui.builders import Clock, a_logbook, evenings, salts
from tests.ui.looking import WIDE, opened, text, toasts
from tests.ui.timeline.test_picking import down_to

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

TYPED = "so it was"
TAGS, EVENT, BULK_REASON = (["f4", "f4", "f2", *down_to(act), "enter"] for act in (TAG, TO_EVENT, CROSS_OUT))
REASON, FILTER, OWN_ITEM, DIGEST = ["w"], ["f", *"missed", "f7"], ["tab", "tab", "o"], ["v", "n"]
QUESTIONS = pytest.mark.parametrize("keys", [TAGS, EVENT, BULK_REASON, REASON, FILTER, OWN_ITEM, DIGEST], ids=" ".join)


def reopened(folder: Path) -> Logbook:
    return Logbook(folder / "journal.json", clock=Clock(), salts=salts)


def line(pilot: Pilot[None]) -> str:
    """What stands in the line of the question, which has to be in front."""
    assert isinstance(pilot.app.screen, KeepsWords)
    return pilot.app.screen.query(TypedLine).first().words


async def ask(pilot: Pilot[None], keys: list[str]) -> None:
    await pilot.press(*keys)
    await pilot.pause()


@QUESTIONS
async def test_words_of_a_question_that_is_left_at_once_stand_there_when_it_is_asked_again(
    tmp_path: Path, keys: list[str]
) -> None:
    async with opened(a_logbook(tmp_path, *evenings(3)), WIDE) as pilot:
        await ask(pilot, keys)
        await pilot.press(*TYPED, "ctrl+q")

    async with opened(reopened(tmp_path), WIDE) as pilot:
        assert "1 draft waits (d)" in text(pilot.app).splitlines()[0]
        await ask(pilot, keys)

        assert line(pilot) == TYPED
        assert TYPED_BEFORE in " ".join(text(pilot.app).replace("│", "").split())
        await pilot.press("escape")
    assert not reopened(tmp_path).drafts


async def test_another_question_offers_nothing_and_the_list_of_drafts_says_what_was_asked(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, *evenings(3)), WIDE) as pilot:
        await ask(pilot, REASON)
        await pilot.press(*TYPED, "ctrl+q")

    async with opened(reopened(tmp_path), WIDE) as pilot:
        await ask(pilot, ["down", *REASON])
        assert line(pilot) == ""
        await pilot.press("escape", "d")
        await pilot.pause()
        assert "Cross out entry 3: It stays readable. Why do you cross it out?" in " ".join(
            text(pilot.app).replace("│", "").split()
        )
        assert TYPED in text(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Do the same again" in toasts(pilot.app)[-1]


async def test_nothing_typed_and_what_is_recorded_already_leave_no_draft(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, *evenings(1)), WIDE) as pilot:
        await ask(pilot, REASON)
        await pilot.press("ctrl+q")

    assert not reopened(tmp_path).drafts


async def test_the_note_of_an_item_comes_back_without_what_was_not_typed(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, *evenings(1)), WIDE) as pilot:
        await ask(pilot, ["tab", "tab", "enter", "enter"])
        await pilot.press(*TYPED, "ctrl+q")

    async with opened(reopened(tmp_path), WIDE) as pilot:
        await ask(pilot, ["tab", "tab", "enter"])

        assert line(pilot) == TYPED


async def test_a_wrong_digest_is_asked_again_with_what_was_typed_and_why(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, *evenings(1)), WIDE) as pilot:
        await ask(pilot, DIGEST)
        await pilot.press(*"3f2a 3f2", "enter")
        await pilot.pause()

        assert line(pilot) == "3f2a 3f2"
        assert "digest" in pilot.app.screen.query_one(".complaint").visual.plain  # type: ignore[attr-defined]


async def test_once_the_question_is_answered_nothing_of_it_waits_any_more(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, *evenings(1))
    async with opened(logbook, WIDE) as pilot:
        await ask(pilot, REASON)
        await pilot.press(*TYPED)
        assert isinstance(pilot.app.screen, KeepsWords)
        pilot.app.screen.keep_draft_now()
        assert len(logbook.drafts) == 1
        await pilot.press("enter")
        await pilot.pause()

        assert logbook.state.entries[1].withdrawn
        assert not logbook.drafts
