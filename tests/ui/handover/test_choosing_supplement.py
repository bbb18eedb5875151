"""The choice of a supplement on the hand-over screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.handover.selection.choice import Format, HandoverChoice
from tests.ui.builders import an_entry
from tests.ui.evidence_screens import press
from tests.ui.handing_screens import a_case, choose, look, open_form, said
from tests.ui.looking import NARROW, lines, opened

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_supplement_to_an_earlier_dossier_can_be_chosen_for_its_receiver_alone(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    (tmp_path / "before").mkdir()
    given = HandoverChoice(formats=(Format.TEXT,), receiver="Inspector Invented")
    record = logbook.handing_over.write(given, tmp_path / "before").record
    logbook.record(an_entry("It rang once more."))

    async with opened(logbook, NARROW) as pilot:
        await open_form(pilot)
        await choose(pilot, "entries", f"supplement_{record}")
        await choose(pilot, "to", "lawyer")
        await press(pilot, "f2")
        assert "That dossier went to another receiver." in "\n".join(lines(pilot.app))

        await choose(pilot, "to", "police")
        await look(pilot)

        shown = " ".join(said(pilot).split())
        assert "1 entry," in shown
        assert "This is a supplement to the dossier of 22 November 2026 for Inspector Invented." in shown
        assert "It rang once more." in shown
        assert "It rang in spring." not in shown
