"""`journal add` in a real terminal and behind a real pipe, as it is typed."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from journal.domain.entry.entry import Felt
from journal.logbook import Logbook
from journal.store.file.write_ahead_log import log_path
from tests.end_to_end.terminal import Terminal
from tests.store.journals import a_journal, a_logbook

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.entry.entry import Entry


def newest(path: Path) -> Entry:
    with closing(Logbook(path, read_only=True)) as logbook:
        return list(logbook.state.entries.values())[-1].entry


def say(terminal: Terminal, question: str, *answers: str) -> None:
    terminal.wait_for(question)
    for words in answers:
        terminal.press(words, "enter")


def test_an_entry_is_asked_for_line_by_line_and_nothing_doubtful_is_guessed(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json", entries=2)
    with Terminal(tmp_path, "add", "--file", path, rows=60) as terminal:
        say(terminal, "When was it?", "yesterday at nine", "2")
        say(terminal, "When: ", "?")
        terminal.wait_for("Letter, card or note")
        terminal.press("call", "enter")
        say(terminal, "Several fit", "2")
        say(terminal, "Kind: Missed call", "It rang.", "", "It rang again.", ".")
        say(terminal, "Exact words", "")
        say(terminal, "Where?", "hall")
        say(terminal, "Enter saves it", "")
        status = terminal.wait_for_end()
        text = " ".join(terminal.text.split())

    entry = newest(path)
    assert status == 0
    assert "Entry 3 is saved: Missed call" in text
    assert (entry.kind, entry.account, entry.place) == ("call_missed", "It rang.\n\nIt rang again.", "hall")
    assert entry.happened.start.endswith("T09:00")


def test_the_other_fields_are_asked_for_on_demand_and_a_wrong_answer_again(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json", entries=1)
    with Terminal(tmp_path, "add", "--kind", "sms", "--when", "unknown", "--file", path, rows=90) as terminal:
        say(terminal, "What happened", "Words came.", ".")
        say(terminal, "Exact words", "")
        say(terminal, "Where?", "")
        say(terminal, "Enter saves it", "more")
        say(terminal, "Until", "")
        say(terminal, "How many", "some", "3")
        terminal.wait(lambda text: "1 or more" in text, "a complaint")
        for _ in range(30):
            if "How threatening it felt" in terminal.text:
                break
            terminal.press("", "enter")
            terminal.settle()
        say(terminal, "How threatening it felt", "?", "3")
        for _ in range(9):
            if terminal.text.count("Enter saves it") > 1 or not terminal.child.isalive():
                break
            terminal.press("", "enter")
            terminal.settle()
        terminal.wait_for_end()

    entry = newest(path)
    assert (entry.kind, entry.times, entry.threat_felt) == ("sms", 3, Felt.STRONGLY)


@pytest.mark.parametrize("keys", ["First.\rsms\r\r.\rq\r", "First.\r\x03", "\x04"])
def test_leaving_saves_nothing_and_pasted_lines_never_become_other_answers(tmp_path: Path, keys: str) -> None:
    path = a_journal(tmp_path / "journal.json", entries=1)
    before = path.read_bytes()
    with Terminal(tmp_path, "add", "--when", "unknown", "--kind", "other", "--file", path) as terminal:
        terminal.wait_for("What happened")
        terminal.press(keys)
        status = terminal.wait_for_end()

    assert "Left. Nothing was saved." in terminal.text
    assert status == 1
    assert path.read_bytes() == before
    assert not log_path(path).exists()


def test_another_window_is_told_of_before_anything_is_typed(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=1)
    with Terminal(tmp_path, "add", "--file", logbook.path) as terminal:
        status = terminal.wait_for_end()

    assert "Another window has this journal open" in " ".join(terminal.text.split())
    assert "When was it" not in terminal.text
    assert status == 1
    logbook.close()


def test_an_account_comes_through_a_pipe_and_stands_in_no_argument(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json", entries=1)
    command = [sys.executable, "-m", "journal", "add", "--kind", "sms", "--file", str(path)]

    ran = subprocess.run(command, input="Où es-tu ?\n".encode(), capture_output=True, check=True, env=os.environ)

    assert ran.stdout.startswith(b"Entry 2 is saved: Text message (SMS), time unknown")
    assert newest(path).account == "Où es-tu ?"
