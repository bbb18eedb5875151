"""Taking out of a journal what was chosen, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from journal.domain.custody import Movement
from journal.domain.exhibit import Exhibit, exhibits_of_entry
from journal.domain.facts import facts
from journal.domain.order import Order
from journal.domain.people import Person, Role
from journal.domain.report import Report, covering
from journal.domain.words import N_
from journal.handover.choice import For, Stays
from journal.handover.chosen import Chosen, ChosenEntry, Leaving
from journal.handover.outsiders import retold
from journal.handover.withholding import Named, withheld

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime

    from journal.domain.history import History
    from journal.domain.numbered import Kept
    from journal.domain.record import Record
    from journal.domain.state import State
    from journal.domain.steps import StepMark
    from journal.domain.words import Words
    from journal.handover.choice import Choice

_WITNESS = N_("witness {number}")


@dataclass(frozen=True)
class Source:
    """The journal from which is chosen, as it stands."""

    records: Sequence[Record]
    state: State
    words: Words
    """Of the language in which it is told."""
    made: datetime
    """Now, in the journal's zone."""
    content: Callable[[int], bytes]
    """Reads the bytes of an exhibit."""


def choose(source: Source, choice: Choice) -> Chosen:
    """Return what the choice takes."""
    records, state, words = source.records, source.state, source.words
    histories = [one for one in state.chronological() if _is_chosen(one, choice)]
    reports = tuple(state.of(Report).standing)
    orders = tuple(state.of(Order).standing)
    exhibits = _exhibits(state, {one.number for one in histories}, reports, choice)
    named = Named({one.number for one in histories}, {one.number for one in exhibits}, _named(state, histories, choice))
    left_out = withheld(records, choice, named)
    of_record = {record.seq: frozenset(left_out.get(record.seq, ())) for record in records}
    staying = _by_thing(records, of_record)

    def without(one: Kept) -> Kept:
        return _without(one, staying.get((one.SUBJECT, one.number), frozenset()))

    people = {number: _anonymous(without(person), choice, words) for number, person in named.people.items()}
    entry_numbers = {one.number for one in histories}
    return Chosen(
        choice=choice,
        made=source.made,
        records=len(records),
        head=records[-1].digest if records else "",
        entries=tuple(_entry(one, source, staying, people) for one in histories),
        exhibits=tuple(without(one) for one in exhibits),
        movements=tuple(without(one) for one in state.of(Movement).standing if one.exhibit in named.exhibits),
        people=people,
        reports=tuple(_covering_only(without(one), entry_numbers, named.exhibits) for one in reports),
        orders=tuple(without(one) for one in orders),
        steps={
            step: _mark_without(mark, staying[("step", step)])
            for step, mark in state.steps.items()
            if "state" not in staying[("step", step)]
        },
        left_out=left_out,
        content=source.content,
    )


def leaving(chosen: Chosen, words: Words) -> Iterator[Leaving]:
    """Yield every field that leaves, thing by thing, in words: the preview."""
    for one in chosen.entries:
        about = words(N_("entry {number}")).format(number=one.history.number)
        yield from (Leaving(about, fact.label, fact.said) for fact in one.facts)
    yield from _things(chosen, words)


def _things(chosen: Chosen, words: Words) -> Iterator[Leaving]:
    from journal.domain.case_labels import EXHIBIT_FIELDS, MOVEMENT_FIELDS, ORDER_FIELDS, REPORT_FIELDS
    from journal.domain.people_labels import FIELDS as PERSON_FIELDS

    sorts = (
        (N_("exhibit {number}"), EXHIBIT_FIELDS, chosen.exhibits),
        (N_("movement {number}"), MOVEMENT_FIELDS, chosen.movements),
        (N_("person {number}"), PERSON_FIELDS, tuple(chosen.people.values())),
        (N_("report {number}"), REPORT_FIELDS, chosen.reports),
        (N_("order {number}"), ORDER_FIELDS, chosen.orders),
    )
    for about, labels, things in sorts:
        for one in things:
            for name, value in one.fields().items():
                yield Leaving(words(about).format(number=one.number), words(labels.get(name, name)), _plain(value))


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(_plain, value))
    if isinstance(value, dict):
        return str(value.get("typed") or value.get("start") or "")
    return str(value)


