"""What the forms of the case ask about once before it is recorded, because it is most often a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.order import Order
from journal.domain.case.report import Report
from journal.domain.evidence.checklist import ItemState
from tests.ui.builders import a_logbook, an_entry
from tests.ui.case.test_case import press
from tests.ui.looking import opened, text

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_step_that_was_done_in_part_is_asked_once_whether_it_is_still_to_do(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    async with opened(logbook) as pilot:
        await press(pilot, "c", "enter", "enter", "enter", "enter", *"RR 0", "f2")
        assert "still says \N{LEFT DOUBLE QUOTATION MARK}to do\N{RIGHT DOUBLE QUOTATION MARK}" in text(pilot.app)
        assert not logbook.state.steps

        await press(pilot, "f2")
        assert logbook.state.steps["said_no"].state is ItemState.TO_DO


async def test_a_report_from_before_what_it_covers_is_asked_about_once(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry(when="2026-11-21T22:14"))
    async with opened(logbook) as pilot:
        await press(pilot, "c", "3", "n", "tab", "ctrl+u", *"20 november 2026", "f2")
        assert "These entries happened after the report was made: 1." in text(pilot.app)
        assert logbook.case.standing(Report) == []

        await press(pilot, "f2")
        assert [one.entries for one in logbook.case.standing(Report)] == [(1,)]


async def test_an_order_that_ends_before_it_begins_is_asked_about_once(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    async with opened(logbook) as pilot:
        await press(pilot, "c", "4", "n", "1", "tab", "tab", "tab", "tab")
        await press(pilot, *"1 july 2026", "tab", *"1 june 2026", "f2")
        assert "The end of the order is before its beginning." in text(pilot.app)
        assert not logbook.state.of(Order).now

        await press(pilot, "f2")
        assert logbook.state.of(Order).now[1].ends == "2026-06-01"
