"""Matching of entries against a filter: masks over columns, combined as integers with one byte per entry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import compress
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from journal.domain import kinds
from journal.domain.case.case_event import CaseEvent
from journal.domain.case.identifiers import known_forms
from journal.domain.case.order import Order, in_force, may_bind
from journal.domain.case.report import Report
from journal.domain.entry.origin import PAPER
from journal.domain.filters.values import (
    AimedAt,
    AllOf,
    AtHours,
    AtPlace,
    CameBy,
    CameThrough,
    EntrySource,
    Has,
    InEvent,
    InPeriod,
    NamesPerson,
    Not,
    OfGroup,
    OfKind,
    OneOf,
    OnWeekday,
    RecordedLater,
    Tagged,
    ThreatFelt,
    Trait,
    WithIdentifier,
)
from journal.domain.kinds.orders import ORDER_BROKEN
from journal.domain.state.mentions import MentionRole
from journal.domain.text.normalisation import normalise
from journal.domain.time.within import Inside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from journal.domain.entry.history import History
    from journal.domain.filters.columns import EntryColumns, Rows
    from journal.domain.filters.values import AnyFilter
    from journal.domain.state.state import State
    from journal.domain.time.within import Days

    Mask = Callable[[Rows], int]
    ColumnTest = tuple[str, Callable[[Any], object]]


class CaseFacts(Struct, frozen=True):
    """What filters ask of the case around the entries."""

    with_evidence: frozenset[int] = frozenset()
    """Numbers of the entries with a standing exhibit."""
    reported: frozenset[int] = frozenset()
    """Numbers of the entries that a standing report covers."""
    orders: tuple[Order, ...] = ()
    events: Mapping[int, frozenset[int]] = {}
    """Numbers of the entries of each standing event."""
    said_no: date | None = None
    """Day of the first no, where known."""
    region: str = ""
    """Country code by whose conventions telephone numbers are parsed."""


def case_facts(state: State, said_no: date | None, region: str = "") -> CaseFacts:
    """Collect from a state what filters ask of the case; `said_no` is the day of the first no."""
    return CaseFacts(
        frozenset(target.entry for targets in state.standing_links.values() for target in targets if target.entry),
        frozenset(entry for report in state.of(Report).standing for entry in report.entries),
        tuple(state.of(Order).standing),
        {one.number: frozenset(one.entries) for one in state.of(CaseEvent).standing},
        said_no,
        region,
    )


class Matcher:
    """Filter compiled for the entries of some columns, which may grow meanwhile."""

    def __init__(self, wanted: AnyFilter, columns: EntryColumns, case: CaseFacts) -> None:
        self._columns, self._case = columns, case
        self._mask = self._compiled(wanted)

    def matching(self, histories: Sequence[History]) -> list[History]:
        """Return those of these entries that match, in their order; raises KeyError for one that is in no row."""
        rows = self._columns.rows_of(histories)
        return list(compress(histories, self._mask(rows).to_bytes(len(rows), "little")))

    def _compiled(self, one: AnyFilter) -> Mask:
        match one:
            case Not(what):
                return _opposite(self._compiled(what))
            case AllOf(parts) | OneOf(parts):
                join = _all if isinstance(one, AllOf) else _one
                return join([self._compiled(part) for part in parts])
            case Has(trait):
                return self._trait(trait)
            case InEvent(event):
                return self._among(self._case.events.get(event, frozenset()))
        return self._tested(*_TESTS[type(one)](one, self._case))

    def _trait(self, trait: Trait) -> Mask:
        case = self._case
        if trait is Trait.ORDER_HELD:
            acting = [_opposite(self._tested("withdrawn", bool)), self._tested("kind", _is_act)]
            return _all([*acting, _one([self._held(order) for order in case.orders])])
        if trait in _BY_NUMBER:
            return self._among(getattr(case, _BY_NUMBER[trait]))
        name, test = _trait_test(trait, case)
        return self._tested(name, test)

    def _held(self, order: Order) -> Mask:
        def held(days: Days) -> bool:
            return in_force(order, days) is Inside.YES

        return _all([self._tested("days", held), self._tested("people", lambda people: may_bind(order, _doer(people)))])

    def _among(self, numbers: frozenset[int]) -> Mask:
        return lambda rows: int.from_bytes(self._columns.among(numbers, rows), "little")

    def _tested(self, name: str, test: Callable[[Any], object]) -> Mask:
        """Return the mask of a test of one column; each distinct value is tested once."""
        verdicts = bytearray()

        def mask(rows: Rows) -> int:
            column = self._columns[name]
            verdicts.extend(bool(test(value)) for value in column.values[len(verdicts) :])
            return int.from_bytes(column.looked_up(verdicts, rows), "little")

        return mask


def _in_period(period: InPeriod, _case: CaseFacts) -> ColumnTest:
    first, last = (date.fromisoformat(day) if day else None for day in (period.first, period.last))
    wanted = {Inside.YES} if period.surely else {Inside.YES, Inside.PERHAPS}
    if period.begun:
        return "days", lambda days: days.beginning_in(first, last) in wanted
    return "days", lambda days: days.reaching_into(first, last) in wanted


def _at_hours(hours: AtHours, _case: CaseFacts) -> ColumnTest:
    first, last = hours.first, hours.last
    return "hour", lambda hour: first <= hour <= last if first <= last else hour >= first or 0 <= hour <= last


def _names_person(named: NamesPerson, _case: CaseFacts) -> ColumnTest:
    if named.role:
        return "people", lambda people: (named.person, named.role) in people
    return "people", lambda people: any(number == named.person for number, _role in people)


def _at_place(place: AtPlace, _case: CaseFacts) -> ColumnTest:
    words = normalise(place.words)
    return "place", lambda own: words in own


def _with_identifier(wanted: WithIdentifier, case: CaseFacts) -> ColumnTest:
    forms = known_forms(wanted.text, case.region)
    return "identifiers", lambda texts: any(forms & known_forms(own, case.region) for own in texts)


def _recorded_later(later: RecordedLater, _case: CaseFacts) -> ColumnTest:
    def holds(late: int | None) -> bool:
        return late is not None and late >= later.hours and (not later.below or late < later.below)

    return "hours_late", holds


_TESTS: Mapping[type, Callable[[Any, CaseFacts], ColumnTest]] = {
    OfKind: lambda one, _case: ("kind", lambda kind: kind == one.kind),
    OfGroup: lambda one, _case: ("kind", lambda kind: kinds.kind(kind).group is one.group),
    InPeriod: _in_period,
    AtHours: _at_hours,
    OnWeekday: lambda one, _case: ("weekday", lambda weekday: weekday == one.weekday),
    NamesPerson: _names_person,
    AimedAt: lambda one, _case: ("targeted", lambda targeted: one.targeted in targeted),
    AtPlace: _at_place,
    WithIdentifier: _with_identifier,
    Tagged: lambda one, _case: ("tags", lambda tags: one.tag in tags),
    ThreatFelt: lambda one, _case: ("felt", lambda felt: felt == one.felt),
    CameThrough: lambda one, _case: ("origin", lambda origin: origin == one.channel),
    CameBy: lambda one, _case: ("origin", lambda origin: _source(origin) is one.source),
    RecordedLater: _recorded_later,
}
"""Column that a filter of each sort tests, with the test of one of its values."""
_BY_NUMBER = {Trait.EVIDENCE: "with_evidence", Trait.REPORTED: "reported"}
"""Traits that stand with the case; the value is the field of `CaseFacts` with the numbers of the entries."""


def _trait_test(trait: Trait, case: CaseFacts) -> ColumnTest:
    no = case.said_no
    tests: Mapping[Trait, ColumnTest] = {
        Trait.CHECKLIST_OPEN: ("checklist_open", bool),
        Trait.AMENDED: ("amended", bool),
        Trait.WITHDRAWN: ("withdrawn", bool),
        Trait.WITNESSES: ("people", lambda people: any(role is MentionRole.WITNESS for _number, role in people)),
        Trait.AFTER_NO: ("days", lambda days: no and days.beginning_in(no, None) is Inside.YES),
        Trait.BEFORE_NO: ("days", lambda days: no and days.beginning_in(no, None) is Inside.NO),
        Trait.BREACH: ("kind", lambda kind: kind == ORDER_BROKEN.id),
    }
    return tests[trait]


def _source(origin: str | None) -> EntrySource:
    if origin is None:
        return EntrySource.TYPED
    return EntrySource.PAPER if origin == PAPER else EntrySource.IMPORTED


def _is_act(kind: str) -> bool:
    return not kinds.kind(kind).own_step


def _doer(people: Iterable[tuple[int, MentionRole]]) -> int:
    return next((person for person, role in people if role is MentionRole.DID_IT), 0)


def _every(rows: Rows) -> int:
    return int.from_bytes(b"\1" * len(rows), "little")


def _opposite(mask: Mask) -> Mask:
    return lambda rows: mask(rows) ^ _every(rows)


def _all(masks: Sequence[Mask]) -> Mask:
    def both(rows: Rows) -> int:
        found = _every(rows)
        for mask in masks:
            found &= mask(rows)
        return found

    return both


def _one(masks: Sequence[Mask]) -> Mask:
    def either(rows: Rows) -> int:
        found = 0
        for mask in masks:
            found |= mask(rows)
        return found

    return either
