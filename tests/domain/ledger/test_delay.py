"""The wait after wrong passphrases: it grows, it ends, and a clock that was set back does not lengthen it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.ledger.attempt_delay import LONGEST, delay_after, still_to_wait

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def test_the_delay_doubles_with_each_failed_attempt_up_to_a_minute() -> None:
    assert [delay_after(failed) for failed in range(10)] == [0, 1, 2, 4, 8, 16, 32, 60, 60, 60]


@given(st.integers())
def test_the_delay_never_shrinks_and_never_passes_a_minute(failed: int) -> None:
    assert 0 <= delay_after(failed) <= delay_after(failed + 1) <= LONGEST


def test_what_passed_since_the_last_attempt_counts() -> None:
    assert still_to_wait(5, NOW - timedelta(seconds=6), NOW) == timedelta(seconds=10)
    assert still_to_wait(5, NOW - timedelta(seconds=16), NOW) == timedelta()
    assert still_to_wait(5, NOW - timedelta(days=16), NOW) == timedelta()


@given(st.integers(0, 100), st.timedeltas(timedelta(), timedelta(days=4000)))
def test_a_clock_that_was_set_back_leaves_the_whole_delay_and_no_more(failed: int, back: timedelta) -> None:
    assert still_to_wait(failed, NOW + back, NOW) == timedelta(seconds=delay_after(failed))


def test_without_a_time_of_the_last_attempt_the_whole_delay_is_left() -> None:
    assert still_to_wait(3, None, NOW) == timedelta(seconds=4)
    assert still_to_wait(0, None, NOW) == timedelta()
