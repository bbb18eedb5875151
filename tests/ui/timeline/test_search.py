"""The search as a value: in however many slices it looks, and whatever was typed before, it finds all that holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journal.domain.state.search import in_state
from journal.domain.state.state import State
from journal.domain.text.words import spoken
from journal.ui.timeline import search
from journal.ui.timeline.search import Finding
from tests.domain.ledgers import a_ledger

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal.domain.entry.history import History

ACCOUNTS = st.lists(st.tuples(st.integers(1, 12), st.text("xz ", max_size=4)), min_size=1, max_size=30)
"""Of each entry the month in which it was, and its words."""
KEYS = st.lists(st.sampled_from([*"xxzz ", "back"]), min_size=1, max_size=8)


@pytest.fixture(autouse=True, scope="module")
def _small_screen() -> Iterator[None]:
    """Let a few entries be many."""
    with pytest.MonkeyPatch.context() as patch:
        for name, count in {"SCREENFUL": 3, "TO_INDEX": 2, "TO_LOOK_AT": 3}.items():
            patch.setattr(search, name, count)
        yield


def a_state(accounts: Sequence[tuple[int, str]]) -> State:
    """Entries with these words, in these months."""
    recorded = {"action": "entry.recorded", "kind": "call_missed"}
    return State(
        a_ledger(
            *(
                recorded
                | {"entry": at, "account": words, "happened": {"certainty": "day", "start": f"2026-{month:02}-05"}}
                for at, (month, words) in enumerate(accounts, start=1)
            )
        )
    )


def held(state: State, query: str) -> list[History]:
    """What holds a query, the latest first, found in one go."""
    numbers = {*in_state(state, query, spoken())}
    return [history for history in state.listed()[::-1] if history.number in numbers]


@given(ACCOUNTS, KEYS, st.booleans())
@example(accounts=[(1, "x"), (2, "x z")], keys=["x", " ", "z", "back"], patient=True)
def test_whatever_was_typed_before_that_is_found_which_holds_all_words(
    accounts: list[tuple[int, str]], keys: list[str], patient: bool
) -> None:
    state, finding, query = a_state(accounts), Finding(), ""
    finding.take(state, state.listed()[::-1], len(accounts) + 1)

    for key in keys:
        query = query[:-1] if key == "back" else query + key
        finding.ask(query, None)
        if patient:
            finding.look_at_all()
            assert [*finding.found] == held(state, query)

    finding.look_at_all()
    assert [*finding.found] == held(state, query)


@given(ACCOUNTS, st.text("xz", min_size=1, max_size=2), st.data())
def test_enough_is_a_screenful_from_the_cursor_on(
    accounts: list[tuple[int, str]], query: str, data: st.DataObject
) -> None:
    state, finding = a_state(accounts), Finding()
    cursor = data.draw(st.sampled_from([*state.entries.values()]))
    finding.take(state, state.listed()[::-1], len(accounts) + 1)
    finding.ask(query, cursor)

    finding.look_at_enough(cursor)

    everything, first = held(state, query), [*finding.found]
    rest = everything[len(first) :]
    assert first == everything[: len(first)]
    below = [one for one in first if one.listed_on <= cursor.listed_on]
    assert not rest or len(below) >= search.SCREENFUL


@given(ACCOUNTS, st.text("xz", min_size=1, max_size=2), st.text("xz", min_size=1, max_size=4))
def test_words_that_an_amendment_brings_are_found_by_a_search_that_was_there_before(
    accounts: list[tuple[int, str]], query: str, words: str
) -> None:
    state, finding = a_state(accounts), Finding()
    finding.take(state, state.listed()[::-1], len(accounts) + 1)
    finding.ask(query, None)
    finding.look_at_all()
    *_, amended = a_ledger(
        *({"action": "x"} for _ in accounts), {"action": "entry.amended", "entry": 1, "account": words}
    )

    state.apply(amended)
    finding.take(state, state.listed()[::-1], len(accounts) + 2)

    finding.look_at_all()
    assert [*finding.found] == held(state, query)


@given(ACCOUNTS, st.text("xz", min_size=1, max_size=2))
def test_an_entry_is_known_to_be_found_before_it_is_looked_at(accounts: list[tuple[int, str]], query: str) -> None:
    state, finding = a_state(accounts), Finding()
    finding.take(state, state.listed()[::-1], len(accounts) + 1)
    finding.ask(query, None)

    assert [one for one in state.listed()[::-1] if finding.holds(one)] == held(state, query)


def test_a_slice_of_no_time_looks_at_nothing_and_the_next_goes_on() -> None:
    state, finding = a_state([(1, "x")] * 10), Finding()
    finding.take(state, state.listed()[::-1], 11)
    finding.ask("x", None)

    finding.look(0)
    assert [*finding.found] == []
    assert not finding.complete

    finding.look(3600)
    finding.look(3600)
    assert len(finding.found) == 10
    assert finding.complete
