"""The watch that notices that nobody is there any more."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journal.ui.safety.idle import IdleWatch, passing_time
from tests.ui.locking_app import PassingTime


def a_watch(limit: float) -> tuple[IdleWatch, PassingTime, list[float]]:
    time = PassingTime()
    called: list[float] = []
    return IdleWatch(limit, lambda: called.append(time.seconds), now=time), time, called


def test_nobody_is_called_before_the_limit_and_somebody_at_it() -> None:
    watch, time, called = a_watch(180)

    time.seconds += 179.9
    assert not watch.look()
    time.seconds += 0.1
    assert watch.look()

    assert called == [1180.0]


def test_a_sign_of_life_begins_the_time_anew() -> None:
    watch, time, called = a_watch(180)

    for _ in range(10):
        time.seconds += 100
        assert watch.touched()
        watch.look()

    assert not called


def test_a_sign_of_life_after_a_sleep_of_the_computer_comes_too_late_once() -> None:
    watch, time, called = a_watch(180)

    time.seconds += 8 * 3600
    assert not watch.touched()

    assert len(called) == 1
    assert watch.touched()


def test_a_limit_of_nothing_calls_nobody() -> None:
    watch, time, called = a_watch(0)

    time.seconds += 1e9

    assert not watch.look()
    assert watch.touched()
    assert not called


def test_the_limit_can_be_changed_while_it_runs() -> None:
    watch, time, called = a_watch(0)
    time.seconds += 60

    watch.limit_seconds = 30
    watch.look()

    assert called


@given(st.lists(st.tuples(st.sampled_from(["look", "touch"]), st.floats(0, 500)), max_size=30))
def test_it_calls_exactly_when_the_limit_passed_since_the_last_sign_or_call(steps: list[tuple[str, float]]) -> None:
    watch, time, called = a_watch(180)
    last, expected = time.seconds, 0

    for what, seconds in steps:
        time.seconds += seconds
        passed = time.seconds - last >= 180
        expected += passed
        if what == "touch":
            assert watch.touched() is not passed
        else:
            assert watch.look() is passed
        if passed or what == "touch":
            last = time.seconds

    assert len(called) == expected


def test_the_clock_only_goes_forward() -> None:
    assert passing_time() <= passing_time()
