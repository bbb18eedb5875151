"""The terminal's own cursor stands where letters go: braille displays, magnifiers and input methods follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.end_to_end.terminal import Terminal
from tests.ui.builders import a_logbook, evenings

if TYPE_CHECKING:
    from pathlib import Path


def type_at_the_caret(terminal: Terminal, words: str) -> None:
    """Type words, and wait until both cursors stand right behind them."""
    terminal.press(words)
    terminal.wait_for_cursor_behind(words)
    terminal.settle()

    assert terminal.real_cursor == terminal.drawn_cursor


def back(terminal: Terminal) -> None:
    """Go back, and wait so long that the next letter is not taken for the end of a key that begins with escape."""
    terminal.press("escape")
    terminal.settle()


def test_the_cursor_of_the_terminal_stands_at_the_caret_of_every_kind_of_field(tmp_path: Path) -> None:
    a_logbook(tmp_path, *evenings(30)).close()

    with Terminal(tmp_path, "--file", tmp_path / "journal.json") as terminal:
        terminal.wait_for("Evening 30", "30 acts in all")
        terminal.press("/")
        type_at_the_caret(terminal, "even")
        back(terminal)
        terminal.press("f")
        terminal.wait_for("Filter")
        type_at_the_caret(terminal, "week")
        back(terminal)
        terminal.press(",")
        terminal.wait_for("Lock after")
        terminal.press("tab", "tab")
        type_at_the_caret(terminal, "12")
        back(terminal)
        terminal.press("b")
        terminal.wait_for("Backup")
        type_at_the_caret(terminal, "/nowhere")
        back(terminal)
        terminal.press("n")
        terminal.wait_for("New entry")
        type_at_the_caret(terminal, "missed")
        terminal.press("enter")
        for words in ("10:15", "a grey car", "I will wait", "at the corner"):
            terminal.press("tab")
            terminal.settle()
            type_at_the_caret(terminal, words)
        terminal.press("up")
        terminal.settle()
        assert terminal.real_cursor == terminal.drawn_cursor
        terminal.press("ctrl+q")
        terminal.wait_for_end()


def test_in_a_list_it_stands_on_the_line_that_keys_act_on(tmp_path: Path) -> None:
    a_logbook(tmp_path, *evenings(30)).close()

    with Terminal(tmp_path, "--file", tmp_path / "journal.json") as terminal:
        terminal.wait_for("Evening 30", "30 acts in all")
        for _ in range(3):
            terminal.press("down")
        terminal.wait(lambda text: "Evening 27" in text.partition("▌")[2].partition("\n")[0], "the cursor there")
        terminal.settle()

        column, row = terminal.real_cursor
        assert "▌" in terminal.screen.display[row]
        assert column <= terminal.screen.display[row].index("▌")
        terminal.press("ctrl+q")
        terminal.wait_for_end()
