"""The pattern in a real terminal: counts, calendar and hand-over follow the filter; order, questions, kept words."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from tests.end_to_end.terminal import Terminal
from tests.ui.builders import a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path


def a_journal(folder: Path) -> Path:
    letter = an_entry("It lay there.", kind="letter", when="2026-10-02T08:05")
    with closing(a_logbook(folder, letter, an_entry("It rang."), an_entry("It rang twice.", times=2))):
        pass
    return folder / "journal.json"


def test_overview_calendar_and_hand_over_follow_the_filter_and_say_so(tmp_path: Path) -> None:
    with Terminal(tmp_path, "--file", a_journal(tmp_path)) as terminal:
        terminal.wait_for("entry 3 of 3")
        terminal.press("f")
        terminal.wait_for("type to find")
        terminal.press("missed call")
        terminal.wait_for("Place “missed call”")
        terminal.press("enter")
        terminal.wait_for("Missed call: 2 of 3")
        terminal.press("p")
        terminal.wait_for("week from Mon 16 Nov 2026: 3 acts")
        terminal.press("6")
        terminal.wait_for("acts on the first day: 3 · 21 November 2026")
        terminal.press("enter")
        terminal.wait_for("Missed call · 2 entries · 3 acts")
        terminal.press("escape")
        terminal.wait_for("Days and nights")
        terminal.press("escape")
        terminal.wait_for("Missed call: 2 of 3")
        terminal.press("y")
        terminal.wait_for("3 acts · only what meets the filter counts")
        terminal.press("y")
        terminal.wait_for("Missed call · 3 acts")
        terminal.press("escape")
        terminal.wait_for("only what meets")
        terminal.press("escape")
        terminal.wait_for("Missed call: 2 of 3")
        terminal.press("x")
        terminal.wait_for("Missed call: 2 of 3 entries")
        terminal.press("escape", "ctrl+q")
        assert terminal.wait_for_end() == 0


def test_the_order_turns_round_questions_are_listed_and_a_reason_outlasts_a_closed_window(tmp_path: Path) -> None:
    path = a_journal(tmp_path)
    with Terminal(tmp_path, "--file", path) as terminal:
        terminal.wait_for("entry 3 of 3")
        terminal.press("s")
        terminal.wait_for("By date recorded")
        terminal.press("escape")
        terminal.wait_for("entry 3 of 3")
        terminal.press("z")
        terminal.wait_for("In two places at once")
        terminal.press("escape")
        terminal.wait_for("entry 3 of 3")
        terminal.press("w")
        terminal.wait_for("Why do you cross it out?")
        terminal.press("rang by mistake")
        terminal.wait_for("rang by mistake")
        terminal.close_the_window()

    with Terminal(tmp_path, "--file", path) as terminal:
        terminal.wait_for("1 draft waits (d)")
        terminal.press("w")
        terminal.wait_for("rang by mistake")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
