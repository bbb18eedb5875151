"""Nothing of the journal leaves it unasked: no traceback with values, no log of keys, no picture, no title."""

from __future__ import annotations

import io
from contextlib import suppress
from typing import TYPE_CHECKING

from rich.console import Console
from textual import constants, log
from textual.drivers.headless_driver import HeadlessDriver

from journal.ui.app import JournalApp
from journal.ui.timeline.main import MainScreen
from tests.ui.builders import a_logbook, an_entry
from tests.ui.looking import opened

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PRIVATE = "what nobody may read"


async def crash(app: JournalApp, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let a key of the main screen fail, and return what is printed."""
    printed = io.StringIO()
    monkeypatch.setattr(app, "error_console", Console(file=printed, width=60))

    def fail(screen: MainScreen) -> None:
        words = screen.history.entry.account if screen.history else ""
        raise LookupError(words)

    monkeypatch.setattr(MainScreen, "action_undo_last", fail)
    with suppress(LookupError):
        async with app.run_test() as pilot:
            await pilot.press("u")
            await pilot.pause()
    assert isinstance(app._exception, LookupError)
    return printed.getvalue()


async def test_a_crash_prints_one_calm_sentence_and_nothing_of_the_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = JournalApp(a_logbook(tmp_path, an_entry(PRIVATE)))

    printed = await crash(app, monkeypatch)

    assert "What you saved is safe. What you were typing is kept as a draft." in " ".join(printed.split())
    assert printed.count("Journal closed") == 1
    assert "LookupError" in printed
    assert "Traceback" not in printed
    assert PRIVATE not in printed
    assert "nobody" not in printed
    assert app.return_code == 1


async def test_a_crash_lets_go_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await crash(JournalApp(a_logbook(tmp_path, an_entry(PRIVATE))), monkeypatch)

    assert not a_logbook(tmp_path).read_only


async def test_the_log_of_textual_records_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = tmp_path / "keys.log"
    monkeypatch.setitem(vars(constants), "LOG_FILE", str(keys))
    monkeypatch.setitem(vars(constants), "DEBUG", True)

    async with opened(a_logbook(tmp_path)) as pilot:
        await pilot.press("slash", *"secret")
        log("secret")

    assert not keys.exists()


async def test_the_switches_for_developers_are_off_whatever_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEXTUAL", "debug,devtools")

    app = JournalApp(a_logbook(tmp_path))

    assert not app.features
    assert app.devtools is None
    assert constants.SCREENSHOT_DELAY == -1


async def test_the_title_of_the_terminal_is_never_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr(HeadlessDriver, "write", lambda _driver, data: written.append(data))

    async with opened(a_logbook(tmp_path, an_entry(PRIVATE))) as pilot:
        await pilot.press("down", "enter", "question_mark", "escape", "ctrl+q")

    assert written
    assert not [data for data in written if "\x1b]0;" in data or "\x1b]2;" in data]