def _is_chosen(history: History, choice: Choice) -> bool:
    if choice.numbers and history.number not in choice.numbers:
        return False
    if choice.kinds and history.kind_id not in choice.kinds:
        return False
    if choice.tags and not set(choice.tags) & set(history.entry.tags):
        return False
    day = history.day.isoformat()
    return (not choice.since or day >= choice.since) and (not choice.until or day <= choice.until)


def _exhibits(state: State, entries: set[int], reports: Sequence[Report], choice: Choice) -> list[Exhibit]:
    """Return the exhibits that hang on something chosen; an archive of one's own takes all."""
    handed = {number for report in reports for number in report.handed_over}
    links = state.standing_links

    def hangs(number: int) -> bool:
        return number in handed or any(
            target.entry in entries or target.report or target.order for target in links.get(number, ())
        )

    return [one for one in state.of(Exhibit).standing if choice.to is For.OWN or hangs(one.number)]


def _named(state: State, histories: Sequence[History], choice: Choice) -> dict[int, Person]:
    if choice.to is For.OWN:
        return dict(state.people)
    named = {
        number for one in histories for number in (one.entry.person, one.entry.reported_by, *one.entry.witnesses)
    } | {order.person for order in state.of(Order).standing}
    people = {number: person for number, person in state.people.items() if not person.withdrawn or number in named}
    return {
        number: person
        for number, person in people.items()
        if number in named or person.role is Role.STALKER or person.willing_to_testify
    }


def _by_thing(
    records: Sequence[Record], staying: Mapping[int, frozenset[str]]
) -> dict[tuple[str, int | str], frozenset[str]]:
    """Return by sort and number which fields stay here; the rules are the same for all records of one thing."""
    found: dict[tuple[str, int | str], frozenset[str]] = {}
    for record in records:
        sort = str(record.fields().get("action", "")).partition(".")[0]
        number = record.fields().get(sort)
        if number is not None:
            found[(sort, number)] = found.get((sort, number), frozenset()) | staying[record.seq]
    return found


def _entry(
    history: History,
    source: Source,
    staying: Mapping[tuple[str, int | str], frozenset[str]],
    people: Mapping[int, Person],
) -> ChosenEntry:
    number, state = history.number, source.state
    names = staying.get(("entry", number), frozenset())
    entry, words = history.entry, source.words
    told = tuple(retold(fact, entry, words) for fact in facts(entry, people, words) if fact.name not in names)
    reports = tuple(report.number for report in covering(number, state.of(Report).standing))
    return ChosenEntry(history, told, exhibits_of_entry(number, state.standing_links), reports)


def _without(one: Kept, names: frozenset[str]) -> Kept:
    """Return one of the case without what stays here; a name that stays becomes empty."""
    plain = {name: value for name, value in one.fields().items() if name not in names}
    needed = {"name": ""} if "name" in names else {}
    derived = {name: getattr(one, name) for name in ("withdrawn", "added_at") if hasattr(one, name)}
    return type(one).from_fields(one.number, plain | needed, **derived)


def _anonymous(person: Person, choice: Choice, words: Words) -> Person:
    if person.name or not choice.keeps(Stays.WITNESSES):
        return person
    return msgspec.structs.replace(person, name=words(_WITNESS).format(number=person.number))


def _covering_only(report: Report, entries: set[int], exhibits: frozenset[int]) -> Report:
    return msgspec.structs.replace(
        report,
        entries=tuple(number for number in report.entries if number in entries),
        handed_over=tuple(number for number in report.handed_over if number in exhibits),
    )


def _mark_without(mark: StepMark, names: frozenset[str]) -> StepMark:
    from journal.domain.steps import StepMark as Mark

    return Mark.from_fields({name: value for name, value in mark.fields().items() if name not in names})
