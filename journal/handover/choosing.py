"""Taking out of a journal what was chosen, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from journal.domain.checklist import Mark
from journal.domain.custody import Movement
from journal.domain.exhibit import Exhibit, exhibits_of_entry
from journal.domain.facts import facts
from journal.domain.numbered import OF_THE_RECORD
from journal.domain.order import Order
from journal.domain.people import Person, Role
from journal.domain.record import blacken
from journal.domain.report import Report, covering
from journal.domain.steps import StepMark
from journal.domain.words import N_
from journal.handover.choice import For, Stays
from journal.handover.chosen import Chosen, ChosenEntry
from journal.handover.outsiders import retold
from journal.handover.parts.calls import CALLS
from journal.handover.withholding import Named, withheld

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime

    from journal.domain.history import History
    from journal.domain.numbered import Kept
    from journal.domain.record import Record
    from journal.domain.state import State
    from journal.domain.words import Words
    from journal.handover.choice import Choice

_WITNESS = N_("witness {number}")
_CALLS_ONLY = frozenset({For.OMBUDSMAN, For.OPERATOR})
"""Who looks up calls and needs nothing else of the case."""


@dataclass(frozen=True)
class Source:
    """The journal from which is chosen, as it stands."""

    records: Sequence[Record]
    state: State
    words: Words
    """Of the language in which it is told."""
    made: datetime
    """Now, in the journal's zone."""
    read: Callable[[int, Callable[[bytes], object]], object]
    """Hands over the bytes of an exhibit part by part."""


def choose(source: Source, choice: Choice) -> Chosen:
    """Return what the choice takes; nothing that stays here can be reached from it but through `read`."""
    records, state = source.records, source.state
    histories = [one for one in state.chronological() if _is_chosen(one, choice)]
    whole = choice.to is For.OWN and len(histories) == len(state.entries)
    named = _everything(state) if whole else _what_leaves(state, histories, choice)
    left_out = withheld(records, choice, named)
    ledger = tuple(blacken(one, frozenset(left_out[one.seq])) if one.seq in left_out else one for one in records)
    by_number = {one.seq: one for one in ledger}
    staying = _by_thing(records, left_out)

    def without(one: Kept) -> Kept:
        return _without(one, staying.get((one.SUBJECT, one.number), frozenset()))

    people = {number: _anonymous(without(one), choice, source.words) for number, one in named.people.items()}
    return Chosen(
        choice=choice,
        made=source.made,
        records=len(records),
        head=records[-1].digest if records else "",
        entries=tuple(_entry(one, source, by_number, people, named) for one in histories),
        exhibits=tuple(without(one) for one in state.of(Exhibit).standing if one.number in named.exhibits),
        movements=tuple(without(one) for one in state.of(Movement).standing if one.number in named.movements),
        people=people,
        reports=tuple(
            _covering_only(without(one), named) for one in state.of(Report).standing if one.number in named.reports
        ),
        orders=tuple(without(one) for one in state.of(Order).standing if one.number in named.orders),
        steps=dict(_steps(state, staying)),
        left_out=left_out,
        ledger=ledger,
        read=source.read,
    )


def _is_chosen(history: History, choice: Choice) -> bool:
    if choice.numbers and history.number not in choice.numbers:
        return False
    if choice.to in _CALLS_ONLY and history.kind_id not in CALLS:
        return False
    if choice.kinds and history.kind_id not in choice.kinds:
        return False
    if choice.tags and not set(choice.tags) & set(history.entry.tags):
        return False
    day = history.listed_on
    return (not choice.since or day >= choice.since) and (not choice.until or day <= choice.until)


def _everything(state: State) -> Named:
    """Return all there ever was, for an archive of one's own."""
    return Named(
        entries=frozenset(state.entries),
        exhibits=frozenset(state.of(Exhibit).now),
        movements=frozenset(state.of(Movement).now),
        reports=frozenset(state.of(Report).now),
        orders=frozenset(state.of(Order).now),
        people=state.people,
    )


