"""Names and numbers are masked on every screen by one key, and stored as they were."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from journal.domain.case.people import Role
from journal.domain.evidence.checklist import Mark
from journal.store.file.mutable_state import Draft
from journal.ui.editor.drafts import WaitingDrafts
from journal.ui.entry.mark_item import MarkItem
from journal.ui.forms.people_picker import PeoplePicker
from journal.ui.frame.masking import mask_by
from journal.ui.opening.arrival import arriving
from journal.ui.opening.first_content import begin_masked, first_content
from journal.ui.terminal.first_frame import Paper
from tests.ui.builders import a_logbook, an_entry
from tests.ui.case_builders import a_hostile_case
from tests.ui.looking import NARROW, opened, text
from tests.ui.screen_walks import WALKS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from journal.logbook import Logbook

NAME = "Zwaardvis"
STORED = f"{NAME}, {NAME}straat 5, 0470 98 76 54"
"""Words with a name, and with an address and a number that are known by their form alone."""
NOT_MASKED = {"amend", "lock"}
"""A form holds the words that it would record; and any key of a lock without a passphrase shows the screen again."""


@pytest.fixture(autouse=True)
def _nothing_is_masked_afterwards() -> Iterator[None]:
    yield
    mask_by(None)


def masked(logbook: Logbook) -> Logbook:
    logbook.choose(replace(logbook.settings, masked=True))
    return logbook


@pytest.mark.parametrize("name", [name for name in WALKS if name not in NOT_MASKED])
async def test_no_screen_shows_a_name_while_names_are_masked_also_by_the_key(tmp_path: Path, name: str) -> None:
    async with opened(masked(a_hostile_case(tmp_path, STORED, NAME))) as pilot:
        await pilot.press(*WALKS[name])
        await pilot.pause()

        assert not re.search(f"{NAME}|98 76", text(pilot.app))

        await pilot.press("ctrl+n", "ctrl+n")
        await pilot.pause()

        assert not re.search(f"{NAME}|98 76", text(pilot.app))


async def test_a_key_masks_and_shows_says_so_in_the_title_and_is_kept_and_stores_nothing_else(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("An Invented saw it; 0470 00 00 01 rang", place="Nowhere street 1"))
    last = logbook.last

    async with opened(logbook) as pilot:
        assert "An Invented saw it; 0470 00 00 01 rang" in text(pilot.app)

        await pilot.press("ctrl+n")
        await pilot.pause()

        shown = text(pilot.app)
        assert "••• saw it; ••• rang" in shown
        assert "masked" in shown.split("\n")[0]
        assert logbook.settings.masked

        await pilot.press("ctrl+n")
        await pilot.pause()

        assert "An Invented saw it; 0470 00 00 01 rang" in text(pilot.app)
        assert "masked" not in text(pilot.app).split("\n")[0]

    assert not logbook.settings.masked
    assert logbook.last == last


async def test_an_open_question_its_list_and_the_drafts_are_masked_by_the_key_and_shown_again(tmp_path: Path) -> None:
    logbook = a_hostile_case(tmp_path, STORED, NAME)
    half_a_name = Draft(id="1", kept_at="2026-11-22T14:03:00Z", typed={"words": {"account": "x" * 195 + f" {NAME}"}})
    logbook.keep_draft(half_a_name)

    async with opened(logbook) as pilot:
        for question in (
            PeoplePicker(logbook, (), Role.WITNESS, title=f"{NAME}?"),
            MarkItem(f"call {NAME}", Mark(), logbook.now().date()),
            WaitingDrafts(logbook.drafts, logbook.drop_draft),
        ):
            pilot.app.push_screen(question)
            await pilot.pause()
            assert NAME[:4] in text(pilot.app)

            await pilot.press("ctrl+n")
            await pilot.pause()
            assert NAME[:4] not in text(pilot.app)

            await pilot.press("ctrl+n")
            await pilot.pause()
            assert NAME[:4] in text(pilot.app)
            await pilot.press("escape")


async def test_what_the_key_masks_while_the_settings_stand_open_stays_masked(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("An Invented rang"))

    async with opened(logbook, NARROW) as pilot:
        await pilot.press("comma", "ctrl+n", "f2")
        await pilot.pause()

    assert logbook.settings.masked


async def test_the_preview_says_that_what_is_shared_is_not_masked(tmp_path: Path) -> None:
    async with opened(masked(a_hostile_case(tmp_path, STORED, NAME)), NARROW) as pilot:
        await pilot.press("x", "f2")
        await pilot.pause()
        assert "what is shared holds them" in " ".join(text(pilot.app).split())

        await pilot.press("ctrl+n")
        await pilot.pause()
        assert "what is shared holds them" not in " ".join(text(pilot.app).split())


async def test_the_key_works_where_letters_are_typed_and_types_nothing(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry("An Invented rang")), NARROW) as pilot:
        await pilot.press("n", "ctrl+n", "ctrl+q")

        assert not pilot.app._logbook.drafts  # type: ignore[attr-defined]


async def test_help_lines_stay_readable(tmp_path: Path) -> None:
    async with opened(masked(a_logbook(tmp_path, an_entry("rang")))) as pilot:
        await pilot.press("f8")
        await pilot.pause()

        assert "112" in text(pilot.app)
        assert "•••" not in text(pilot.app)


def test_the_first_content_names_nobody_where_names_are_masked(tmp_path: Path) -> None:
    masked(a_logbook(tmp_path, an_entry("An Invented rang"), an_entry("Rang again"))).close()
    arrival = arriving(tmp_path / "journal.json")
    assert arrival

    begin_masked(arrival.settings)
    drawn = first_content(arrival, Paper(80, 24, 24))

    assert "Missed call" in drawn
    assert "Invented" not in drawn
    assert "Rang again" not in drawn
    assert "masked" in drawn
