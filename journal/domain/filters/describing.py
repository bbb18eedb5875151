"""Descriptions of filters in words, for a title line and for the cover of a document."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from journal.domain import kinds
from journal.domain.case.case_event import CaseEvent
from journal.domain.entry.labels import FELT, TARGETED
from journal.domain.filters.values import (
    EVERYTHING,
    AimedAt,
    AllOf,
    AtHours,
    AtPlace,
    CameBy,
    CameThrough,
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
from journal.domain.state.mentions import MentionRole
from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_, spoken
from journal.domain.time.moment_words import month_heading, plain_day, weekday_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from journal.domain.case.people import Person
    from journal.domain.filters.values import AnyFilter
    from journal.domain.state.state import State
    from journal.domain.text.words import Words

    Teller = Callable[[Any, Words, "CaseNames"], str]


class CaseNames(NamedTuple):
    """What can be named by a filter, by number."""

    people: Mapping[int, Person]
    events: Mapping[int, CaseEvent]


_LACKING: Mapping[Trait, str] = {
    Trait.EVIDENCE: N_("without evidence"),
    Trait.CHECKLIST_OPEN: N_("checklist done"),
    Trait.WITNESSES: N_("without witnesses"),
    Trait.REPORTED: N_("not reported"),
    Trait.AMENDED: N_("never amended"),
    Trait.WITHDRAWN: N_("not crossed out"),
}
"""Marked phrases for the opposite of a trait, where it has one of its own."""
_ROLES: Mapping[MentionRole | None, str] = {
    None: N_("about {name}"),
    MentionRole.DID_IT: N_("done by {name}"),
    MentionRole.WITNESS: N_("witness {name}"),
    MentionRole.TOLD_IT: N_("told by {name}"),
}
_SURE: Mapping[tuple[bool, bool], str] = {
    (False, False): "{period}",
    (True, False): N_("surely {period}"),
    (False, True): N_("begun {period}"),
    (True, True): N_("surely begun {period}"),
}
"""Marked phrases for a period, by whether only what is sure, and only the beginning, counts."""


def described(wanted: AnyFilter, state: State) -> str:
    """Describe a filter in the spoken language, with a capital letter and the names that things of the case have."""
    told = describe(wanted, spoken(), CaseNames(state.people, state.of(CaseEvent).now))
    return told[:1].upper() + told[1:]


def describe(wanted: AnyFilter, words: Words, names: CaseNames) -> str:
    """Describe a filter in words; different filters have different descriptions. Stored words are made harmless."""
    if wanted == EVERYTHING:
        return words(N_("all entries"))
    if isinstance(wanted, AllOf):
        return ", ".join(_part(one, words, names) for one in wanted.parts)
    return _part(wanted, words, names, alone=True)


def _part(one: AnyFilter, words: Words, names: CaseNames, *, alone: bool = False) -> str:
    match one:
        case AllOf():
            return f"({describe(one, words, names)})"
        case OneOf(parts):
            told = words(N_(" or ")).join(_part(part, words, names) for part in parts)
            return told if alone else f"({told})"
        case Not(Has(trait)) if trait in _LACKING:
            return words(_LACKING[trait])
        case Not(what):
            return words(N_("not {filter}")).format(filter=_part(what, words, names))
    return _TELLERS[type(one)](one, words, names)


def _in_period(period: InPeriod, words: Words, _names: CaseNames) -> str:
    return words(_SURE[period.surely, period.begun]).format(period=_period(period, words))


def _names_person(named: NamesPerson, words: Words, names: CaseNames) -> str:
    return words(_ROLES[named.role]).format(name=_name(named.person, words, names.people))


def _in_event(within: InEvent, words: Words, names: CaseNames) -> str:
    """Return the name of an event, with the number where that alone tells which it is."""
    number, event = within.event, names.events.get(within.event)
    if event is None or not event.name:
        return words(N_("event {number}")).format(number=number)
    alike = sum(one.name == event.name for one in names.events.values())
    pattern = N_("event {number} “{name}”") if alike > 1 else N_("event “{name}”")
    return words(pattern).format(number=number, name=harmless(event.name))


def _at_hours(hours: AtHours, words: Words, _names: CaseNames) -> str:
    return words(N_("{first}:00 to {last}:59")).format(first=hours.first, last=hours.last)


def _labelled(pattern: str, word: Callable[[Any], str]) -> Teller:
    """Return a teller that puts a marked label into a marked pattern."""
    return lambda one, words, _names: words(pattern).format(word=words(word(one)))


def _quoting(pattern: str, text: Callable[[Any], str]) -> Teller:
    """Return a teller that puts stored words into a marked pattern."""
    return lambda one, words, _names: words(pattern).format(text=harmless(text(one)))


def _name(number: int, words: Words, people: Mapping[int, Person]) -> str:
    """Return the name of a person, with the number where that alone tells whom it means."""
    named = people.get(number)
    if named is None or not named.name:
        return words(N_("person {number}")).format(number=number)
    if sum(one.name == named.name for one in people.values()) > 1:
        return words(N_("{name} (person {number})")).format(name=harmless(named.name), number=number)
    return harmless(named.name)


def _period(period: InPeriod, words: Words) -> str:
    first, last = (date.fromisoformat(day) if day else None for day in (period.first, period.last))
    if first and last:
        return _whole(first, last, words) or words(N_("from {first} to {last}")).format(
            first=plain_day(first, words), last=plain_day(last, words)
        )
    if first:
        return words(N_("from {first} on")).format(first=plain_day(first, words))
    return words(N_("until {last}")).format(last=plain_day(last, words)) if last else words(N_("at any time"))


def _whole(first: date, last: date, words: Words) -> str:
    """Return the name of a day, month or year that is meant as a whole; "" for another period."""
    if first == last:
        return plain_day(first, words)
    if (first.year, first.month, first.day) == (last.year, last.month, 1):
        return month_heading(first, words) if last.day == monthrange(last.year, last.month)[1] else ""
    year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year
    return str(first.year) if year else ""


def _later(one: RecordedLater, words: Words) -> str:
    if not one.below:
        return words(N_("recorded {time} later or more")).format(time=_hours(one.hours, words))
    times = {"first": _hours(one.hours, words), "last": _hours(one.below, words)}
    return words(N_("recorded {first} to {last} later")).format(**times)


def _hours(hours: int, words: Words) -> str:
    days, rest = divmod(hours, 24)
    if days and not rest:
        return words.many("{count} day", "{count} days", days).format(count=days)
    return words.many("{count} hour", "{count} hours", hours).format(count=hours)


_TELLERS: Mapping[type, Teller] = {
    OfKind: _labelled("{word}", lambda one: harmless(kinds.kind(one.kind).label)),
    OfGroup: _labelled(N_("group {word}"), lambda one: kinds.group_label(one.group)),
    InPeriod: _in_period,
    AtHours: _at_hours,
    OnWeekday: lambda one, words, _names: words(N_("on {weekday}")).format(weekday=weekday_name(one.weekday, words)),
    NamesPerson: _names_person,
    AimedAt: _labelled(N_("aimed at: {word}"), lambda one: TARGETED[one.targeted]),
    AtPlace: _quoting(N_("place “{text}”"), lambda one: one.words),
    WithIdentifier: _quoting(N_("number or account “{text}”"), lambda one: one.text),
    Tagged: _quoting(N_("tag “{text}”"), lambda one: one.tag),
    ThreatFelt: _labelled(N_("threat felt: {word}"), lambda one: FELT[one.felt]),
    CameThrough: _quoting(N_("came through {text}"), lambda one: one.channel),
    Has: _labelled("{word}", lambda one: one.trait.label),
    CameBy: _labelled("{word}", lambda one: one.source.label),
    InEvent: _in_event,
    RecordedLater: lambda one, words, _names: _later(one, words),
}
"""What tells a filter of each sort."""