def _what_leaves(state: State, histories: Sequence[History], choice: Choice) -> Named:
    """Return what goes with these entries; who only looks up calls gets no more than the reports of these."""
    entries = frozenset(one.number for one in histories)
    calls_only = choice.to in _CALLS_ONLY
    reports = [one for one in state.of(Report).standing if not calls_only or entries & {*one.entries}]
    orders = [] if calls_only else state.of(Order).standing
    exhibits = frozenset(_exhibits(state, entries, reports, orders))
    people = {
        number for one in histories for number in (one.entry.person, one.entry.reported_by, *one.entry.witnesses)
    } | {order.person for order in orders}
    if not calls_only:
        people |= {number for number, one in state.people.items() if _belongs(one)}
    return Named(
        entries=entries,
        exhibits=exhibits,
        movements=frozenset(one.number for one in state.of(Movement).standing if one.exhibit in exhibits),
        reports=frozenset(one.number for one in reports),
        orders=frozenset(one.number for one in orders),
        people={number: one for number, one in state.people.items() if number in people},
        steps=not calls_only,
    )


def _exhibits(
    state: State, entries: frozenset[int], reports: Sequence[Report], orders: Sequence[Order]
) -> Iterator[int]:
    """Yield the numbers of the exhibits that hang on something chosen."""
    handed = {number for report in reports for number in report.handed_over}
    told, ordered = {report.number for report in reports}, {order.number for order in orders}
    links = state.standing_links
    for one in state.of(Exhibit).standing:
        targets = links.get(one.number, ())
        hangs = any(it.entry in entries or it.report in told or it.order in ordered for it in targets)
        if hangs or one.number in handed:
            yield one.number


def _belongs(person: Person) -> bool:
    """Tell whether somebody belongs into a dossier without being named in an entry."""
    return not person.withdrawn and (person.role is Role.STALKER or person.willing_to_testify is not None)


def _steps(state: State, staying: Mapping[tuple[str, int | str], frozenset[str]]) -> Iterator[tuple[str, StepMark]]:
    for step, mark in state.steps.items():
        names = staying.get(("step", step), frozenset())
        if "state" not in names:
            yield step, _mark_without(mark, names)


def _by_thing(
    records: Sequence[Record], left_out: Mapping[int, tuple[str, ...]]
) -> dict[tuple[str, int | str], frozenset[str]]:
    """Return by sort and number which fields stay here; the rules are the same for all records of one thing."""
    found: dict[tuple[str, int | str], frozenset[str]] = {}
    for record in records if left_out else ():
        said = record.fields()
        sort = str(said.get("action", "")).partition(".")[0]
        number = said.get(sort)
        if record.seq in left_out and isinstance(number, int | str):
            found[(sort, number)] = found.get((sort, number), frozenset()) | frozenset(left_out[record.seq])
    return found


def _entry(
    history: History, source: Source, ledger: Mapping[int, Record], people: Mapping[int, Person], named: Named
) -> ChosenEntry:
    number, state, words = history.number, source.state, source.words
    left = _as_it_leaves(history, ledger)
    told = tuple(retold(fact, left.entry, words) for fact in facts(left.entry, people, words))
    reports = tuple(one.number for one in covering(number, state.of(Report).standing) if one.number in named.reports)
    exhibits = exhibits_of_entry(number, state.standing_links)
    return ChosenEntry(left, told, exhibits, reports)


def _as_it_leaves(history: History, ledger: Mapping[int, Record]) -> History:
    """Return the entry with every version and every mark as the ledger that leaves tells them."""
    marked = {
        item: {seq: _mark(ledger[seq]) if ledger[seq].blackened else mark for seq, mark in marks.items()}
        for item, marks in history.marked.items()
    }
    records = [ledger[record.seq] for record in history.records]
    return msgspec.structs.replace(history, records=records, marked=marked)


def _mark(record: Record) -> Mark:
    return msgspec.convert({name: value for name, value in record.fields().items() if value is not None}, Mark)


def _without(one: Kept, names: frozenset[str]) -> Kept:
    """Return one of the case without what stays here; a name that stays becomes empty."""
    plain = {name: value for name, value in one.fields().items() if name not in names}
    needed = {"name": ""} if "name" in names else {}
    derived = {name: getattr(one, name) for name in OF_THE_RECORD if name != "number" and hasattr(one, name)}
    return type(one).from_fields(one.number, plain | needed, **derived)


def _anonymous(person: Person, choice: Choice, words: Words) -> Person:
    if person.name or not choice.keeps(Stays.WITNESSES):
        return person
    return msgspec.structs.replace(person, name=words(_WITNESS).format(number=person.number))


def _covering_only(report: Report, named: Named) -> Report:
    return msgspec.structs.replace(
        report,
        entries=tuple(number for number in report.entries if number in named.entries),
        handed_over=tuple(number for number in report.handed_over if number in named.exhibits),
    )


def _mark_without(mark: StepMark, names: frozenset[str]) -> StepMark:
    return StepMark.from_fields({name: value for name, value in mark.fields().items() if name not in names})
