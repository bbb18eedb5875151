"""The words of the suspect stay covered until they are asked for, where that is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from journal.handover.selection.choice import HandoverChoice
from journal.store.file.mutable_state import Settings
from journal.ui.maintenance.erase import EraseScreen
from journal.ui.maintenance.erasing import EraseFields
from journal.ui.opening.arrival import arriving
from journal.ui.opening.first_content import begin_masked, first_content
from journal.ui.terminal.first_frame import Paper
from tests.ui.builders import a_logbook, an_entry
from tests.ui.erasing_screens import begin, wait_for
from tests.ui.evidence_screens import type_over
from tests.ui.handing_screens import look, open_form, said
from tests.ui.looking import NARROW, WIDE, lines, opened, text

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


async def test_the_preview_covers_words_until_a_key_shows_them_and_shares_them_all_the_same(tmp_path: Path) -> None:
    logbook = covered(tmp_path, account="Rang at the door")

    async with opened(logbook, NARROW) as pilot:
        await open_form(pilot)
        await look(pilot)
        await type_over(pilot, "exact words")
        assert TOLD in text(pilot.app)
        assert "on the screen only" in said(pilot)
        assert {"F2", "F6"} < {*lines(pilot.app)[-1].split()}
        assert "to me" not in text(pilot.app)

        await pilot.press("f7")
        await pilot.pause()
        assert "You belong to me. I see you." in text(pilot.app)
        assert "on the screen only" not in said(pilot)

        await pilot.press("f7")
        await pilot.pause()
        assert "to me" not in text(pilot.app)

        await type_over(pilot, "rang")
        assert "Rang at the door" in text(pilot.app)
    chosen = logbook.handing_over.chosen(HandoverChoice())
    assert WORDS in {one.said for one in logbook.handing_over.preview(chosen).leaves}


async def test_without_the_setting_the_preview_tells_the_words_and_offers_no_key(tmp_path: Path) -> None:
    logbook = covered(tmp_path)
    logbook.choose(replace(logbook.settings, cover_words=False))

    async with opened(logbook, NARROW) as pilot:
        await open_form(pilot)
        await look(pilot)
        await type_over(pilot, "exact words")
        await pilot.press("f7")
        await pilot.pause()

        assert "You belong to me. I see you." in text(pilot.app)
        assert "F7 their words" not in text(pilot.app)


@pytest.mark.parametrize("asked", [False, True])
async def test_erasing_covers_words_unless_they_were_asked_for(tmp_path: Path, *, asked: bool) -> None:
    logbook = covered(tmp_path, account="Rang at the door")
    logbook.amend(1, an_entry(quoted_words=WORDS, account="Rang"), "shorter")

    async with opened(logbook, NARROW) as pilot:
        await begin(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, EraseFields)
        assert TOLD in text(pilot.app)
        assert "to me" not in text(pilot.app)

        await pilot.press(*(["f7"] if asked else []))
        await pilot.pause()
        assert ("You belong to me." in text(pilot.app)) is asked

        await pilot.press(*"exact", "enter")
        await wait_for(pilot, EraseScreen)
        assert ("You belong to me." in text(pilot.app)) is asked
        assert (TOLD in text(pilot.app)) is not asked
