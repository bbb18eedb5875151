"""How fast the pattern is seen: filters, the search and groups, beside few entries, two frames and SQLite.

Each begins with the opened journal and ends with the answer, what is built for it counted; time of the processor.
"""

from __future__ import annotations

import gc
import sqlite3
from contextlib import closing
from datetime import date
from functools import cache, partial
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, Any

from journal.domain.entry.records_of import fields_of, said_and_noted, said_now
from journal.domain.filters.matching import case_facts
from journal.domain.filters.selecting import Selector
from journal.domain.filters.values import AtPlace, Has, InPeriod, NamesPerson, OfKind, OnWeekday, Trait
from journal.domain.kinds import kind
from journal.domain.overview import axes
from journal.domain.overview.whole import counted
from journal.domain.state.search import SearchIndex, terms
from journal.domain.text.words import Words
from journal.domain.time.moment_words import plain_day
from journal.logbook import Logbook
from tests.benchmarks.table import Figure, in_turn, milliseconds
from tests.benchmarks.terminal import FRAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from journal.domain.entry.history import History
    from journal.domain.filters.values import AnyFilter
    from journal.domain.state.state import State

PERIOD = InPeriod("2026-03-01", "2026-05-31")
SEVEN = OfKind("call_missed") & PERIOD & OnWeekday(5) & NamesPerson(1) & ~Has(Trait.REPORTED) & ~Has(Trait.WITHDRAWN)
SEVEN &= ~Has(Trait.AMENDED)
FILTERS: dict[str, AnyFilter] = {
    "one kind": OfKind("call_missed"),
    "a period": PERIOD,
    "not reported": ~Has(Trait.REPORTED),
    "seven conditions": SEVEN,
    "a place (reads every record)": AtPlace("station"),
}
SLOW = "a place (reads every record)"
TEXTS = ("account", "quoted_words", "place", "impact", "my_response", "private_note")
WORD = "station"


