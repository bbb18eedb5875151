"""Finding of a consistency check: what is concerned, and the question that a reader could ask about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
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


class Inconsistency(Struct, frozen=True):
    """One place of the log about which a reader could ask; never stored."""

    refs: tuple[Ref, ...]
    """What it is about; the first is where it is answered."""
    question: str
    """Marked sentence of what would be asked, with the names of `values` as placeholders."""
    values: Mapping[str, Told] = {}

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


def asked(refs: tuple[Ref, ...], question: str, **values: Told) -> Inconsistency:
    """Return a finding whose question has these values."""
    return Inconsistency(refs, question, values)


def about(*entries: int, **others: int) -> tuple[Ref, ...]:
    """Return references to entries, then to other objects by their type: `about(12, exhibit=3)`."""
    return (*(Ref(EntityType.ENTRY, one) for one in entries), *(Ref(EntityType(sort), n) for sort, n in others.items()))


def question_in_words(one: Inconsistency, words: Words) -> str:
    """Render the question; stored words in it are shortened, made harmless and put on one line."""
    return words(one.question).format(**{name: _told(value, words) for name, value in one.values.items()})


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
    return harmless(_shortened(" ".join(value.split())))


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
