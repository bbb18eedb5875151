"""Opening the real app for a test, and looking at what stands on its screen."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from journal.ui.app import JournalApp
from journal.ui.maintenance.setting_rows import SETTINGS
from journal.ui.timeline.journal_screen import JournalScreen
from journal.ui.timeline.main import MainScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.app import App
    from textual.pilot import Pilot
    from textual.widget import Widget

    from journal.logbook import Logbook
    from journal.ui.timeline.timeline import Timeline

WIDE = (120, 40)
NARROW = (80, 24)


@asynccontextmanager
async def opened(logbook: Logbook, size: tuple[int, int] = WIDE) -> AsyncIterator[Pilot[None]]:
    """The app on this journal, at rest."""
    async with JournalApp(logbook).run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


def main_screen(pilot: Pilot[None]) -> MainScreen:
    """The main screen at rest, which has to be the one in front."""
    assert isinstance(pilot.app.screen, MainScreen)
    pilot.app.screen.settle()
    return pilot.app.screen


def focus(pilot: Pilot[None]) -> Widget | None:
    """What has the focus now."""
    return pilot.app.focused


def lines(app: App[Any]) -> list[str]:
    """What stands on each line of the screen once no key is pressed and what waits is drawn, as `Pilot.pause` does."""
    if isinstance(app.screen, MainScreen):
        app.screen.find_all()
    if isinstance(app.screen, JournalScreen):
        app.screen.settle()
    app.screen._on_timer_update()
    return [strip.text for strip in app.screen._compositor.render_strips(app.size)]


def text(app: App[Any]) -> str:
    """Everything that stands on the screen."""
    return "\n".join(line.rstrip() for line in lines(app))


def line_with(app: App[Any], words: str) -> str:
    """The first line on which these words stand."""
    found = [line for line in lines(app) if words in line]
    assert found, f"{words!r} is nowhere on the screen:\n{text(app)}"
    return found[0]


def cursor_line(app: App[Any]) -> str:
    """The line of the timeline that is highlighted, without its borders and the panes beside it."""
    timeline = main_timeline(app)
    drawn = [strip.text.strip("┃│") for strip in timeline.render_lines(timeline.outer_size.region)]
    return next((line for line in drawn if line.startswith("▌")), "")


def main_timeline(app: App[Any]) -> Timeline:
    return next(screen for screen in app.screen_stack if isinstance(screen, MainScreen)).timeline


def to_setting(field: str, after: str = "language") -> list[str]:
    """The keys from one row of the settings to another."""
    fields = [one.slot.field for one in SETTINGS]
    return ["tab"] * (fields.index(field) - fields.index(after))


def toasts(app: App[Any]) -> list[str]:
    """What is being said in the corner."""
    return [notification.message for notification in app._notifications]
