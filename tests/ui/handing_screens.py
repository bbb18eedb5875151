"""Going through a hand-over on the real app: answering the form, looking at what leaves, and having it written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.ui.fields.choices import Choices
from journal.ui.fields.form_row import FormRow
from journal.ui.handover.folder import HandFolder
from journal.ui.handover.hand_over import HandOverScreen
from journal.ui.handover.preview import HandPreview
from tests.ui.builders import a_logbook, an_entry
from tests.ui.evidence_screens import press, settled, type_over
from tests.ui.looking import text

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from journal.logbook import Logbook

PRIVATE = "Secretword"


def a_case(folder: Path) -> Logbook:
    """A journal with three missed calls, the last with a private note and a place."""
    spring = an_entry("It rang in spring.", when="2026-03-04T20:00", tags=("evening",))
    letter = an_entry("A letter came.", kind="letter", when="2026-05-06T09:00")
    return a_logbook(folder, spring, letter, an_entry("It rang in autumn.", private_note=PRIVATE, place="at home"))


def a_stick(folder: Path) -> Path:
    stick = folder / "stick"
    stick.mkdir()
    return stick


def said(pilot: Pilot[None]) -> str:
    """What stands on the screen, as one line without borders."""
    return " ".join(text(pilot.app).replace("│", "").split())


def the_form(pilot: Pilot[None]) -> HandOverScreen:
    """The form, which has to be the screen in front."""
    assert isinstance(pilot.app.screen, HandOverScreen)
    return pilot.app.screen


def row(pilot: Pilot[None], field: str) -> FormRow:
    return pilot.app.screen.query_one(f".field-{field}", FormRow)


async def choose(pilot: Pilot[None], field: str, *answers: str) -> None:
    """Answer a question of the screen in front with these."""
    entrance = row(pilot, field).entrance
    assert isinstance(entrance, Choices)
    entrance.chosen = answers
    await settled(pilot)


async def fill(pilot: Pilot[None], field: str, words: str) -> None:
    """Type words into a field of the screen in front."""
    pilot.app.screen.set_focus(row(pilot, field).entrance)
    await type_over(pilot, words)


async def open_form(pilot: Pilot[None], *formats: str) -> None:
    """Open the form, and choose these formats."""
    await press(pilot, "x")
    the_form(pilot)
    await choose(pilot, "formats", *(formats or ("text",)))


async def look(pilot: Pilot[None]) -> HandPreview:
    """Go on to what leaves."""
    await press(pilot, "f2")
    assert isinstance(pilot.app.screen, HandPreview)
    return pilot.app.screen


async def write_to(pilot: Pilot[None], folder: Path) -> None:
    """From what leaves to the files in a folder."""
    await press(pilot, "f2")
    assert isinstance(pilot.app.screen, HandFolder)
    await fill(pilot, "folder", str(folder))
    await press(pilot, "f2")
