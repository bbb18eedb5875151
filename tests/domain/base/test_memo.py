"""A memoised value is made once a version, and nothing is kept of a making that failed."""

from __future__ import annotations

import pytest

from journal.domain.base.memo import Memo


def test_a_value_is_made_once_for_each_version_and_told_to_be_ready_then() -> None:
    versions, made = [1], iter(["first", "second", "third"])
    memo = Memo(lambda: versions[-1], lambda: next(made))

    assert not memo.ready
    assert (memo(), memo()) == ("first", "first")
    assert memo.ready
    versions.append(2)
    assert not memo.ready
    assert (memo(), memo()) == ("second", "second")


def test_what_fails_is_tried_again_and_keeps_nothing() -> None:
    answers = iter([0, 4])
    memo = Memo(lambda: 1, lambda: 12 // next(answers))

    with pytest.raises(ZeroDivisionError):
        memo()
    assert not memo.ready
    assert memo() == 3


def test_a_value_that_was_made_elsewhere_holds_for_the_present_version_alone() -> None:
    versions = [1]
    memo = Memo(lambda: versions[-1], lambda: "made here")

    memo.keep("made elsewhere")
    assert memo() == "made elsewhere"
    versions.append(2)
    assert memo() == "made here"
