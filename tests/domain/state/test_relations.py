"""From one thing of the journal to what belongs to it, and back."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from journal.domain.case.order import Order
from journal.domain.case.people import Role
from journal.domain.case.report import Report
from journal.domain.case.steps import StepMark
from journal.domain.evidence.checklist import ItemState
from journal.domain.evidence.custody import Custodian, Movement
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.domain.overview.no_contact import day_of, the_no
from journal.domain.state.mentions import MentionRole, entries_by_person, mentions_of
from journal.domain.state.relations import EntityType, Ref, Relation, held_at, related_to
from journal.domain.time.within import Inside
from tests.ui.builders import a_logbook, an_entry

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from journal.logbook import Logbook


def a_case(folder: Path) -> Logbook:
    """Entry 1 with a witness and somebody who did it, one exhibit of it, one report and one order."""
    logbook = a_logbook(folder)
    logbook.add_person("unknown caller A", Role.STALKER)
    logbook.record(an_entry("Rang", person=2, witnesses=(1,)))
    logbook.exhibits.add(Exhibit(number=0, title="A letter", from_person=1), Target(entry=1))
    logbook.case.add(Report(number=0, entries=(1,), handed_over=(1,), person=1))
    logbook.case.add(Order(number=0, person=2, starts="2026-02-03"))
    return logbook


def refs(found: Iterable[Relation]) -> list[tuple[str, int]]:
    return [(one.ref.thing.value, one.ref.number) for one in found]


def test_an_entry_leads_to_its_people_exhibits_reports_and_orders_and_each_leads_back(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)

    found = tuple(related_to(Ref(EntityType.ENTRY, 1), logbook.state))

    assert refs(found) == [("person", 2), ("person", 1), ("exhibit", 1), ("report", 1), ("order", 1)]
    for one in found:
        assert ("entry", 1) in refs(related_to(one.ref, logbook.state))
    logbook.close()


def test_a_person_is_named_by_what_they_are_to_each_entry(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    logbook.record(an_entry("Told by the sister", reported_by=1))
    entry = logbook.state.entries[1].entry
    logbook.amend(1, replace(entry, witnesses=(), account="Rang twice"), "nobody was there")

    entries = logbook.state.chronological()

    assert [*mentions_of(1, entries)] == [(2, MentionRole.TOLD_IT)]
    assert [*mentions_of(2, entries)] == [(1, MentionRole.DID_IT)]
    assert [*mentions_of(3, entries)] == []
    logbook.close()


def test_an_entry_counts_once_for_a_person_whom_it_names_twice(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    logbook.record(an_entry("Saw it and told it", person=2, witnesses=(1,), reported_by=1))
    entries = logbook.state.chronological()

    counted = entries_by_person(entries)

    every = {(number, one) for one in logbook.state.people for number, _how in mentions_of(one, entries)}
    assert (len(entries), 1) in every
    assert counted == Counter(one for _number, one in every)
    logbook.close()


def test_who_received_an_exhibit_leads_to_it(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    logbook.case.add(Movement(number=0, exhibit=1, holder=Custodian.OTHER, person=2))

    assert Ref(EntityType.EXHIBIT, 1) in [
        one.ref for one in tuple(related_to(Ref(EntityType.PERSON, 2), logbook.state))
    ]
    logbook.close()


def test_what_was_withdrawn_no_longer_belongs_anywhere(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    logbook.case.withdraw(Report, 1)
    logbook.case.withdraw(Order, 1)

    assert refs(related_to(Ref(EntityType.ENTRY, 1), logbook.state)) == [
        ("person", 2),
        ("person", 1),
        ("exhibit", 1),
    ]
    logbook.close()


@pytest.mark.parametrize(
    ("when", "person", "kind", "held"),
    [
        ("2026-11-21T22:14", 2, "call_missed", [Inside.YES]),
        ("2026-11-21T22:14", 0, "call_missed", [Inside.YES]),
        ("2026-11-21T22:14", 3, "call_missed", []),
        ("2026-02-02T23:59", 2, "call_missed", []),
        ("2026-11-21T22:14", 2, "other_step", []),
    ],
)
def test_an_act_in_the_time_of_an_order_is_said_to_be_so_and_nothing_more(
    tmp_path: Path, when: str, person: int, kind: str, held: list[Inside]
) -> None:
    logbook = a_case(tmp_path)
    logbook.add_person("unknown caller B", Role.STALKER)
    number = logbook.record(an_entry(when=when, person=person, kind=kind)).subject

    assert [one for _order, one in held_at(logbook.state.entries[number], logbook.state)] == held
    logbook.close()


def test_a_breach_that_names_its_order_leads_to_it(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    breach = an_entry(kind="order_broken", when="2026-01-01T10:00", details={"order.number": 1})
    number = logbook.record(breach).subject

    assert Ref(EntityType.ORDER, 1) in [
        one.ref for one in tuple(related_to(Ref(EntityType.ENTRY, number), logbook.state))
    ]
    assert Ref(EntityType.ENTRY, number) in [
        one.ref for one in tuple(related_to(Ref(EntityType.ORDER, 1), logbook.state))
    ]
    logbook.close()


@pytest.mark.parametrize(
    ("entry_day", "mark", "expected"),
    [
        ("", StepMark(state=ItemState.DONE, on="2026-02-03"), "2026-02-03"),
        ("2026-02-05", StepMark(state=ItemState.DONE, on="2026-02-03"), "2026-02-03"),
        ("2026-02-01", StepMark(state=ItemState.DONE, on="2026-02-03"), "2026-02-01"),
        ("", StepMark(state=ItemState.TO_DO, on="2026-02-03"), ""),
        ("", StepMark(state=ItemState.DONE, on="[sic]"), ""),
    ],
)
def test_the_no_is_the_first_that_was_said(tmp_path: Path, entry_day: str, mark: StepMark, expected: str) -> None:
    logbook = a_logbook(tmp_path)
    if entry_day:
        logbook.record(an_entry(kind="said_no", when=f"{entry_day}T10:00"))
    logbook.case.mark_step("said_no", mark)

    day = day_of(the_no(logbook.state.chronological(), logbook.state.steps))

    assert (day.isoformat() if day else "") == expected
    logbook.close()
