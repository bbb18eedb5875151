"""Rendering of an entry as label and value pairs, and of the difference between two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain import kinds
from journal.domain.entry import labels
from journal.domain.entry.detail_words import detail_in_words
from journal.domain.entry.origin import origin_in_words
from journal.domain.text.words import N_
from journal.domain.time.moment_words import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from journal.domain.case.people import Person
    from journal.domain.entry.entry import Entry
    from journal.domain.text.words import Words

_COUNT = "times"
NOBODY_KNOWN = N_("person {number}")


class RenderedField(Struct, frozen=True):
    """One field of an entry, rendered."""

    name: str
    """Id of the field."""
    label: str
    """Translated label of the field."""
    said: str
    """Translated value; holds stored text unescaped, so make it harmless before display."""


def rendered_fields(entry: Entry, people: Mapping[int, Person], words: Words) -> tuple[RenderedField, ...]:
    """Render all non-empty fields, in the order of `labels.FIELDS`, the fields of the kind after the kind."""
    said = {name: said_of(name, entry, people, words) for name in labels.FIELDS}
    common = {name: RenderedField(name, words(labels.FIELDS[name]), text) for name, text in said.items() if text}
    first = [common.pop(name) for name in ("happened", "noticed", "kind", "times") if name in common]
    return (*first, *_own_fields(entry, words), *common.values())


class Change(Struct, frozen=True):
    """Rendered value of one field before and after an amendment."""

    name: str
    label: str
    before: str
    """Rendered value; "" where the field was empty."""
    after: str


def changes(before: Entry, after: Entry, people: Mapping[int, Person], words: Words) -> Iterator[Change]:
    """Yield the fields that an amendment changed; a beginning is rendered with its end, and one act as the figure 1."""
    then, now = ({field.name: field for field in rendered_fields(one, people, words)} for one in (before, after))
    if (_COUNT in then) != (_COUNT in now):
        one_act = {_COUNT: RenderedField(_COUNT, words(labels.field_label(_COUNT)), "1")}
        then, now = one_act | then, one_act | now
    for name in dict.fromkeys((*now, *then)):
        was, said = (side[name].said if name in side else "" for side in (then, now))
        if was != said:
            yield Change(name, (now.get(name) or then[name]).label, was, said)


def said_of(name: str, entry: Entry, people: Mapping[int, Person], words: Words) -> str:
    """Render one common field of an entry; "" where it is empty.

    The end of an event is rendered with its beginning, and a count of one is left out.
    """
    if name in _PEOPLE:
        return _named(_PEOPLE[name](entry), people, words)
    return _IN_WORDS[name](entry, words) if name in _IN_WORDS else str(getattr(entry, name))


_PEOPLE: Mapping[str, Callable[[Entry], Iterable[int]]] = {
    "person": lambda entry: [entry.person],
    "witnesses": lambda entry: entry.witnesses,
    "reported_by": lambda entry: [entry.reported_by],
}
"""Fields that name people by their numbers."""
_IN_WORDS: Mapping[str, Callable[[Entry, Words], str]] = {
    "happened": lambda entry, words: in_words(entry.happened, words, entry.until),
    "noticed": lambda entry, words: in_words(entry.noticed, words) if entry.noticed else "",
    "until": lambda _entry, _words: "",
    "kind": lambda entry, words: words(kinds.kind(entry.kind).label),
    "times": lambda entry, _words: str(entry.times) if entry.times > 1 else "",
    "identified_by": lambda entry, words: (
        words(labels.IDENTIFIED_BY[entry.identified_by]) if entry.identified_by else ""
    ),
    "targeted": lambda entry, words: ", ".join(words(labels.TARGETED[one]) for one in entry.targeted),
    "threat_felt": lambda entry, words: words(labels.FELT[entry.threat_felt]) if entry.threat_felt else "",
    "tags": lambda entry, _words: ", ".join(entry.tags),
    "taken_from": lambda entry, words: origin_in_words(entry.taken_from, words) if entry.taken_from else "",
}
"""Other fields that are not said as they are kept."""


def _own_fields(entry: Entry, words: Words) -> Iterator[RenderedField]:
    own = [field.id for field in kinds.kind(entry.kind).fields if field.id in entry.details]
    for name in [*own, *(name for name in entry.details if name not in own)]:
        said = detail_in_words(kinds.field(name), entry.details[name], words)
        yield RenderedField(name, words(labels.field_label(name)), said)


def _named(numbers: Iterable[int], people: Mapping[int, Person], words: Words) -> str:
    return ", ".join(
        people[number].name if number in people else words(NOBODY_KNOWN).format(number=number)
        for number in numbers
        if number
    )
