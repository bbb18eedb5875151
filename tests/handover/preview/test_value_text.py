"""The preview speaks in words: no id of the program stands in it, in any language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from journal.domain.case.order import Order
from journal.domain.case.people import Person, Role
from journal.domain.case.report import Receiver, Report
from journal.domain.case.steps import STEPS, StepMark
from journal.domain.entry.entry import Felt, IdentifiedBy, Targeted
from journal.domain.evidence.checklist import ItemState
from journal.domain.evidence.custody import Custodian, Movement
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.handover.selection.choice import For, Format, HandoverChoice, Stays
from tests.store.journals import a_logbook
from tests.ui.builders import an_entry

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook

IDS = {"police", "stalker", "done", "private_notes", "True", "False", "returned_unopened", "contact", "nl", "fr", "en"}

THE_SAME_IN = {"en": {"police", "done"}, "fr": {"police"}}
"""Ids that are called what they are."""


def a_full_case(folder: Path) -> Logbook:
    logbook = a_logbook(folder / "journal.json")
    stalker = logbook.case.add(Person(number=0, name="An Invented", role=Role.STALKER)).subject
    felt: dict[str, Any] = {"targeted": (Targeted.ME,), "threat_felt": Felt.STRONGLY, "identified_by": IdentifiedBy.SAW}
    letter = an_entry("Came.", kind="letter", person=stalker, details={"letter.outcome": "returned_unopened"}, **felt)
    logbook.record(letter)
    logbook.amend(1, an_entry("Came again.", kind="letter", person=stalker, private_note="Afraid."), "Remembered.")
    logbook.withdraw(logbook.record(an_entry("Twice.")).subject, "By mistake.")
    for step in STEPS:
        said: dict[str, Any] = {one.id: one.choices[0].id if one.choices else "An answer" for one in step.fields}
        logbook.case.mark_step(step.id, StepMark(state=ItemState.DONE, on="2026-11-02", details=said))
    logbook.case.add(Report(number=0, receiver=Receiver.POLICE, made=an_entry().happened, prosecution_asked=True))
    logbook.case.add(Order(number=0, person=stalker, parts=("contact",), starts="2026-11-03"))
    logbook.exhibits.add(Exhibit(number=0, title="A letter"), Target(entry=1))
    logbook.case.add(Movement(number=0, exhibit=1, holder=Custodian.POLICE, place="Station"))
    logbook.handing_over.write(HandoverChoice(formats=(Format.TEXT,)), folder)
    return logbook


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("to", [For.LAWYER, For.OWN])
def test_no_id_stands_in_the_preview(tmp_path: Path, language: str, to: For) -> None:
    logbook = a_full_case(tmp_path)
    given = logbook.handing_over.chosen(HandoverChoice(to=to, language=language, stays=tuple(Stays)))
    kept_little = logbook.handing_over.chosen(HandoverChoice(to=to, language=language, stays=()))

    fields = [
        one
        for chosen in (given, kept_little)
        for side in (logbook.handing_over.preview(chosen).leaves, logbook.handing_over.preview(chosen).stays)
        for one in side
    ]

    told = {part for one in fields for part in one.said.split(", ")}
    assert not told & (IDS - THE_SAME_IN.get(language, set()))
    assert {one.label for one in fields if re.fullmatch(r"[a-z]+[._][a-z_.]+", one.label)} == set()
    assert not {"reason", "language", "stays", "to", "state", "on"} & {one.label for one in fields}
    logbook.close()
