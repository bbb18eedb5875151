"""Consistency checks of places: in two places at once, and just not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.case.people import Role
from journal.domain.consistency.checked_log import checked_log
from journal.domain.consistency.places import TWO_PLACES, WITNESS_TWO_PLACES, overlapping
from journal.domain.state.state import State
from journal.domain.time.moment import Certainty, exactly
from tests.domain.consistency.checking import entries, questions
from tests.domain.ledgers import a_ledger
from tests.ui.builders import NOW, a_logbook, an_entry, at

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from journal.domain.consistency.checked_log import CheckedEntry
    from journal.domain.entry.entry import Entry

AT_HOME = an_entry("At the door.", kind="waited_for", when="2026-11-20T19:30", place="At home")


def test_two_places_in_one_minute_are_asked_about(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, AT_HOME, an_entry("There.", when="2026-11-20T19:30", place="Station\nof Ghent"))

    assert entries(logbook, TWO_PLACES) == [(1, 2)]
    assert questions(logbook, TWO_PLACES) == [
        "Entry 1 took place at “At home” and entry 2 at “Station of Ghent”, both on Friday 20 November 2026, 19:30. "
        "Where were you?"
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"when": "2026-11-20T19:31"},
        {"place": "at home, in the hall"},
        {"place": ""},
        {"reported_by": 1},
        {"noticed": at("2026-11-20T21:00")},
        {"happened": exactly(NOW, certainty=Certainty.ABOUT)},
    ],
    ids=["the next minute", "the same place", "no place", "told by somebody", "noticed later", "about that time"],
)
def test_what_can_be_true_together_is_not_asked(tmp_path: Path, other: dict[str, Any]) -> None:
    fields = {"when": "2026-11-20T19:30", "place": "Station of Ghent"} | other
    logbook = a_logbook(tmp_path, AT_HOME, an_entry("There.", **fields))

    assert entries(logbook, TWO_PLACES) == []


def test_an_entry_that_goes_on_is_in_its_place_until_its_end(tmp_path: Path) -> None:
    long = an_entry(
        "He waited.", kind="waited_for", when="2026-11-20T19:00", until=at("2026-11-20T20:00"), place="Home"
    )
    inside = an_entry("There.", when="2026-11-20T19:59", place="Ghent")
    after = an_entry("There.", when="2026-11-20T20:00", place="Ghent")

    assert entries(a_logbook(tmp_path, long, inside, after), TWO_PLACES) == [(1, 2)]


def test_an_entry_that_is_crossed_out_is_asked_about_no_more(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, AT_HOME, an_entry("There.", when="2026-11-20T19:30", place="Ghent"))

    logbook.withdraw(2, "the wrong day")

    assert entries(logbook, TWO_PLACES) == []


def test_who_did_it_is_at_a_place_only_where_the_act_is_physical(tmp_path: Path) -> None:
    told: dict[str, Any] = {"when": "2026-11-20T19:30", "person": 2, "reported_by": 1}
    logbook = a_logbook(tmp_path)
    logbook.add_person("Caller A", Role.STALKER)
    logbook.record(an_entry("At the door.", kind="waited_for", place="Home", **told))
    logbook.record(an_entry("It rang.", kind="call_missed", place="Bruges", **told))

    assert entries(logbook, TWO_PLACES) == []

    logbook.record(an_entry("Followed her.", kind="followed", place="Ghent", **told))

    assert entries(logbook, TWO_PLACES) == [(1, 3)]
    assert "Where was Caller A?" in questions(logbook, TWO_PLACES)[0]


def test_a_witness_stands_in_one_place_at_a_time(tmp_path: Path) -> None:
    seen: dict[str, Any] = {"when": "2026-11-20T19:30", "witnesses": (1,), "reported_by": 1}
    logbook = a_logbook(
        tmp_path,
        an_entry("Seen.", place="Home", **seen),
        an_entry("Seen.", place="Ghent", **(seen | {"when": "2026-11-20T19:31"})),
        an_entry("Heard.", place="Ghent", **(seen | {"witnesses": ()})),
    )

    assert entries(logbook, WITNESS_TWO_PLACES) == []

    logbook.record(an_entry("Seen.", place="Bruges", **seen))

    assert entries(logbook, WITNESS_TWO_PLACES) == [(1, 4)]


MINUTES = st.integers(0, 12).map(lambda minute: f"2026-11-20T19:{minute:02}")
VISITS = st.builds(
    lambda when, until, place, witnesses: an_entry(
        when=min(when, until), until=at(max(when, until)), place=place, witnesses=tuple(sorted(witnesses))
    ),
    MINUTES,
    MINUTES,
    st.sampled_from(["home", "home, hall", "work", "school", ""]),
    st.frozensets(st.sampled_from([1, 2]), min_size=1),
)


def overlap(one: CheckedEntry, other: CheckedEntry) -> bool:
    """Whether two entries share an instant and name two places, said as plainly as it can be."""
    (begins, ends), (starts, stops) = one.span or (NOW, NOW), other.span or (NOW, NOW)
    apart = one.place not in other.place and other.place not in one.place
    return begins < stops and starts < ends and bool(one.place and other.place) and apart


@settings(max_examples=150)
@given(st.lists(VISITS, max_size=7))
def test_whoever_overlaps_with_anything_is_found_as_by_comparing_each_with_each(some: list[Entry]) -> None:
    acts = [{"action": "entry.recorded", "entry": n, **one.fields()} for n, one in enumerate(some, start=1)]
    log = checked_log(State(a_ledger(*acts)), "BE", 7)

    found = {(person, one.number, other.number) for person, one, other in overlapping(log.entries, who)}

    ordered = sorted((one for one in log.entries if one.span), key=lambda one: (one.span, one.number))
    pairs = [(one, other) for at, other in enumerate(ordered) for one in ordered[:at] if overlap(one, other)]
    plain = {(p, one.number, other.number) for one, other in pairs for p in set(who(one)) & set(who(other))}
    assert found <= plain
    assert {(p, later) for p, _first, later in found} == {(p, later) for p, _first, later in plain}


def who(one: CheckedEntry) -> tuple[int, ...]:
    return one.history.refers.witnesses
