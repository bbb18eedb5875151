"""The long lists over the whole case: every exhibit, and everything that is still to do."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain import kinds
from journal.domain.entry.history import History
from journal.domain.evidence.checklist import label_of
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.domain.kinds.catalogue import Item
from journal.domain.overview.to_do import to_do
from journal.domain.state.short_names import when_called
from journal.domain.text.words import N_, _, many, spoken
from journal.ui.evidence.exhibit_words import name_of, original_of, sort_of
from journal.ui.frame.text import harmless
from journal.ui.lists.find_screen import FindScreen, Line
from journal.ui.lists.line_list import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from journal.domain.overview.to_do import ToDo
    from journal.domain.state.state import State

NO_EXHIBITS = N_("No exhibits yet. The key a on an entry attaches files, and so does dropping them into the window.")


def exhibits_list(
    state: State,
    numbers: Collection[int] | None = None,
    title: str = "",
    go: Callable[[int], None] | None = None,
) -> FindScreen[int]:
    """Return the screen that lists exhibits, all or these, the latest first; it answers the number of one, or goes."""
    title = title or _("Exhibits")
    return FindScreen(title, lambda: _exhibits(state, numbers), nothing=_(NO_EXHIBITS), go=go)


def to_do_lines(state: State) -> Iterator[Line[Target]]:
    """Yield a line for each item that is still to do, those of the latest entry first; it stands for the item."""
    return chain.from_iterable(map(_items, to_do(reversed(state.chronological()))))


def _exhibits(state: State, numbers: Collection[int] | None) -> Iterator[Line[int]]:
    links = state.standing_links
    for one in reversed(state.of(Exhibit).standing):
        if numbers is None or one.number in numbers:
            entries = sorted({target.entry for target in links.get(one.number, ()) if target.entry})
            yield Line(one.number, Row(_told(one, state), _entries(entries)))


def _told(one: Exhibit, state: State) -> list[tuple[str, str]]:
    told = [("", sort_of(one)), (_("original: "), original_of(one, state))]
    faint = [f" · {label}{words}" for label, words in told if words]
    return [(f"{one.number:>5}  ", "strong"), (name_of(one), ""), ("".join(faint), "faint")]


def _entries(numbers: list[int]) -> str:
    if not numbers:
        return ""
    named = ", ".join(map(str, numbers[:3])) + (" …" if len(numbers) > 3 else "")
    return many("entry {numbers}", "entries {numbers}", len(numbers)).format(numbers=named)


def _items(one: ToDo) -> Iterator[Line[Target]]:
    for item in one.items:
        yield _ItemLine(Target(entry=one.history.number, item=item.id), _ItemRow(one.history, item))


class _ItemLine(Line[Target], gc=False):
    """Line of an item to do; a long case has so many that the collector of unused memory leaves them out."""


class _ItemRow(Struct, frozen=True, gc=False):
    """What stands on the line of an item to do, worded when it is looked at."""

    history: History
    item: Item

    @property
    def pieces(self) -> list[tuple[str, str]]:
        """Return the day, the item and the kind."""
        happened, words = self.history.happened, spoken()
        day = f"{happened.day:%d/%m/%Y}" if happened.day else when_called(happened, words)
        kind = harmless(_(kinds.kind(self.history.kind_id).label))
        label = harmless(label_of(self.item, words))
        return [(f"{day:>10}  ", "faint"), (label, "strong"), (f" · {kind}", "")]

    @property
    def right(self) -> str:
        """Return the number of the entry."""
        return _("entry {number}").format(number=self.history.number)
