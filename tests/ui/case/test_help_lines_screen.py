"""The help lines: one key away wherever something of the journal is seen, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.case.help_lines import for_country
from journal.domain.case.help_lines.line import Surety
from journal.ui.case.help_lines import UNSURE_SIGN, HelpLinesScreen, blocks
from journal.ui.frame.page import PageField, PageText
from tests.ui.builders import a_logbook, an_entry
from tests.ui.case.test_case import press
from tests.ui.case_builders import a_case
from tests.ui.looking import NARROW, opened, text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "keys", [(), ("n",), ("n", "enter", "a"), ("c",), ("c", "e"), ("h",), ("w",), ("slash", "a"), ("question_mark",)]
)
async def test_the_help_lines_are_one_key_away_and_escape_goes_back(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with opened(a_logbook(tmp_path, an_entry()), NARROW) as pilot:
        await press(pilot, *keys)
        before = pilot.app.screen
        await press(pilot, "f8", "f8")
        assert isinstance(pilot.app.screen, HelpLinesScreen)
        assert "112" in text(pilot.app)

        await press(pilot, "escape")
        assert pilot.app.screen is before


async def test_no_help_line_is_shown_while_the_screen_is_covered(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry()), NARROW) as pilot:
        await press(pilot, "ctrl+l", "f8")

        assert not isinstance(pilot.app.screen, HelpLinesScreen)
        assert "112" not in text(pilot.app)


async def test_the_other_country_is_chosen_by_a_key_and_kept(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    async with opened(logbook) as pilot:
        await press(pilot, "f8")
        assert "Politie / Police" in text(pilot.app)
        await press(pilot, "c")
        assert "0900-8844" in text(pilot.app)
        assert "Politie / Police" not in text(pilot.app)
        assert logbook.settings.country == "NL"

        await press(pilot, "escape", "c")
        assert "Prosecution expressly asked for" in text(pilot.app)


@pytest.mark.parametrize("country", ["BE", "NL"])
def test_every_line_says_number_purpose_surety_and_source_and_unsure_ones_are_marked(country: str) -> None:
    told = list(blocks(country))

    leads = [one.lead for one in told if isinstance(one, PageText) and one.indent]
    facts = [one.said.plain for one in told if isinstance(one, PageField)]
    for line in for_country(country):
        assert not line.source or line.source in facts
    unsure = sum(line.surety is Surety.CHECK_FIRST for line in for_country(country))
    assert leads.count(UNSURE_SIGN) == unsure > 0
