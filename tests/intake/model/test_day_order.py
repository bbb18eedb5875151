"""Day and month are told apart by the whole file, asked where it allows both, and refused where it has both."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.base.errors import Refused
from journal.intake.model.day_order import Dated, DayOrder, DayOrderOpen, day_order


def dated(*days: tuple[int, int, int]) -> list[Dated]:
    return [Dated(numbers, "/".join(map(str, numbers)), line) for line, numbers in enumerate(days, 1)]


@pytest.mark.parametrize(
    ("days", "order"),
    [
        ([(5, 4, 26), (13, 4, 26)], DayOrder.DAY_FIRST),
        ([(4, 5, 26), (4, 13, 26)], DayOrder.MONTH_FIRST),
        ([(2026, 4, 5)], DayOrder.YEAR_FIRST),
        ([(1, 1, 26), (2, 2, 26)], DayOrder.DAY_FIRST),
        ([(1, 5, 26), (2, 5, 26), (1, 6, 26), (2, 6, 26), (1, 7, 26)], DayOrder.DAY_FIRST),
        ([(5, 1, 26), (5, 2, 26), (6, 1, 26), (6, 2, 26), (7, 1, 26)], DayOrder.MONTH_FIRST),
    ],
)
def test_the_order_is_worked_out_from_the_whole_file(days: list[tuple[int, int, int]], order: DayOrder) -> None:
    assert day_order(dated(*days)) is order


def test_where_both_are_possible_it_is_asked_with_both_days() -> None:
    with pytest.raises(DayOrderOpen) as asked:
        day_order(dated((2, 5, 2022), (2, 5, 2022)))

    assert [day for _order, day in asked.value.readings] == [date(2022, 5, 2), date(2022, 2, 5)]


def test_a_file_with_both_orders_is_refused_with_both_lines() -> None:
    with pytest.raises(Refused, match="line 2 has “13/4/26” and line 4 has “4/13/26”"):
        day_order(dated((5, 4, 26), (13, 4, 26), (5, 4, 26), (4, 13, 26)))


@given(st.dates(date(2015, 1, 1), date(2030, 1, 1)), st.lists(st.integers(0, 40), min_size=1, max_size=60))
def test_dates_in_order_are_never_read_the_wrong_way(first: date, steps: list[int]) -> None:
    days, at = [], first
    for step in steps:
        at += timedelta(days=step)
        days.append((at.day, at.month, at.year))

    order = None
    with suppress(DayOrderOpen):
        order = day_order(dated(*days))

    if order is None:
        assert all(day <= 12 for day, _month, _year in days)
        return
    assert order is DayOrder.DAY_FIRST or all(day == month for day, month, _year in days)
