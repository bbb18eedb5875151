"""The invented case beyond its entries: small invented files, custody, people, reports, an order, steps."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from journal.demo import write_case
from journal.domain.case.case_event import CaseEvent
from journal.domain.case.order import Order, in_force
from journal.domain.case.people import Person, Role, Willing
from journal.domain.case.report import Receiver, Report, covering, due, handing_over
from journal.domain.case.steps import STEPS
from journal.domain.evidence.checklist import ItemState
from journal.domain.evidence.custody import Custodian, Movement, where_is
from journal.domain.evidence.exhibit import CarriedBy, Form
from journal.domain.time.within import Inside
from journal.evidence.examining import examined
from journal.logbook import Logbook
from tests.store.journals import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.evidence.exhibit import Exhibit


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Logbook:
    """The case of the usual size, written once for all of these tests, and only read."""
    path = tmp_path_factory.mktemp("demo") / "case.json"
    write_case(path)
    return Logbook(path, read_only=True)


def content_of(case: Logbook, exhibit: Exhibit) -> bytes:
    parts: list[bytes] = []
    case.exhibits.read(exhibit.number, parts.append)
    return b"".join(parts)


def test_the_files_are_many_small_whole_and_of_every_sort(case: Logbook) -> None:
    files = [one for one in case.exhibits.standing if one.form is Form.FILE]

    verdict = case.verify()

    assert verdict.sound
    assert verdict.evidence == len(files) >= 30
    assert case.path.stat().st_size < 1_500_000
    assert {one.media_type for one in files} == {"image/jpeg", "image/png", "audio/wav", "message/rfc822", "text/plain"}
    for one in files:
        assert hashlib.sha256(content_of(case, one)).hexdigest() == one.sha256


def test_what_is_said_of_a_file_is_what_the_file_says_itself(case: Logbook) -> None:
    for one in case.exhibits.standing:
        if one.form is not Form.FILE:
            continue

        found = examined(content_of(case, one), one.file_name, NOW)

        assert (found.media_type, found.seconds, found.has_location) == (one.media_type, one.seconds, one.has_location)
        assert found.file_times[:-1] == one.file_times[:-1]


def test_photos_say_when_they_were_taken_with_and_without_offset_and_one_says_where(case: Logbook) -> None:
    exhibits = case.exhibits.standing

    taken = [time.when for one in exhibits for time in one.file_times if time.by is CarriedBy.TAKEN]
    sent = [time.when for one in exhibits for time in one.file_times if time.by is CarriedBy.SENT]

    assert {bool(moment.offset) for moment in taken} == {True, False}
    assert all(moment.offset for moment in sent)
    assert sent
    assert len([one for one in exhibits if one.has_location]) == 1


def test_things_and_a_fingerprint_stand_beside_the_files(case: Logbook) -> None:
    forms = Counter(one.form for one in case.exhibits.standing)

    assert set(forms) == {Form.FILE, Form.FINGERPRINT, Form.THING}
    assert forms[Form.THING] >= 3


def test_pieces_hang_on_entries_items_steps_reports_an_order_and_a_movement(case: Logbook) -> None:
    links = [target for targets in case.state.standing_links.values() for target in targets]

    names = {name for target in links for name in target.fields()}

    assert names == {"entry", "item", "step", "report", "order", "movement"}


def test_an_item_with_a_proof_is_ticked_off_and_belongs_to_the_kind_of_its_entry(case: Logbook) -> None:
    linked = {target for targets in case.state.standing_links.values() for target in targets if target.item}

    for target in linked:
        history = case.state.entries[target.entry]

        assert history.marks[target.item].state is ItemState.DONE
        assert target.item in {line.item.id for line in history.checklist}
        assert not history.withdrawn


def test_originals_went_to_the_police_against_a_receipt_and_copies_to_a_lawyer_and_a_friend(case: Logbook) -> None:
    movements = case.case.standing(Movement)

    originals = [one for one in movements if one.copy == 0]
    holders = {place.holder for one in case.exhibits.standing for place in where_is(one, movements) if place.copy}

    assert originals
    assert all(one.holder is Custodian.POLICE and one.receipt for one in originals)
    assert holders >= {Custodian.POLICE, Custodian.LAWYER, Custodian.TRUSTED, Custodian.SELF}
    assert any(one.form is Form.THING for one in case.exhibits.standing if one.number in {m.exhibit for m in originals})


def test_reports_cover_entries_hand_pieces_over_and_one_of_them_waits_for_an_answer(case: Logbook) -> None:
    reports = case.case.standing(Report)

    waiting = due(reports, NOW.date())

    assert Counter(one.receiver for one in reports)[Receiver.POLICE] == 2
    assert {one.receiver for one in reports} >= {Receiver.OMBUDSMAN, Receiver.OPERATOR, Receiver.PLATFORM}
    assert [one.receiver for one in waiting] == [Receiver.OPERATOR]
    assert any(covering(number, reports) for number in case.state.entries)
    assert any(handing_over(one.number, reports) for one in case.exhibits.standing)


def test_some_entries_belong_together_as_an_event(case: Logbook) -> None:
    (event,) = case.case.standing(CaseEvent)

    assert len(event.entries) == 3
    assert all(case.state.entries[number].listed_on.startswith("2026-11-2") for number in event.entries)


def test_what_happened_after_the_order_may_be_a_breach_of_it(case: Logbook) -> None:
    orders = case.case.standing(Order)

    covered = [one for one in case.state.entries.values() if in_force(orders[0], one.days) is Inside.YES]

    assert len(orders) == 1
    assert "order_broken" in {one.kind_id for one in covered}
    assert min(one.listed_on for one in covered) >= "2026-07-07"
    assert len(covered) > 30


def test_steps_stand_in_every_state_and_many_were_never_marked(case: Logbook) -> None:
    marks = case.state.steps

    assert {mark.state for mark in marks.values()} == set(ItemState)
    assert marks.keys() < {one.id for one in STEPS}
    assert any(mark.details for mark in marks.values())


def test_people_were_told_asked_and_answered_and_those_who_do_it_can_be_recognised(case: Logbook) -> None:
    people = case.case.standing(Person)
    stalkers = [one for one in people if one.role is Role.STALKER]

    assert [one.name for one in stalkers] == ["Max Madeup", "unknown caller A"]
    assert stalkers[0].telephone_numbers
    assert stalkers[0].plates
    assert {one.circle for one in people if one.informed_on} >= {"family", "friends", "neighbours", "work"}
    assert Willing.YES in {one.willing_to_testify for one in people}


def test_every_number_and_address_in_the_files_is_invented(case: Logbook) -> None:
    kinds = {"message/rfc822", "text/plain"}

    words = [content_of(case, one).decode() for one in case.exhibits.standing if one.media_type in kinds]
    text = "\n".join(words)
    addresses, numbers = re.findall(r"[\w.-]+@[\w.-]+", text), re.findall(r"\+\d[\d ]{8,}\d", text)

    assert all(address.endswith(".example") for address in addresses)
    assert all(number.startswith("+00 555 01") for number in numbers)
    assert addresses
    assert numbers


def test_a_longer_case_has_the_same_evidence_and_no_more(case: Logbook, tmp_path: Path) -> None:
    write_case(tmp_path / "long.json", entries=2_000)

    longer = Logbook(tmp_path / "long.json", read_only=True)

    assert len(longer.exhibits.standing) == len(case.exhibits.standing)
    assert longer.verify().sound
