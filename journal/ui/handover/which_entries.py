"""Which entries are to be handed over: what there is to choose from, and what was chosen in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from journal.domain import kinds
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, many, spoken
from journal.handover.selection.supplement import new_since
from journal.ui.frame.masking import harmless

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from journal.domain.filters.values import AnyFilter
    from journal.handover.selection.choice import EarlierHandover
    from journal.logbook import Logbook
    from journal.logbook.saved_filters import SavedFilters

ALL, THIS, SEEN, SOME, KEPT = "all", "this", "found", "some", "filter:"
"""Which entries leave; the name of a kept filter stands behind the last one."""
_SUPPLEMENT = "supplement_"
"""How the answers begin that choose a dossier to which a supplement is made."""
NONE_MEETS = N_("No entry meets this filter now, so nothing would be shared.")
NONE_SEEN = N_("There is no such entry, so nothing would be shared. Choose other entries here.")


class SeenEntries(NamedTuple):
    """Entries to which a timeline is narrowed."""

    numbers: tuple[int, ...]
    words: str
    """What they are: `what is picked`, or what the filter asks for."""
    answer: str = ""
    """The same as an answer to which entries leave, where the words alone do not say it."""


@dataclass(frozen=True)
class Ground:
    """What the form is opened on."""

    entry: int
    """The entry under the cursor; 0 for none."""
    seen: SeenEntries | None
    """The entries to which the timeline is narrowed; None where all of them are seen."""
    kinds: tuple[str, ...]
    """The ids of the kinds that occur."""
    tags: frozenset[str]
    numbers: frozenset[int]
    filters: Mapping[str, Callable[[], tuple[int, ...]]] = field(default_factory=dict)
    """What finds the numbers of the entries that meet each kept filter now, by its name."""
    earlier: Mapping[str, EarlierHandover] = field(default_factory=dict)
    """The dossiers to which a supplement can be made, by the answer that chooses it."""

    @classmethod
    def of(cls, logbook: Logbook, entry: int, seen: SeenEntries | None) -> Ground:
        """Return the ground of a journal as it stands, opened on an entry."""
        entries = logbook.state.entries
        there = {one.kind_id for one in entries.values()}
        known = [one.id for one in kinds.KINDS if one.id in there]
        tags = frozenset(tag for one in entries.values() for tag in one.tags)
        kept = logbook.filters
        filters = {name: partial(_numbers_meeting, kept, wanted) for name, wanted in kept.named.items()}
        earlier = {f"{_SUPPLEMENT}{one.record}": one for one in logbook.handing_over.earlier_dossiers()}
        return cls(entry, seen, (*known, *sorted(there - set(known))), tags, frozenset(entries), filters, earlier)

    def meeting(self, answer: str) -> tuple[int, ...] | None:
        """Return the numbers of the entries that are in sight, or meet a kept filter; None for another answer."""
        if answer == SEEN:
            return self.seen.numbers if self.seen else None
        find = self.filters.get(answer.removeprefix(KEPT)) if answer.startswith(KEPT) else None
        return find() if find else None


def _numbers_meeting(kept: SavedFilters, wanted: AnyFilter) -> tuple[int, ...]:
    return tuple(one.number for one in kept.meeting(wanted))


def which(ground: Ground) -> dict[str, str]:
    """Return the answers, each in words; what is in sight comes first."""
    return {
        **({SEEN: ground.seen.answer or ground.seen.words} if ground.seen else {}),
        ALL: N_("all"),
        **({THIS: _("only entry {number}").format(number=ground.entry)} if ground.entry else {}),
        **{f"{KEPT}{name}": _("those of “{name}”").format(name=harmless(name)) for name in ground.filters},
        SOME: N_("some of them"),
        **{answer: new_since(one, spoken()) for answer, one in ground.earlier.items()},
    }


def proposed_entries(ground: Ground) -> str:
    """Return the answer with which the form begins: what is in sight, as nobody expects more to be shared."""
    return SEEN if ground.seen else ALL


def chosen_in_words(answer: str, ground: Ground) -> tuple[str, str]:
    """Return an answer in words, and what the first line says with `{words}` for them: of how many, where it is known.

    How many meet a kept filter or a part is known once they are looked for.
    """
    count = len(ground.numbers)
    if answer == ALL:
        return many("the only entry", "all {count} entries", count).format(count=in_figures(count, spoken())), "{words}"
    seen = ground.seen if answer == SEEN else None
    if seen is None and answer != THIS:
        return _(which(ground)[answer]), "{words}"
    said = many("{filter}: {shown} of {count} entry", "{filter}: {shown} of {count} entries", count)
    counts = {"shown": len(seen.numbers) if seen else 1, "count": count}
    figures = {name: in_figures(number, spoken()) for name, number in counts.items()}
    return seen.words if seen else which(ground)[THIS], said.format(filter="{words}", **figures)
