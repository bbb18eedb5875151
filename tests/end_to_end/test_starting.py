"""The first moments: the leaving key is heard before there is a screen, and the terminal is given back as it was."""

from __future__ import annotations

import signal
import termios
import time
from typing import TYPE_CHECKING

import pytest

from journal.store.copies.verification import verify
from tests.end_to_end.terminal import PATIENCE, Terminal
from tests.end_to_end.test_first_evening import LEAVING
from tests.store.journals import a_journal

if TYPE_CHECKING:
    from pathlib import Path

DRAWN = b"\x1b[?1049h"
"""What is written first when a screen begins."""


def attributes(terminal: Terminal) -> list[object]:
    """The attributes of the terminal, without the speeds."""
    iflag, oflag, cflag, lflag, _in, _out, keys = termios.tcgetattr(terminal.child.child_fd)
    return [iflag, oflag, cflag, lflag, keys]


def wait_until_keys_wait(terminal: Terminal) -> None:
    end = time.monotonic() + PATIENCE
    while termios.tcgetattr(terminal.child.child_fd)[0] & termios.IXON:
        assert time.monotonic() < end, "the terminal goes on taking ctrl+q for itself"
        terminal.settle()


@pytest.mark.parametrize("arguments", [("--file", "mine.json"), ("demo", "--entries", "60")])
@pytest.mark.parametrize("key", ["ctrl+q", "f12"])
def test_a_leaving_key_before_there_is_a_screen_leaves(tmp_path: Path, arguments: tuple[str, ...], key: str) -> None:
    words = [tmp_path / word if word.endswith(".json") else word for word in arguments]
    with Terminal(tmp_path, *words) as terminal:
        before = attributes(terminal)
        wait_until_keys_wait(terminal)
        drawn = terminal.sent
        terminal.press(key)
        assert terminal.wait_for_end() == 0
        after = attributes(terminal)

    assert DRAWN not in drawn
    assert terminal.text.strip() in {
        "",
        "This was an invented case in a temporary folder. Everything in it is removed\nagain.",
    }
    assert after == before
    assert not (tmp_path / "mine.json").exists()


def test_a_leaving_key_before_there_is_a_screen_leaves_a_journal_that_is_there(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "mine.json", entries=40)
    with Terminal(tmp_path, "--file", path) as terminal:
        wait_until_keys_wait(terminal)
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0

    assert terminal.text.strip() == ""
    assert verify(path).sound


def test_what_is_typed_before_there_is_a_screen_is_not_shown(tmp_path: Path) -> None:
    with Terminal(tmp_path, "--file", tmp_path / "mine.json") as terminal:
        wait_until_keys_wait(terminal)
        terminal.press("zzzz")
        terminal.wait_for("Are you the only person who uses this computer?")
        terminal.press("ctrl+q")
        terminal.wait_for_end()

    assert b"zzzz" not in terminal.sent


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_before_there_is_a_screen_ends_it_with_the_terminal_as_it_was(tmp_path: Path, number: int) -> None:
    with Terminal(tmp_path, "demo", "--entries", "4000") as terminal:
        before = attributes(terminal)
        wait_until_keys_wait(terminal)
        terminal.child.kill(number)
        ended = terminal.wait_for_end()
        after = attributes(terminal)

    assert after == before
    assert ended == (1 if number == signal.SIGINT else None)
    assert DRAWN not in terminal.sent


@pytest.mark.parametrize(
    "arguments", [("--nonsense",), ("--file", "/dev/null"), ("list", "--file", "nowhere"), ("demo", "--entries", "x")]
)
def test_what_cannot_be_done_gives_the_terminal_back(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    with Terminal(tmp_path, *arguments) as terminal:
        before = attributes(terminal)
        ended = terminal.wait_for_end()
        after = attributes(terminal)

    assert after == before
    assert ended in {1, 2}


def test_a_full_screen_gives_the_terminal_back(tmp_path: Path) -> None:
    with Terminal(tmp_path, "--file", tmp_path / "mine.json") as terminal:
        before = attributes(terminal)
        terminal.begin()
        terminal.wait_for(LEAVING)
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        after = attributes(terminal)

    assert after == before
