"""The weekly strip of the main screen, which counts every entry and so is not made at every return."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.ui.builders import Clock, a_logbook, an_entry, evenings
from tests.ui.looking import main_screen, opened

if TYPE_CHECKING:
    from pathlib import Path


async def test_weeks_are_counted_anew_when_something_was_recorded_or_another_day_begins(tmp_path: Path) -> None:
    clock = Clock()
    logbook = a_logbook(tmp_path, *evenings(3), clock=clock)

    async with opened(logbook) as pilot:
        screen = main_screen(pilot)
        before = screen.strip.weeks
        screen.show_all()
        assert screen.strip.weeks is before

        logbook.record(an_entry())
        screen.show_all()
        assert screen.strip.weeks.spread.total == before.spread.total + 1

        clock.move(days=7)
        screen.show_all()
        assert screen.strip.weeks.last == before.last + timedelta(days=7)
