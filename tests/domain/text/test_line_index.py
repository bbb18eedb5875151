"""Normalised lines are searched as one text and found line by line."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from journal.domain.text.normalisation import LineIndex, normalise

LINES = st.lists(st.text("ab é💡").map(normalise))
WORDS = st.lists(st.text("abé💡", min_size=1, max_size=2).map(normalise), min_size=1, max_size=3)


@given(LINES, WORDS)
@example(["ab", "", "ab ab"], ["ab"])
@example(["a", "b"], ["ab"])
def test_a_line_is_found_where_it_holds_every_word(lines: list[str], words: list[str]) -> None:
    assert LineIndex(lines).found(words) == [at for at, line in enumerate(lines) if all(word in line for word in words)]
