"""Reports: what they cover, what went with them, and which wait for an answer."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from journal.domain import kinds
from journal.domain.case import case_labels
from journal.domain.case.report import Receiver, Report, covering, due, handing_over
from journal.domain.forms.field_labels import LABELS
from journal.domain.ledger.case_object import OF_THE_RECORD, changed
from journal.domain.time.moment import Certainty, Moment

DAYS = st.dates().map(lambda day: day.isoformat()) | st.just("")
NUMBERS = st.lists(st.integers(1, 9), unique=True).map(tuple)
REPORTS = st.builds(
    Report,
    number=st.integers(1, 99),
    receiver=st.sampled_from(Receiver),
    made=st.dates().map(lambda day: Moment(Certainty.DAY, start=day.isoformat())),
    office=st.text(),
    officer=st.text(),
    person=st.integers(0, 9),
    reference=st.text(),
    sort=st.sampled_from(["", "report", "note", "refused"]),
    prosecution_asked=st.none() | st.booleans(),
    entries=NUMBERS,
    handed_over=NUMBERS,
    handed_over_besides=st.text(),
    answer=st.text(),
    answered_on=DAYS,
    follow_up_on=DAYS,
    note=st.text(),
)


def report(number: int, **said: Any) -> Report:
    return Report(number=number, **said)


@given(REPORTS)
def test_a_report_comes_back_from_the_fields_of_a_record(one: Report) -> None:
    written = msgspec.json.decode(msgspec.json.encode(one.fields()))

    assert Report.from_fields(one.number, written) == one


@given(REPORTS, REPORTS)
def test_the_changed_fields_turn_the_old_report_into_the_new_one(old: Report, new: Report) -> None:
    new = msgspec.structs.replace(new, number=old.number)

    assert Report.from_fields(old.number, old.fields() | changed(old, new)) == new


def test_reports_are_found_from_their_entries_and_exhibits() -> None:
    first, second = report(1, entries=(4, 5), handed_over=(9,)), report(2, entries=(5,))
    mistaken = report(3, entries=(5,), handed_over=(9,), withdrawn=True)

    assert covering(5, [mistaken, second, first]) == (first, second)
    assert covering(6, [first, second]) == ()
    assert handing_over(9, [mistaken, second, first]) == (first,)


def test_only_unanswered_reports_whose_day_has_come_are_due_and_the_longest_waiting_comes_first() -> None:
    today = date(2026, 11, 21)
    waits_longest = report(1, follow_up_on="2026-10-01")
    today_itself = report(2, follow_up_on="2026-11-21")
    others = [
        report(3, follow_up_on="2026-11-22"),
        report(4, follow_up_on="2026-10-01", answered_on="2026-10-05"),
        report(5, follow_up_on="2026-10-01", withdrawn=True),
        report(6),
    ]

    assert due([*others, today_itself, waits_longest], today) == (waits_longest, today_itself)


def test_what_was_made_of_a_report_is_asked_with_the_same_answers_as_in_an_entry() -> None:
    field = kinds.field("report.sort")

    assert field is not None
    assert {"report", "note", "refused"} == {choice.id for choice in field.choices}


def test_every_field_and_every_receiver_has_a_label() -> None:
    assert set(LABELS["report"]) == set(Report.__struct_fields__) - set(OF_THE_RECORD)
    assert set(case_labels.RECEIVERS) == set(Receiver)
