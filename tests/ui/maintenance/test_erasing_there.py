"""Erasing from the screen that shows a thing: an exhibit, or something of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.people import Person
from journal.domain.evidence.exhibit import Exhibit
from journal.evidence.examining import examine
from journal.ui.case.case import CaseScreen
from journal.ui.evidence.exhibit import ExhibitScreen
from journal.ui.lists.find_screen import FindScreen
from tests.ui.builders import a_logbook, an_entry
from tests.ui.erasing_screens import agree, app_on, choose, flat, wait_for
from tests.ui.one_screen import until

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "12 Invented Lane"


async def test_from_the_screen_of_an_exhibit_its_file_is_erased_and_what_was_shown_is_covered(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("It rang."))
    words = tmp_path / "words.txt"
    words.write_bytes(b"Some invented words.")
    logbook.exhibits.attach([examine(words)])
    words.unlink()
    app = app_on(logbook)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        app.push_screen(ExhibitScreen(logbook, 1))
        await pilot.press("space")
        await app.workers.wait_for_complete()
        await until(pilot, lambda: "Some invented words." in flat(app))
        await app.run_action("erase_field", app.screen)
        await wait_for(pilot, FindScreen)
        await choose(pilot, "file itself")
        await agree(pilot)
        await wait_for(pilot, ExhibitScreen)
        await until(pilot, lambda: "erased on purpose, 22 November 2026" in flat(app))

        assert "Some invented words." not in flat(app)
        assert "The file was erased on purpose." in flat(app)


async def test_from_the_case_a_field_of_the_highlighted_person_is_erased(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    logbook.case.add(Person(number=0, name="An Invented Neighbour", note=ADDRESS))
    app = app_on(logbook)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "2")
        await wait_for(pilot, CaseScreen)
        before = app.screen.check_action("erase_field", ())
        number = max(logbook.state.people)
        assert isinstance(app.screen, CaseScreen)
        app.screen.show_all(str(number))
        await app.run_action("erase_field", app.screen)
        await wait_for(pilot, FindScreen)
        await choose(pilot, "note")
        await agree(pilot)
        await wait_for(pilot, CaseScreen)

        assert before
        assert logbook.state.people[number].note == ""
        assert ADDRESS not in flat(app)


async def test_a_step_that_says_nothing_yet_has_nothing_to_erase(tmp_path: Path) -> None:
    app = app_on(a_logbook(tmp_path))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        await wait_for(pilot, CaseScreen)
        before = app.screen.check_action("erase_field", ())
        await pilot.press("space")
        await pilot.pause()

        assert not before
        assert app.screen.check_action("erase_field", ())


async def test_what_a_withdrawn_exhibit_says_can_be_erased_but_nothing_added_to_it(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("It rang."))
    logbook.exhibits.add(Exhibit(number=0, title=ADDRESS))
    logbook.case.withdraw(Exhibit, 1, "taken in by mistake")
    app = app_on(logbook)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.push_screen(ExhibitScreen(logbook, 1))
        await wait_for(pilot, ExhibitScreen)

        assert app.screen.check_action("erase_field", ())
        assert not app.screen.check_action("amend_exhibit", ())
