"""Copies of the journal: neutral names in the order of making, and a thinning that never takes what matters."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.ledger.backup_rules import Copy, Name, next_name, no_longer_needed, read_name

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=ZoneInfo("Europe/Brussels"))

moments = st.datetimes(datetime(2022, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - made aware by the strategy
histories = st.lists(moments, max_size=60).map(
    lambda made: [Copy(f"copy-{at}", moment) for at, moment in enumerate(made)]
)
later = st.timedeltas(timedelta(), timedelta(days=800))


def month_of(copy: Copy) -> tuple[int, int]:
    local = copy.made.astimezone(NOW.tzinfo)
    return local.year, local.month


def without(copies: list[Copy], removed: list[Copy]) -> list[Copy]:
    return [copy for copy in copies if copy not in removed]


def days_before(*days: float) -> list[Copy]:
    return [Copy(f"{ago} days ago", NOW - timedelta(days=ago)) for ago in days]


def test_the_name_of_a_copy_says_only_the_day_and_a_letter() -> None:
    assert next_name(DAY, []) == "2026-11-22-a.json"


def test_the_next_copy_of_a_day_gets_the_letter_after_the_last_one_even_where_one_was_freed() -> None:
    assert next_name(DAY, ["2026-11-22-a.json", "2026-11-22-c.json", "2026-11-21-k.json"]) == "2026-11-22-d.json"
    assert next_name(DAY, ["2026-11-22-z.json"]) == "2026-11-22-aa.json"
    assert next_name(DAY, ["2026-11-22-zz.json"]) == "2026-11-22-aaa.json"


def test_a_name_in_capitals_counts_as_taken() -> None:
    assert next_name(DAY, ["2026-11-22-A.JSON"]) == "2026-11-22-b.json"


@given(st.dates(date(1000, 1, 1)), st.integers(1, 20_000))
def test_a_name_is_read_back_as_it_was_given(day: date, number: int) -> None:
    assert read_name(str(Name(day, number))) == Name(day, number)


@given(st.integers(1, 1500))
def test_every_new_name_is_free_and_comes_after_those_before(count: int) -> None:
    taken = [str(Name(DAY, number)) for number in range(1, count + 1)]

    name = next_name(DAY, taken)

    assert name not in taken
    assert read_name(name) == Name(DAY, count + 1)


@pytest.mark.parametrize(
    "name",
    [
        "journal.json",
        "2026-11-22.json",
        "2026-13-22-a.json",
        "2026-02-30-a.json",
        "2026-11-22-1.json",
        "2026-11-22-a.json.tail",
        "x2026-11-22-a.json",
        "2026-11-22-a.json\n",
        "\u0662026-11-22-a.json",
        "",
    ],
)
def test_a_file_that_is_called_otherwise_is_no_copy_of_ours(name: str) -> None:
    assert read_name(name) is None
    assert next_name(DAY, [name]) == "2026-11-22-a.json"


def test_all_copies_of_the_last_seven_days_are_kept() -> None:
    assert no_longer_needed(days_before(0, 0.1, 0.2, 3, 3.1, 6.9, 6.95), NOW) == []


def test_after_a_week_the_last_copy_of_each_day_is_kept() -> None:
    copies = days_before(0, 9, 9.1, 9.2, 10)

    assert [copy.name for copy in no_longer_needed(copies, NOW)] == ["9.2 days ago", "9.1 days ago"]


def test_after_a_month_the_last_copy_of_each_week_is_kept() -> None:
    # 11, 14 and 15 October 2026 are a Sunday, a Wednesday and a Thursday
    copies = days_before(0, 31, 38, 39, 42)

    assert [copy.name for copy in no_longer_needed(copies, NOW)] == ["39 days ago"]


def test_after_a_year_the_last_copy_of_each_month_is_kept() -> None:
    copies = [Copy(str(day), datetime(2024, 5, day, tzinfo=UTC)) for day in (1, 9, 17, 25)]

    assert [copy.name for copy in no_longer_needed([*copies, *days_before(0)], NOW)] == ["1", "9", "17"]


def test_the_last_copy_of_a_month_is_kept_where_its_week_ends_in_the_next_month() -> None:
    # 30 June and 1 July 2026 lie in the same week
    copies = [Copy("June", datetime(2026, 6, 30, 9, tzinfo=UTC)), Copy("July", datetime(2026, 7, 1, 9, tzinfo=UTC))]

    assert no_longer_needed([*copies, *days_before(0)], NOW) == []


def test_the_day_of_a_copy_is_that_of_the_persons_zone() -> None:
    # 23:30 in Brussels on the 9th is 22:30 UTC, and 00:30 in Brussels on the 10th still is the 9th in UTC
    copies = [
        Copy("9th", datetime(2026, 11, 9, 22, 30, tzinfo=UTC)),
        Copy("10th", datetime(2026, 11, 9, 23, 30, tzinfo=UTC)),
    ]

    assert no_longer_needed([*copies, *days_before(0)], NOW) == []


def test_of_copies_of_the_same_moment_the_one_with_the_last_letter_stays() -> None:
    made = datetime(2024, 5, 1, 9, tzinfo=UTC)
    copies = [Copy(f"2024-05-01-{letter}.json", made) for letter in ("b", "aa", "a")]

    assert [copy.name[11:] for copy in no_longer_needed(copies, NOW)] == ["a.json", "b.json"]


@given(histories)
def test_the_newest_copy_is_never_removed(copies: list[Copy]) -> None:
    kept = without(copies, no_longer_needed(copies, NOW))

    assert max((copy.made for copy in kept), default=None) == max((copy.made for copy in copies), default=None)


@given(histories)
def test_at_least_one_copy_of_each_month_stays(copies: list[Copy]) -> None:
    kept = without(copies, no_longer_needed(copies, NOW))

    assert {month_of(copy) for copy in kept} == {month_of(copy) for copy in copies}


@given(histories)
def test_thinning_twice_removes_nothing_more(copies: list[Copy]) -> None:
    kept = without(copies, no_longer_needed(copies, NOW))

    assert no_longer_needed(kept, NOW) == []


@given(histories, later)
def test_thinning_now_and_later_leaves_the_same_as_thinning_later_only(copies: list[Copy], passed: timedelta) -> None:
    kept = without(copies, no_longer_needed(copies, NOW))

    in_two_steps = without(kept, no_longer_needed(kept, NOW + passed))

    assert in_two_steps == without(copies, no_longer_needed(copies, NOW + passed))


@given(histories)
def test_a_copy_of_the_last_week_or_of_the_future_is_never_removed(copies: list[Copy]) -> None:
    removed = no_longer_needed(copies, NOW)

    assert not [copy for copy in removed if NOW - copy.made <= timedelta(days=7)]
    assert removed == sorted(removed, key=lambda copy: (copy.made, len(copy.name), copy.name))
