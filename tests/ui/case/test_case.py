"""The case screen: four sections, each with its lines, its words beside them, and its forms."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from journal.domain.case.order import Order
from journal.domain.case.people import Person, Role, Willing
from journal.domain.case.report import Receiver, Report
from journal.domain.case.steps import StepMark
from journal.domain.evidence.checklist import ItemState
from journal.domain.evidence.exhibit import Target
from journal.ui.case.case import CaseScreen
from journal.ui.case.offer_steps import OfferSteps
from journal.ui.evidence.choose_files import ChooseFiles
from journal.ui.forms.form_screen import CaseFormScreen
from journal.ui.timeline.main import MainScreen
from tests.ui.builders import a_logbook, an_entry
from tests.ui.case_builders import a_case
from tests.ui.looking import NARROW, WIDE, line_with, main_screen, opened, text, toasts
from tests.ui.one_screen import until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one, and wait for what each does."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_case_shows_its_sections_each_under_its_figure(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(a_case(tmp_path), size) as pilot:
        await press(pilot, "c")
        assert "✓ Said “no contact” once, in writing  3 Feb 2026" in text(pilot.app)
        assert "Say exactly what you want and do not want, once," in text(pilot.app)

        await press(pilot, "2")
        assert "unknown caller A  1 entry · +32 470 00 00 01" in text(pilot.app)
        await press(pilot, "3")
        assert "police · 21 Nov 2026  ask again since 22 Nov 2026" in text(pilot.app)
        await press(pilot, "4")
        assert "Court of Nowhere" in text(pilot.app)
        assert "in force today" in text(pilot.app)

        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, MainScreen)


async def test_figures_arrows_and_the_mouse_go_round_the_sections(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path)) as pilot:
        await press(pilot, "c", "left", "left")
        assert "Court of Nowhere" in text(pilot.app)
        await press(pilot, "right", "right", "right")
        assert "Suspects" in text(pilot.app)

        at = line_with(pilot.app, "1 Steps").index("3 Reports")
        await pilot.click(offset=(at, 1))
        await pilot.pause()

        assert "NW.00.000000/2026" in text(pilot.app)


async def test_what_is_counted_and_open_stands_beside_each_section(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path)) as pilot:
        await press(pilot, "c")

        assert "1 Steps 1/34   2 People 2   3 Reports 1, 1 to ask again   4 Orders 1, 1 in force" in text(pilot.app)


async def test_a_step_is_ticked_and_unticked_and_its_note_stays(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    async with opened(logbook) as pilot:
        await press(pilot, "c", "space")
        untouched = logbook.state.steps["said_no"]
        await press(pilot, "down", "space")

        assert (untouched.state, untouched.note, untouched.on) == (ItemState.TO_DO, "registered letter", "")
        assert logbook.state.steps["silent_afterwards"] == StepMark(state=ItemState.DONE)
        assert "Saved, record" in toasts(pilot.app)[-1]


async def test_a_step_is_filled_in_with_its_own_fields(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    async with opened(logbook) as pilot:
        await press(pilot, "c", "enter")
        assert isinstance(pilot.app.screen, CaseFormScreen)
        await press(pilot, "2", "enter", *"3 feb 2026", "enter", "1", "enter", *"RR 0", "f2")
        await pilot.pause()

        mark = logbook.state.steps["said_no"]
        assert (mark.state, mark.on) == (ItemState.DONE, "2026-02-03")
        assert mark.details == {"no.how": "registered_letter", "no.tracking_number": "RR 0"}
        assert "Tracking number" in text(pilot.app)
        await press(pilot, "escape")
        assert main_screen(pilot).strip.weeks.said_no == date(2026, 2, 3)


async def test_somebody_is_added_amended_and_withdrawn(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    async with opened(logbook) as pilot:
        await press(pilot, "c", "2", "s", *"caller B", "f2")
        assert logbook.state.people[3] == Person(number=3, name="caller B", role=Role.STALKER)
        assert "caller B" in line_with(pilot.app, "caller B")

        await press(pilot, "e", *" and more", "f2")
        assert logbook.state.people[3].name == "caller B and more"

        await press(pilot, "w", *"twice", "enter")
        assert logbook.state.people[3].withdrawn
        assert "caller B" not in text(pilot.app)

        await press(pilot, "u")
        assert not logbook.state.people[3].withdrawn


async def test_somebody_without_a_name_is_not_saved_and_the_sheet_stays(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    async with opened(logbook) as pilot:
        await press(pilot, "c", "2", "n", "f2")

        assert isinstance(pilot.app.screen, CaseFormScreen)
        assert "Type a name" in text(pilot.app)
        assert len(logbook.state.people) == 2


async def test_a_number_that_somebody_else_has_too_is_said_before_it_is_saved(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    async with opened(logbook) as pilot:
        await press(pilot, "c", "2", "s", *"caller B", "tab", "tab", "tab", "tab")
        await press(pilot, *"0470/00.00.01", "f2")
        assert "“0470/00.00.01” is also noted with unknown caller A." in text(pilot.app)
        assert len(logbook.state.people) == 2

        await press(pilot, "f2")
        assert logbook.state.people[3].telephone_numbers == ("0470/00.00.01",)
        assert "is also noted with unknown" in text(pilot.app)


async def test_a_report_covers_what_was_not_reported_yet_and_tells_of_a_step(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    async with opened(logbook) as pilot:
        await press(pilot, "c", "3", "n")
        assert line_with(pilot.app, "Entries covered").split()[2] == "2"
        await press(pilot, "f2")
        assert "Press F2 once more" in text(pilot.app)
        await press(pilot, "f2")
        assert isinstance(pilot.app.screen, OfferSteps)

        await press(pilot, "f2")
        report = logbook.state.of(Report).now[2]
        assert (report.receiver, report.entries) == (Receiver.POLICE, (2,))
        assert report.made.start == "2026-11-22"
        assert logbook.state.steps["police_report"].on == "2026-11-22"


async def test_a_report_with_exhibits_writes_where_they_went_and_warns_once(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    async with opened(logbook) as pilot:
        await press(pilot, "c", "3", "n")
        form = pilot.app.screen
        assert isinstance(form, CaseFormScreen)
        form.form.go_to_field("handed_over")
        await press(pilot, "1", "enter", "right", "f2")
        assert "Ask for a receipt or a number" in text(pilot.app)
        assert "Make a copy before you hand over the original." in text(pilot.app).replace("\n", " ")
        assert len(logbook.state.of(Report).now) == 1

        await press(pilot, "f2")
        assert logbook.state.of(Report).now[2].handed_over == (1,)
        movement = logbook.state.registers["movement"].now[1]
        assert (movement.exhibit, movement.copy, movement.holder) == (1, 0, "police")


async def test_an_order_is_added_and_what_happened_in_its_time_is_told_at_the_entry(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("Rang"))
    async with opened(logbook) as pilot:
        await press(pilot, "c", "4", "n", "1", "f2")
        assert logbook.state.of(Order).now[1].parts == ("contact",)
        await press(pilot, "e", "tab", "tab", "tab", "tab", *"1 july 2026", "f2", "escape")

        assert logbook.state.of(Order).now[1].starts == "2026-07-01"
        assert "happened while order 1 held" in text(pilot.app)


async def test_an_entry_leads_to_what_belongs_to_it_and_escape_leads_back(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path)) as pilot:
        await press(pilot, "down", "r")
        assert "Entry 1: linked items" in text(pilot.app)
        for words in (
            "Person 2  unknown caller A",
            "Person 1  An Invented",
            "Exhibit 1  A letter",
            "Report 1",
            "Order 1",
        ):
            assert words in text(pilot.app)

        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CaseScreen))
        assert "Role" in text(pilot.app)
        await press(pilot, "r", "pagedown", "enter")
        assert "Rang" in text(pilot.app)

        await press(pilot, "escape", "escape", "escape", "escape")
        assert main_screen(pilot).timeline.number == 1


async def test_a_report_to_be_asked_about_is_said_at_the_opening_and_only_there(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    async with opened(logbook) as pilot:
        assert toasts(pilot.app) == ["Report 1: it is time to ask again. c shows the case."]

        await press(pilot, "c", "3")
        assert "ask again since 22 Nov 2026" in line_with(pilot.app, "police · 21 Nov")


async def test_evidence_is_asked_for_what_is_highlighted(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path)) as pilot:
        for section in "1234":
            await press(pilot, "c", section, "a")
            await until(pilot, lambda: isinstance(pilot.app.screen, ChooseFiles))
            await press(pilot, "escape", "escape")


async def test_a_journal_open_for_reading_shows_the_case_and_changes_nothing(tmp_path: Path) -> None:
    a_case(tmp_path).close()
    logbook = a_logbook(tmp_path, read_only=True)
    last = logbook.last
    async with opened(logbook) as pilot:
        await press(pilot, "c", "space", "enter", "n", "2", "n", "s", "e", "w", "3", "enter")

        assert isinstance(pilot.app.screen, CaseScreen)
        assert logbook.last == last


async def test_evidence_is_linked_to_what_it_belongs_to(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    logbook.exhibits.link(1, Target(step="said_no"))
    async with opened(logbook) as pilot:
        await press(pilot, "c")

        assert "1 exhibit" in line_with(pilot.app, "✓ Said “no contact” once")
        assert "Exhibit 1  A letter" in text(pilot.app)


async def test_a_step_shows_with_whom_it_has_to_do(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    person = Person(number=0, name="B Imagined", has_private_number=True, willing_to_testify=Willing.YES)
    logbook.case.add(replace(person, circle="family", informed_on="2025-11-08"))
    async with opened(logbook) as pilot:
        await press(pilot, "c")
        for step, said in (
            ("informed_family", "8 Nov 2025"),
            ("unlisted_number", "has your unlisted number"),
            ("testimony_asked", "would testify: yes"),
        ):
            screen = pilot.app.screen
            assert isinstance(screen, CaseScreen)
            screen.show_all(step)
            await pilot.pause()
            assert said in line_with(pilot.app, "B Imagined")
