"""Full-text search over the entries: query parser, in-memory index, and positions for highlighting."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache, partial, reduce
from itertools import compress, repeat
from operator import attrgetter, contains, or_
from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.entry.records_of import fields_of, said_and_noted, said_now
from journal.domain.state.searched_exhibits import SearchedExhibits
from journal.domain.state.shared_words import SharedWords
from journal.domain.state.spellings import NUMBER_RUN, digits_of, spellings, with_numbers_joined
from journal.domain.text.languages import LANGUAGES
from journal.domain.text.normalisation import normalise
from journal.domain.text.words import Words
from journal.domain.time.moment_words import plain_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from journal.domain.entry.history import History
    from journal.domain.entry.records_of import Fields
    from journal.domain.entry.references import References
    from journal.domain.state.state import State

Terms = tuple[str, ...]
"""Parsed query: normalised words and phrases, all of which an entry must contain."""

_TERM = re.compile(r'"([^"]*)"?|([^"]+)')
_BETWEEN = "\0"
"""Separator between the texts of an entry, so that no term matches across two of them."""
_TEXTS = frozenset({"account", "quoted_words", "place", "impact", "my_response", "private_note"})
_PASSED_OVER = frozenset(
    {"action", "entry", "happened", "kind", "offset", "targeted", "identified_by", "threat_felt", "times", "until"}
) | {"person", "reported_by", "witnesses"}
"""Fields that nearly every entry has, and that are indexed from its history or not at all."""
AROUND = 60
"""Letters that an excerpt shows before and after what was found."""
_number_of = attrgetter("number")
_CHOSEN = frozenset(field.id for kind in kinds.KINDS for field in kind.fields if field.choices)
"""Fields with a choice of labels."""
_DAY = len("2026-11-28")


def _day_of(history: History) -> str:
    return history.happened.start[:_DAY]


def terms(query: str) -> Terms:
    """Parse a query into words, numbers, and phrases between double quotes."""
    found = (
        [normalise(phrase)] if phrase else normalise(with_numbers_joined(words)).split()
        for phrase, words in _TERM.findall(query)
    )
    return tuple(term for some in found for term in some if term)


def spans(text: str, wanted: Terms) -> list[tuple[int, int]]:
    """Return the positions of the terms in a text as start and end, in order and merged where they overlap."""
    whole = normalise(text) if wanted else ""
    present = [term for term in wanted if term in whole]
    found = _numbers_written_otherwise(text, wanted)
    if not present:
        return _joined(found)
    normalised, origins = _with_origins(text)
    for term in present:
        at = normalised.find(term)
        while at >= 0:
            found.append((origins[at], origins[at + len(term) - 1] + 1))
            at = normalised.find(term, at + len(term))
    return _joined(sorted(found))


def _numbers_written_otherwise(text: str, wanted: Terms) -> list[tuple[int, int]]:
    """Return the positions of the numbers that a term finds in another notation."""
    ways = [way for term in wanted for way in spellings(term)[1:] if way.isdecimal()]
    runs = NUMBER_RUN.finditer(text) if ways else ()
    found = [run.span() for run in runs if any(way in digits_of(run[0]) for way in ways)]
    return [(start - (text[start - 1 : start] == "+"), end) for start, end in found]


class SearchIndex:
    """Index of normalised entry texts, updated incrementally; only its text is kept of each entry."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._labels: dict[object, str] = {}
        """Labels as they are indexed."""
        self._shared = (
            SharedWords(_day_of, self._day),
            SharedWords(attrgetter("kind_id"), self._kind),
            SharedWords(attrgetter("refers"), self._named),
        )
        """Words of the day, the kind and the people of an entry."""
        self._texts: dict[int, str] = {}
        self._as_of = 0
        """Number of the record up to which every text holds what was recorded."""
        self._entries: Mapping[int, History] = {}
        self._people: dict[int, str] = {}
        self._exhibits = SearchedExhibits()
        self._state: State

    def take(self, state: State, as_of: int) -> None:
        """Take entries, people and exhibits of this state, whose last record has the number `as_of`.

        Entries folded anew, as they are after an erasure, invalidate the whole index.
        """
        if self._entries is not state.entries:
            self._exhibits = SearchedExhibits()
            self._texts = {}
        if not self._texts:
            self._as_of = as_of
        self._entries = state.entries
        self._people = {number: _indexed(person.name) for number, person in state.people.items()}
        for shared in self._shared:
            shared.reworded()
        self._state = state
        self._take_exhibits()

    def put_texts(self, texts: Mapping[int, str]) -> None:
        """Take the text in the files of exhibits of the taken state, by their numbers; an erasure drops all of it."""
        self._exhibits.put_texts(texts)
        self._take_exhibits()

    def _take_exhibits(self) -> None:
        for entry in self._exhibits.take(self._state):
            self._texts.pop(entry, None)

    def excerpts(self, wanted: Terms, entry: int) -> Iterator[tuple[int, str]]:
        """Yield the exhibits of an entry in whose files a term stands, each with the words around the first place."""
        for number, text in self._exhibits.in_files(entry):
            if found := spans(text, wanted):
                yield number, _around(text, *found[0])

    def prepare(self, histories: Iterable[History]) -> None:
        """Index these entries, as far as they are new or changed."""
        changed = [one for one in histories if one.number not in self._texts or one.last > self._as_of]
        for shared in self._shared:
            shared.note(changed)
        texts, indexed = self._texts, self._indexed
        for history, fields in fields_of(changed, said_and_noted):
            texts[history.number] = indexed(history, fields)

    def caught_up(self, as_of: int) -> None:
        """Note that all entries were prepared since the state was taken whose last record has this number."""
        self._as_of = as_of

    def find(self, wanted: Terms, histories: Sequence[History]) -> list[History]:
        """Return the indexed entries that contain every term, in the order given."""
        found = list(histories)
        for term in wanted:
            ways = spellings(term)
            texts = [*map(self._texts.get, map(_number_of, found), repeat(""))]
            holding = bytearray(reduce(partial(map, or_), (map(contains, texts, repeat(way)) for way in ways)))
            for shared in self._shared:
                shared.mark(found, ways, holding)
            found = list(compress(found, holding))
        return found

    def _indexed(self, history: History, fields: Sequence[Fields]) -> str:
        """Return the indexed text of an entry, from the fields of its records and of its noted marks."""
        count = len(history.said)
        texts, own = [str(history.number), *self._last_day(history)], list[str]()
        for name, value in said_now(fields[:count]).items():
            if name in _PASSED_OVER or value is None:
                continue
            if name in _TEXTS:
                own.append(value)
            elif name in _CHOSEN or value is True or value is False:
                texts.append(self._chosen(name, value))
            elif "." in name:
                own.append(str(value))
            elif name == "tags":
                own += value
        if len(fields) > count:
            own += [note for mark in fields[count:] if (note := mark.get("note"))]
        own += self._exhibits.of_entry(history.number)
        if own:
            texts.append(_with_digits(_BETWEEN.join(own)))
        return _BETWEEN.join(texts)

    def _kind(self, kind_id: str) -> str:
        """Return the label of a kind as it is indexed."""
        if (text := self._labels.get(kind_id)) is None:
            text = self._labels[kind_id] = _indexed(self._words(kinds.kind(kind_id).label))
        return text

    def _chosen(self, name: str, value: object) -> str:
        """Return the label of a choice as it is indexed: of a yes that of the field, of a no nothing."""
        key = name, str(value)
        if (text := self._labels.get(key)) is None:
            field = kinds.field(name) if value is not False else None
            label = field.label if field and value is True else field.label_of(str(value)) if field else ""
            text = self._labels[key] = _indexed(self._words(label))
        return text

    def _day(self, day: str) -> str:
        """Return a day in the forms in which users type it."""
        return _BETWEEN + _day_forms(date.fromisoformat(day), self._words) if day else ""

    def _named(self, refers: References) -> str:
        """Return the names of the people to whom an entry refers."""
        numbers = (refers.person, *refers.witnesses, refers.reported_by)
        return _BETWEEN.join(self._people[one] for one in numbers if one in self._people)

    def _last_day(self, history: History) -> Iterable[str]:
        """Return the last day of an entry, where it is another than the first, in the forms in which users type it."""
        last = history.days.last if history.happened.end or history.ended else None
        return (_day_forms(last, self._words),) if last and last.isoformat() != _day_of(history) else ()


