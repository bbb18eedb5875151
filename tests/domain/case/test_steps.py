"""The steps of the case: every piece of guidance is served, nothing stands twice, and no state is lost."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain import kinds
from journal.domain.case import steps
from journal.domain.case.report import Receiver
from journal.domain.case.steps import StepMark
from journal.domain.case.steps.catalogue import Step, StepGroup
from journal.domain.evidence.checklist import ItemState, done
from journal.domain.kinds.fields import CIRCLES

GUIDANCE = [
    ("A2 B6 say no once, in writing", "said_no"),
    ("A3 no is no, and help where saying it is hard", "silent_afterwards help_saying_no"),
    ("A4 A5 A6 no proposals, no demands, no mediator", "nothing_agreed silent_afterwards"),
    ("A8 the answering machine runs always", "answering_machine_on"),
    ("A9 A17 recordings are kept", "answering_machine_on"),
    ("A13 A14 somebody in every circle, who may testify", "testimony_asked"),
    ("A15 B9 people around are told", " ".join(f"informed_{circle.id}" for circle in CIRCLES)),
    ("A16 an unlisted number", "unlisted_number"),
    ("A18 calls are not taken", "not_answering"),
    ("A19 B8 copies in a safe place", "copies_safe backup_trusted"),
    ("A21 suppliers delete the address", "suppliers_asked"),
    ("B1 talk about it, social services listen", "talked_about_it social_service victim_support"),
    ("B8 evidence to the police", "evidence_handed_over"),
    ("B10 police at once, and a report", "police_called police_report"),
    ("B11 B12 the ombudsman identifies callers", "ombudsman_asked"),
    ("the operator identifies callers (NL)", "operator_asked"),
    ("prosecution is asked for (NL)", "prosecution_asked"),
    ("accounts and devices are checked", "accounts_checked devices_checked"),
    ("a lawyer writes, a ban is asked", "lawyer ban_asked"),
]

MAY_ALERT = [
    ("a letter to the ombudsman", "ombudsman_asked"),
    ("a letter to the operator", "operator_asked"),
    ("blocking", "blocked"),
    ("changing numbers", "unlisted_number"),
    ("removing programs and trackers", "devices_checked"),
    ("changing passwords", "accounts_checked"),
    ("saying no", "said_no"),
    ("asking for a ban", "ban_asked"),
    ("reporting a page", "platforms_asked"),
]

MARKS = st.builds(
    StepMark,
    state=st.sampled_from(ItemState),
    note=st.text(),
    on=st.dates().map(lambda day: day.isoformat()) | st.just(""),
    details=st.dictionaries(
        st.sampled_from(["no.tracking_number", "case.with_whom"]), st.text() | st.booleans() | st.integers()
    ),
)


def of_step(step: Step) -> str:
    return step.id


@pytest.mark.parametrize(("guidance", "step_ids"), GUIDANCE)
def test_every_piece_of_guidance_is_served_by_a_step(guidance: str, step_ids: str) -> None:
    known = {step.id for step in steps.STEPS}

    assert not set(step_ids.split()) - known, guidance


@pytest.mark.parametrize(("deed", "step_id"), MAY_ALERT)
def test_what_may_alert_the_other_side_says_whom_to_talk_to_first(deed: str, step_id: str) -> None:
    safety = steps.step(step_id).safety.casefold()

    assert "talk to the police or victim support first" in safety, deed


def test_every_id_stands_once_and_is_a_plain_word() -> None:
    ids = [step.id for step in steps.STEPS]

    assert len(set(ids)) == len(ids) > 30
    assert not [one for one in ids if not re.fullmatch(r"[a-z_]+", one)]


def test_the_groups_stand_in_order_and_each_has_steps_and_a_name() -> None:
    groups = [step.group for step in steps.STEPS]

    assert groups == sorted(groups, key=list(StepGroup).index)
    assert set(groups) == set(StepGroup)
    assert len({steps.group_label(group) for group in StepGroup}) == len(StepGroup)


def test_every_circle_has_one_step_by_which_it_is_informed() -> None:
    circles = [step.circle for step in steps.STEPS if step.circle]

    assert circles == [circle.id for circle in CIRCLES]


@pytest.mark.parametrize("step", steps.STEPS, ids=of_step)
def test_a_step_refers_only_to_what_exists(step: Step) -> None:
    assert not step.kind or kinds.kind(step.kind).own_step
    assert step.country in {"", "BE", "NL"}
    assert steps.step(step.id) is step
    assert all(steps.field(field.id) == field for field in step.fields)


def test_a_field_that_an_entry_has_too_is_the_same_field() -> None:
    shared = [field for step in steps.STEPS for field in step.fields if kinds.field(field.id)]

    assert {field.id for field in shared} >= {"no.tracking_number", "no.how"}
    assert all(kinds.field(field.id) == field for field in shared)


def test_a_field_of_steps_alone_has_a_prefix_of_its_own() -> None:
    own = {field.id for step in steps.STEPS for field in step.fields if not kinds.field(field.id)}

    assert own
    assert all(re.fullmatch(r"case\.[a-z_]+", one) for one in own)


def test_only_the_steps_that_exist_in_a_country_are_shown_there() -> None:
    belgian, dutch = ({line.item.id for line in steps.lines({}, country)} for country in ("BE", "NL"))

    assert belgian ^ dutch == {"ombudsman_asked", "operator_asked", "prosecution_asked"}
    assert "ombudsman_asked" in belgian
    assert [line.item for line in steps.lines({}, "")] == list(steps.STEPS)


def test_a_step_that_was_marked_is_shown_everywhere_even_when_only_a_newer_version_knows_it() -> None:
    marks = {"ombudsman_asked": StepMark(state=ItemState.DONE), "moved_house": StepMark(note="in May")}

    *_, ombudsman, unknown = steps.lines(marks, "NL")

    assert (ombudsman.item.id, ombudsman.mark.state) == ("ombudsman_asked", ItemState.DONE)
    assert (unknown.item.label, unknown.mark.note) == ("moved_house", "in May")


def test_the_steps_that_are_done_are_counted_like_items_of_a_checklist() -> None:
    marks = {
        "said_no": StepMark(state=ItemState.DONE),
        "informed_school": StepMark(state=ItemState.DOES_NOT_APPLY),
        "lawyer": StepMark(note="to be rung"),
    }

    assert done(steps.lines(marks, "")) == (1, len(steps.STEPS) - 1)


@given(MARKS)
def test_a_mark_comes_back_from_the_fields_of_a_record(mark: StepMark) -> None:
    written = {"action": "step.marked", "step": "said_no", "offset": "+01:00"} | mark.fields()

    assert StepMark.from_fields(msgspec.json.decode(msgspec.json.encode(written))) == mark


def test_a_mark_always_says_its_state_so_that_a_step_can_be_opened_again() -> None:
    assert StepMark().fields() == {"state": "to_do"}


def test_fields_that_were_emptied_or_are_unknown_are_passed_over() -> None:
    written = {"state": "done", "no.how": None, "note": None, "mood": "calm"}

    assert StepMark.from_fields(written) == StepMark(state=ItemState.DONE)


@pytest.mark.parametrize(
    ("kind_id", "step_id"),
    [
        ("said_no", "said_no"),
        ("reported_to_police", "police_report"),
        ("told_somebody", "informed_work"),
        ("asked_supplier_or_operator", "ombudsman_asked"),
    ],
)
def test_an_entry_about_an_own_step_leads_to_the_steps_that_it_tells_of(kind_id: str, step_id: str) -> None:
    assert step_id in {step.id for step in steps.of_kind(kind_id)}
    assert steps.of_kind("call_silent") == ()


def test_what_is_reported_somewhere_leads_to_a_report() -> None:
    receivers = {step.receiver for step in steps.STEPS}

    assert receivers >= {Receiver.POLICE, Receiver.OMBUDSMAN, Receiver.OPERATOR, Receiver.SUPPLIER}
