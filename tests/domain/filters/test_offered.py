"""The conditions that are offered, and what picked ones mean together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.filters.offered import conditions, conditions_of, together
from journal.domain.filters.values import AnyFilter, Has, OfKind, Trait
from journal.domain.state.state import State
from tests.domain.filters.some_filters import FILTERS, SIMPLE
from tests.domain.ledgers import a_ledger, calls


def test_any_of_two_kinds_but_each_of_two_properties() -> None:
    missed, letters = OfKind("call_missed"), OfKind("letter")
    seen, reported = Has(Trait.WITNESSES), Has(Trait.REPORTED)

    assert together([missed, letters]) == missed | letters
    assert together([seen, missed, reported, letters]) == seen & reported & (missed | letters)
    assert together([~seen, seen]) == seen & ~seen


def test_only_what_the_journal_holds_is_offered() -> None:
    offered = [*conditions(State(a_ledger(*calls(2))))]

    assert {one.kind for one in offered if isinstance(one, OfKind)} == {"call_missed"}
    assert len(offered) == len({*offered})
    assert [*conditions(State())] == []


@given(st.frozensets(SIMPLE | SIMPLE.map(lambda one: ~one), min_size=1, max_size=5))
def test_a_filter_comes_apart_into_conditions_that_make_it_again(picked: frozenset[AnyFilter]) -> None:
    wanted = together(picked)

    assert together(conditions_of(wanted)) == wanted


@given(FILTERS)
def test_any_filter_is_made_again_by_its_conditions(wanted: AnyFilter) -> None:
    assert together(conditions_of(wanted)) == wanted
