"""A journal that is still being read: its newest entries at once, and the rest beside the screen."""

from __future__ import annotations

from functools import cached_property
from threading import Event
from typing import TYPE_CHECKING

from journal.domain.base.clock import system_clock
from journal.domain.base.errors import Unreadable
from journal.domain.ledger.actions import Action
from journal.domain.state.newest import EnoughEntries, newest
from journal.store.file.tail_preview import read_preview
from journal.ui.timeline.timeline_rows import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime, tzinfo
    from pathlib import Path

    from journal.domain.entry.history import History
    from journal.domain.ledger.record import Record
    from journal.domain.overview.acts_over_time import Stretches
    from journal.logbook import Logbook
    from journal.store.file.mutable_state import Settings

ENOUGH = 50
"""How many entries make a screen full."""
SECONDS_TO_END = 5
_EXHIBIT = f'"{Action.EXHIBIT_ADDED}"'.encode()
"""What stands in the record of a new exhibit."""


class Abandoned(Unreadable):
    """Nobody waits any more for the journal that is being read."""


class Arrival:
    """The newest entries of a journal, and the way to all of it."""

    def __init__(
        self, path: Path, entries: Sequence[History], last: Record, settings: Settings, *, read_only: bool
    ) -> None:
        """Keep what is known of the journal at this path."""
        self.path = path
        self.entries = entries
        """The latest first."""
        self.last = last
        """The last record."""
        self.settings = settings
        self.read_only = read_only
        """Whether it is to be opened for reading only."""
        self.files: Mapping[int, int] | None = None
        """None where no exhibits are among the last records; how many each entry has is told with the rest."""
        self._left, self._ended = Event(), Event()
        self._ended.set()
        self._logbook: Logbook | None = None
        self.stretches: Stretches | None = None
        """The acts of each week, once all is read."""

    @property
    def zone(self) -> tzinfo:
        """The time zone that was chosen for the journal, or else the computer's."""
        from journal.store.disk.timezones import zone_of

        return zone_of(self.settings.zone)

    @cached_property
    def rows(self) -> Rows:
        """The entries as the lines of a timeline, whose months tell no counts yet."""
        return Rows(self.entries, counted=False)

    def now(self) -> datetime:
        """Return the present time in the journal's zone."""
        return system_clock().astimezone(self.zone)

    async def logbook(self) -> Logbook:
        """Return the journal when all of it is read; raises JournalError."""
        from journal.ui.frame.background import aside

        return await aside(self.read)

    def close(self) -> None:
        """Let go of the journal, however much of it is read; raises as `Logbook.close`."""
        self._left.set()
        self._ended.wait(SECONDS_TO_END)
        if self._logbook:
            self._logbook.close()

    def read(self) -> Logbook:
        """Read the journal, and do here what would hold up the screen when all of it is first shown."""
        from journal.domain.overview.acts_over_time import acts_by_stretch
        from journal.logbook import Logbook
        from journal.ui.timeline import main  # noqa: F401 - so that the screen itself need not wait for it

        self._ended.clear()
        try:
            logbook = self._logbook = Logbook(self.path, read_only=self.read_only, between=self._go_on)
            from journal.domain.filters import selecting  # noqa: F401 - as the screen, which prepares filters

            if logbook.state.links:
                from journal.logbook import exhibit_texts  # noqa: F401 - as the screen, whose search reads exhibits
            logbook.state.listed()
            self.stretches = acts_by_stretch(logbook.state.chronological())
        finally:
            self._ended.set()
        return self._logbook

    def _go_on(self) -> None:
        if self._left.is_set():
            raise Abandoned


def arriving(path: Path, *, read_only: bool = False) -> Arrival | None:
    """Return the newest entries of the journal at the path, or None where they cannot be told without reading all."""
    found = read_preview(path, EnoughEntries(ENOUGH).known_from)
    entries = newest(found.records) if found else ()
    if not found or not entries:
        return None
    arrival = Arrival(path, entries, found.records[-1], found.desk.settings, read_only=read_only)
    arrival.files = {} if any(_EXHIBIT in bytes(record.body) for record in found.records) else None
    return arrival
