"""A journal under a passphrase, from the first start on, in a real terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.end_to_end.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "four invented plain words"
LEAVING = "quick exit"


def begin_with_a_passphrase(terminal: Terminal) -> None:
    terminal.wait_for("Are you the only person who uses this computer?", LEAVING)
    terminal.press("enter")
    terminal.wait_for("The same once more")
    terminal.press(WORDS, "enter", WORDS, "enter")
    terminal.wait_for("The recovery code", "Please type the last group")
    last_group = re.findall(r"\b[0-9A-Z]{5}\b", terminal.text)[-1]
    terminal.press(last_group, "f2")
    terminal.wait_for("No entries yet", LEAVING)


def test_what_is_written_behind_a_passphrase_is_read_only_with_it(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "journal.json"
    with Terminal(tmp_path, "--file", path) as terminal:
        begin_with_a_passphrase(terminal)
        terminal.press("m")
        terminal.wait_for("How many")
        terminal.press("enter")
        terminal.wait_for("entry 1 of 1")
        terminal.press("ctrl+q")
        terminal.wait_for_end()

    with Terminal(tmp_path, "--file", path) as terminal:
        terminal.wait_for(LEAVING)
        shown_before = terminal.text
        terminal.press("some other words", "enter")
        terminal.wait_for("That is not right")
        terminal.wait(lambda _: b"Possible again" in terminal.sent, "how long to wait")
        terminal.wait_without("Possible again")
        terminal.press(WORDS, "enter")
        terminal.wait_for("entry 1 of 1", "Since the last visit 1 attempt")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0

    assert "Journal" not in shown_before
    assert "call_missed" not in path.read_text(encoding="utf-8")
    assert [file.name for file in path.parent.iterdir()] == ["journal.json"]
