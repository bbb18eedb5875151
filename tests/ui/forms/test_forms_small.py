"""Small things in a form that would make a tired person sigh."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from journal.domain.case.order import Order
from journal.domain.case.people import Role
from journal.domain.case.steps import STEPS
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.domain.forms.time_reader import TimeReader
from journal.domain.time.reading import Direction, Understood
from journal.domain.time.reading.answer import NOT_READ_AHEAD
from journal.ui.case.order_form import order_form
from journal.ui.case.person_form import person_form
from journal.ui.case.report_form import report_form
from journal.ui.case.step_form import step_form
from journal.ui.editor.editor import EditorScreen
from journal.ui.evidence.movement_form import movement_form
from journal.ui.evidence.save_copy import SaveCopyDialog
from journal.ui.fields.completion import TAKES_IT
from journal.ui.fields.form_row import LineRow, trimmed
from journal.ui.forms.form_screen import CaseFormScreen
from tests.ui.builders import NOW, ZONE, a_logbook, an_entry
from tests.ui.case_builders import a_case
from tests.ui.evidence_screens import a_file, press, put_in, type_over
from tests.ui.looking import NARROW, lines, opened, text
from tests.ui.one_screen import OneScreen, saved_entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journal.logbook import Logbook
    from journal.ui.forms.form import FormDefinition


async def test_enter_in_the_account_makes_a_line_the_footer_names_the_way_on_and_empty_lines_around_are_not_kept(
    tmp_path: Path,
) -> None:
    logbook = a_logbook(tmp_path)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("enter", *"silent", "enter", "enter", *"One", "enter", *"two", "enter", "enter")
        assert "tab next field" in lines(app)[-1]
        assert "F2 save" in lines(app)[-1]
        await pilot.press("f2")

    assert saved_entry(logbook).account == "One\ntwo"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("\n \n a\n\nb \n \n", " a\n\nb "), ("a", "a"), ("\n", ""), ("", ""), ("  a", "  a"), ("a\nb", "a\nb")],
)
def test_only_empty_lines_around_are_taken_away(typed: str, kept: str) -> None:
    assert trimmed(typed) == kept


async def test_an_old_account_with_empty_lines_is_not_changed_by_opening_it(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("One\n\n"))
    app = OneScreen(EditorScreen(logbook, amends=1))

    async with app.run_test() as pilot:
        await pilot.press("f2")

        assert "Nothing was changed" in text(app)


@pytest.mark.parametrize("visits", [1, 2, 3])
async def test_a_figure_takes_the_place_of_the_number_that_stood_there_at_every_visit(
    tmp_path: Path, visits: int
) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path, an_entry(times=7)), amends=1))

    async with app.run_test() as pilot:
        form = app.shown.form
        for visit in range(visits):
            form.go_to_field("times")
            await pilot.press(str(visit + 1), "tab")

        assert form.typed.words["times"] == str(visits)


async def test_letters_that_find_no_kind_are_said_while_they_are_typed(tmp_path: Path) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))

    async with app.run_test() as pilot:
        await pilot.press("enter", *"qqq")
        await pilot.pause()
        assert "Nothing matches what you typed" in text(app)

        await pilot.press("backspace", "backspace", "backspace", "s")
        await pilot.pause()
        assert "Nothing matches what you typed" not in text(app)


async def test_a_day_to_come_gets_examples_of_days_to_come_and_one_complaint(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)

    async with opened(logbook) as pilot:
        await press(pilot, "c", "4", "n", *["tab"] * 5, *"blah", "f2")

        assert "3/4, in 6 months" in text(pilot.app)
        assert "choose which" not in text(pilot.app)
    assert list(logbook.state.of(Order).now) == [1]


def test_the_examples_of_days_to_come_are_understood() -> None:
    reader = TimeReader(lambda: NOW.astimezone(ZONE), Direction.FUTURE)
    examples = NOT_READ_AHEAD.partition(": ")[2].rstrip(".").split(", ")

    assert len(examples) == 4
    for example in examples:
        reading = reader.read(example, NOW.astimezone(ZONE))
        assert isinstance(reading, Understood), example
        assert reading.moment.day
        assert reading.moment.day >= NOW.date()


async def test_how_to_accept_the_grey_text_is_said_only_where_there_is_some(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    app = OneScreen(SaveCopyDialog(Exhibit(number=1, file_name="a.txt", media_type="text/plain", size=1)))

    async with app.run_test(size=NARROW) as pilot:
        assert TAKES_IT not in text(app)

        await pilot.press(*f"{tmp_path}/st")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert TAKES_IT in text(app)

        await pilot.press("right")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert TAKES_IT not in text(app)


async def test_the_folder_of_the_last_copy_is_proposed_until_the_program_ends_and_written_nowhere(
    tmp_path: Path,
) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    out = tmp_path / "out"
    out.mkdir()
    put_in(logbook, Target(entry=1), a_file(tmp_path / "in", "a.txt", b"a"))

    async with opened(logbook) as pilot:
        await press(pilot, "l", "enter", "s")
        await type_over(pilot, str(out))
        await press(pilot, "f2", "escape")
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, SaveCopyDialog)
        assert pilot.app.screen.query_one(LineRow).words == str(out)

    assert str(out).encode() not in logbook.path.read_bytes()


LONGEST = sorted(STEPS, key=lambda one: len(one.advice + one.safety))[-2:]
SHEETS: dict[str, Callable[[Logbook], FormDefinition]] = {
    "somebody who does it": lambda logbook: person_form(logbook, role=Role.STALKER),
    "somebody around": person_form,
    "report": report_form,
    "order": order_form,
    "movement": lambda logbook: movement_form(logbook, 1),
    **{one.id: partial(step_form, step_id=one.id) for one in LONGEST},
}


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_no_advice_of_a_sheet_is_cut(tmp_path: Path, width: int) -> None:
    logbook = a_case(tmp_path)

    for name, make in SHEETS.items():
        sheet = make(logbook)
        app = OneScreen(CaseFormScreen(logbook, sheet))
        async with app.run_test(size=(width, 24)) as pilot:
            await pilot.pause()
            shown = app.shown.query_one("#advice", Static)
            drawn = " ".join(" ".join(strip.text.strip() for strip in shown.render_lines(shown.size.region)).split())

            assert shown.region.bottom <= 23
            for words in sheet.advice:
                assert words in drawn, name
