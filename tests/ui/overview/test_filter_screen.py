"""The filter: conditions that are picked, and the entries that meet them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.filters.values import Has, OfKind, Trait
from journal.domain.kinds import kind
from journal.ui.overview import beside
from journal.ui.overview.entries_behind import EntriesBehind
from journal.ui.overview.filter_screen import FilterScreen, conditions, together
from tests.ui.builders import a_logbook, an_entry
from tests.ui.looking import NARROW, opened, text

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

    from journal.logbook import Logbook


def three_entries(folder: Path) -> Logbook:
    """A missed call with a witness, one without, and a letter."""
    seen = an_entry("It rang while she was here.", kind="call_missed", witnesses=(1,))
    return a_logbook(folder, seen, an_entry("It rang.", kind="call_missed"), an_entry("It lay there.", kind="letter"))


async def listed(pilot: Pilot[None]) -> str:
    """What stands on the screen once the entries are listed."""
    await pilot.app.workers.wait_for_complete([one for one in pilot.app.workers if one.group == "work"])
    while not isinstance(pilot.app.screen, EntriesBehind):
        await pilot.pause()
    await pilot.pause()
    return text(pilot.app)


async def test_one_condition_lists_its_entries_and_says_so(tmp_path: Path) -> None:
    async with opened(three_entries(tmp_path), NARROW) as pilot:
        await pilot.press("f", *"without witnesses", "enter")

        shown = await listed(pilot)

        assert "2 entries" in shown
        assert "witness" in shown
        assert "It lay there." in shown
        assert "while she was here" not in shown


async def test_several_kinds_widen_and_properties_narrow(tmp_path: Path) -> None:
    async with opened(three_entries(tmp_path), NARROW) as pilot:
        await pilot.press("f", *"missed call", "f4", *["backspace"] * 11, *"with witnesses", "f4", "f2")

        shown = await listed(pilot)

        assert "1 entry" in shown
        assert "while she was here" in shown


async def test_many_entries_are_looked_through_beside_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "MANY", 1)

    async with opened(three_entries(tmp_path), NARROW) as pilot:
        await pilot.press("f", *"without witnesses", "enter")

        assert "2 entries" in await listed(pilot)


async def test_a_change_behind_the_filter_is_seen(tmp_path: Path) -> None:
    logbook = three_entries(tmp_path)
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("f", *"not reported", "enter")
        await listed(pilot)
        logbook.withdraw(2, "logged twice")
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, FilterScreen)
        await pilot.press(*["backspace"] * 12, *"withdrawn", "enter")

        assert "1 entry" in await listed(pilot)


def test_any_of_two_kinds_but_each_of_two_properties() -> None:
    calls, letters = OfKind(kind("call_missed").id), OfKind(kind("letter").id)
    seen, reported = Has(Trait.WITNESSES), Has(Trait.REPORTED)

    assert together([calls, letters]) == calls | letters
    assert together([seen, calls, reported, letters]) == seen & reported & (calls | letters)
    assert together([~seen, seen]) == seen & ~seen


def test_only_what_the_journal_holds_is_offered(tmp_path: Path) -> None:
    offered = [*conditions(three_entries(tmp_path))]

    assert {one.kind for one in offered if isinstance(one, OfKind)} == {"call_missed", "letter"}
    assert len(offered) == len({*offered})
