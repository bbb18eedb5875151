"""What is offered after something was recorded, and forms that wait as drafts until they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.people import Role
from journal.domain.case.report import Report
from journal.domain.evidence.checklist import ItemState
from journal.logbook import Logbook
from journal.store.file.mutable_state import Draft
from journal.ui.case.draft_forms import form_of
from journal.ui.case.offer_steps import OfferSteps
from journal.ui.case.offers import after_entry
from journal.ui.case.order_form import order_form
from journal.ui.case.person_form import person_form
from journal.ui.case.report_form import report_form
from journal.ui.case.step_form import step_form
from journal.ui.evidence.movement_form import movement_form
from journal.ui.forms.form_ref import FORM_KEY, told_draft
from journal.ui.forms.form_screen import CaseFormScreen
from journal.ui.timeline.main import MainScreen
from tests.ui.builders import a_logbook, an_entry
from tests.ui.case.test_case import press
from tests.ui.case_builders import a_case
from tests.ui.looking import main_screen, opened, text

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_sheet_left_with_escape_waits_as_a_draft_and_is_gone_on_with(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    async with opened(logbook) as pilot:
        await press(pilot, "c", "2", "n", *"C Imagined", "escape", "escape")
        assert len(logbook.drafts) == 1

        await press(pilot, "d")
        assert "Somebody new in the case" in text(pilot.app)
        assert "C Imagined" in text(pilot.app)
        await press(pilot, "enter", *" the second", "f2", "w", "f2")

        assert logbook.state.people[3].name == "C Imagined the second"
        assert not logbook.drafts


async def test_leaving_at_once_keeps_what_was_typed_on_a_sheet(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    path = logbook.path
    async with opened(logbook) as pilot:
        await press(pilot, "c", "4", "n", "tab", "tab", *"Court of Nowhere", "ctrl+q")

    again = Logbook(path, read_only=True)
    assert again.drafts[0].typed["words"]["by"] == "Court of Nowhere"
    again.close()


async def test_an_own_step_offers_to_mark_the_case_and_to_note_a_report(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    async with opened(logbook) as pilot:
        await press(pilot, "n", "enter", *"went to the police", "enter", "f2")
        assert isinstance(pilot.app.screen, OfferSteps)
        await press(pilot, "right", "space", "end", "left", "space")
        assert "also save it as a report" in text(pilot.app)
        await press(pilot, "escape")

        assert logbook.state.steps == {}
        assert isinstance(pilot.app.screen, MainScreen)


async def test_a_report_that_an_entry_tells_of_is_noted_with_what_the_entry_says(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    told = {"report.office": "Nowhere district", "report.number": "NW.00", "report.prosecution_asked": True}
    number = logbook.record(an_entry(kind="reported_to_police", when="2026-05-19T09:30", details=told)).subject
    async with opened(logbook) as pilot:
        await main_screen(pilot).run_flow(after_entry(main_screen(pilot), number))
        await pilot.pause()
        await press(pilot, "2", "f2")
        assert isinstance(pilot.app.screen, CaseFormScreen)
        await press(pilot, "f2", "f2")

        report = logbook.state.of(Report).now[1]
        assert (report.office, report.reference, report.prosecution_asked) == ("Nowhere district", "NW.00", True)
        assert report.made.start == "2026-05-19T09:30"
        assert report.entries == (1,)
        assert logbook.state.steps["police_report"].on == "2026-05-19"


def test_every_sheet_that_waits_as_a_draft_is_found_again(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    forms = (
        person_form(logbook, 2),
        person_form(logbook, role=Role.STALKER),
        report_form(logbook, 1),
        order_form(logbook),
        step_form(logbook, "said_no"),
        movement_form(logbook, 1),
    )
    for form in forms:
        draft = Draft(id="1", kept_at="2026-11-22T14:00:00Z", typed={FORM_KEY: form.about.kept()})
        found = form_of(draft, logbook)
        assert found is not None
        assert (found.title, found.about) == (form.title, form.about)
        assert told_draft(draft)
    for unknown in ({"of": "report", "number": 9}, {"of": "movement", "exhibit": 9}, {"of": "newer"}, "nothing"):
        assert form_of(Draft(id="1", kept_at="", typed={FORM_KEY: unknown}), logbook) is None
    logbook.close()


async def test_saying_no_is_marked_with_the_day_and_the_fields_of_the_entry(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    entry = an_entry("No.", kind="said_no", when="2026-02-03T10:00", details={"no.tracking_number": "RR 0"})
    async with opened(logbook) as pilot:
        number = logbook.record(entry).subject
        await main_screen(pilot).run_flow(after_entry(main_screen(pilot), number))
        await pilot.pause()
        await press(pilot, "f2")

        mark = logbook.state.steps["said_no"]
        assert (mark.state, mark.on, mark.details) == (ItemState.DONE, "2026-02-03", {"no.tracking_number": "RR 0"})
