"""Base class of the logbook: the parts that are imported when they are used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.logbook.erasure import Erasure
    from journal.logbook.exhibits import Exhibits
    from journal.logbook.handing import HandingOver
    from journal.logbook.intake import Intake
    from journal.logbook.paper import PaperSheets
    from journal.logbook.saved_filters import SavedFilters
    from journal.logbook.writing import Writing


class LazyParts:
    """Parts of an open journal."""

    exhibits: Exhibits
    _writing: Writing

    @property
    def erasure(self) -> Erasure:
        """Erasure on purpose."""
        from journal.logbook.erasure import Erasure

        return Erasure(self._writing)

    @property
    def handing_over(self) -> HandingOver:
        """Hand-overs."""
        from journal.logbook.handing import HandingOver

        return HandingOver(self._writing, self.exhibits)

    @property
    def intake(self) -> Intake:
        """Bringing in exports."""
        from journal.logbook.intake import Intake

        return Intake(self._writing, self.exhibits)

    @property
    def paper(self) -> PaperSheets:
        """What is typed off the pictures of paper."""
        from journal.logbook.paper import PaperSheets

        return PaperSheets(self._writing, self.exhibits)

    @cached_property
    def filters(self) -> SavedFilters:
        """Saved filters."""
        from journal.logbook.saved_filters import SavedFilters

        return SavedFilters(self._writing)
