"""Filters: laws of their combination, against a plain reference, and their stored form."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain import kinds
from journal.domain.case.case_event import CaseEvent, holding_entry
from journal.domain.case.identifiers import known_forms
from journal.domain.case.report import Report, covering
from journal.domain.entry.origin import Origin
from journal.domain.evidence.checklist import ItemState
from journal.domain.evidence.exhibit import exhibits_of_entry
from journal.domain.filters import columns, values
from journal.domain.filters.columns import FactColumn
from journal.domain.filters.matching import CaseFacts, case_facts
from journal.domain.filters.selecting import Selector
from journal.domain.filters.stored_filters import from_stored, to_stored
from journal.domain.filters.values import EVERYTHING, AnyFilter, EntrySource, Trait, all_of, one_of
from journal.domain.overview.no_contact import day_of, the_no
from journal.domain.state.mentions import named_in
from journal.domain.state.recognising import MARK_FIELDS
from journal.domain.state.relations import held_at
from journal.domain.state.state import State
from journal.domain.text.normalisation import normalise
from journal.domain.time.within import Inside
from tests.domain.filters.some_filters import FILTERS, SIMPLE, ledgers, states
from tests.domain.ledgers import a_ledger

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from journal.domain.entry.history import History
    from journal.domain.ledger.record import Record


def the_case(state: State) -> CaseFacts:
    return case_facts(state, day_of(the_no(state.chronological(), state.steps)), "BE")


def found(wanted: AnyFilter, state: State) -> list[int]:
    selected = Selector().select(wanted, state.entries, state.chronological(), the_case(state))
    return [one.number for one in selected]


def holds(one: AnyFilter, history: History, state: State) -> bool:
    """The meaning of a filter, written plainly over the decoded entry."""
    match one:
        case values.Not(what):
            return not holds(what, history, state)
        case values.AllOf(parts):
            return all(holds(part, history, state) for part in parts)
        case values.OneOf(parts):
            return any(holds(part, history, state) for part in parts)
        case values.Has(trait):
            return bool(TRAITS[trait](history, state))
        case values.InEvent(event):
            return any(one.number == event for one in holding_entry(history.number, state.of(CaseEvent).standing))
    return bool(SAYS[type(one)](one, history))


def in_period(one: values.InPeriod, history: History) -> bool:
    first, last = (date.fromisoformat(day) if day else None for day in (one.first, one.last))
    days = history.days
    inside = days.beginning_in(first, last) if one.begun else days.reaching_into(first, last)
    return inside is Inside.YES or (inside is Inside.PERHAPS and not one.surely)


def at_hours(one: values.AtHours, history: History) -> bool:
    first, last = one.first, one.last
    hours = range(first, last + 1) if first <= last else {*range(first, 24), *range(last + 1)}
    happened = history.happened
    return bool(happened.has_clock_time and happened.local_start and happened.local_start.hour in hours)


def recorded_later(one: values.RecordedLater, history: History) -> bool:
    if not (latest := history.happened.latest):
        return False
    late = (history.recorded_at - latest).total_seconds() / 3600
    return late >= one.hours and (not one.below or late < one.below)


def with_identifier(one: values.WithIdentifier, history: History) -> bool:
    said = [str(history.entry.details.get(name, "")) for name in MARK_FIELDS]
    return any(known_forms(one.text, "BE") & known_forms(own, "BE") for own in said)


def source_of(history: History) -> EntrySource:
    origin = history.entry.taken_from
    if origin is None:
        return EntrySource.TYPED
    return EntrySource.PAPER if origin.channel == "paper" else EntrySource.IMPORTED


SAYS: dict[type, Callable[[Any, History], object]] = {
    values.OfKind: lambda one, history: history.entry.kind == one.kind,
    values.OfGroup: lambda one, history: kinds.kind(history.entry.kind).group == one.group,
    values.InPeriod: in_period,
    values.AtHours: at_hours,
    values.OnWeekday: lambda one, history: (day := history.happened.day) and day.weekday() == one.weekday,
    values.NamesPerson: lambda one, history: any(
        number == one.person and one.role in (None, how) for number, how in named_in(history.refers)
    ),
    values.AimedAt: lambda one, history: one.targeted in history.entry.targeted,
    values.AtPlace: lambda one, history: normalise(one.words) in normalise(history.entry.place),
    values.WithIdentifier: with_identifier,
    values.Tagged: lambda one, history: one.tag in history.entry.tags,
    values.ThreatFelt: lambda one, history: history.entry.threat_felt == one.felt,
    values.CameThrough: lambda one, history: (history.entry.taken_from or Origin()).channel == one.channel,
    values.CameBy: lambda one, history: source_of(history) == one.source,
    values.RecordedLater: recorded_later,
}


def side_of_the_no(history: History, state: State) -> Inside | None:
    no = day_of(the_no(state.chronological(), state.steps))
    return history.days.beginning_in(no, None) if no else None


TRAITS: dict[Trait, Callable[[History, State], object]] = {
    Trait.EVIDENCE: lambda history, state: exhibits_of_entry(history.number, state.standing_links),
    Trait.REPORTED: lambda history, state: covering(history.number, state.of(Report).standing),
    Trait.CHECKLIST_OPEN: lambda history, _state: any(line.mark.state is ItemState.TO_DO for line in history.checklist),
    Trait.WITNESSES: lambda history, _state: history.entry.witnesses,
    Trait.AFTER_NO: lambda history, state: side_of_the_no(history, state) is Inside.YES,
    Trait.BEFORE_NO: lambda history, state: side_of_the_no(history, state) is Inside.NO,
    Trait.BREACH: lambda history, _state: history.kind_id == "order_broken",
    Trait.ORDER_HELD: lambda history, state: any(held is Inside.YES for _order, held in held_at(history, state)),
    Trait.AMENDED: lambda history, _state: history.amended,
    Trait.WITHDRAWN: lambda history, _state: history.withdrawn,
}


@given(FILTERS, states())
def test_a_filter_finds_what_its_plain_meaning_finds(wanted: AnyFilter, state: State) -> None:
    plainly = [one.number for one in state.chronological() if holds(wanted, one, state)]

    assert found(wanted, state) == plainly


@given(FILTERS, FILTERS, states())
def test_and_or_and_not_are_those_of_sets(one: AnyFilter, other: AnyFilter, state: State) -> None:
    every, first, second = ({*found(wanted, state)} for wanted in (EVERYTHING, one, other))

    assert {*found(one & other, state)} == first & second
    assert {*found(one | other, state)} == first | second
    assert {*found(~one, state)} == every - first


@given(FILTERS, FILTERS, FILTERS)
def test_equal_combinations_are_equal_values(a: AnyFilter, b: AnyFilter, c: AnyFilter) -> None:
    assert a & b == b & a
    assert a | b == b | a
    assert (a & b) & c == a & (b & c) == all_of((c, a, b))
    assert (a | b) | c == a | (b | c) == one_of((c, a, b))
    assert a & a == a | a == a & EVERYTHING == ~~a
    assert a | EVERYTHING == EVERYTHING
    assert len({a & b, b & a}) == 1


@given(FILTERS)
def test_a_filter_comes_back_from_storage_as_it_was(wanted: AnyFilter) -> None:
    assert from_stored(json.loads(json.dumps(to_stored(wanted)))) == wanted


@pytest.mark.parametrize(
    "plain",
    [
        None,
        "kind",
        {},
        {"filter": "of_a_newer_version"},
        {"filter": "not", "what": {"filter": "of_a_newer_version"}},
        {"filter": "period", "first": "2026-02-30"},
        {"filter": "hours", "first": 22, "last": 24},
        {"filter": "weekday", "weekday": 7},
        {"filter": "trait", "trait": "unheard"},
    ],
)
def test_a_stored_filter_that_is_not_understood_is_none(plain: object) -> None:
    assert from_stored(plain) is None


def test_the_stored_ids_stay_as_they_are() -> None:
    ids = {sort.__struct_config__.tag for sort in AnyFilter.__args__}

    assert ids == {
        *("all", "one", "not", "kind", "group", "period", "hours", "weekday", "person", "targeted", "place"),
        *("identifier", "tag", "felt", "source", "channel", "later", "trait", "event"),
    }
    assert {one.value for one in Trait} == {
        *("evidence", "checklist_open", "witnesses", "after_no", "before_no", "breach", "order_held", "reported"),
        *("amended", "withdrawn"),
    }
    assert {one.value for one in EntrySource} == {"typed", "imported", "paper"}


@given(SIMPLE, states(), st.randoms())
def test_entries_in_any_order_are_found_in_that_order(wanted: AnyFilter, state: State, chance: Random) -> None:
    shuffled, selector, case = state.chronological(), Selector(), the_case(state)
    chance.shuffle(shuffled)

    selected = [selector.select(wanted, state.entries, shuffled, case, as_of=1) for _ in range(2)]

    matching = {*found(wanted, state)}
    assert selected == [[one for one in shuffled if one.number in matching]] * 2


@given(st.lists(FILTERS, min_size=1, max_size=2), ledgers(), st.integers(0, 30))
def test_what_is_prepared_in_portions_matches_as_what_is_built_at_once(
    asked: list[AnyFilter], ledger: list[Record], some: int
) -> None:
    state, selector = State(ledger), Selector()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "AT_A_TIME", 2)
        portions = sum(1 for _ in range(some) if not selector.prepare(state.entries, 1))
        for wanted in asked:
            selected = selector.select(wanted, state.entries, state.chronological(), the_case(state), as_of=1)
            assert [one.number for one in selected] == found(wanted, state)
        assert portions < 60


def test_what_needs_no_record_read_is_prepared_first() -> None:
    state, selector = State(a_ledger({"action": "entry.recorded", "entry": 1, "place": "Station"})), Selector()

    while not selector.prepare(state.entries, 1, reading=False):
        pass
    left = sum(1 for _ in range(9) if not selector.prepare(state.entries, 1))

    assert left == 1


@given(st.lists(FILTERS, min_size=1, max_size=3), ledgers())
def test_a_selector_keeps_up_with_every_record(asked: list[AnyFilter], ledger: list[Record]) -> None:
    state, selector = State(), Selector()
    for record in ledger:
        state.apply(record)
        for wanted in asked:
            case, every = the_case(state), state.chronological()
            selected = selector.select(wanted, state.entries, every, case, as_of=record.seq)

            assert [one.number for one in selected] == found(wanted, state)


def test_a_column_keeps_its_values_beyond_a_byte_of_codes() -> None:
    column: FactColumn[int] = FactColumn()
    column.extend(row % 300 for row in range(200))
    column.extend(row % 300 for row in range(200, 600))
    column.put(7, 299)

    found = column.looked_up(bytes(value == 299 for value in column.values))

    assert [row for row, yes in enumerate(found) if yes] == [7, 299, 599]
