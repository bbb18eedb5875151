"""The list of drafts that wait: one is gone on with, or forgotten after asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.base.errors import NotSaved
from journal.store.file.mutable_state import Draft
from journal.ui.dialogs.dialog import Confirm
from journal.ui.editor.drafts import WaitingDrafts
from tests.ui.builders import a_logbook
from tests.ui.one_screen import OneScreen, picture

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = Draft(id="1", kept_at="2026-11-22T14:00:00Z", typed={"words": {"account": "Rang", "kind": "call_silent"}})
OLDER = Draft(id="2", kept_at="2026-11-21T14:00:00Z", amends=7, typed={"words": {"account": "Waited"}})


async def test_the_draft_kept_last_stands_on_top_and_enter_goes_on_with_it(tmp_path: Path) -> None:
    app = OneScreen(WaitingDrafts([OLDER, DRAFT], a_logbook(tmp_path).drop_draft))

    async with app.run_test() as pilot:
        shown = picture(app)
        assert "2 drafts are not saved yet" in shown
        assert shown.index("Silent call") < shown.index("amends entry 7")
        await pilot.press("enter")
        await pilot.pause()

        assert app.answer == DRAFT


async def test_a_draft_is_forgotten_only_after_asking(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    for draft in (OLDER, DRAFT):
        logbook.keep_draft(draft)
    app = OneScreen(WaitingDrafts(logbook.drafts, logbook.drop_draft))

    async with app.run_test() as pilot:
        await pilot.press("delete")
        assert isinstance(app.screen, Confirm)
        await pilot.press("enter")
        await pilot.pause()
        assert len(logbook.drafts) == 2
        await pilot.press("delete", "f2")
        await pilot.pause()
        assert [draft.id for draft in logbook.drafts] == ["2"]
        await pilot.press("delete", "f2")
        await pilot.pause()

        assert app.answered
        assert app.answer is None
    assert not any(logbook.drafts)


async def test_a_draft_that_cannot_be_forgotten_stays_and_says_why() -> None:
    def drop(_id: str) -> None:
        raise NotSaved("The disk is full.")

    app = OneScreen(WaitingDrafts([DRAFT], drop))

    async with app.run_test() as pilot:
        await pilot.press("delete", "f2")
        await pilot.pause()

        assert "The disk is full." in picture(app)
        assert "Rang" in picture(app)
