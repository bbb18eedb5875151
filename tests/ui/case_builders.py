"""A small case for the tests of its screens; everything in it is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.case.order import Order
from journal.domain.case.people import AskedTo, Person, Role, Willing
from journal.domain.case.report import Receiver, Report
from journal.domain.case.steps import StepMark
from journal.domain.evidence.checklist import ItemState
from journal.domain.evidence.custody import Custodian, Movement
from journal.domain.evidence.exhibit import Exhibit, Target
from tests.ui.builders import a_logbook, an_entry, at

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook


def a_case(folder: Path) -> Logbook:
    """Two entries, a witness, somebody who does it, a letter, a report to be asked about, an order and a step."""
    logbook = a_logbook(folder)
    logbook.case.add(
        Person(number=0, name="unknown caller A", role=Role.STALKER, telephone_numbers=("+32 470 00 00 01",))
    )
    logbook.record(an_entry("Rang", person=2, witnesses=(1,)))
    logbook.record(an_entry("Rang again", when="2026-11-22T10:00"))
    logbook.exhibits.add(Exhibit(number=0, title="A letter", original_place="drawer"), Target(entry=1))
    logbook.case.add(
        Report(
            number=0,
            receiver=Receiver.POLICE,
            made=at("2026-11-21T23:00"),
            office="Nowhere district",
            reference="NW.00.000000/2026",
            entries=(1,),
            follow_up_on="2026-11-22",
        )
    )
    logbook.case.add(Order(number=0, parts=("contact",), person=2, by="Court of Nowhere", starts="2026-07-07"))
    logbook.case.mark_step("said_no", StepMark(state=ItemState.DONE, on="2026-02-03", note="registered letter"))
    return logbook


def a_hostile_case(folder: Path, words: str, name: str = "") -> Logbook:
    """A case in which every field that can be stored holds these words, or those that name people a name."""
    logbook = a_logbook(folder)
    some, name = words or "x", name or words or "x"
    logbook.case.add(replace(a_hostile_person(words), name=name, also_known_as=(name,)))
    logbook.case.add(Person(number=0, name=name, note=words, circle=words, telephone_numbers=("0470/00.00.01",)))
    logbook.record(an_entry(words, person=2, witnesses=(3,), reported_by=3))
    logbook.record(an_entry(words, kind="order_broken", details={"order.which": words, "order.number": 1}))
    logbook.exhibits.add(Exhibit(number=0, title=words, original_place=words, from_person=2), Target(entry=1))
    logbook.case.add(a_hostile_report(words))
    logbook.case.add(a_hostile_order(words))
    logbook.case.add(a_hostile_movement(words))
    logbook.exhibits.link(1, Target(step="said_no"))
    logbook.exhibits.link(1, Target(report=1))
    marked = StepMark(state=ItemState.DONE, note=words, on=words, details={"no.tracking_number": words})
    logbook.case.mark_step("said_no", marked)
    logbook.case.mark_step(some, StepMark(note=words))
    return logbook


def a_hostile_person(words: str) -> Person:
    some = words or "x"
    return Person(
        number=0,
        name=some,
        role=Role.STALKER,
        note=words,
        contact=words,
        circle=words,
        informed_on=words,
        asked_to=(AskedTo.TESTIFY,),
        willing_to_testify=Willing.NO,
        also_known_as=(some,),
        telephone_numbers=(some, "+32 470 00 00 01"),
        email_addresses=(some,),
        accounts=(some,),
        vehicles=(some,),
        plates=(some,),
        description=words,
    )


def a_hostile_report(words: str) -> Report:
    return Report(
        number=0,
        made=at("2026-11-21T23:00"),
        office=words,
        officer=words,
        person=2,
        reference=words,
        sort=words,
        entries=(1, 2),
        handed_over=(1,),
        handed_over_besides=words,
        answer=words,
        answered_on=words,
        follow_up_on=words,
        note=words,
    )


def a_hostile_order(words: str) -> Order:
    return Order(
        number=0,
        parts=(words or "x",),
        person=2,
        by=words,
        reference=words,
        starts="2026-07-07",
        ends=words,
        told_on=words,
        distance=words,
        streets=words,
        note=words,
    )


def a_hostile_movement(words: str) -> Movement:
    return Movement(
        number=0,
        exhibit=1,
        copy=1,
        from_place=words,
        place=words,
        holder=Custodian.OTHER,
        person=2,
        receiver=words,
        on=at("2026-11-21T23:00"),
        receipt=words,
        note=words,
    )
