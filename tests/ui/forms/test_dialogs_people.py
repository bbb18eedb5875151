"""The people picker: letters find somebody, enter ticks or adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.base.errors import NotSaved
from journal.domain.case.people import Role
from journal.logbook import Logbook, Saved
from journal.ui.forms.people_picker import PeoplePicker
from tests.ui.builders import Clock, a_logbook, salts
from tests.ui.one_screen import Keys, OneScreen, picture

if TYPE_CHECKING:
    from pathlib import Path


async def test_letters_find_somebody_and_enter_on_an_empty_line_is_done(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    logbook.add_person("B Imagined", note="neighbour")
    app = OneScreen(PeoplePicker(logbook, (), Role.WITNESS))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.words("neigh")
        assert "An Invented" not in picture(app).replace("for example: An Invented", "")
        await keys.press("enter")
        assert "[x] B Imagined (neighbour)" in picture(app)
        await keys.press("enter")

        assert app.answer == (2,)


async def test_the_mouse_ticks_and_unticks(tmp_path: Path) -> None:
    app = OneScreen(PeoplePicker(a_logbook(tmp_path), (1,), Role.WITNESS))

    async with app.run_test() as pilot:
        await pilot.click("OptionList", offset=(2, 0))
        await pilot.pause()
        assert "[ ] An Invented" in picture(app)
        await pilot.click("#agree")
        await pilot.pause()

        assert app.answer == ()


async def test_somebody_whose_name_is_known_is_not_offered_to_be_added_again(tmp_path: Path) -> None:
    app = OneScreen(PeoplePicker(a_logbook(tmp_path), (), Role.WITNESS))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.words("an invented")
        assert "+ add" not in picture(app)
        await keys.words(" second")

        assert "+ add an invented second" in picture(app)


async def test_who_did_it_is_one_person_and_choosing_the_same_again_keeps_it(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    logbook.add_person("unknown caller A", Role.STALKER)

    for chosen, expected in (((), (2,)), ((2,), (2,))):
        app = OneScreen(PeoplePicker(logbook, chosen, Role.STALKER, several=False))
        async with app.run_test() as pilot:
            assert "unknown caller B" in picture(app)
            await pilot.press("down", "enter")
            assert "(•) unknown caller A" in picture(app)
            await pilot.press("enter")
            await pilot.pause()

            assert app.answer == expected


class FullDisk(Logbook):
    """A journal on a disk that is full."""

    def add_person(self, name: str, role: Role = Role.WITNESS, note: str = "") -> Saved:
        raise NotSaved(f"The disk is full. {name} {role} {note} is not saved.")


async def test_somebody_who_cannot_be_saved_is_not_ticked_and_the_name_stays(tmp_path: Path) -> None:
    app = OneScreen(PeoplePicker(FullDisk(tmp_path / "journal.json", clock=Clock(), salts=salts), (), Role.WITNESS))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.words("B Imagined")
        await keys.press("enter")

        assert "The disk is full." in picture(app)
        assert not app.answered
