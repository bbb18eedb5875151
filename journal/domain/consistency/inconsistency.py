"""Finding of a consistency check: what is concerned, and the question that a reader could ask about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache
from string import Formatter
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.consistency.checked_log import CheckedLog
from journal.domain.state.relations import EntityType, Ref
from journal.domain.text.harmless import harmless
from journal.domain.text.numbers import in_figures
from journal.domain.time.moment import Moment, exactly
from journal.domain.time.moment_words import day_in_words, in_words

if TYPE_CHECKING:
    from journal.domain.text.words import Words

LONGEST = 120
"""Characters of stored words that a question quotes."""
Told = str | int | date | datetime | Moment
"""Value in a question: stored words, a number, a day, an aware time, or a moment."""


_ENTRIES = frozenset({"entry", "one", "other"})
"""Placeholders that stand for the number of an entry."""


class Inconsistency(Struct, frozen=True, gc=False):
    """One place of the log about which a reader could ask; never stored.

    Worded only when it is drawn, as a large log has very many of them: about 200 bytes each.
    """

    question: str
    """Marked sentence of what would be asked, with placeholders."""
    values: tuple[Told, ...]
    """What stands for the placeholders, in their order."""
    others: tuple[Ref, ...] = ()
    """What it is about, where the question does not name it or it is not only entries."""

    @property
    def refs(self) -> tuple[Ref, ...]:
        """What it is about; the first is where it is answered."""
        named = zip(placeholders(self.question), self.values, strict=True)
        return self.others or about(*(value for name, value in named if name in _ENTRIES and isinstance(value, int)))

    @property
    def entries(self) -> tuple[int, ...]:
        """Numbers of the entries that it is about."""
        return tuple(ref.number for ref in self.refs if ref.thing is EntityType.ENTRY)


class ConsistencyRule(Struct, frozen=True):
    """One consistency check: what it looks for, and what can be done about what it finds."""

    id: str
    label: str
    looks_for: str
    """Marked sentences: when it finds something, and what it leaves out."""
    remedy: str
    """Marked sentence: what can be done, so that the answer stands in the log."""
    find: Callable[[CheckedLog], Iterator[Inconsistency]]


@cache
def placeholders(question: str) -> tuple[str, ...]:
    """Return the names of the placeholders of a question, each once. Cached: there are only as many as rules ask."""
    return tuple(dict.fromkeys(name for _text, name, _spec, _conversion in Formatter().parse(question) if name))


def asked(question: str, refs: tuple[Ref, ...] = (), **values: Told) -> Inconsistency:
    """Return a finding whose question has these values; without references it is about the entries that it names."""
    return Inconsistency(question, tuple(_kept(values[name]) for name in placeholders(question)), refs)


def about(*entries: int, **others: int) -> tuple[Ref, ...]:
    """Return references to entries, then to other objects by their type: `about(12, exhibit=3)`."""
    return (*(Ref(EntityType.ENTRY, one) for one in entries), *(Ref(EntityType(sort), n) for sort, n in others.items()))


def question_in_words(one: Inconsistency, words: Words) -> str:
    """Render the question; stored words in it are made harmless."""
    named = zip(placeholders(one.question), one.values, strict=True)
    return words(one.question).format(**{name: _told(value, words) for name, value in named})


def _told(value: Told, words: Words) -> str:
    match value:
        case Moment():
            return in_words(value, words)
        case datetime():
            return in_words(exactly(value.astimezone(words.zone).replace(second=0)), words)
        case date():
            return day_in_words(value, words)
        case int():
            return in_figures(value, words)
    return harmless(value)


def _kept(value: Told) -> Told:
    """Return a value as it is kept: stored words in one line, and no more of them than is quoted."""
    if not isinstance(value, str):
        return value
    text = " ".join(value.split())
    if len(text) > LONGEST:
        return f"{text[:LONGEST]}…"
    # Words of which many entries hold the same are one object.
    return value if text == value else text
