"""The search against a plain reference, over generated text in several languages; numbers and days in any notation."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.kinds import kind
from journal.domain.state.search import SearchIndex, in_state, spans, terms
from journal.domain.state.spellings import narrows, spellings
from journal.domain.state.state import State
from journal.domain.text.words import Words
from tests.domain.ledgers import a_ledger

WORDS = Words()
VOCABULARY = (
    *(
        "fiets",
        "Fietsenstalling",
        "été",
        "ÉTÉ",
        "garçon",
        "straße",
        "STRASSE",
        "naïef",
        "Zoë",
        "ﬁets",
        "café",
        "coördinatie",
    ),
    *("à", "l'église", "hij", "belde", "rang", "twice", "deux", "fois", "ł", "дом", "日本語", "e\u0301te\u0301", "x"),
)
TEXTS = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=4).map(" ".join)
ENTRIES = st.fixed_dictionaries(
    {"happened": st.just({"certainty": "unknown"})},
    optional={
        "account": TEXTS,
        "quoted_words": TEXTS,
        "place": TEXTS,
        "tags": st.lists(TEXTS, max_size=2, unique=True),
        "witnesses": st.just([1]),
        "sms.number": TEXTS,
    },
)
EXHIBITS = st.fixed_dictionaries({"title": TEXTS, "file_name": TEXTS, "entry": st.integers(1, 3)})
NAME = "Zoë Verzonnen"


def plainly(text: str) -> str:
    """Letters compared as the search does, one after the other and written from its description alone."""
    apart = "".join(unicodedata.normalize("NFKD", letter).casefold() for letter in unicodedata.normalize("NFKD", text))
    bare = [one for one in unicodedata.normalize("NFKD", apart) if not unicodedata.combining(one)]
    return " ".join("".join(bare).split())


def said(entry: dict[str, Any], number: int, exhibits: list[dict[str, Any]]) -> list[str]:
    """Every word that belongs to an entry, one text after the other."""
    own = [entry.get(name, "") for name in ("account", "quoted_words", "place", "sms.number")]
    names = [one[name] for one in exhibits if one["entry"] == number for name in ("title", "file_name")]
    person = [NAME] if entry.get("witnesses") else []
    return [str(number), kind("sms").label, *own, *entry.get("tags", ()), *names, *person]


@st.composite
def journals(draw: st.DrawFn) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    return draw(st.lists(ENTRIES, min_size=3, max_size=3)), draw(st.lists(EXHIBITS, max_size=3))


def a_state(entries: list[dict[str, Any]], exhibits: list[dict[str, Any]]) -> State:
    acts: list[dict[str, Any]] = [{"action": "person.added", "person": 1, "name": NAME}]
    acts += [{"action": "entry.recorded", "entry": at, "kind": "sms", **one} for at, one in enumerate(entries, 1)]
    acts += [{"action": "exhibit.added", "exhibit": at, **one} for at, one in enumerate(exhibits, 1)]
    return State(a_ledger(*acts))


QUERIES = st.lists(
    st.sampled_from(VOCABULARY)
    | st.sampled_from(VOCABULARY).map(lambda word: word[1:-1])
    | st.tuples(st.sampled_from(VOCABULARY), st.sampled_from(VOCABULARY)).map(lambda two: f'"{two[0]} {two[1]}"'),
    min_size=1,
    max_size=3,
)


@given(journals(), QUERIES)
def test_the_search_finds_what_a_plain_look_at_every_text_finds(
    journal: tuple[list[dict[str, Any]], list[dict[str, Any]]], query: list[str]
) -> None:
    entries, exhibits = journal
    wanted = [plainly(one.strip('"')) for one in query]

    expected = [
        number
        for number, entry in enumerate(entries, 1)
        if all(any(word in plainly(text) for text in said(entry, number, exhibits)) for word in wanted)
    ]

    assert in_state(a_state(entries, exhibits), " ".join(query), WORDS) == expected


@given(TEXTS, QUERIES)
def test_every_mark_stands_on_what_was_looked_for(text: str, query: list[str]) -> None:
    wanted = terms(" ".join(query))
    marked = [plainly(text[start:end]) for start, end in spans(text, wanted)]

    assert bool(marked) == any(term in plainly(text) for term in wanted)
    assert all(any(term in one for term in wanted) for one in marked)


NATIONAL = "470001234"
WAYS = (f"0{NATIONAL}", f"+32{NATIONAL}", f"0032{NATIONAL}", "0470 00 12 34", "+32 470 00 12 34", "0470/00.12.34")


@pytest.mark.parametrize("stored", [*WAYS, "+32 (0)470 00 12 34"])
@pytest.mark.parametrize("typed", WAYS)
def test_a_number_is_found_in_any_spelling(stored: str, typed: str) -> None:
    text = f"It was {stored}, again."
    state = a_state([{"account": text}, {"account": "0470 00 12 35"}], [])

    assert in_state(state, typed, WORDS) == [1]
    assert in_state(state, f"again {typed}", WORDS) == [1]
    assert [text[start:end] for start, end in spans(text, terms(typed))] == [stored]


@pytest.mark.parametrize(
    "typed",
    [
        *("28 november 2026", "28 novembre 2026", "november 2026", "novembre", "28/11", "28/11/2026", "28-11-2026"),
        *("2026-11-28", "28.11.26", "28.11", '"28 november"'),
    ],
)
def test_a_day_is_found_as_people_type_it(typed: str) -> None:
    days = ({"certainty": "day", "start": day} for day in ("2026-11-28", "2026-10-28"))

    assert in_state(a_state([{"happened": day} for day in days], []), typed, WORDS) == [1]


def test_a_day_with_two_figures_for_day_and_month_is_that_day() -> None:
    days = ({"certainty": "day", "start": day} for day in ("2026-03-08", "2026-03-18"))

    assert in_state(a_state([{"happened": day} for day in days], []), "08-03", WORDS) == [1]


def test_a_span_is_found_by_its_first_and_its_last_day_and_a_moved_entry_by_its_new_day_alone() -> None:
    span = {"certainty": "between", "start": "2026-11-28T22:00", "end": "2026-11-29T01:00"}
    acts = [{"action": "entry.recorded", "entry": 1, "kind": "sms", "happened": span}]
    acts.append({"action": "entry.amended", "entry": 1, "happened": {"certainty": "day", "start": "2026-12-01"}})
    *recorded, amended = a_ledger(*acts)
    state, index = State(recorded), SearchIndex(WORDS)

    def found(typed: str) -> bool:
        index.take(state, recorded[-1].seq)
        index.prepare(state.chronological())
        return bool(index.find(terms(typed), state.chronological()))

    assert [found(typed) for typed in ("28/11/2026", "29 november", "1 december")] == [True, True, False]
    state.apply(amended)
    assert [found(typed) for typed in ("28/11/2026", "29 november", "1 december")] == [False, False, True]


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_every_day_is_found_by_its_date(day: date) -> None:
    state = a_state([{"happened": {"certainty": "day", "start": day.isoformat()}}], [])

    assert in_state(state, day.isoformat(), WORDS) == [1]
    assert in_state(state, f"{day:%d-%m-%Y}", WORDS) == [1]


SIGNS = st.text(st.sampled_from("0123456789+/-. "), min_size=1, max_size=12).map(lambda one: "".join(one.split()))


@given(SIGNS, SIGNS, st.text(st.sampled_from("\0 0123456789+/-."), max_size=30))
def test_what_narrows_finds_no_text_that_the_wider_term_misses(wider: str, added: str, text: str) -> None:
    term = wider + added

    if wider and narrows(wider, term) and any(one in text for one in spellings(term)):
        assert any(one in text for one in spellings(wider))


def test_words_of_an_exhibit_come_and_go_with_its_link() -> None:
    state = a_state([{"account": "It rang."}, {"account": "It lay there."}], [])
    index = SearchIndex(WORDS)
    ledger = a_ledger(
        *({"action": "none"} for _ in range(3)),
        {"action": "exhibit.added", "exhibit": 1, "title": "Grey envelope", "entry": 2},
        {"action": "exhibit.amended", "exhibit": 1, "title": "Blue envelope"},
        {"action": "exhibit.withdrawn", "exhibit": 1},
    )
    for record in ledger[-3:]:
        state.apply(record)
        index.take(state, record.seq)
        index.prepare(state.chronological())
        found = [word for word in ("grey", "blue", "envelope") if index.find((word,), state.chronological())]
        index.caught_up(record.seq)
        assert found == {5: ["grey", "envelope"], 6: ["blue", "envelope"], 7: []}[record.seq]
