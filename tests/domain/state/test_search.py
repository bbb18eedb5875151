"""Finding entries by their words: normalised, all terms, phrases, numbers however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.state.erasing import FieldRef, erased
from journal.domain.state.search import SearchIndex, in_state, spans, terms
from journal.domain.state.state import State
from journal.domain.text.normalisation import normalise
from journal.domain.text.words import Words
from tests.domain.ledgers import a_ledger

WORDS = Words()


def a_state(*entries: dict[str, object]) -> State:
    person = {"action": "person.added", "person": 1, "name": "Zoë Verzonnen", "note": ""}
    recorded = [{"action": "entry.recorded", "entry": at, "kind": "sms", **one} for at, one in enumerate(entries, 1)]
    return State(a_ledger(person, *recorded))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Été à Liège", "ete a liege"),
        ("STRASSE straße", "strasse strasse"),
        ("ﬁets  \n \uff21\uff22\uff23", "fiets abc"),
        ("İstanbul", "istanbul"),
        ("café", "cafe"),
    ],
)
def test_capitals_accents_and_forms_do_not_count(text: str, folded: str) -> None:
    assert normalise(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("", ()),
        ("  ", ()),
        ("Car  PARK", ("car", "park")),
        ('"car park" station', ("car park", "station")),
        ('"not closed yet', ("not closed yet",)),
        ('""', ()),
        ("[/ \x1b", ("[/", "\x1b")),
    ],
)
def test_words_and_phrases_are_taken_apart(query: str, wanted: tuple[str, ...]) -> None:
    assert terms(query) == wanted


@pytest.mark.parametrize(
    "query",
    [
        "bibliotheek",
        "BIBLIO",
        "uit wacht",
        "zoe",
        "text message",
        "5550142",
        '"555 0142"',
        "screenshot-by-an",
        "mine-alone",
        "withheld",
        "répondu",
        "repondu",
    ],
)
def test_every_word_of_an_entry_finds_it(query: str) -> None:
    state = a_state(
        {
            "account": "Aan de bibliotheek",
            "quoted_words": "Ik wacht tot je uit bent",
            "witnesses": [1],
            "call.number": "+00 555 0142",
            "call.number_shown": "withheld",
            "tags": ["screenshot-by-an"],
            "private_note": "mine-alone",
            "my_response": "Pas répondu",
        },
        {"account": "Something else", "kind": "other"},
    )

    assert in_state(state, query, WORDS) == [1]


def test_all_terms_must_be_held_and_the_number_of_an_entry_is_one_of_its_words() -> None:
    state = a_state({"account": "red car"}, {"account": "red coat"}, {"account": "blue car"})

    assert in_state(state, "red car", WORDS) == [1]
    assert in_state(state, "car", WORDS) == [1, 3]
    assert in_state(state, "3", WORDS) == [3]
    assert in_state(state, "green", WORDS) == []


def test_words_that_an_amendment_or_a_tick_brings_are_found_and_those_it_took_are_not() -> None:
    state = a_state({"account": "red car"})
    index = SearchIndex(WORDS)
    index.take(state, 3)
    index.prepare(state.chronological())
    assert index.find(("red",), state.chronological())
    *_, amended, marked = a_ledger(
        *({"action": "none"} for _ in range(2)),
        {"action": "entry.amended", "entry": 1, "account": "blue car"},
        {"action": "item.marked", "entry": 1, "item": "copy_elsewhere", "state": "done", "note": "in the cupboard"},
    )

    state.apply(amended)
    state.apply(marked)
    index.prepare(state.chronological())

    assert not index.find(("red",), state.chronological())
    assert index.find(("blue", "cupboard"), state.chronological())


def test_entries_are_found_under_the_new_name_of_a_person() -> None:
    state = a_state({"account": "x", "person": 1})
    index = SearchIndex(WORDS)
    index.take(state, 3)
    index.prepare(state.chronological())
    assert index.find(("zoe",), state.chronological())

    *_, renamed = a_ledger(
        {"action": "x"}, {"action": "x"}, {"action": "person.amended", "person": 1, "name": "Max Madeup"}
    )
    state.apply(renamed)
    index.take(state, 4)
    index.prepare(state.chronological())

    assert index.find(("madeup",), state.chronological())
    assert not index.find(("zoe",), state.chronological())


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("A red car, a RED coat", "red", ["red", "RED"]),
        ("Liège, été", "liege ete", ["Liège", "été"]),
        ("straße", "strasse", ["straße"]),
        ("aaa", "a", ["aaa"]),
        ("car  park", '"car park"', ["car  park"]),
        ("nothing", "x", []),
    ],
)
def test_the_found_words_are_marked_where_they_stand(text: str, query: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, terms(query))] == found


@given(st.text(max_size=40), st.text(max_size=6))
def test_marks_lie_in_order_within_the_text(text: str, query: str) -> None:
    places = [at for span in spans(text, terms(query)) for at in span]

    assert places == sorted(places)
    assert all(0 <= at <= len(text) for at in places)


@given(st.text(st.characters(max_codepoint=127), max_size=40), st.text("ab \t", max_size=3))
def test_the_same_is_marked_in_a_text_of_plain_letters_as_before_a_letter_that_is_none(text: str, query: str) -> None:
    assert spans(text, terms(query)) == spans(f"{text}\u65e5", terms(query))


def test_erased_words_are_no_longer_found_by_an_index_that_knew_them() -> None:
    ledger = a_ledger({"action": "entry.recorded", "entry": 1, "kind": "sms", "place": "12 Invented Lane"})
    state, index = State(ledger), SearchIndex(WORDS)
    index.take(state, 3)
    index.prepare(state.chronological())
    known = index.find(("invented",), state.chronological())

    state.replay(erased(ledger, [FieldRef(2, "place")]))
    index.take(state, 3)
    index.prepare(state.chronological())

    assert [history.number for history in known] == [1]
    assert index.find(("invented",), state.chronological()) == []