def patterns(thousand: Path, large: Path, rounds: int) -> Iterator[Figure]:
    """Yield what filters, the search and groups cost in the large case."""
    with closing(Logbook(thousand, read_only=True)) as few, closing(Logbook(large, read_only=True)) as many:
        for logbook in (few, many):
            logbook.state.chronological()
        gc.collect()
        gc.freeze()
        for name, wanted in FILTERS.items():
            yield from _filter(name, wanted, few.state, many.state, 1 if name == SLOW else rounds)
        yield from _beside_sqlite(many.state, max(2, rounds // 2))
        gc.unfreeze()


def _filter(name: str, wanted: AnyFilter, few: State, many: State, rounds: int) -> Iterator[Figure]:
    kept_few, kept_many = _prepared(few), _prepared(many)
    first_few, first = in_turn(rounds, partial(_first, wanted, few), partial(_first, wanted, many))
    again_few, again = in_turn(
        rounds, partial(_selected, kept_few, wanted, few), partial(_selected, kept_many, wanted, many)
    )
    frames, limit = 2 * FRAME, f"two frames {2 * FRAME * 1000:.1f} ms"
    yield Figure(f"filter, {name}: asked for the first time", milliseconds(first), limit, median(first) / frames, 1)
    yield Figure("the same while its list is open", milliseconds(again), limit, median(again) / frames, 1)
    for what, large, small in (("first", first, first_few), ("list open", again, again_few)):
        each, each_few = (median(one) / len(state.entries) for one, state in ((large, many), (small, few)))
        told = f"1,000: {each_few * 1e6:.2f} µs"
        yield Figure(f"for each entry, {what}", f"{each * 1e6:.2f} µs", told, each / each_few, 1.2)


def _prepared(state: State) -> tuple[Selector, list[History]]:
    """Return what stands a few seconds after the list of conditions was opened."""
    selector, entries = Selector(), state.listed()[::-1]
    while not selector.prepare(state.entries, 1):
        pass
    selector.select(PERIOD, state.entries, entries, case_facts(state, None), as_of=1)
    return selector, entries


def _first(wanted: AnyFilter, state: State) -> float:
    return _selected((Selector(), state.listed()[::-1]), wanted, state)


def _selected(kept: tuple[Selector, list[History]], wanted: AnyFilter, state: State) -> float:
    selector, entries = kept
    began = process_time()
    selector.select(wanted, state.entries, entries, case_facts(state, None), as_of=1)
    return process_time() - began


def _beside_sqlite(state: State, rounds: int) -> Iterator[Figure]:
    pairs: dict[str, tuple[Callable[[State], object], Callable[[State], object]]] = {
        f"search for “{WORD}”, index built": (_searched, _searched_by_sqlite),
        "filter of one kind": (_of_kind, _of_kind_by_sqlite),
        "acts by kind": (lambda one: counted(one.entries.values(), axes.BY_KIND), _grouped_by_sqlite),
    }
    for name, (ours, theirs) in pairs.items():
        own, other = in_turn(rounds, partial(_timed, ours, state), partial(_timed, theirs, state))
        told = f"SQLite {sqlite3.sqlite_version}: {milliseconds(other)}"
        yield Figure(name, milliseconds(own), told, median(own) / median(other), 1)


def _timed(act: Callable[[State], object], state: State) -> float:
    began = process_time()
    act(state)
    return process_time() - began


def _searched(state: State) -> Sequence[object]:
    index = SearchIndex(Words())
    index.take(state, 0)
    entries = state.chronological()
    index.prepare(entries)
    return index.find(terms(WORD), entries)


def _searched_by_sqlite(state: State) -> Sequence[object]:
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute("CREATE VIRTUAL TABLE entry USING fts5(words, tokenize = 'unicode61 remove_diacritics 2')")
        rows = (
            (history.number, "\n".join(_texts(state, history, fields)))
            for history, fields in fields_of(state.entries.values(), said_and_noted)
        )
        base.executemany("INSERT INTO entry (rowid, words) VALUES (?, ?)", rows)
        return base.execute("SELECT rowid FROM entry WHERE entry MATCH ?", (f"{WORD}*",)).fetchall()


def _texts(state: State, history: History, fields: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the words by which the search finds an entry, as they are; of its days only those in English."""
    said = said_now(fields[: len(history.said)])
    for name, value in said.items():
        if isinstance(value, str) and (name in TEXTS or "." in name):
            yield value
    yield from said.get("tags") or ()
    yield kind(history.kind_id).label
    yield _day(history.happened.start[:10])
    yield from (state.people[one].name for one in history.refers.witnesses)
    if history.refers.person:
        yield state.people[history.refers.person].name
    yield from (mark["note"] for mark in fields[len(history.said) :])


@cache
def _day(local: str) -> str:
    return plain_day(date.fromisoformat(local), Words()) if local else ""


def _of_kind(state: State) -> Sequence[object]:
    return Selector().select(OfKind("call_missed"), state.entries, state.chronological(), case_facts(state, None))


def _of_kind_by_sqlite(state: State) -> Sequence[object]:
    with closing(_kinds(state)) as base:
        return base.execute("SELECT number FROM entry WHERE kind = 'call_missed' ORDER BY number").fetchall()


def _grouped_by_sqlite(state: State) -> Sequence[object]:
    with closing(_kinds(state)) as base:
        return base.execute("SELECT kind, sum(times) FROM entry WHERE NOT withdrawn GROUP BY kind").fetchall()


def _kinds(state: State) -> sqlite3.Connection:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE entry (number INTEGER PRIMARY KEY, kind TEXT, times INTEGER, withdrawn INTEGER)")
    rows = ((one.number, one.kind_id, one.times, one.withdrawn) for one in state.entries.values())
    base.executemany("INSERT INTO entry VALUES (?, ?, ?, ?)", rows)
    return base
