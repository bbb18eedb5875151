"""The day of the no is asked, and never taken for granted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.case.steps import StepMark
from journal.domain.evidence.checklist import ItemState
from tests.ui.builders import a_logbook
from tests.ui.evidence_screens import press
from tests.ui.looking import opened, text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        (("3", "/", "2", "f2"), "2026-02-03"),
        (("f3",), ""),
        (("u", "n", "k", "n", "o", "w", "n", "f2"), ""),
        (("f2", "f3"), ""),
    ],
)
async def test_the_day_of_the_no_is_asked_and_not_known_is_an_answer(
    tmp_path: Path, keys: tuple[str, ...], day: str
) -> None:
    logbook = a_logbook(tmp_path)
    async with opened(logbook) as pilot:
        await press(pilot, "c", "space")
        assert "On which day was it?" in text(pilot.app)
        assert "said_no" not in logbook.state.steps

        await press(pilot, *keys)

        assert logbook.state.steps["said_no"] == StepMark(state=ItemState.DONE, on=day)


async def test_without_an_answer_the_no_stays_unsaid(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    async with opened(logbook) as pilot:
        await press(pilot, "c", "space", "escape")

        assert "said_no" not in logbook.state.steps
