"""Reachability: which objects leave with the selected entries, and why; one rule for every sort of object.

An entry leaves because it was chosen. Anything else leaves because it hangs on something that leaves, and never where
it hangs only on an entry that stays here. What hangs on no entry is of the case as a whole:

- A report leaves with an entry that it covers; one that covers none leaves where every entry was chosen.
- An order leaves where it held, or perhaps held, at the time of a chosen entry, or where every entry was chosen.
- An event leaves with an entry that belongs to it.
- A step leaves where every entry was chosen.
- An exhibit leaves with a chosen entry. One that hangs on no entry leaves with an order, a step or the stalker, and
  with a report where all that the report covers was chosen: otherwise nobody could say that it tells of nothing else.
- A movement leaves with its exhibit.
- A person leaves who is named in a chosen entry or by a report or an order that leaves; so does whoever gave or
  received an exhibit that leaves, unless the data of third parties stay; so does the stalker where no entry that stays
  here names that person, and whoever may testify where every entry was chosen.

A receiver that looks up calls gets the calls, what hangs on them directly, and no more. An archive of one's own of
every entry holds everything there ever was. Whatever was excluded by hand stays here, with all that hangs on it alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from journal.domain.case.case_event import CaseEvent
from journal.domain.case.order import Order, breached_by
from journal.domain.case.people import Person, Role, Willing
from journal.domain.case.report import Report
from journal.domain.case.steps import step
from journal.domain.case.steps.catalogue import StepGroup
from journal.domain.evidence.custody import Movement
from journal.domain.evidence.exhibit import Exhibit
from journal.domain.text.words import N_
from journal.handover.selection.choice import CALLS_ONLY, Exclusion, For, ObjectRef, Stays

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from journal.domain.entry.history import History
    from journal.domain.evidence.exhibit import Target
    from journal.domain.ledger.case_object import NumberedT
    from journal.domain.state.state import State
    from journal.domain.text.words import Words
    from journal.handover.selection.choice import HandoverChoice

STEPS_THAT_TELL = frozenset({StepGroup.LIMITS, StepGroup.TELEPHONE, StepGroup.AUTHORITIES})
"""Groups of steps that others may read in full; counselling and safe places are private."""

_CHOSEN, _WHOLE = N_("it was chosen"), N_("every entry was chosen")
_PERHAPS = N_("it was chosen, and is perhaps not in the chosen period")
_PROOF, _OF_STEP = N_("proof of entry {about}"), N_("proof of the step “{about}”")
_WITH_REPORT, _HANDED_OVER = N_("belongs to report {about}"), N_("handed over with report {about}")
_WITH_ORDER, _OF_PERSON = N_("belongs to order {about}"), N_("belongs to person {about}")
_MOVED = N_("where exhibit {about} went")
_COVERS, _HELD = N_("covers entry {about}"), N_("held, or perhaps held, at the time of entry {about}")
_HOLDS = N_("entry {about} belongs to it")
_NAMED, _TOOK = N_("named in entry {about}"), N_("took report {about}")
_BOUND, _STALKER, _TESTIFIES = N_("bound by order {about}"), N_("the suspect"), N_("may testify")
_GAVE, _RECEIVED = N_("exhibit {about} came from this person"), N_("received something, see movement {about}")


class Reason(NamedTuple):
    """Reason why an object leaves."""

    said: str
    """Marked message."""
    about: int | str = ""
    """Number, or id of a step, of the object through which it leaves."""

    def text(self, words: Words) -> str:
        """Render the reason in words."""
        about = words(step(str(self.about)).label) if self.said == _OF_STEP else self.about
        return words(self.said).format(about=about)


@dataclass(frozen=True)
class Reached:
    """Objects that leave, with their reasons."""

    why: Mapping[ObjectRef, Reason]
    people: Mapping[int, Person] = field(default_factory=dict)
    """Everybody who leaves, unredacted."""
    everything: frozenset[ObjectRef] | None = None
    """Exclusions from a whole archive; None where this is none."""

    def holds(self, sort: str, key: object) -> bool:
        """Return whether an object leaves."""
        return isinstance(key, int | str) and ObjectRef(sort, key) in self.why

    def may_name(self, sort: str, key: int | str) -> bool:
        """Return whether an object that leaves may say that it hangs on this one."""
        return self.holds(sort, key) or (self.everything is not None and ObjectRef(sort, key) not in self.everything)

    def of(self, state: State, sort: type[NumberedT]) -> tuple[NumberedT, ...]:
        """Return what leaves of one sort that the case keeps, by number."""
        return tuple(one for number, one in sorted(state.of(sort).now.items()) if self.holds(sort.SUBJECT, number))


def reach(
    state: State, histories: Sequence[History], choice: HandoverChoice, perhaps: frozenset[int] = frozenset()
) -> Reached:
    """Return what leaves with these entries, each with the first reason that was found.

    `perhaps` are the numbers of those that lie perhaps, and not surely, in the chosen days.
    """
    found = _Finding(state, histories, choice, perhaps)
    everything = choice.to is For.OWN and found.whole
    if everything:
        found.take_everything()
    else:
        found.take_what_hangs_on_it()
    people = {number: one for number, one in state.people.items() if found.has("person", number)}
    out = frozenset(one.thing for one in choice.without if not one.field)
    return Reached(found.why, people, out if everything else None)


class _Finding:
    """Accumulator of the objects that leave."""

    def __init__(
        self, state: State, histories: Sequence[History], choice: HandoverChoice, perhaps: frozenset[int]
    ) -> None:
        self.state, self.choice = state, choice
        self.why: dict[ObjectRef, Reason] = {}
        self.out = frozenset(choice.without)
        self.whole = len(histories) == len(state.entries) and choice.to not in CALLS_ONLY
        for one in histories:
            self.take("entry", one.number, Reason(_PERHAPS if one.number in perhaps else _CHOSEN))
        self.histories = [one for one in histories if self.has("entry", one.number)]
        self.entries = {one.number for one in self.histories}
        self.told_alone: list[Report] = []

    def has(self, sort: str, key: int | str) -> bool:
        return ObjectRef(sort, key) in self.why

    def take(self, sort: str, key: int | str, why: Reason | None) -> None:
        thing = ObjectRef(sort, key)
        if why and thing not in self.why and Exclusion(thing) not in self.out:
            self.why[thing] = why

    def says(self, sort: str, key: int, name: str) -> bool:
        """Return whether this field of an object is not excluded."""
        return Exclusion(ObjectRef(sort, key), name) not in self.out

    def take_what_hangs_on_it(self) -> None:
        for report in self.state.of(Report).standing:
            self.take("report", report.number, self._of_report(report))
        if self.choice.to not in CALLS_ONLY:
            for order in self.state.of(Order).standing:
                self.take("order", order.number, self._of_order(order))
            self._take_events(self.state.of(CaseEvent).standing)
        if self.whole:
            for name in filter(self._tells, self.state.steps):
                self.take("step", name, Reason(_WHOLE))
        for number, why in self._named():
            self.take("person", number, why)
        self.told_alone = [one for one in self.state.of(Report).standing if self._is_told_alone(one)]
        links = self.state.standing_links
        for exhibit in self.state.of(Exhibit).standing:
            self.take("exhibit", exhibit.number, self._of_exhibit(exhibit.number, links.get(exhibit.number, ())))
        self._take_movements(self.state.of(Movement).standing)
        if not self.choice.keeps(Stays.THIRD_PARTIES):
            self._take_whoever_had_an_exhibit()

    def take_everything(self) -> None:
        """Take all there ever was, but for what hangs only on excluded entries."""
        for sort in (Person, Order):
            for number in self.state.of(sort).now:
                self.take(sort.SUBJECT, number, Reason(_WHOLE))
        for report in self.state.of(Report).now.values():
            if not report.entries or self.entries & {*report.entries}:
                self.take("report", report.number, Reason(_WHOLE))
        self._take_events(self.state.of(CaseEvent).now.values())
        for name in self.state.steps:
            self.take("step", name, Reason(_WHOLE))
        for number in self.state.of(Exhibit).now:
            on = {target.entry for target in self.state.links.get(number, ())} - {0}
            if not on or on & self.entries:
                self.take("exhibit", number, Reason(_WHOLE))
        self._take_movements(self.state.of(Movement).now.values())

    def _take_events(self, events: Iterable[CaseEvent]) -> None:
        for event in events:
            if held := self.entries & {*event.entries}:
                self.take("event", event.number, Reason(_HOLDS, min(held)))

    def _take_movements(self, movements: Iterable[Movement]) -> None:
        for movement in movements:
            if self.has("exhibit", movement.exhibit):
                self.take("movement", movement.number, Reason(_MOVED, movement.exhibit))

    def _take_whoever_had_an_exhibit(self) -> None:
        for exhibit in self.state.of(Exhibit).standing:
            number = exhibit.number
            named = self.has("exhibit", number) and self.says("exhibit", number, "from_person")
            if named and exhibit.from_person in self.state.people:
                self.take("person", exhibit.from_person, Reason(_GAVE, number))
        for movement in self.state.of(Movement).standing:
            number = movement.number
            named = self.has("movement", number) and self.says("movement", number, "person")
            if named and movement.person in self.state.people:
                self.take("person", movement.person, Reason(_RECEIVED, number))

    def _tells(self, name: str) -> bool:
        return self.choice.to is For.OWN or step(name).group in STEPS_THAT_TELL

    def _of_report(self, report: Report) -> Reason | None:
        if covered := self.entries & {*report.entries}:
            return Reason(_COVERS, min(covered))
        return Reason(_WHOLE) if self.whole and not report.entries else None

    def _of_order(self, order: Order) -> Reason | None:
        held = (one for one in self.histories if breached_by([order], one.days, one.refers.person))
        if first := next(held, None):
            return Reason(_HELD, first.number)
        return Reason(_WHOLE) if self.whole else None

    def _named(self) -> Iterator[tuple[int, Reason]]:
        """Yield the numbers of people with why they leave; a number of nobody in the case is skipped."""
        people = self.state.people
        for one in self.histories:
            numbers = (number for name, number in _named_by(one) if self.says("entry", one.number, name))
            yield from ((number, Reason(_NAMED, one.number)) for number in numbers if number in people)
        for report in self.state.of(Report).standing:
            named = self.has("report", report.number) and self.says("report", report.number, "person")
            if named and report.person in people:
                yield report.person, Reason(_TOOK, report.number)
        for order in self.state.of(Order).standing:
            if order.person in people and self.has("order", order.number):
                yield order.person, Reason(_BOUND, order.number)
        if self.choice.to not in CALLS_ONLY:
            yield from self._of_the_case()

    def _of_the_case(self) -> Iterator[tuple[int, Reason]]:
        standing = [one for one in self.state.people.values() if not one.withdrawn]
        stalkers = [one.number for one in standing if one.role is Role.STALKER and not self.has("person", one.number)]
        elsewhere = self._named_elsewhere() if stalkers else frozenset()
        yield from ((number, Reason(_STALKER)) for number in stalkers if number not in elsewhere)
        willing = {Willing.YES, Willing.UNSURE} if self.whole else set()
        yield from ((one.number, Reason(_TESTIFIES)) for one in standing if one.willing_to_testify in willing)

    def _named_elsewhere(self) -> frozenset[int]:
        """Return the numbers of people named in an entry that stays here."""
        staying = (one for number, one in self.state.entries.items() if number not in self.entries)
        return frozenset(number for one in staying for _name, number in _named_by(one))

    def _of_exhibit(self, number: int, targets: Iterable[Target]) -> Reason | None:
        on = {target.entry for target in targets} - {0}
        if on:
            return Reason(_PROOF, min(on & self.entries)) if on & self.entries else None
        if self.choice.to in CALLS_ONLY:
            return None
        return next(self._without_entry(number, targets), None)

    def _without_entry(self, number: int, targets: Iterable[Target]) -> Iterator[Reason]:
        """Yield the reasons for an exhibit that hangs on no entry."""
        for target in targets:
            if any(target.report == one.number for one in self.told_alone):
                yield Reason(_WITH_REPORT, target.report)
            if self.has("order", target.order):
                yield Reason(_WITH_ORDER, target.order)
            if self.has("step", target.step):
                yield Reason(_OF_STEP, target.step)
            if self.has("person", target.person) and self._may_show(self.state.people[target.person]):
                yield Reason(_OF_PERSON, target.person)
        given = (one for one in self.told_alone if self.says("report", one.number, "handed_over"))
        yield from (Reason(_HANDED_OVER, one.number) for one in given if number in one.handed_over)

    def _is_told_alone(self, report: Report) -> bool:
        """Return whether a report leaves and covers nothing that stays here."""
        return self.has("report", report.number) and {*report.entries} <= self.entries

    def _may_show(self, person: Person) -> bool:
        """Return whether what hangs on a person may leave: of others than the stalker, it is data of third parties."""
        return person.role is Role.STALKER or not self.choice.keeps(Stays.THIRD_PARTIES)


def _named_by(history: History) -> Iterator[tuple[str, int]]:
    """Yield the numbers of everybody whom an entry names now, each with the name of the field."""
    refers = history.refers
    yield from (("person", refers.person), ("reported_by", refers.reported_by))
    yield from (("witnesses", number) for number in refers.witnesses)
