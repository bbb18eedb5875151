"""The overview shows counts, table by table, and each of them leads to the entries that it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.case.order import Order
from journal.domain.overview.whole import behind
from journal.ui.dialogs import beside
from journal.ui.entry.read_entry import ReadEntry
from journal.ui.overview import overview
from journal.ui.overview.entries_behind import EntriesBehind
from journal.ui.overview.overview import OverviewScreen
from tests.ui.builders import a_logbook, an_entry
from tests.ui.looking import NARROW, WIDE, line_with, lines, main_screen, opened, text
from tests.ui.one_screen import until
from tests.ui.overview.cases import a_pattern

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion
    from textual.pilot import Pilot


def shown(pilot: Pilot[None]) -> OverviewScreen:
    """The overview, which has to be in front, with its table drawn."""
    assert isinstance(pilot.app.screen, OverviewScreen)
    return pilot.app.screen


async def to_table(pilot: Pilot[None], number: int) -> OverviewScreen:
    """Open the overview at a table."""
    await pilot.press("p")
    screen = shown(pilot)
    await until(pilot, lambda: bool(screen.table.sheet.lines))
    await pilot.press(str(number))
    await until(pilot, lambda: bool(screen.table.sheet.lines))
    return screen


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=str)
async def test_the_tables_of_the_overview(tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    pictures = []
    async with opened(a_pattern(tmp_path), size) as pilot:
        await to_table(pilot, 1)
        for number in range(1, len(overview.TABLES) + 1):
            await pilot.press(str(number))
            await pilot.pause()
            pictures.append(text(pilot.app))

    assert "said “no contact”, 2 Oct" in pictures[0]
    assert "October 2026" in pictures[1]
    assert "Mon Tue Wed" in pictures[3]
    assert "since the day of “no contact”" in pictures[5]
    assert "+00 555 0142" in pictures[6]
    assert "\n\n".join(pictures) == snapshot


async def test_a_figure_leads_to_its_entries_one_of_them_to_its_words_and_escape_back_to_the_same_figure(
    tmp_path: Path,
) -> None:
    async with opened(a_pattern(tmp_path), NARROW) as pilot:
        screen = await to_table(pilot, 5)
        await pilot.press("down", "right")
        line, figure = screen.table.line, screen.table.figure
        assert line
        assert figure
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, EntriesBehind)
        assert lines(pilot.app)[0].split()[-5:-3] == ["1", "entry"]
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, ReadEntry)
        await pilot.press("escape", "escape")

        assert shown(pilot).table.line == line
        assert shown(pilot).table.figure == figure


async def test_every_figure_lists_as_many_acts_as_it_says(tmp_path: Path) -> None:
    logbook = a_pattern(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        screen, sheets = await to_table(pilot, 7), []
        for number in range(1, len(overview.TABLES) + 1):
            await pilot.press(str(number))
            sheets.append(screen.table.sheet)

    figures = [one for at, sheet in enumerate(sheets) for line in sheet.lines for one in line.figures if at != 5]
    listed = logbook.state.listed()
    assert len(figures) > 100
    for one in figures:
        if one.axis:
            found = behind(listed, one.axis, one.places)
            assert sum(history.acts for history in found) == one.count


async def test_an_entry_behind_a_figure_is_shown_in_the_timeline(tmp_path: Path) -> None:
    async with opened(a_pattern(tmp_path), NARROW) as pilot:
        await to_table(pilot, 7)
        await pilot.press("down", "down", "enter", "t")

        assert main_screen(pilot).is_current


async def test_each_table_keeps_its_cursor_and_tab_goes_round(tmp_path: Path) -> None:
    async with opened(a_pattern(tmp_path), NARROW) as pilot:
        screen = await to_table(pilot, 4)
        await pilot.press("end", "right", "shift+tab", "tab")

        assert screen.table.row == len(screen.table.sheet.lines) - 1
        assert screen.table.column == 1
        for _ in overview.TABLES:
            await pilot.press("tab")
        assert screen.tabs.at == 3


async def test_many_entries_are_counted_beside_the_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "MANY", 1)

    async with opened(a_pattern(tmp_path), NARROW) as pilot:
        screen = await to_table(pilot, 7)
        await until(pilot, lambda: pilot.app.screen is screen and "+00 555 0142" in text(pilot.app))


async def test_what_was_counted_is_kept_until_another_record_also_behind_a_filter(tmp_path: Path) -> None:
    logbook = a_pattern(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        every = main_screen(pilot).in_force.every
        await to_table(pilot, 7)
        counts, told = every.overview(), every.told_through()
        await pilot.press("escape", "p", "1")
        shown(pilot)
        assert every.overview() is counts
        assert every.told_through() is told

        before = line_with(pilot.app, "act").strip()
        logbook.record(an_entry("Again.", kind="call", when="2026-10-30T10:00"))
        await pilot.press("escape", "p")
        await until(pilot, lambda: bool(shown(pilot).table.sheet.lines))
        assert every.overview().acts == counts.acts + 1
        assert line_with(pilot.app, "act").strip() != before


async def test_an_empty_journal_and_one_of_own_steps_alone_have_empty_tables(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("By letter.", kind="said_no", when="2026-10-02T10:00"))

    async with opened(logbook, NARROW) as pilot:
        await pilot.press("p")
        for number in range(1, len(overview.TABLES) + 1):
            await pilot.press(str(number), "enter", "down", "left")
            await pilot.pause()
            assert isinstance(pilot.app.screen, OverviewScreen)


async def test_stored_words_are_drawn_as_they_stand_and_a_long_one_is_cut(tmp_path: Path) -> None:
    said = {"message.channel": "[/b]\x1b[2J", "message.sender": "x" * 300}
    logbook = a_logbook(tmp_path, an_entry("", kind="chat", details=said, place="[red]here[/]"))

    async with opened(logbook, NARROW) as pilot:
        await to_table(pilot, 7)
        await pilot.pause()

        assert line_with(pilot.app, "[red]here[/]")
        assert line_with(pilot.app, f"{'x' * 39}…")
        assert line_with(pilot.app, "[/b]")


async def test_no_month_to_come_is_called_one_without_an_act(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry(when="2026-11-20T10:00"), an_entry(when="2026-03-20T10:00"))
    logbook.case.add(Order(number=0, parts=("contact",), starts="2026-11-01", ends="2027-11-01"))
    async with opened(logbook, WIDE) as pilot:
        await to_table(pilot, 2)
        told = text(pilot.app)

    assert "November 2027" in told
    assert "7 months without an act" in told
    assert "11 months not shown" in told
    assert "11 months without" not in told


async def test_the_figure_with_the_cursor_is_said_in_words_that_make_sense_alone(tmp_path: Path) -> None:
    async with opened(a_pattern(tmp_path), NARROW) as pilot:
        await to_table(pilot, 1)
        assert line_with(pilot.app, "week from Mon 16 Nov 2026: 2 acts · [ order 1 begins, 16 Nov")
        for keys, words in (
            (("end",), "at an unknown time: 1 act"),
            (("3", "right"), "November 2026, Physical: 1 act"),
            (("4", "right"), "02:00, Tuesday: 1 act"),
            (("5", "right", "down"), "Letter, card or note, before the day of “no contact”: 1 act"),
            (("6",), "acts on the first day: 1 · 1 September 2026"),
            (("7",), "channel not said: 8 acts"),
        ):
            await pilot.press(*keys)
            await pilot.pause()
            assert line_with(pilot.app, f" {words} ")


async def test_no_two_figures_of_a_table_are_said_in_the_same_words(tmp_path: Path) -> None:
    async with opened(a_pattern(tmp_path), NARROW) as pilot:
        await to_table(pilot, 1)
        for at in range(len(overview.TABLES)):
            await pilot.press(str(at + 1))
            await pilot.pause()
            table = shown(pilot).table
            said = [
                table.sheet.said(line, column)
                for line in table.sheet.lines
                for column in range(max(1, len(line.figures)))
            ]
            assert all(said)
            assert len({*said}) == len(said)
