"""The head digest is shown whole, with what it proves, and the check says its result in one sentence."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest

from journal.domain.case.kept_head import HeadText, KeptHead, read_head
from journal.domain.text.qr_code import qr_lines
from journal.handover.selection.choice import For, Format, HandoverChoice
from journal.ui.maintenance.integrity import ProofScreen
from tests.ui.builders import Clock, a_logbook, an_entry
from tests.ui.evidence_screens import press
from tests.ui.looking import NARROW, WIDE, main_screen, opened, text, toasts

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import App
    from textual.pilot import Pilot

    from journal.domain.base.task import Task
    from journal.domain.ledger.verdict import Verdict


def shown(app: App[None]) -> str:
    return " ".join(text(app).split())


async def checked(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_v_checks_everything_and_shows_the_digest_whole_with_number_day_and_limit(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    assert logbook.last
    digest = logbook.last.digest

    async with opened(logbook, WIDE) as pilot:
        await pilot.press("v")
        await checked(pilot)

        groups = " ".join(digest[at : at + 4] for at in range(0, 64, 4))
        without_labels = shown(pilot.app).replace("Digest ", "")
        assert groups in without_labels
        assert "Record 3, Sunday 22 November 2026, 15:03" in shown(pilot.app)
        assert "3 records, written from" in shown(pilot.app)
        assert "and everything agrees." in shown(pilot.app)
        assert "This proves order and later change, not true time" in shown(pilot.app)
        await pilot.press("escape")
        assert pilot.app.screen is main_screen(pilot)


async def test_the_age_of_the_last_digest_that_somebody_else_holds_is_told_where_there_is_room(tmp_path: Path) -> None:
    clock = Clock()
    logbook = a_logbook(tmp_path, an_entry(), clock=clock)
    async with opened(logbook, WIDE) as pilot:
        assert "digest" not in text(pilot.app).splitlines()[0]
        await pilot.press("v")
        await checked(pilot)
        assert "Given none was handed over or time-stamped yet" in shown(pilot.app)
    out = tmp_path / "out"
    out.mkdir()
    logbook.handing_over.write(HandoverChoice(to=For.OWN, formats=(Format.TEXT,)), out)
    assert logbook.state.last_outside is None

    logbook.handing_over.write(HandoverChoice(to=For.POLICE, formats=(Format.TEXT,)), out)
    clock.move(days=3)

    async with opened(logbook, WIDE) as pilot:
        assert text(pilot.app).splitlines()[0].rstrip().endswith("no backup yet (b) · digest given 3 days ago")
        await pilot.press("v")
        await checked(pilot)
        assert "Given up to record 4, 3 days ago" in shown(pilot.app)
    async with opened(logbook, NARROW) as pilot:
        title = text(pilot.app).splitlines()[0]
        assert "last record 5, 3 days ago 15:03 · no backup yet (b)" in title
        assert "digest" not in title


async def test_from_the_palette_the_digest_comes_without_a_check_and_v_checks_there(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry()), WIDE) as pilot:
        await pilot.press("ctrl+p", *"digest")
        await checked(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ProofScreen)
        assert "v compares every record" in shown(pilot.app)

        await pilot.press("v")
        await checked(pilot)
        assert "everything agrees." in shown(pilot.app)


async def test_escape_stops_a_check_and_v_begins_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    logbook, may_go = a_logbook(tmp_path, an_entry()), Event()
    check = logbook.verify

    def later(task: Task | None = None) -> Verdict:
        may_go.wait()
        return check(task)

    monkeypatch.setattr(logbook, "verify", later)
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("v")
        assert "One moment: everything is compared." in shown(pilot.app)
        assert "esc stop" in shown(pilot.app)

        await pilot.press("escape")
        may_go.set()
        await checked(pilot)
        assert isinstance(pilot.app.screen, ProofScreen)
        assert "Stopped. Nothing was changed." in shown(pilot.app)

        await pilot.press("v")
        await checked(pilot)
        assert "everything agrees." in shown(pilot.app)


async def test_a_changed_file_is_told_and_is_left_as_it_is(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("Nobody spoke."))
    logbook.checkpoint()
    changed = logbook.path.read_bytes().replace(b"Nobody spoke.", b"Nobody shout.")
    logbook.path.write_bytes(changed)

    async with opened(logbook, WIDE) as pilot:
        await pilot.press("v")
        await checked(pilot)

        assert "not everything agrees: in record 3 a field was changed." in shown(pilot.app)
    assert logbook.path.read_bytes() == changed


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_digest_is_shown_as_a_code_whole_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    assert logbook.last
    head = HeadText(logbook.last.digest, logbook.state.journal_id, logbook.last.seq)

    async with opened(logbook, size) as pilot:
        await pilot.press("v")
        await checked(pilot)
        await pilot.press("c")
        await pilot.pause()

        lines = text(pilot.app).splitlines()
        assert all(any(row in line for line in lines) for row in qr_lines(head.text()))


async def test_the_digest_of_another_journal_is_kept_with_whose_it_is_and_undone_at_once(
    tmp_path: Path,
) -> None:
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook, WIDE) as pilot:
        await pilot.press("v")
        await checked(pilot)
        await press(pilot, "n", *("3f2a" * 16), "f2")
        await press(pilot, "f6", *"Els", "f2")
        await checked(pilot)

        (kept,) = logbook.case.standing(KeptHead)
        assert (kept.digest, logbook.state.people[kept.person].name) == ("3f2a" * 16, "Els")
        assert "Els: 3f2a 3f2a" in shown(pilot.app)
        await press(pilot, "escape", "u")
        assert logbook.case.standing(KeptHead) == []


async def test_the_head_digest_and_all_of_a_page_are_sent_to_the_terminal_by_a_key_and_no_more_is_claimed(
    tmp_path: Path,
) -> None:
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook) as pilot:
        await pilot.press("v", "y")
        await pilot.pause()

        assert logbook.last
        assert read_head(pilot.app.clipboard).digest == logbook.last.digest
        assert "Sent to the terminal." in toasts(pilot.app)[0]

        await pilot.press("ctrl+k")
        await pilot.pause()

        assert "Head digest\nRecord: " in pilot.app.clipboard

        await pilot.press("ctrl+q")
        assert pilot.app.clipboard == ""
