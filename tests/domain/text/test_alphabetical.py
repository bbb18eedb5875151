"""Words are listed as a person looks for them, in each of the languages, and everywhere in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.text.normalisation import alphabetical

if TYPE_CHECKING:
    from random import Random


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Écluse", "Emma"),
        ("édredon", "eg"),
        ("Zoë", "zon"),
        ("œuf", "ouest"),
        ("cœur", "coffre"),
        ("\N{LATIN SMALL LIGATURE IJ}s", "ik"),
        ("an", "Bea"),
        ("Bea", "carl"),
        ("d'An", "Dana"),
        ("Jean-Luc", "Jeanne"),
        ("Ørsted", "Oslo"),
        ("Łódź", "Lux"),
        ("'s-Gravenhage", "schaap"),
    ],
)
def test_one_word_stands_before_another(first: str, then: str) -> None:
    assert alphabetical(first)[0] < alphabetical(then)[0]


@given(st.lists(st.text(max_size=8), unique=True, max_size=8), st.randoms())
def test_the_order_does_not_depend_on_what_came_first(words: list[str], chance: Random) -> None:
    wanted = sorted(words, key=alphabetical)
    chance.shuffle(words)

    assert sorted(words, key=alphabetical) == wanted
