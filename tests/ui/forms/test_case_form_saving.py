"""Saving a form: what does not fit is said at its field, and whatever goes wrong leaves every word where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.report import Report
from journal.ui.case.report_form import report_form
from journal.ui.forms.form_screen import CaseFormScreen
from tests.ui.builders import a_logbook
from tests.ui.case_builders import a_case
from tests.ui.one_screen import Keys, OneScreen, focused_field, picture

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook


def a_sheet(logbook: Logbook, number: int = 0) -> OneScreen[CaseFormScreen]:
    return OneScreen(CaseFormScreen(logbook, report_form(logbook, number)))


async def test_numbers_that_are_none_are_said_at_their_field(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    app = a_sheet(logbook)

    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keys(pilot)
        app.shown.form.go_to_field("entries")
        await keys.words(" and so on")
        await keys.press("f2")

        assert focused_field(app) == "entries"
        assert "Type numbers" in picture(app)
        assert "Your text is still here." in picture(app)
        assert not app.answered


async def test_an_entry_that_does_not_exist_is_refused_and_the_words_stay(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    app = a_sheet(logbook)

    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keys(pilot)
        app.shown.form.go_to_field("entries")
        await keys.words(", 99")
        await keys.press("f2")

        assert "There is no entry 99." in picture(app)
        assert "2, 99" in picture(app)
        assert len(logbook.state.of(Report).now) == 1


async def test_a_sheet_that_changes_nothing_is_not_recorded(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    last = logbook.last
    app = a_sheet(logbook, 1)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f2")

        assert "Nothing was changed" in picture(app)
        assert logbook.last == last


async def test_where_another_file_lies_in_the_journals_place_the_sheet_is_saved_beside_it(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    other = a_logbook(tmp_path / "elsewhere")
    other.close()
    other.path.replace(logbook.path)
    theirs = logbook.path.read_bytes()
    app = a_sheet(logbook)

    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keys(pilot)
        await keys.press("f2", "f2")
        assert "Another file has replaced the journal" in picture(app)
        await keys.press("f2")

        assert app.answered
        assert len(logbook.state.of(Report).now) == 2
        assert (tmp_path / "journal.json").read_bytes() == theirs
