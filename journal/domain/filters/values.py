"""Filters: frozen conditions on entries, combined with `&`, `|` and `~` into a normal form.

A filter is stored as JSON (`stored_filters`), so tags, field names and enumeration values are stable ids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from journal.domain.entry.entry import Felt, Targeted
from journal.domain.kinds.catalogue import Group
from journal.domain.state.mentions import MentionRole
from journal.domain.text.labelled import LabelledEnum
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterable


class Trait(LabelledEnum):
    """Yes-or-no property of an entry."""

    EVIDENCE = "evidence", N_("with evidence")
    CHECKLIST_OPEN = "checklist_open", N_("checklist open")
    WITNESSES = "witnesses", N_("with witnesses")
    AFTER_NO = "after_no", N_("since the day of “no contact”")
    """Surely begun on the day of the first no or later."""
    BEFORE_NO = "before_no", N_("before the day of “no contact”")
    """Surely begun before the day of the first no."""
    BREACH = "breach", N_("noted as a breach of an order")
    ORDER_HELD = "order_held", N_("while an order held")
    """Act of the other side on days on which an order surely held; it claims no breach."""
    REPORTED = "reported", N_("reported")
    """Covered by a standing report."""
    AMENDED = "amended", N_("amended")
    WITHDRAWN = "withdrawn", N_("crossed out")


class EntrySource(LabelledEnum):
    """How an entry came into the journal."""

    TYPED = "typed", N_("typed here")
    IMPORTED = "imported", N_("brought in from a file")
    PAPER = "paper", N_("copied from paper")


class Filter(Struct, frozen=True, tag_field="filter", omit_defaults=True):
    """Base class of all filters."""

    def __and__(self, other: Filter) -> AnyFilter:
        """Return the filter that asks for both."""
        return all_of((self, other))

    def __or__(self, other: Filter) -> AnyFilter:
        """Return the filter that asks for at least one."""
        return one_of((self, other))

    def __invert__(self) -> AnyFilter:
        """Return the opposite."""
        return self.what if isinstance(self, Not) else Not(self)  # type: ignore[arg-type]


class Not(Filter, frozen=True, tag="not"):
    """Opposite of a filter."""

    what: AnyFilter


class AllOf(Filter, frozen=True, tag="all"):
    """Conjunction; made by `all_of`. Without parts it holds for every entry."""

    parts: tuple[AnyFilter, ...] = ()


class OneOf(Filter, frozen=True, tag="one"):
    """Disjunction; made by `one_of`."""

    parts: tuple[AnyFilter, ...]


class OfKind(Filter, frozen=True, tag="kind"):
    """Entries of one kind."""

    kind: str


class OfGroup(Filter, frozen=True, tag="group"):
    """Entries of the kinds of one group."""

    group: Group


class InPeriod(Filter, frozen=True, tag="period"):
    """Entries on these local days, both included; an empty side is open."""

    first: str = ""
    """ISO 8601."""
    last: str = ""
    surely: bool = False
    """Leaves out those that lie only perhaps in the period, as all of an unknown time do."""
    begun: bool = False
    """Whether only the beginning counts; otherwise any day of an entry with a duration."""


class AtHours(Filter, frozen=True, tag="hours"):
    """Entries with a time of day whose local hour lies between these, both included; may go over midnight."""

    first: int
    last: int


class OnWeekday(Filter, frozen=True, tag="weekday"):
    """Entries whose one local day is certain, and is this day of the week; 0 is Monday."""

    weekday: int


class NamesPerson(Filter, frozen=True, tag="person"):
    """Entries that name a person, in one role or, for None, in any."""

    person: int
    role: MentionRole | None = None


class AimedAt(Filter, frozen=True, tag="targeted"):
    """Entries with this target."""

    targeted: Targeted


class AtPlace(Filter, frozen=True, tag="place"):
    """Entries whose place contains these words; case and accents do not matter."""

    words: str


class WithIdentifier(Filter, frozen=True, tag="identifier"):
    """Entries with this number, address, account or plate of the other side, in any spelling."""

    text: str


class Tagged(Filter, frozen=True, tag="tag"):
    """Entries with this tag."""

    tag: str


class ThreatFelt(Filter, frozen=True, tag="felt"):
    """Entries with this perceived threat."""

    felt: Felt


class CameBy(Filter, frozen=True, tag="source"):
    """Entries that came into the journal in this way."""

    source: EntrySource


class CameThrough(Filter, frozen=True, tag="channel"):
    """Entries brought in from an export of this channel: `sms`, `whatsapp`."""

    channel: str


class RecordedLater(Filter, frozen=True, tag="later"):
    """Entries recorded at least so many hours after the last instant at which they can have begun."""

    hours: int
    below: int = 0
    """Upper bound in hours, exclusive; 0 for none."""


class InEvent(Filter, frozen=True, tag="event"):
    """Entries that belong to a standing event."""

    event: int


class Has(Filter, frozen=True, tag="trait"):
    """Entries with a property."""

    trait: Trait


AnyFilter = (
    AllOf | OneOf | Not | OfGroup | OfKind | InPeriod | OnWeekday | AtHours | NamesPerson | AimedAt | AtPlace
    | WithIdentifier | Tagged | ThreatFelt | Has | CameBy | CameThrough | RecordedLater
    | InEvent
)  # fmt: skip
"""Any filter, in the order in which the parts of a combination stand."""

_ORDER = {sort: place for place, sort in enumerate(AnyFilter.__args__)}
EVERYTHING = AllOf()
"""Filter that every entry matches."""


def all_of(filters: Iterable[Filter]) -> AnyFilter:
    """Return the conjunction in normal form: flat, without repetitions, in a fixed order; of one, that one itself."""
    parts = _parts(filters, AllOf)
    return parts[0] if len(parts) == 1 else AllOf(parts)


def one_of(filters: Iterable[Filter]) -> AnyFilter:
    """Return the disjunction in normal form, as `all_of`; of none, the filter that no entry matches."""
    parts = _parts(filters, OneOf)
    if EVERYTHING in parts:
        return EVERYTHING
    return parts[0] if len(parts) == 1 else OneOf(parts) if parts else ~EVERYTHING


def parts_of(wanted: AnyFilter) -> tuple[AnyFilter, ...]:
    """Return the filters of which all are asked for."""
    return wanted.parts if isinstance(wanted, AllOf) else (wanted,)


def _parts(filters: Iterable[Filter], joint: type[AllOf | OneOf]) -> tuple[AnyFilter, ...]:
    flat = {part for one in filters for part in (one.parts if isinstance(one, joint) else (one,))}
    return tuple(sorted(flat, key=_place))  # type: ignore[arg-type]


def _place(one: Filter) -> tuple[int, bytes]:
    sort = type(one.what) if isinstance(one, Not) else type(one)
    return _ORDER[sort], msgspec.json.encode(one)
