"""Saving in the editor: amendments with their reason, refusals, and failures that lose no word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.base.errors import NotSaved
from journal.logbook import Logbook, Saved
from journal.ui.dialogs.ask_words import AskReason
from journal.ui.editor.editor import EditorScreen
from journal.ui.editor.entry_form import EntryForm
from tests.store.faults import Saboteur, all_from
from tests.ui.builders import Clock, a_logbook, an_entry, salts
from tests.ui.one_screen import Keys, OneScreen, picture, saved_entry

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from journal.domain.entry.entry import Entry


async def test_an_amendment_asks_why_and_the_earlier_version_stays(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("Rang", details={"call.rings": 9}))
    app = OneScreen(EditorScreen(logbook, amends=1))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        app.shown.query_one(EntryForm).go_to_field("account")
        await keys.press(*"!")
        await keys.press("f2")
        assert isinstance(app.screen, AskReason)
        await keys.words("counted again")
        await keys.press("enter")

    history = logbook.state.entries[1]
    assert app.answered
    assert [version.entry.account for version in history.versions] == ["Rang", "Rang!"]
    assert history.versions[-1].reason == "counted again"
    assert history.versions[-1].changed == ("account",)


async def test_the_reason_of_an_amendment_stands_there_again_where_the_disk_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saboteur, logbook = Saboteur(monkeypatch), a_logbook(tmp_path, an_entry("Rang"))
    app = OneScreen(EditorScreen(logbook, amends=1))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        app.shown.query_one(EntryForm).go_to_field("account")
        await keys.press(*"!")
        await keys.press("f2")
        await keys.words("counted again")
        with saboteur.failing(all_from(0)):
            await keys.press("enter")
        assert len(logbook.state.entries[1].versions) == 1
        await keys.press("f2")
        assert isinstance(app.screen, AskReason)
        await keys.press("enter")

    assert logbook.state.entries[1].versions[-1].reason == "counted again"


async def test_an_amendment_that_changes_nothing_is_not_recorded(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("Rang"))
    app = OneScreen(EditorScreen(logbook, amends=1))

    async with app.run_test() as pilot:
        await pilot.press("f2")

        assert not app.answered
        assert "Nothing was changed" in picture(app)
    assert len(logbook.state.entries[1].versions) == 1


async def test_escape_from_the_question_for_a_reason_goes_back_to_the_form(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("Rang"))
    app = OneScreen(EditorScreen(logbook, amends=1))

    async with app.run_test() as pilot:
        app.shown.query_one(EntryForm).go_to_field("place")
        await pilot.press(*"home", "f2", "escape")

        assert app.screen is app.shown
        assert "home" in picture(app)
    assert len(logbook.state.entries[1].versions) == 1


class FullDisk(Logbook):
    """A journal on a disk that is full."""

    full = True

    def record(self, entry: Entry, draft: str = "") -> Saved:
        if self.full:
            raise NotSaved("The disk is full. Your text is still here. Make room and press F2 again.")
        return super().record(entry, draft)


async def test_an_entry_that_cannot_be_saved_stays_in_the_form_and_can_be_saved_later(tmp_path: Path) -> None:
    logbook = FullDisk(tmp_path / "journal.json", clock=Clock(), salts=salts)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        keys = Keys(pilot)
        await keys.press("enter", *"sms", "enter")
        await keys.words("Rang")
        await keys.press("f2")
        assert not app.answered
        assert "The disk is full." in picture(app)
        assert "Rang" in picture(app)
        logbook.full = False
        await keys.press("f2")

    assert saved_entry(logbook).account == "Rang"


async def test_a_journal_that_is_only_read_refuses_calmly(tmp_path: Path) -> None:
    a_logbook(tmp_path).close()
    logbook = a_logbook(tmp_path, read_only=True)
    app = OneScreen(EditorScreen(logbook))

    async with app.run_test() as pilot:
        await pilot.press("enter", *"sms", "f2")

        assert not app.answered
        assert "Text message" in picture(app)
        assert app.shown.query_one("#said").has_class("-speaks")
