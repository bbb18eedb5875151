"""What is said of the progress of long work: a bar, what is done and found, and about how long it still takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.ui.dialogs.progress_words import BAR, progress_in_words, seconds_left


@pytest.mark.parametrize(
    ("done", "whole", "elapsed", "left"),
    [
        (0, 100, 60, None),
        (1, 100, 60, None),
        (50, 100, 1, None),
        (50, 0, 10, None),
        (50, 100, 10, 10),
        (100, 100, 10, 0),
        (10, 100, 10, 90),
    ],
)
def test_the_rest_is_told_at_the_pace_so_far_once_there_is_one(
    done: int, whole: int, elapsed: float, left: int | None
) -> None:
    assert seconds_left(done, whole, elapsed) == left


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (None, "25 % done · 1,200 found"),
        (1, "25 % done · 1,200 found · about 1 second left"),
        (40, "25 % done · 1,200 found · about 40 seconds left"),
        (300, "25 % done · 1,200 found · about 5 minutes left"),
    ],
)
def test_it_is_said_in_one_line_below_the_bar(left: int | None, said: str) -> None:
    bar, told = progress_in_words(25, 1_200, left).split("\n")

    assert told == said
    assert (bar.count("█"), len(bar)) == (BAR // 4, BAR)


@given(st.integers(0, 200))
def test_the_bar_is_as_wide_at_every_moment(percent: int) -> None:
    assert len(progress_in_words(percent, 0, None).split("\n")[0]) == BAR
