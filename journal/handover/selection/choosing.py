"""Filters the journal by a choice, and redacts what leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from journal.domain.base.task import Task
from journal.domain.case.case_event import CaseEvent
from journal.domain.case.order import Order
from journal.domain.case.people import Role
from journal.domain.case.report import Report, covering
from journal.domain.case.steps import StepMark
from journal.domain.entry.records_of import number_of
from journal.domain.entry.rendering import NOBODY_KNOWN, rendered_fields
from journal.domain.evidence.custody import Movement
from journal.domain.evidence.exhibit import Exhibit, exhibits_by_entry
from journal.domain.ledger.case_object import OF_THE_RECORD
from journal.domain.text.words import N_
from journal.domain.time.within import Inside
from journal.handover.selection.call_kinds import CALLS
from journal.handover.selection.choice import CALLS_ONLY, ObjectRef, Stays
from journal.handover.selection.reaching import reach
from journal.handover.selection.redaction import LeavingLedger, withheld
from journal.handover.selection.selection import SelectedEntry, Selection
from journal.handover.selection.shared_objects import shared_objects
from journal.handover.selection.supplement import since
from journal.handover.selection.third_person_labels import retold

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence
    from datetime import datetime

    from journal.domain.case.people import Person
    from journal.domain.entry.history import History
    from journal.domain.ledger.case_object import NumberedT
    from journal.domain.ledger.record import Record
    from journal.domain.state.state import State
    from journal.domain.text.words import Words
    from journal.handover.selection.choice import HandoverChoice
    from journal.handover.selection.reaching import Reached

_WITNESS = N_("witness {number}")
_NOTHING_STAYS: frozenset[str] = frozenset()


@dataclass(frozen=True)
class SelectionSource:
    """Journal from which is selected, as it stands."""

    records: Sequence[Record]
    state: State
    words: Words
    """Catalogue of the output language."""
    made: datetime
    """Time of making, in the journal's zone."""
    read: Callable[[int, Callable[[bytes], object]], object]
    """Callback that writes the bytes of an exhibit part by part."""


def choose(source: SelectionSource, choice: HandoverChoice, task: Task | None = None) -> Selection:
    """Apply a choice to the journal, and advance the task by its records: files are reached through `read` only."""
    records, state = source.records, source.state
    changes = since(choice.supplement, state) if choice.supplement else None
    meant = _meant(state, choice, among=state.entries if changes is None else changes)
    perhaps = frozenset(one.number for one, inside in meant if inside is Inside.PERHAPS)
    histories = [one for one, inside in meant if inside is Inside.YES or (choice.perhaps and one.number in perhaps)]
    reached = reach(state, histories, choice, perhaps)
    withheld_fields = withheld((task or Task()).counting(records), choice, reached)
    ledger, staying = LeavingLedger(records, withheld_fields), withheld_fields.of_the_case

    def without(one: NumberedT) -> NumberedT:
        return _without(one, staying.get(ObjectRef(one.SUBJECT, one.number), _NOTHING_STAYS))

    people = {number: _named(one, without(one), choice, source.words) for number, one in reached.people.items()}
    leaving = [one for one in histories if reached.holds("entry", one.number)]
    linked = exhibits_by_entry(state.standing_links)
    exhibits = [without(one) for one in reached.of(state, Exhibit)]
    movements = [without(one) for one in reached.of(state, Movement)]
    reports = [_covering_only(without(one), reached) for one in reached.of(state, Report)]
    events = [_holding_only(without(one), reached) for one in reached.of(state, CaseEvent)]
    orders = [without(one) for one in reached.of(state, Order)]
    return Selection(
        choice=choice,
        made=source.made,
        records=len(records),
        head=records[-1].digest if records else "",
        entries=tuple(_entry(_as_it_leaves(one, ledger), source, people, reached, linked) for one in leaving),
        exhibits=_standing(exhibits),
        movements=_standing(movements),
        people=people,
        reports=_standing(reports),
        orders=_standing(orders),
        events=_standing(events),
        steps={
            step: _mark_without(mark, staying.get(ObjectRef("step", step), _NOTHING_STAYS))
            for step, mark in state.steps.items()
            if reached.holds("step", step)
        },
        left_out=withheld_fields.left_out,
        times_left_out=withheld_fields.times,
        ledger=ledger,
        read=source.read,
        why=reached.why,
        perhaps=perhaps,
        changes=changes or {},
        of_entries=len(state.entries),
        shared=shared_objects(state, reached),
        withdrawn=tuple(one for one in (*exhibits, *movements, *reports, *orders, *events) if one.withdrawn),
    )


