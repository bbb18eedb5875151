"""What is set, changed, emptied and set again holds as the last record says, for every field of every sort."""

from __future__ import annotations

import itertools
from enum import Enum
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from journal.domain import kinds
from journal.domain.case.order import Order
from journal.domain.case.people import Person
from journal.domain.case.report import Report
from journal.domain.entry import entry as entries_of
from journal.domain.entry.entry import Entry
from journal.domain.entry.partial_record import PartialRecord
from journal.domain.evidence.custody import Movement
from journal.domain.evidence.exhibit import Exhibit
from journal.domain.ledger import case_object
from journal.domain.state.mentions import named_in
from journal.domain.state.newest import newest
from journal.domain.state.state import State
from journal.domain.time.moment import UNKNOWN, Certainty, Moment
from tests.domain.entries import MOMENTS, WORDS, entries
from tests.domain.ledgers import a_ledger

if TYPE_CHECKING:
    from journal.domain.ledger.case_object import Numbered

WHEN = Moment(Certainty.EXACT, start="2026-11-20T22:14", offset="+01:00")
SORTS = (Person, Exhibit, Movement, Report, Order)


def told(versions: list[Entry]) -> list[dict[str, Any]]:
    """The acts by which an entry comes to say one thing after the other."""
    acts: list[dict[str, Any]] = [{"action": "entry.recorded", "entry": 1, "offset": "+01:00", **versions[0].fields()}]
    for before, after in itertools.pairwise(versions):
        acts.append({"action": "entry.amended", "entry": 1, **entries_of.changed(before, after)})
    return acts


def plainly(acts: list[dict[str, Any]]) -> dict[str, Any]:
    """What the acts say taken together, as a plain table: a field that is emptied is gone."""
    said: dict[str, Any] = {}
    for act in acts:
        said |= {name: value for name, value in act.items() if name not in {"action", "entry", "offset"}}
    return {name: value for name, value in said.items() if value is not None}


@given(st.lists(entries(), min_size=1, max_size=4))
def test_an_entry_says_what_its_last_version_says_however_little_of_it_is_read(versions: list[Entry]) -> None:
    acts = told(versions)
    history = State(a_ledger(*acts)).entries[1]
    said = plainly(acts)

    assert history.entry == versions[-1]
    assert history.times == said.get("times", 1) == versions[-1].times
    assert history.kind_id == said["kind"]
    assert history.acts == (0 if kinds.kind(said["kind"]).own_step else said.get("times", 1))
    assert history.happened == versions[-1].happened
    assert history.until == versions[-1].until
    named = {(one, how.value) for one, how in named_in(history.refers)}
    wanted = {(said.get(how, 0), how) for how in ("person", "reported_by")} - {(0, "person"), (0, "reported_by")}
    assert named == wanted | {(one, "witnesses") for one in said.get("witnesses", ())}
    assert history.refers.order == said.get("order.number", 0)
    assert history.tags == versions[-1].tags
    assert history.is_brought_in == (versions[0].taken_from is not None)


@given(st.lists(entries(), min_size=1, max_size=4))
def test_the_newest_entries_say_what_they_say_when_all_is_read(versions: list[Entry]) -> None:
    records = a_ledger(*told(versions))

    (shown,) = newest(records)

    whole = State(records).entries[1]
    assert (shown.times, shown.kind_id, shown.happened, shown.until) == (
        whole.times,
        whole.kind_id,
        whole.happened,
        whole.until,
    )


@pytest.mark.parametrize(
    ("then", "now", "acts"), [(51, 1, 1), (3, 1, 1), (5, 3, 3), (1, 51, 51), (51, 51, 51)], ids=str
)
def test_an_entry_counts_for_as_many_acts_as_it_says_last(then: int, now: int, acts: int) -> None:
    versions = [Entry(happened=WHEN, kind="call_silent", times=times) for times in (then, now)]

    assert State(a_ledger(*told(versions))).entries[1].acts == acts


