"""Entries of every sort, for the tests that try every value."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from journal.domain import kinds
from journal.domain.entry.entry import Entry, Felt, IdentifiedBy, Targeted
from journal.domain.kinds.catalogue import Detail, Field, Shape
from journal.domain.time.moment import UNKNOWN, Certainty, Moment, PartOfDay, exactly

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
TYPED = WORDS.filter(str.strip)
"""Words of which something can be seen."""
OFFSETS = st.sampled_from([60, 120, 0, -300]).map(lambda minutes: timezone(timedelta(minutes=minutes)))
DAYS = st.dates(datetime(1990, 1, 1).date(), datetime(2030, 1, 1).date()).map(lambda day: day.isoformat())  # noqa: DTZ001 - only its day is used
CLOCKS = st.datetimes(datetime(1990, 1, 1), datetime(2030, 1, 1), timezones=OFFSETS)  # noqa: DTZ001 - bounds are without zone

MOMENTS: st.SearchStrategy[Moment] = st.one_of(
    st.just(UNKNOWN),
    st.builds(exactly, CLOCKS, WORDS),
    st.builds(lambda when, typed: exactly(when, typed, certainty=Certainty.ABOUT), CLOCKS, WORDS),
    st.builds(lambda day, typed: Moment(Certainty.DAY, start=day, typed=typed), DAYS, WORDS),
    st.builds(
        lambda day, part: Moment(
            Certainty.PART_OF_DAY, start=f"{day}T18:00", end=f"{day}T23:59", offset="+01:00", part=part
        ),
        DAYS,
        st.sampled_from(PartOfDay),
    ),
    st.builds(lambda one, other: Moment(Certainty.BETWEEN, start=min(one, other), end=max(one, other)), DAYS, DAYS),
)

_DETAILS: dict[Shape, Callable[[Field], st.SearchStrategy[Detail]]] = {
    Shape.LINE: lambda _field: TYPED,
    Shape.TEXT: lambda _field: TYPED,
    Shape.PHONE: lambda _field: TYPED,
    Shape.YES_NO: lambda _field: st.booleans(),
    Shape.NUMBER: lambda _field: st.integers(0, 999_999_999),
    Shape.DURATION: lambda _field: st.integers(0, 3_000_000),
    Shape.CHOICE: lambda field: st.sampled_from([choice.id for choice in field.choices]),
    Shape.DATE: lambda _field: DAYS,
}


def _details(kind_id: str) -> st.SearchStrategy[dict[str, Detail]]:
    fields = kinds.kind(kind_id).fields
    return st.fixed_dictionaries({}, optional={field.id: _DETAILS[field.shape](field) for field in fields})


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """An entry in which nothing contradicts itself."""
    kind = draw(st.sampled_from(kinds.KINDS))
    numbers = st.integers(1, 999)
    return Entry(
        happened=draw(MOMENTS),
        noticed=draw(st.none() | MOMENTS),
        kind=kind.id,
        times=draw(st.integers(1, 500)) if kind.repeatable else 1,
        place=draw(WORDS),
        account=draw(WORDS),
        quoted_words=draw(WORDS),
        person=draw(st.just(0) | numbers),
        identified_by=draw(st.none() | st.sampled_from(IdentifiedBy)),
        targeted=tuple(draw(st.lists(st.sampled_from(Targeted), unique=True))),
        witnesses=tuple(draw(st.lists(numbers, unique=True, max_size=4))),
        reported_by=draw(st.just(0) | numbers),
        impact=draw(WORDS),
        my_response=draw(WORDS),
        threat_felt=draw(st.none() | st.sampled_from(Felt)),
        private_note=draw(WORDS),
        tags=tuple(draw(st.lists(st.text("abc déf", min_size=1).map(str.strip).filter(bool), unique=True, max_size=3))),
        details=draw(_details(kind.id)),
    )
