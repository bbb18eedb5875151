"""Filters that are saved in the journal under names; settings, which no record tells of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.base.canonical import keepable
from journal.domain.base.errors import Refused
from journal.domain.filters.matching import case_facts
from journal.domain.filters.selecting import Selector
from journal.domain.filters.stored_filters import from_stored, to_stored
from journal.domain.overview.no_contact import day_of, the_no
from journal.domain.text.country import country_of
from journal.domain.text.normalisation import alphabetical, normalise
from journal.domain.text.words import N_, _, spoken
from journal.store.disk.timezones import zone_of
from journal.store.file.mutable_state import SavedFilter, with_filter, without_filter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from journal.domain.entry.history import History
    from journal.domain.filters.matching import CaseFacts
    from journal.domain.filters.values import AnyFilter
    from journal.logbook.writing import Writing
    from journal.store.file.mutable_state import MutableState

LONGEST_NAME = 40
TOO_LONG = N_("This name has {count} letters; at most {most} can be kept. Nothing was saved.")


class SavedFilters:
    """Operations on saved filters; `save` and `forget` raise as those of the logbook."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._changed: tuple[int, str, tuple[SavedFilter, ...]] | None = None
        """The change that can be undone: number of the last record then, name, and the filters before it."""

    @property
    def named(self) -> Mapping[str, AnyFilter]:
        """The filters by name, in the order of their names; one that only a newer version understands is left out."""
        saved = sorted(self._writing.ledger.desk.filters, key=lambda one: alphabetical(one.name))
        understood = ((one.name, from_stored(one.filter)) for one in saved)
        return {name: wanted for name, wanted in understood if wanted is not None}

    def called(self, name: str) -> AnyFilter | None:
        """Return the filter of this name, or the only one whose name differs in case and accents alone."""
        named = self.named
        if name in named:
            return named[name]
        alike = [one for one in named if normalise(one) == normalise(name)]
        return named[alike[0]] if len(alike) == 1 else None

    def save(self, name: str, wanted: AnyFilter) -> None:
        """Save a filter under a name, replacing the one of that name."""
        if len(name) > LONGEST_NAME:
            raise Refused(_(TOO_LONG).format(count=len(name), most=LONGEST_NAME))
        saved = SavedFilter(name=str(keepable(name)), filter=to_stored(wanted))
        self._change(name, partial(with_filter, saved))

    def forget(self, name: str) -> None:
        """Delete the filter of this name."""
        self._change(name, partial(without_filter, name))

    def undo(self) -> str:
        """Undo the last change where nothing was recorded since it, and return the name; "" where there is none."""
        last, name, before = self._changed or (-1, "", ())
        if last != self._last:
            return ""
        self._writing.ledger.keep(lambda desk: replace(desk, filters=before))
        self._changed = None
        return name

    def _change(self, name: str, change: Callable[[MutableState], MutableState]) -> None:
        before = self._writing.ledger.desk.filters
        self._writing.ledger.keep(change)
        self._changed = self._last, name, before

    @property
    def _last(self) -> int:
        return len(self._writing.ledger.records)

    def case(self, said_no: date | None) -> CaseFacts:
        """Collect what filters ask of the case; `said_no` is the day of the first no."""
        state, settings = self._writing.state, self._writing.ledger.desk.settings
        region = country_of(settings.country, str(zone_of(settings.zone)), spoken().language)
        return case_facts(state, said_no, region)

    def meeting(self, wanted: AnyFilter) -> list[History]:
        """Return the entries that meet a filter now, in chronological order; raises Unreadable."""
        state = self._writing.state
        entries = state.chronological()
        said_no = day_of(the_no(entries, state.steps))
        return Selector().select(wanted, state.entries, entries, self.case(said_no))