@pytest.mark.parametrize(
    ("emptied", "left"),
    [("happened", UNKNOWN), ("kind", "other"), ("times", 1), ("until", None)],
)
def test_a_field_that_a_record_empties_is_told_apart_from_one_that_it_does_not_name(emptied: str, left: object) -> None:
    full = Entry(happened=WHEN, kind="call_silent", times=3, until=WHEN)
    acts = [*told([full]), {"action": "entry.amended", "entry": 1, "place": "x"}]
    kept = State(a_ledger(*acts)).entries[1]

    gone = State(a_ledger(*acts, {"action": "entry.amended", "entry": 1, emptied: None})).entries[1]

    names = {"happened": "happened", "kind": "kind_id", "times": "times", "until": "until"}
    assert getattr(gone, names[emptied]) == left == getattr(gone.entry, emptied)
    assert getattr(kept, names[emptied]) == getattr(full, emptied)


def test_what_a_glimpse_can_miss_is_unset_and_never_empty() -> None:
    cumulative = set(PartialRecord.__struct_fields__) & set(Entry.__struct_fields__)

    assert {getattr(PartialRecord(), name) for name in cumulative} == {UNSET}


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a field with this annotation."""
    if get_origin(hint) is tuple:
        return st.lists(values_of(get_args(hint)[0]), max_size=3, unique=True).map(tuple)
    if parts := get_args(hint):
        return st.one_of([st.none() if part is type(None) else values_of(part) for part in parts])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    known: dict[Any, st.SearchStrategy[Any]] = {
        str: WORDS,
        int: st.integers(0, 999),
        bool: st.booleans(),
        Moment: MOMENTS,
    }
    if hint in known:
        return known[hint]
    return st.builds(hint, **{name: values_of(inner) for name, inner in get_type_hints(hint).items()})


@st.composite
def versions_of(draw: st.DrawFn) -> list[Numbered]:
    """One thing of the case as it is said several times."""
    sort = draw(st.sampled_from(SORTS))
    hints = {
        name: hint
        for name, hint in get_type_hints(sort).items()
        if name in sort.__struct_fields__ and name not in case_object.OF_THE_RECORD
    }
    one = st.builds(sort, number=st.just(1), **{name: values_of(hint) for name, hint in hints.items()})
    return draw(st.lists(one, min_size=1, max_size=4))


@given(versions_of())
def test_a_thing_of_the_case_says_what_its_last_version_says(versions: list[Numbered]) -> None:
    sort = type(versions[0])
    acts = [{"action": f"{sort.SUBJECT}.added", sort.SUBJECT: 1, **versions[0].fields()}]
    for before, after in itertools.pairwise(versions):
        acts.append({"action": f"{sort.SUBJECT}.amended", sort.SUBJECT: 1, **case_object.changed(before, after)})

    (now,) = State(a_ledger(*acts)).of(sort).now.values()

    assert now.fields() == versions[-1].fields()


@pytest.mark.parametrize(
    ("odd", "person", "witnesses", "tags"),
    [
        ({"witnesses": "nobody"}, 2, (), ("park",)),
        ({"tags": 3}, 2, (3,), ()),
        ({"tags": ["bus", 4], "person": 5}, 5, (3,), ()),
        ({"reported_by": None, "order.number": "first"}, 2, (3,), ("park",)),
    ],
    ids=str,
)
def test_a_reference_that_only_another_version_knows_is_left_out_as_in_the_entry(
    odd: dict[str, Any], person: int, witnesses: tuple[int, ...], tags: tuple[str, ...]
) -> None:
    full = Entry(happened=WHEN, kind="call_silent", person=2, witnesses=(3,), tags=("park",), reported_by=4)

    history = State(a_ledger(*told([full]), {"action": "entry.amended", "entry": 1, **odd})).entries[1]

    assert (history.refers.person, history.refers.witnesses, history.tags) == (person, witnesses, tags)
    assert (history.entry.person, history.entry.witnesses, history.entry.tags) == (person, witnesses, tags)
    assert history.entry.reported_by == history.refers.reported_by
