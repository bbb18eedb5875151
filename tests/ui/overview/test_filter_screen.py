"""The filter: conditions that are picked, and the timeline with the entries that meet them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journal.domain.filters.values import Has, OfKind, Trait
from journal.ui.dialogs import beside
from journal.ui.overview.filter_screen import FilterScreen
from journal.ui.timeline.main import MainScreen
from tests.ui.builders import a_logbook, an_entry, evenings
from tests.ui.looking import NARROW, main_screen, opened, text, toasts
from tests.ui.one_screen import until

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

    from journal.logbook import Logbook


def three_entries(folder: Path) -> Logbook:
    """A missed call with a witness, one without, and a letter."""
    seen = an_entry("It rang while she was here.", kind="call_missed", witnesses=(1,))
    return a_logbook(folder, seen, an_entry("It rang.", kind="call_missed"), an_entry("It lay there.", kind="letter"))


async def filtered(pilot: Pilot[None], *keys: str) -> str:
    """What stands on the main screen once the filter chosen with these keys is in force."""
    await pilot.press("f", *keys)
    await until(pilot, lambda: isinstance(pilot.app.screen, MainScreen) and bool(pilot.app.screen.in_force.picked))
    await pilot.pause()
    return text(pilot.app)


async def test_one_condition_narrows_the_timeline_and_stands_in_the_title(tmp_path: Path) -> None:
    async with opened(three_entries(tmp_path), NARROW) as pilot:
        shown = await filtered(pilot, *"without witnesses", "enter")

        assert "Without witnesses: 2 of 3" in shown.splitlines()[0]
        assert "It lay there." in shown
        assert "while she was here" not in shown


async def test_escape_takes_the_filter_away_and_the_view_is_as_it_was(tmp_path: Path) -> None:
    async with opened(three_entries(tmp_path), NARROW) as pilot:
        await pilot.press("down")
        before = text(pilot.app)
        await filtered(pilot, *"letter", "enter")
        assert main_screen(pilot).timeline.number == 3

        await pilot.press("escape")

        assert text(pilot.app) == before


async def test_escape_stays_on_an_entry_that_was_gone_to_under_the_filter(tmp_path: Path) -> None:
    async with opened(three_entries(tmp_path), NARROW) as pilot:
        await filtered(pilot, *"missed call", "enter")
        await pilot.press("down", "escape")

        assert main_screen(pilot).timeline.number == 1
        assert main_screen(pilot).timeline.rows.shown == 3


async def test_several_kinds_widen_and_properties_narrow(tmp_path: Path) -> None:
    async with opened(three_entries(tmp_path), NARROW) as pilot:
        keys = [*"missed call", "f4", *["backspace"] * 11, *"with witnesses", "f4", "f2"]

        await filtered(pilot, *keys)

        assert main_screen(pilot).timeline.rows.numbers == (1,)


async def test_what_is_in_force_is_picked_when_the_conditions_are_chosen_again(tmp_path: Path) -> None:
    async with opened(three_entries(tmp_path), NARROW) as pilot:
        await filtered(pilot, *"missed call", "enter")
        await pilot.press("f", *"letter", "f4", "f2")
        await pilot.pause()

        assert main_screen(pilot).timeline.rows.shown == 3
        assert len(main_screen(pilot).in_force.picked) == 2


async def test_many_entries_are_looked_through_beside_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "MANY", 1)

    async with opened(three_entries(tmp_path), NARROW) as pilot:
        await filtered(pilot, *"without witnesses", "enter")

        assert main_screen(pilot).timeline.rows.numbers == (3, 2)


async def test_a_search_looks_among_the_entries_of_the_filter(tmp_path: Path) -> None:
    async with opened(three_entries(tmp_path), NARROW) as pilot:
        await filtered(pilot, *"without witnesses", "enter")
        await pilot.press("slash", *"rang", "enter")
        shown = text(pilot.app)
        assert main_screen(pilot).timeline.rows.numbers == (2,)
        assert "1 of 2 found" in shown

        await pilot.press("escape")
        assert main_screen(pilot).timeline.rows.numbers == (3, 2)
        await pilot.press("escape", "slash", *"rang", "enter")
        text(pilot.app)
        assert main_screen(pilot).timeline.rows.numbers == (2, 1)


async def test_an_entry_that_no_longer_meets_the_filter_leaves_it_and_a_new_one_ends_it(tmp_path: Path) -> None:
    logbook = three_entries(tmp_path)
    async with opened(logbook, NARROW) as pilot:
        await filtered(pilot, *"not crossed out", "enter")
        main_screen(pilot).show_saved(logbook.withdraw(3, "logged twice"))
        assert main_screen(pilot).timeline.rows.numbers == (2, 1)

        await pilot.press("escape")
        await filtered(pilot, *"letter", "enter")
        await pilot.press("m", "enter")
        await pilot.pause()

        assert main_screen(pilot).timeline.rows.numbers == (4, 3, 2, 1)


async def test_an_empty_filter_says_how_to_see_entries_again(tmp_path: Path) -> None:
    async with opened(three_entries(tmp_path), NARROW) as pilot:
        shown = await filtered(pilot, *"with evidence", "enter")

        assert "No entry meets the filter." in shown
        assert "0 of 3" in shown


async def test_escape_leaves_the_choice_without_a_filter(tmp_path: Path) -> None:
    async with opened(three_entries(tmp_path), NARROW) as pilot:
        await pilot.press("f", "f4")
        assert isinstance(pilot.app.screen, FilterScreen)
        assert "1 picked" in text(pilot.app)
        await pilot.press("escape")

        assert not main_screen(pilot).in_force.picked


async def test_a_period_is_typed_as_people_say_it(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, *evenings(60))
    async with opened(logbook, NARROW) as pilot:
        shown = await filtered(pilot, *"since 1 november", "enter")

        assert "From 1 November 2026 on: " in shown
        assert {one.listed_on[:7] for one in main_screen(pilot).in_force.meeting()} == {"2026-11"}

        await pilot.press("escape")
        await filtered(pilot, *"last month", "f3", "f2")
        assert {one.listed_on[:7] for one in main_screen(pilot).in_force.meeting()} == {"2026-09", "2026-11"}


async def test_a_typed_number_and_a_typed_place_are_conditions(tmp_path: Path) -> None:
    called = an_entry(kind="call_silent", details={"call.number": "0470 00 00 01"})
    logbook = a_logbook(tmp_path, called, an_entry("It lay there.", kind="letter", place="Station, platform 2"))
    async with opened(logbook, NARROW) as pilot:
        await filtered(pilot, *"0470000001", "enter")
        assert main_screen(pilot).timeline.rows.numbers == (1,)

        await pilot.press("escape")
        await filtered(pilot, *"PLATFORM", "enter")
        assert main_screen(pilot).timeline.rows.numbers == (2,)


async def test_the_opposite_of_any_condition_can_be_picked_and_let_go(tmp_path: Path) -> None:
    async with opened(three_entries(tmp_path), NARROW) as pilot:
        await pilot.press("f", *"missed call", "f3")
        assert "✓ Not Missed call" in text(pilot.app)
        await pilot.press("f3")
        assert "✓" not in text(pilot.app)
        await pilot.press("f4", "up", "f3")
        assert "1 picked" in text(pilot.app)
        await pilot.press("f2")
        await pilot.pause()

        assert main_screen(pilot).timeline.rows.numbers == (3,)


async def test_what_was_recorded_last_comes_first_until_the_same_key_or_escape(tmp_path: Path) -> None:
    old, new = an_entry("Long ago.", when="2025-03-01T10:00"), an_entry("Last week.", when="2026-11-14T10:00")
    async with opened(a_logbook(tmp_path, new, old, an_entry("Yesterday.")), NARROW) as pilot:
        before = text(pilot.app)
        assert main_screen(pilot).timeline.rows.numbers == (3, 1, 2)

        await pilot.press("s")
        shown = text(pilot.app)
        assert main_screen(pilot).timeline.rows.numbers == (3, 2, 1)
        assert "By date recorded" in shown
        assert "1/3/25" in shown

        await pilot.press("slash", *"long ago", "enter")
        assert main_screen(pilot).timeline.number == 2
        await pilot.press("escape", "escape")
        assert main_screen(pilot).timeline.rows.numbers == (3, 1, 2)
        await pilot.press("home", "s", "s")
        assert text(pilot.app) == before


async def test_the_order_of_recording_is_kept_with_a_filter(tmp_path: Path) -> None:
    old, new = an_entry("Long ago.", when="2025-03-01T10:00"), an_entry("Last week.", when="2026-11-14T10:00")
    async with opened(a_logbook(tmp_path, new, old, an_entry("A letter.", kind="letter")), NARROW) as pilot:
        await pilot.press("s")
        shown = await filtered(pilot, *"missed call", "enter")

        assert "Missed call, by date recorded" in shown
        assert main_screen(pilot).timeline.rows.numbers == (2, 1)
        main_screen(pilot).show_day(date(2026, 1, 1))
        assert main_screen(pilot).timeline.number == 2


async def test_a_filter_is_kept_under_a_name_and_chosen_again_by_it(tmp_path: Path) -> None:
    logbook = three_entries(tmp_path)
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("f", *"missed call", "f4", *["backspace"] * 11, *"without witnesses", "f4", "f7")
        await pilot.press(*"unseen calls", "enter")
        await pilot.pause()
        assert dict(logbook.filters.named) == {"unseen calls": OfKind("call_missed") & ~Has(Trait.WITNESSES)}

        await pilot.press("escape")
        await filtered(pilot, *"unseen", "enter")
        assert main_screen(pilot).timeline.rows.numbers == (2,)
        assert len(main_screen(pilot).in_force.picked) == 2


async def test_a_forgotten_filter_can_be_kept_again_at_once(tmp_path: Path) -> None:
    logbook = three_entries(tmp_path)
    logbook.filters.save("mine", OfKind("letter"))
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("f", *"mine", "f6")
        assert not logbook.filters.named
        assert "“mine” is forgotten" in toasts(pilot.app)[-1]

        await pilot.press("f7", *"mine", "enter")
        await pilot.pause()
        assert dict(logbook.filters.named) == {"mine": OfKind("letter")}


async def test_a_journal_that_is_only_read_offers_kept_filters_and_keeps_none(tmp_path: Path) -> None:
    three_entries(tmp_path).close()
    async with opened(a_logbook(tmp_path, read_only=True), NARROW) as pilot:
        await pilot.press("f", "f7")

        assert "keep as" not in text(pilot.app)
        assert isinstance(pilot.app.screen, FilterScreen)


async def test_the_overview_counts_what_meets_the_filter_and_says_so(tmp_path: Path) -> None:
    async with opened(three_entries(tmp_path), NARROW) as pilot:
        await filtered(pilot, *"missed call", "enter")
        await pilot.press("p", "5")
        await pilot.pause()
        shown = text(pilot.app)
        assert "Missed call" in shown.splitlines()[0]
        assert "Letter" not in shown

        await pilot.press("escape", "escape", "p", "5")
        await pilot.pause()
        assert "Letter" in text(pilot.app)


async def test_what_filters_ask_is_prepared_while_nobody_types(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, *[an_entry("It rang.", place="Station")] * 3), NARROW) as pilot:
        screen = main_screen(pilot)

        await until(pilot, lambda: screen.is_prepared)

        assert screen.in_force.prepare()
        assert screen.finding.complete
