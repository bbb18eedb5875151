"""Letters and forms from the screen, and the list of all that was handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.handover.selection.choice import For, Format, HandoverChoice
from journal.ui.dialogs.dialog import Confirm
from journal.ui.handover.letter import HandLetter
from tests.ui.evidence_screens import press, settled
from tests.ui.handing_screens import a_case, a_stick, choose, fill, open_form, row, said
from tests.ui.looking import NARROW, WIDE, opened

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


async def begin(pilot: Pilot[None], letter: str, folder: Path) -> None:
    """Ask for a letter as plain text."""
    await open_form(pilot)
    await press(pilot, "f5")
    assert isinstance(pilot.app.screen, HandLetter)
    await choose(pilot, "letter", letter)
    await choose(pilot, "form", "text")
    await fill(pilot, "folder", str(folder))


async def test_a_form_for_a_witness_says_day_and_place_of_the_entry_and_no_more(tmp_path: Path) -> None:
    logbook, stick = a_case(tmp_path / "home"), a_stick(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        await begin(pilot, "prefilled", stick)
        await press(pilot, "f2")
        assert "Written and recorded" in said(pilot)

    page = (stick / "2026-11-22-a.txt").read_text()
    assert "21 November 2026" in page
    assert "at home" in page
    assert "It rang" not in page
    assert logbook.handing_over.given()[0].document == "witness_form"


async def test_the_letter_that_says_no_is_written_only_after_its_caution_was_read(tmp_path: Path) -> None:
    logbook, stick = a_case(tmp_path / "home"), a_stick(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        await begin(pilot, "no_letter", stick)
        await press(pilot, "f2")
        assert isinstance(pilot.app.screen, Confirm)
        assert "Have a lawyer or victim support read it first" in said(pilot)
        await press(pilot, "escape")
        assert not [*stick.iterdir()]

        await press(pilot, "f2", "f2")

    assert [path.name for path in stick.iterdir()] == ["2026-11-22-a.txt"]


async def test_a_letter_asks_what_it_needs_and_a_folder_that_is_gone_keeps_it_all(tmp_path: Path) -> None:
    logbook, stick = a_case(tmp_path / "home"), a_stick(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        await begin(pilot, "witness_form", tmp_path / "gone")
        assert not row(pilot, "address").display
        await choose(pilot, "letter", "supplier_letter")
        await fill(pilot, "address", "Invented Street 1")
        await press(pilot, "f2")
        assert "There is no folder" in said(pilot)

        await fill(pilot, "folder", str(stick))
        await press(pilot, "f2")

    assert "Invented Street 1" in (stick / "2026-11-22-a.txt").read_text()


async def test_the_list_tells_every_hand_over_with_its_files_and_digests(tmp_path: Path) -> None:
    logbook, stick = a_case(tmp_path / "home"), a_stick(tmp_path)
    hostile = HandoverChoice(to=For.LAWYER, receiver="[/] A Lawyer\x1b[2J", formats=(Format.TEXT,), numbers=(1, 2))
    handed = logbook.handing_over.write(hostile, stick)

    async with opened(logbook, WIDE) as pilot:
        await pilot.app.screen.run_action("show_given")
        await settled(pilot)

        told = said(pilot)
        assert f"record {handed.record}" in told
        assert "lawyer" in told
        assert "[/] A Lawyer" in told
        assert "1, 2" in told
        assert "2026-11-22-a.txt" in told
        assert handed.digests[0][:4] in told
        assert "\x1b" not in told
        await press(pilot, "escape")
