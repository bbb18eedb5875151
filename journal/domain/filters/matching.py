"""Matching of entries against a filter: masks over columns, combined as integers with one byte per entry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import reduce
from operator import and_, or_
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
    from collections.abc import Callable, Iterable

    from journal.domain.filters.columns import EntryColumns
    from journal.domain.filters.values import AnyFilter
    from journal.domain.state.state import State
    from journal.domain.time.within import Days

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
    """Evaluates a filter over the entries of some columns."""

    def __init__(self, columns: EntryColumns, case: CaseFacts) -> None:
        self._columns, self._case = columns, case
        self._every = int.from_bytes(b"\1" * len(columns), "little")

    def matching(self, wanted: AnyFilter) -> bytes:
        """Return for each row whether its entry matches, as bytes 0 and 1; raises as `History.records`."""
        return self._mask(wanted).to_bytes(len(self._columns), "little")

    def _mask(self, one: AnyFilter) -> int:
        match one:
            case Not(what):
                return self._mask(what) ^ self._every
            case AllOf(parts):
                return reduce(and_, map(self._mask, parts), self._every)
            case OneOf(parts):
                return reduce(or_, map(self._mask, parts), 0)
            case Has(trait):
                return self._trait(trait)
            case InEvent(event):
                return self._among(self._case.events.get(event, frozenset()))
        return self._tested(*_TESTS[type(one)](one, self._case))

    def _trait(self, trait: Trait) -> int:
        case = self._case
        if trait is Trait.ORDER_HELD:
            acting = self._tested("kind", _is_act) & ~self._tested("withdrawn", bool)
            return acting & reduce(or_, map(self._held, case.orders), 0)
        if trait in _BY_NUMBER:
            return self._among(getattr(case, _BY_NUMBER[trait]))
        return self._tested(*_trait_test(trait, case))

    def _held(self, order: Order) -> int:
        def held(days: Days) -> bool:
            return in_force(order, days) is Inside.YES

        binds = self._tested("people", lambda people: may_bind(order, _doer(people)))
        return binds & self._tested("days", held)

    def _among(self, numbers: frozenset[int]) -> int:
        return int.from_bytes(self._columns.rows_among(numbers), "little")

    def _tested(self, name: str, test: Callable[[Any], object]) -> int:
        """Return the mask of a test of one column; each distinct value is tested once."""
        column = self._columns[name]
        verdicts = bytes(map(bool, map(test, column.values)))
        return int.from_bytes(column.looked_up(verdicts), "little")


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
