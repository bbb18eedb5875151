"""Orders: in force or not on a day, as surely as both are known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain import kinds
from journal.domain.case import case_labels
from journal.domain.case.order import Order, breached_by, in_force
from journal.domain.forms.field_labels import LABELS
from journal.domain.ledger.case_object import OF_THE_RECORD
from journal.domain.time.moment import UNKNOWN, Certainty, Moment, PartOfDay
from journal.domain.time.within import Days, Inside, days_of

SPRING: dict[str, Any] = {"starts": "2026-03-01", "ends": "2026-05-31"}
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def order(number: int = 1, **said: Any) -> Order:
    return Order(number=number, **said)


def at(text: str) -> Moment:
    return Moment(Certainty.EXACT, start=text, offset="+01:00")


def on(text: str) -> Days:
    return days_of(at(text))


def between(start: str, end: str) -> Moment:
    return Moment(Certainty.BETWEEN, start=start, end=end)


@pytest.mark.parametrize(
    ("moment", "holds"),
    [
        (at("2026-02-28T23:59"), Inside.NO),
        (at("2026-03-01T00:00"), Inside.YES),
        (at("2026-05-31T23:59"), Inside.YES),
        (at("2026-06-01T00:00"), Inside.NO),
        (Moment(Certainty.DAY, start="2026-05-31"), Inside.YES),
        (between("2026-02-20", "2026-03-01"), Inside.PERHAPS),
        (between("2026-03-01", "2026-05-31"), Inside.YES),
        (between("2026-02-01", "2026-07-01"), Inside.PERHAPS),
        (between("2026-06-01", "2026-07-01"), Inside.NO),
        (
            Moment(Certainty.PART_OF_DAY, start="2026-05-31T22:00", end="2026-06-01T06:00", part=PartOfDay.NIGHT),
            Inside.PERHAPS,
        ),
        (UNKNOWN, Inside.PERHAPS),
    ],
)
def test_an_order_holds_from_its_first_day_through_its_last_and_nothing_surer_is_claimed(
    moment: Moment, holds: Inside
) -> None:
    assert in_force(order(**SPRING), days_of(moment)) is holds


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ({"starts": "2026-03-01"}, Inside.YES),
        ({"starts": "2026-06-01"}, Inside.NO),
        ({"ends": "2026-05-31"}, Inside.PERHAPS),
        ({"ends": "2026-03-31"}, Inside.NO),
        ({}, Inside.PERHAPS),
        ({"starts": "in spring"}, Inside.PERHAPS),
    ],
)
def test_days_that_are_not_known_leave_it_open(said: dict[str, Any], holds: Inside) -> None:
    assert in_force(order(**said), on("2026-04-15T12:00")) is holds


def test_a_withdrawn_order_never_held() -> None:
    assert in_force(order(**SPRING, withdrawn=True), on("2026-04-15T12:00")) is Inside.NO


@given(DAYS, DAYS, DAYS)
def test_on_a_known_day_an_order_with_known_days_is_in_force_or_not(first: date, last: date, day: date) -> None:
    first, last = sorted((first, last))

    holds = in_force(order(starts=first.isoformat(), ends=last.isoformat()), on(f"{day}T12:00"))

    assert holds is (Inside.YES if first <= day <= last else Inside.NO)


@given(DAYS, DAYS, DAYS, st.integers(0, 60))
def test_a_span_is_judged_like_all_of_its_days_together(first: date, last: date, start: date, length: int) -> None:
    first, last = sorted((first, last))
    ban = order(starts=first.isoformat(), ends=last.isoformat())
    span = [start + timedelta(days=offset) for offset in range(length + 1)]

    daily = {in_force(ban, days_of(Moment(Certainty.DAY, start=day.isoformat()))) for day in span}

    assert in_force(ban, days_of(between(span[0].isoformat(), span[-1].isoformat()))) is (
        daily.pop() if len(daily) == 1 else Inside.PERHAPS
    )


def test_orders_surely_in_force_come_before_those_that_perhaps_are() -> None:
    unsure, sure, over = order(1, reference="A"), order(2, **SPRING), order(3, ends="2026-01-01")

    assert breached_by([unsure, sure, over], on("2026-04-15T12:00")) == (
        (sure, Inside.YES),
        (unsure, Inside.PERHAPS),
    )


def test_an_order_that_binds_somebody_else_is_left_out() -> None:
    binds_max, binds_nobody_named = order(1, **SPRING, person=1), order(2, **SPRING)

    assert breached_by([binds_max, binds_nobody_named], on("2026-04-15T12:00"), person=2) == (
        (binds_nobody_named, Inside.YES),
    )
    assert breached_by([binds_max], on("2026-04-15T12:00"), person=1) == ((binds_max, Inside.YES),)
    assert breached_by([binds_max], on("2026-04-15T12:00")) == ((binds_max, Inside.YES),)


def test_an_order_comes_back_from_the_fields_of_a_record() -> None:
    ban = order(
        parts=("contact", "area"),
        person=1,
        by="Nowhere court",
        reference="00/0000",
        **SPRING,
        told_on="2026-03-01",
        distance="300 m",
        streets="Nowhere Street",
        note="with a penalty",
    )

    written = msgspec.json.decode(msgspec.json.encode(ban.fields()))

    assert Order.from_fields(1, written) == ban


def test_what_an_order_forbids_is_told_with_the_same_answers_as_in_an_entry_about_a_breach() -> None:
    field = kinds.field("order.part")

    assert field is not None
    assert {"contact", "area", "home", "other"} == {choice.id for choice in field.choices}


def test_every_field_and_every_answer_has_a_label() -> None:
    assert set(LABELS["order"]) == set(Order.__struct_fields__) - set(OF_THE_RECORD)
    assert set(case_labels.HELD) == set(Inside)


@pytest.mark.parametrize(
    ("happened", "until", "holds"),
    [
        (at("2026-02-01T10:00"), at("2026-03-25T10:00"), Inside.YES),
        (at("2026-02-01T10:00"), at("2026-02-25T10:00"), Inside.NO),
        (at("2026-02-01T10:00"), at("2026-07-01T10:00"), Inside.YES),
        (at("2026-02-01T10:00"), between("2026-02-20", "2026-03-10"), Inside.PERHAPS),
        (UNKNOWN, at("2026-04-01T10:00"), Inside.YES),
        (UNKNOWN, at("2026-02-01T10:00"), Inside.NO),
        (UNKNOWN, at("2026-07-01T10:00"), Inside.PERHAPS),
        (at("2026-02-01T10:00"), UNKNOWN, Inside.NO),
        (at("2026-06-01T10:00"), at("2026-04-01T10:00"), Inside.NO),
    ],
)
def test_what_lasted_into_the_days_of_an_order_happened_while_it_held(
    happened: Moment, until: Moment, holds: Inside
) -> None:
    assert in_force(order(**SPRING), days_of(happened, until)) is holds
