"""Sheets: what stands in their fields, and the values that it means."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from babel.messages.extract import extract_from_file
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.case.order import Order
from journal.domain.case.people import AskedTo, Person, Role, Willing
from journal.domain.case.report import Receiver, Report
from journal.domain.case.steps import STEPS
from journal.domain.entry.number_ranges import NOT_NUMBERS, in_few_ranges, in_ranges, numbers_in
from journal.domain.entry.typed_details import NotReadable
from journal.domain.evidence.custody import Movement
from journal.domain.forms import movements, orders, people, reports, steps
from journal.domain.forms.field_labels import LABELS
from journal.domain.forms.filling import filled, meant, plain
from journal.domain.forms.form_input import FormInput, TypedTime, Unfinished
from journal.domain.forms.form_question import FormQuestion, Sort, labels_of
from journal.domain.forms.rendering import told
from journal.domain.kinds.catalogue import Shape
from journal.domain.text.words import Words
from journal.domain.time.moment import UNKNOWN, Certainty, Moment

if TYPE_CHECKING:
    from types import ModuleType

    from journal.domain.ledger.case_object import Numbered

ENGLISH = Words()
DAY = Moment(Certainty.DAY, start="2026-02-03", typed="3/2")

SHEETS = (
    (Person, people.PERSON),
    (Report, reports.REPORT),
    (Order, orders.ORDER),
    (Movement, movements.questions_of((1, 2), ENGLISH)),
)


def values_of(one: Numbered) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__struct_fields__}


@given(st.sets(st.integers(min_value=1, max_value=400)))
def test_numbers_are_written_short_and_read_back(numbers: set[int]) -> None:
    assert numbers_in(in_ranges(numbers)) == tuple(sorted(numbers))


def test_of_many_numbers_only_the_first_and_the_last_are_told() -> None:
    assert in_few_ranges(range(2, 44, 2)) == in_ranges(range(2, 44, 2))
    assert in_few_ranges(range(2, 2000, 2)) == in_ranges(range(2, 42, 2)) + ", … 1998"


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("1-3, 7", (1, 2, 3, 7)),
        (" 7 ; 1 \u2013 3", (1, 2, 3, 7)),
        ("2 2 2", (2,)),
        ("", ()),
    ],
)
def test_numbers_are_read_as_people_write_them(typed: str, numbers: tuple[int, ...]) -> None:
    assert numbers_in(typed) == numbers


@pytest.mark.parametrize("typed", ["all", "0", "3-1", "1-", "-4", "1-999999999", "٣"])
def test_what_names_no_numbers_is_refused(typed: str) -> None:
    with pytest.raises(NotReadable, match="Type numbers"):
        numbers_in(typed)


def test_every_question_fills_a_field_of_its_thing_and_every_label_is_asked() -> None:
    for sort, sheet in SHEETS:
        assert {one.name for one in sheet} <= set(sort.__struct_fields__)
        assert labels_of(sheet).items() <= LABELS[sort.SUBJECT].items()
        assert LABELS[sort.SUBJECT].keys() - labels_of(sheet).keys() <= {"exhibit"}


def test_what_is_asked_of_a_stalker_is_folded_away_for_a_witness_and_the_other_way_round() -> None:
    of_witness = {one.name for one in people.questions_of(Role.WITNESS) if one.rare}
    of_stalker = {one.name for one in people.questions_of(Role.STALKER) if one.rare}

    assert of_witness == {one.name for one in people.STALKER}
    assert of_stalker == {one.name for one in people.HELPER}


@pytest.mark.parametrize(
    ("module", "questions"),
    [
        (people, people.PERSON),
        (reports, reports.WITH_HANDING_OVER),
        (orders, orders.ORDER),
        (movements, movements.questions_of((1,), ENGLISH)),
        (steps, (steps.STATE, steps.ON, steps.NOTE)),
    ],
)
def test_every_word_of_a_form_reaches_the_translators_and_none_is_marked_in_vain(
    module: ModuleType, questions: tuple[FormQuestion, ...]
) -> None:
    found = extract_from_file("python", Path(module.__file__ or ""), keywords={"N_": None})
    marked = {str(message) for _line, message, _comments, _context in found}

    shown = {text for one in questions for text in (one.label, one.note, one.hint, *one.answers.values()) if text}

    assert {one.label for one in questions} <= marked
    assert marked - shown <= {"copy {number}"}


@pytest.mark.parametrize(
    ("one", "sheet"),
    [
        (
            Person(
                number=3,
                name="B Imagined, the second",
                role=Role.WITNESS,
                informed_on="2026-02-03",
                asked_to=(AskedTo.WATCH_OUT, AskedTo.TESTIFY),
                willing_to_testify=Willing.UNSURE,
                has_private_number=True,
                telephone_numbers=("+00 555 0142", "0555, inside 7"),
            ),
            people.PERSON,
        ),
        (
            Report(
                number=1,
                receiver=Receiver.PLATFORM,
                made=DAY,
                person=4,
                prosecution_asked=False,
                entries=(1, 2, 3, 9),
                handed_over=(2,),
            ),
            reports.REPORT,
        ),
        (Order(number=1, parts=("contact", "area"), person=2, starts="2026-02-03", distance="100 m"), orders.ORDER),
        (Movement(number=1, exhibit=2, copy=1, on=DAY, receipt="7"), movements.questions_of((1,), ENGLISH)),
    ],
)
def test_opening_and_saving_changes_nothing(one: Numbered, sheet: tuple[FormQuestion, ...]) -> None:
    values = values_of(one)
    typed = filled(values, sheet, ENGLISH)

    again = meant(typed, sheet, typed, values)

    assert not isinstance(again, Unfinished)
    rest = {name: value for name, value in one.fields().items() if name not in again}
    assert type(one).from_fields(one.number, rest | plain(again)) == one


def test_what_is_typed_anew_is_understood() -> None:
    typed = (
        filled({}, reports.REPORT, ENGLISH)
        .with_words("receiver", "ombudsman")
        .with_words("prosecution_asked", "true")
        .with_words("entries", "1-3, 7")
        .with_words("person", "2")
        .with_time("made", TypedTime("3/2", moment=DAY))
        .with_time("follow_up_on", TypedTime("3/2", moment=DAY))
    )

    values = meant(typed, reports.REPORT, FormInput(), {})

    assert not isinstance(values, Unfinished)
    report = Report.from_fields(1, plain(values))
    assert report == Report(
        number=1,
        receiver=Receiver.OMBUDSMAN,
        prosecution_asked=True,
        entries=(1, 2, 3, 7),
        person=2,
        made=DAY,
        follow_up_on="2026-02-03",
    )


def test_an_emptied_field_is_empty() -> None:
    report = Report(number=1, reference="AN.00", entries=(1,), made=DAY, person=2, answered_on="2026-02-03")
    before = filled(values_of(report), reports.REPORT, ENGLISH)

    values = meant(FormInput({"receiver": "police"}), reports.REPORT, before, values_of(report))

    assert not isinstance(values, Unfinished)
    assert Report.from_fields(1, plain(values)) == Report(number=1)
    assert values["made"] == UNKNOWN


def test_what_is_not_settled_is_named_at_its_field() -> None:
    typed = FormInput({"entries": "the last ones"}, {"made": TypedTime("3/4"), "answered_on": TypedTime("mumble")})

    found = meant(typed, reports.REPORT, FormInput(), {})

    assert isinstance(found, Unfinished)
    assert list(found.complaints) == ["made", "entries", "answered_on"]
    assert found.complaints["entries"] == NOT_NUMBERS


def test_a_thing_of_the_case_is_told_in_words() -> None:
    report = Report(number=1, made=DAY, person=2, entries=(1, 2, 3), prosecution_asked=False, follow_up_on="2026-03-03")
    people_known = {2: Person(number=2, name="[sic]")}

    facts = {one.name: one.said for one in told(values_of(report), reports.REPORT, people_known, ENGLISH)}

    assert facts == {
        "receiver": "police",
        "made": "Tuesday 3 February 2026",
        "person": "[sic]",
        "prosecution_asked": "no",
        "entries": "1-3",
        "follow_up_on": "Tuesday 3 March 2026",
    }


def test_every_step_asks_state_day_and_note_and_its_own_fields() -> None:
    for step in STEPS:
        sheet = steps.questions_of(step)
        assert [one.name for one in sheet] == ["state", "on", *(one.id for one in step.fields), "note"]
        assert all(
            one.sort is Sort.DAY for one, own in zip(sheet[2:], step.fields, strict=False) if own.shape is Shape.DATE
        )
