"""The words of the suspect stay covered until they are asked for, where that is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from journal.store.file.mutable_state import Settings
from journal.ui.opening.arrival import arriving
from journal.ui.opening.first_content import begin_masked, first_content
from journal.ui.terminal.first_frame import Paper
from tests.ui.builders import a_logbook, an_entry
from tests.ui.looking import NARROW, WIDE, opened, text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from journal.logbook import Logbook

WORDS = "You belong to me.\nI see you.\n\nAlways."
TOLD = "3 lines of their words"


def covered(folder: Path, **more: str) -> Logbook:
    logbook = a_logbook(folder, an_entry(quoted_words=WORDS, **more))
    logbook.choose(replace(logbook.settings, cover_words=True))
    return logbook


@pytest.fixture(autouse=True)
def _nothing_is_covered_afterwards() -> Iterator[None]:
    yield
    begin_masked(Settings())


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_words_are_covered_in_line_entry_and_search_until_space_shows_them(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(covered(tmp_path), size) as pilot:
        assert TOLD in text(pilot.app)
        assert "belong" not in text(pilot.app)

        await pilot.press("slash", *"belong", "enter")
        await pilot.pause()

        assert TOLD in text(pilot.app)
        assert "to me" not in text(pilot.app)

        await pilot.press("enter")
        await pilot.pause()

        assert TOLD in text(pilot.app)
        assert "to me" not in text(pilot.app)

        await pilot.press("space")
        await pilot.pause()

        assert "You belong to me." in text(pilot.app)

        await pilot.press("space")
        await pilot.pause()

        assert "to me" not in text(pilot.app)


async def test_the_versions_of_an_entry_are_covered_too(tmp_path: Path) -> None:
    logbook = covered(tmp_path)
    logbook.amend(1, an_entry(quoted_words="Never."), "one line only")

    async with opened(logbook) as pilot:
        await pilot.press("h")
        await pilot.pause()

        assert "1 line of their words" in text(pilot.app)
        assert "Never." not in text(pilot.app)

        await pilot.press("space")
        await pilot.pause()

        assert "Never." in text(pilot.app)


async def test_what_is_told_in_own_words_is_not_covered_and_nothing_is_without_the_setting(tmp_path: Path) -> None:
    logbook = covered(tmp_path, account="Rang at the door")

    async with opened(logbook) as pilot:
        assert "Rang at the door" in text(pilot.app)
        assert TOLD in text(pilot.app)

    logbook.close()
    logbook = a_logbook(tmp_path)
    logbook.choose(replace(logbook.settings, cover_words=False))

    async with opened(logbook) as pilot:
        assert "You belong to me." in text(pilot.app)


def test_the_first_content_covers_them(tmp_path: Path) -> None:
    covered(tmp_path).close()
    arrival = arriving(tmp_path / "journal.json")
    assert arrival

    begin_masked(arrival.settings)
    drawn = first_content(arrival, Paper(80, 24, 24))

    assert TOLD in drawn
    assert "belong" not in drawn