def in_state(state: State, query: str, words: Words, in_files: Mapping[int, str] | None = None) -> list[int]:
    """Search a whole state once; return the numbers of the matching entries in chronological order.

    `in_files` is the text in the files of exhibits, by their numbers.
    """
    index = SearchIndex(words)
    index.take(state, 0)
    index.put_texts(in_files or {})
    chronological = state.chronological()
    index.prepare(chronological)
    return [history.number for history in index.find(terms(query), chronological)]


def _with_digits(text: str) -> str:
    """Return a text as it is indexed: normalised, and behind it the digits of each number in it."""
    numbers = NUMBER_RUN.findall(text)
    return normalise(_BETWEEN.join([text, *map(digits_of, numbers)]) if numbers else text)


_indexed = lru_cache(maxsize=4096)(_with_digits)
"""The same for words that many entries share. Cached."""


@lru_cache(maxsize=4096)
def _day_forms(day: date, words: Words) -> str:
    """Return a day as it is indexed: in words of each language, and `28/11/2026`, as users type it. Cached."""
    named = {plain_day(day, words), *(plain_day(day, Words(language)) for language in LANGUAGES)}
    return _with_digits(_BETWEEN.join([*sorted(named), f"{day.day}/{day.month}/{day.year}"]))


def _with_origins(text: str) -> tuple[str, Sequence[int]]:
    """Normalise a text, and return for each resulting letter its index in the original."""
    whole, each = normalise(text), [*map(_letter, text)]
    if len(whole) == len(text) and all(each) and "".join(each) == whole:
        # Every letter became one, as nearly always.
        return whole, range(len(text))
    letters: list[str] = []
    origins: list[int] = []
    for at, normalised in enumerate(each):
        if normalised == " " and (not letters or letters[-1] == " "):
            continue
        letters.extend(normalised)
        origins.extend([at] * len(normalised))
    return "".join(letters), origins


@lru_cache(maxsize=4096)
def _letter(letter: str) -> str:
    """Normalise one letter; white space is a space, and a combining mark nothing. Cached."""
    return normalise(letter) or (" " if letter.isspace() else "")


def _around(text: str, start: int, end: int) -> str:
    """Return the words around a place, on one line; none is cut in two, because half a name is not known as one."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = before.partition(" ")[2] or before
    if end + AROUND < len(text):
        after = after.rpartition(" ")[0] or after
    return " ".join(f"{before}{text[start:end]}{after}".split())


def _joined(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