def _meant(state: State, choice: HandoverChoice, among: Container[int]) -> list[tuple[History, Inside]]:
    """Return the entries of some numbers that match all filters but the days, each with whether it is in the days."""
    candidates = (one for one in state.chronological() if one.number in among and _is_meant(one, choice))
    return [(one, _within(one, choice)) for one in candidates]


def _is_meant(history: History, choice: HandoverChoice) -> bool:
    """Return whether an entry matches all filters but the days."""
    if choice.numbers and history.number not in choice.numbers:
        return False
    if choice.to in CALLS_ONLY and history.kind_id not in CALLS:
        return False
    if choice.kinds and history.kind_id not in choice.kinds:
        return False
    return not choice.tags or bool(set(choice.tags) & set(history.tags))


def _within(history: History, choice: HandoverChoice) -> Inside:
    """Return whether an entry reaches into the chosen days."""
    if not choice.since and not choice.until:
        return Inside.YES
    since, until = (date.fromisoformat(day) if day else None for day in (choice.since, choice.until))
    return history.days.reaching_into(since, until)


def _entry(
    left: History,
    source: SelectionSource,
    people: Mapping[int, Person],
    reached: Reached,
    linked: Mapping[int, Sequence[int]],
) -> SelectedEntry:
    words = source.words
    told = tuple(retold(field, left.entry, words) for field in rendered_fields(left.entry, people, words))
    reports = (one.number for one in covering(left.number, source.state.of(Report).standing))
    return SelectedEntry(
        left,
        told,
        tuple(one for one in linked.get(left.number, ()) if reached.holds("exhibit", one)),
        tuple(one for one in reports if reached.holds("report", one)),
    )


def _as_it_leaves(history: History, ledger: LeavingLedger) -> History:
    """Return the entry with every version and every mark redacted as in the exported ledger."""
    return msgspec.structs.replace(
        history,
        said=tuple(ledger.numbered(number) for number in history.numbers),
        said_of_items=tuple(
            (item, state, ledger.numbered(number_of(one))) for item, state, one in history.said_of_items
        ),
    )


def _without(one: NumberedT, names: frozenset[str]) -> NumberedT:
    """Return one of the case without what stays here; a name that stays becomes empty."""
    plain = {name: value for name, value in one.fields().items() if name not in names}
    needed = {"name": ""} if "name" in names else {}
    derived = {name: getattr(one, name) for name in OF_THE_RECORD if name != "number" and hasattr(one, name)}
    return type(one).from_fields(one.number, plain | needed, **derived)


def _named(person: Person, left: Person, choice: HandoverChoice, words: Words) -> Person:
    """Return a person as exported; one whose name is withheld gets a pseudonym with a number."""
    if left.name or not person.name:
        return left
    is_witness = choice.keeps(Stays.WITNESSES) and person.role is not Role.STALKER
    called = words(_WITNESS if is_witness else NOBODY_KNOWN).format(number=left.number)
    return msgspec.structs.replace(left, name=called)


def _covering_only(report: Report, reached: Reached) -> Report:
    return msgspec.structs.replace(
        report,
        entries=tuple(number for number in report.entries if reached.holds("entry", number)),
        handed_over=tuple(number for number in report.handed_over if reached.holds("exhibit", number)),
    )


def _holding_only(event: CaseEvent, reached: Reached) -> CaseEvent:
    held = tuple(number for number in event.entries if reached.holds("entry", number))
    return msgspec.structs.replace(event, entries=held)


def _standing(things: Sequence[NumberedT]) -> tuple[NumberedT, ...]:
    return tuple(one for one in things if not one.withdrawn)


def _mark_without(mark: StepMark, names: frozenset[str]) -> StepMark:
    return StepMark.from_fields({name: value for name, value in mark.fields().items() if name not in names})
