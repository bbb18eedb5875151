"""Filters of every sort, and journals that they split, for the tests of filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from hypothesis import strategies as st

from journal.domain import kinds
from journal.domain.entry.entry import Felt, Targeted
from journal.domain.filters import values
from journal.domain.filters.values import AnyFilter, EntrySource, Trait, all_of, one_of
from journal.domain.kinds.catalogue import Group
from journal.domain.state.mentions import MentionRole
from journal.domain.state.state import State
from journal.domain.time.moment import Certainty, Moment
from tests.domain.ledgers import a_ledger

if TYPE_CHECKING:
    from journal.domain.ledger.record import Record

KINDS = ("call_silent", "sms", "said_no", "order_broken", "from_a_newer_version")
TAGS, PLACES, NUMBERS = (
    ("work", "Öst"),
    ("Station", "at the stâtion", "home"),
    ("0470 00 00 01", "+32470000001", "caller"),
)
DAYS = tuple(f"2026-{month:02}-{day:02}" for month in (2, 3, 10) for day in (1, 15, 28))
PEOPLE = (1, 2, 3)

_PERIODS = st.builds(
    values.InPeriod,
    first=st.sampled_from(("", *DAYS)),
    last=st.sampled_from(("", *DAYS)),
    surely=st.booleans(),
    begun=st.booleans(),
)
SIMPLE: st.SearchStrategy[AnyFilter] = st.one_of(
    st.builds(values.OfKind, st.sampled_from(KINDS)),
    st.builds(values.OfGroup, st.sampled_from(Group)),
    _PERIODS,
    st.builds(values.AtHours, st.integers(0, 23), st.integers(0, 23)),
    st.builds(values.OnWeekday, st.integers(0, 6)),
    st.builds(values.NamesPerson, st.sampled_from(PEOPLE), st.none() | st.sampled_from(MentionRole)),
    st.builds(values.AimedAt, st.sampled_from(Targeted)),
    st.builds(values.AtPlace, st.sampled_from(("station", "HOME"))),
    st.builds(values.WithIdentifier, st.sampled_from(("0032470000001", "Caller"))),
    st.builds(values.Tagged, st.sampled_from(TAGS)),
    st.builds(values.ThreatFelt, st.sampled_from(Felt)),
    st.builds(values.CameBy, st.sampled_from(EntrySource)),
    st.builds(values.CameThrough, st.sampled_from(("sms", "paper"))),
    st.builds(values.RecordedLater, st.integers(1, 100), st.sampled_from((0, 120))),
    st.builds(values.InEvent, st.sampled_from((1, 2))),
    st.builds(values.Has, st.sampled_from(Trait)),
)
FILTERS: st.SearchStrategy[AnyFilter] = st.recursive(
    SIMPLE,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(all_of), st.lists(inner, max_size=3).map(one_of), inner.map(lambda one: ~one)
    ),
    max_leaves=6,
)
"""Any filter, in normal form."""

_MOMENTS = st.one_of(
    st.just(Moment(Certainty.UNKNOWN)),
    st.builds(lambda day: Moment(Certainty.DAY, start=day), st.sampled_from(DAYS)),
    st.builds(
        lambda day, hour, offset: Moment(Certainty.EXACT, start=f"{day}T{hour:02}:10", offset=offset),
        st.sampled_from(DAYS),
        st.integers(0, 23),
        st.sampled_from(("+01:00", "-05:00")),
    ),
    st.builds(
        lambda one, other: Moment(Certainty.BETWEEN, start=min(one, other), end=max(one, other)),
        st.sampled_from(DAYS),
        st.sampled_from(DAYS),
    ),
)
_PLAIN_MOMENTS = _MOMENTS.map(msgspec.to_builtins)
_ORIGINS = st.sampled_from(({"channel": "sms"}, {"channel": "paper"}, {"file": "a.txt"}))
_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "until": _PLAIN_MOMENTS,
    "place": st.sampled_from(PLACES),
    "person": st.sampled_from(PEOPLE),
    "reported_by": st.sampled_from(PEOPLE),
    "witnesses": st.lists(st.sampled_from(PEOPLE), unique=True),
    "targeted": st.lists(st.sampled_from([one.value for one in Targeted]), unique=True),
    "tags": st.lists(st.sampled_from(TAGS), unique=True),
    "threat_felt": st.sampled_from([one.value for one in Felt]),
    "taken_from": _ORIGINS,
    "call.number": st.sampled_from(NUMBERS),
    "order.number": st.just(1),
}


def _entry(number: int) -> st.SearchStrategy[dict[str, Any]]:
    about = {"action": st.just("entry.recorded"), "entry": st.just(number), "offset": st.just("+01:00")}
    required = about | {"kind": st.sampled_from(KINDS), "happened": _PLAIN_MOMENTS}
    return st.fixed_dictionaries(required, optional=_FIELDS)


def _later(count: int) -> st.SearchStrategy[dict[str, Any]]:
    entry = st.integers(1, count)
    items = st.sampled_from([item.id for kind in KINDS for item in kinds.kind(kind).checklist])
    state = st.sampled_from(("done", "does_not_apply", "to_do"))
    return st.one_of(
        st.fixed_dictionaries({"action": st.just("entry.amended"), "entry": entry}, optional=_FIELDS),
        st.fixed_dictionaries({"action": st.sampled_from(("entry.withdrawn", "entry.reinstated")), "entry": entry}),
        st.fixed_dictionaries({"action": st.just("item.marked"), "entry": entry, "item": items, "state": state}),
    )


@st.composite
def ledgers(draw: st.DrawFn) -> list[Record]:
    """The ledger of a journal of a few entries, with people, an order, a report and an exhibit around them."""
    count = draw(st.integers(1, 6))
    around: list[dict[str, Any]] = [
        *({"action": "person.added", "person": number, "name": f"Invented {number}"} for number in PEOPLE),
        {
            "action": "order.added",
            "order": 1,
            "starts": DAYS[2],
            "ends": draw(st.sampled_from(("", DAYS[6]))),
            "person": 1,
        },
        *(draw(_entry(number)) for number in range(1, count + 1)),
        {"action": "report.added", "report": 1, "entries": draw(st.lists(st.integers(1, count), unique=True))},
        {"action": "event.added", "event": 1, "name": "Night", "entries": draw(st.lists(st.integers(1, count)))},
        {"action": "exhibit.added", "exhibit": 1, "title": "Photo", "entry": draw(st.integers(1, count))},
        *draw(st.lists(_later(count), max_size=6)),
    ]
    return a_ledger(*around)


def states() -> st.SearchStrategy[State]:
    """Such a journal."""
    return ledgers().map(State)
