"""The consistency checks as they were applied last, shared by the screens that list what they find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.base.errors import JournalError
from journal.domain.consistency.rules import check
from journal.domain.text.words import N_, _
from journal.logbook.checked_words import log_to_check
from journal.ui.dialogs.beside import ReadingStopped, beside_if_many
from journal.ui.frame.country import country_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import App

    from journal.domain.consistency.inconsistency import Inconsistency
    from journal.logbook import Logbook

CHECKING = N_("The rules are being applied to all entries.")


class AppliedRules:
    """What each rule finds in a journal; never stored."""

    def __init__(self, logbook: Logbook) -> None:
        self.logbook = logbook
        self.found: Mapping[str, Sequence[Inconsistency]] = {}
        """What each rule finds, by its id; empty until they were applied."""
        self.trouble = ""
        """Why they could not be applied; empty where they could."""
        self._as_of: tuple[int, int] | None = None

    def begin(self) -> bool:
        """Tell whether they are to be applied, because something changed since; it then counts as begun."""
        late_after = self.logbook.settings.late_after
        before, self._as_of = self._as_of, (self.logbook.version, late_after)
        return before != self._as_of

    async def apply(self, app: App[Any]) -> None:
        """Apply them to the journal as it stands; to be awaited in a worker, raises ReadingStopped."""
        logbook = self.logbook
        region, late_after = country_for(logbook), logbook.settings.late_after
        try:
            self.found = await beside_if_many(
                app,
                len(logbook.state.entries),
                _(CHECKING),
                lambda task: check(log_to_check(logbook, region, late_after, task), task),
                only_reads=True,
            )
            self.trouble = ""
        except ReadingStopped:
            self._as_of = None
            raise
        except JournalError as why:
            self.found, self.trouble = {}, str(why)
