"""From an empty folder to a kept journal, in a real terminal, as somebody would do it."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from journal.store.copies.verification import verify
from tests.end_to_end.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

SIZES = ((80, 24), (120, 40))
LEAVING = "quick exit"
"""The last word of the footer: when it stands there, the screen is drawn."""


def log_one(terminal: Terminal, kind: str, label: str, words: str, *, when: str = "") -> None:
    terminal.press("n")
    terminal.wait_for("New entry", ", exact)", LEAVING)
    if when:
        terminal.press(when)
        terminal.wait_for(f"{when.rpartition(' ')[2]} (")
    terminal.press("enter")
    terminal.wait_for_field("Kind")
    terminal.press(kind)
    terminal.wait_for(label)
    terminal.press("enter")
    terminal.wait_for_field("What happened")
    terminal.press(words)
    terminal.wait_for(words)
    terminal.press("f2")


def log_three(terminal: Terminal) -> None:
    terminal.begin()
    log_one(terminal, "silent", "Silent call", "It rang nine times.")
    terminal.wait_for("entry 1 of 1")
    terminal.press("m")
    terminal.wait_for("How many")
    terminal.press("3", "enter")
    terminal.wait_for("entry 2 of 2")
    log_one(terminal, "letter", "Letter, card or note", "A grey envelope.", when="yesterday 20:00")
    terminal.wait_for("entry 3 of 3", "last record 4")


def tick_the_first_item(terminal: Terminal, *, wide: bool) -> None:
    if not wide:
        terminal.press("enter")
        terminal.wait_for("written down")
    terminal.press("tab")
    if wide:
        terminal.press("tab")
    terminal.wait_for("note, day")
    terminal.press("space")
    terminal.wait_for("last record 5")
    terminal.press("escape" if not wide else "tab")
    terminal.wait_for("attach", LEAVING)
    terminal.wait_without("note, day")


def amend(terminal: Terminal) -> None:
    terminal.press("e")
    terminal.wait_for("Amend entry 3", ", exact)", LEAVING)
    terminal.press("enter")
    terminal.wait_for_field("Kind")
    terminal.press("enter")
    terminal.wait_for_field("What happened")
    terminal.press("end")
    terminal.wait_for_cursor_behind("A grey envelope.")
    terminal.press(" Two pages.")
    terminal.wait_for("Two pages.")
    terminal.press("f2")
    terminal.wait_for("Why do you change it")
    terminal.press("Counted them.")
    terminal.wait_for("Counted them.")
    terminal.press("f2")
    terminal.wait_for("last record 6")


def assert_stock_tinydb_finds_everything_that_was_typed(path: Path) -> None:
    with TinyDB(path) as stock:
        tables = stock.tables()
        bodies = [row["body"] for row in stock.table("records").all()]

    said = [(body["action"], body.get("account", body.get("item", ""))) for body in bodies]
    assert tables == {"lock", "files", "records", "desk"}
    assert said == [
        ("journal.begun", ""),
        ("entry.recorded", "It rang nine times."),
        ("entry.recorded", ""),
        ("entry.recorded", "A grey envelope."),
        ("item.marked", "original_kept"),
        ("entry.amended", "A grey envelope. Two pages."),
    ]
    assert bodies[2]["times"] == 3
    assert bodies[5]["reason"] == "Counted them."


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_three_entries_a_tick_and_an_amendment_are_there_for_stock_tinydb_and_after_reopening(
    tmp_path: Path, columns: int, rows: int
) -> None:
    folder = tmp_path / "mine"
    path = folder / "journal.json"

    with Terminal(tmp_path, "--file", path, columns=columns, rows=rows) as terminal:
        log_three(terminal)
        tick_the_first_item(terminal, wide=columns >= 100)
        amend(terminal)
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0

    assert_stock_tinydb_finds_everything_that_was_typed(path)
    assert list(folder.iterdir()) == [path]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    with Terminal(tmp_path, "--file", path, columns=columns, rows=rows) as terminal:
        terminal.wait_for(
            "Missed call \N{MULTIPLICATION SIGN}3", "It rang nine times.", "Amended: Letter", "1/6", "entry", LEAVING
        )
        terminal.press("down", "down", "h")
        terminal.wait_for("Counted them.", "Two pages.")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
    assert verify(path).sound


def test_a_missed_call_now_takes_two_keys(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"

    with Terminal(tmp_path, "--file", path) as terminal:
        terminal.begin()
        terminal.press("m")
        terminal.wait_for("How many")
        terminal.press("enter")
        terminal.wait_for("entry 1 of 1", "Missed call")
        terminal.press("ctrl+q")
        terminal.wait_for_end()

    assert verify(path).records == 2


def test_a_second_window_can_read_and_says_that_it_cannot_write(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"

    with Terminal(tmp_path, "--file", path) as first:
        first.begin()
        with Terminal(tmp_path, "--file", path, columns=120, rows=34) as second:
            second.wait_for("Timeline", "read", LEAVING)
            assert "n new" not in second.text
            second.press("ctrl+q")
            assert second.wait_for_end() == 0
        first.press("m")
        first.wait_for("How many")
        first.press("enter")
        first.wait_for("entry 1 of 1")
        first.press("ctrl+q")
        assert first.wait_for_end() == 0

    assert verify(path).sound
