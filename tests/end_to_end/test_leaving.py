"""Every way of leaving, at the worst moment: nothing typed is lost, and nothing stays on the screen."""

from __future__ import annotations

import resource
import signal
from typing import TYPE_CHECKING

import pytest

from journal.logbook import Logbook
from journal.store.copies.verification import verify
from tests.end_to_end.terminal import Terminal
from tests.end_to_end.test_first_evening import LEAVING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORDS = "He stood at the corner and"
SCROLLBACK_GONE = b"\x1b[3J"


def type_half_an_entry(terminal: Terminal) -> None:
    terminal.begin()
    terminal.press("n")
    terminal.wait_for("New entry", ", exact)", LEAVING)
    terminal.press("enter")
    terminal.wait_for_field("Kind")
    terminal.press("waited")
    terminal.wait_for("Waited for you")
    terminal.press("enter")
    terminal.wait_for_field("What happened")
    terminal.press(WORDS)
    terminal.wait_for(WORDS)


def press_ctrl_q(terminal: Terminal) -> None:
    terminal.press("ctrl+q")


def press_f12(terminal: Terminal) -> None:
    terminal.press("f12")


def terminate(terminal: Terminal) -> None:
    terminal.child.kill(signal.SIGTERM)


def hang_up(terminal: Terminal) -> None:
    terminal.child.kill(signal.SIGHUP)


WAYS = (press_ctrl_q, press_f12, terminate, hang_up)


@pytest.mark.parametrize("leave", WAYS)
def test_what_was_being_typed_waits_as_a_draft_and_the_screen_is_empty(
    tmp_path: Path, leave: Callable[[Terminal], None]
) -> None:
    folder = tmp_path / "mine"
    path = folder / "journal.json"

    with Terminal(tmp_path, "--file", path) as terminal:
        type_half_an_entry(terminal)
        leave(terminal)
        terminal.wait_for_end()

    assert terminal.text.strip() == ""
    assert SCROLLBACK_GONE in terminal.sent
    assert list(folder.iterdir()) == [path]
    assert verify(path).sound
    logbook = Logbook(path, read_only=True)
    assert WORDS in str(logbook.drafts[-1].typed)
    logbook.close()


def test_a_full_disk_puts_no_word_on_the_emptied_screen(tmp_path: Path) -> None:
    path = tmp_path / "mine" / "journal.json"
    with Terminal(tmp_path, "--file", path) as terminal:
        type_half_an_entry(terminal)
        resource.prlimit(terminal.child.pid or 0, resource.RLIMIT_FSIZE, (0, 0))
        terminal.press(" he waited")
        terminal.wait_for("he waited")
        terminal.press("ctrl+q")
        ended = terminal.wait_for_end()

    assert ended == 0
    assert terminal.text.strip() == ""
    assert verify(path).sound


def test_a_closed_terminal_loses_nothing_and_leaves_nobody_locked_out(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    path = folder / "journal.json"

    with Terminal(tmp_path, "--file", path) as terminal:
        type_half_an_entry(terminal)
        terminal.close_the_window()

    logbook = Logbook(path)
    assert not logbook.read_only
    assert WORDS in str(logbook.drafts[-1].typed)
    logbook.close()
    assert list(folder.iterdir()) == [path]


def test_a_closed_window_ends_it_also_where_another_program_started_it(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "journal.json"
    patient = ("/bin/sh", "-c", 'trap : HUP; "$@"; true', "sh")
    with Terminal(tmp_path, "--file", path, under=patient) as terminal:
        type_half_an_entry(terminal)
        terminal.close_the_window()

    assert [file.name for file in path.parent.iterdir()] == ["journal.json"]
    assert WORDS in path.read_text(encoding="utf-8")


def test_the_draft_is_offered_when_the_journal_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    with Terminal(tmp_path, "--file", path) as terminal:
        type_half_an_entry(terminal)
        terminal.press("ctrl+q")
        terminal.wait_for_end()

    with Terminal(tmp_path, "--file", path) as terminal:
        terminal.wait_for("1 draft waits", LEAVING)
        terminal.press("d")
        terminal.wait_for("Waited for you")
        terminal.press("enter")
        terminal.wait_for(WORDS, "New entry", LEAVING)
        terminal.press("f2")
        terminal.wait_for("entry 1 of 1")
        terminal.wait_without("draft waits")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0

    logbook = Logbook(path, read_only=True)
    assert logbook.state.entries[1].entry.account == WORDS
    assert not logbook.drafts


@pytest.mark.parametrize(
    ("key", "shown"),
    [("?", "Open the entry"), ("ctrl+p", "type to find"), ("/", "keep"), ("m", "How many"), ("w", "Why")],
)
def test_one_key_leaves_from_a_dialog_too(tmp_path: Path, key: str, shown: str) -> None:
    path = tmp_path / "journal.json"
    with Terminal(tmp_path, "--file", path) as terminal:
        terminal.begin()
        terminal.press("m")
        terminal.wait_for("How many")
        terminal.press("enter")
        terminal.wait_for("entry 1 of 1")
        terminal.press(key)
        terminal.wait_for(shown)

        terminal.press("ctrl+q")

        assert terminal.wait_for_end() == 0
    assert terminal.text.strip() == ""
    assert SCROLLBACK_GONE in terminal.sent


def test_the_terminal_is_given_no_title_that_says_what_this_is(tmp_path: Path) -> None:
    with Terminal(tmp_path, "--file", tmp_path / "journal.json") as terminal:
        terminal.begin()
        terminal.press("ctrl+q")
        terminal.wait_for_end()

    assert not [code for code in (b"\x1b]0;", b"\x1b]1;", b"\x1b]2;") if code in terminal.sent]


def test_the_demo_opens_in_the_screen_and_removes_everything_on_leaving(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))

    with Terminal(tmp_path, "demo", "--entries", "60", columns=120, rows=40) as terminal:
        terminal.wait_for("entry 60 of 60", "Silent call", LEAVING)
        kept = [path.name for path in folder.rglob("*.json")]
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0

    assert kept == ["journal.json"]
    assert not list(folder.iterdir())
    assert "Everything in it is removed again" in terminal.text.replace("\n", " ")
