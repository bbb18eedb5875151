"""A backup with many numbers in it: the stalker's are taken, found, handed over, known again in a newer one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.people import Person, Role
from journal.store.copies.verification import verify
from tests.end_to_end.terminal import Terminal
from tests.intake.exports import NUMBER, SISTER, a_backup, a_call, a_file, a_text
from tests.ui.builders import a_logbook

if TYPE_CHECKING:
    from pathlib import Path

AT = 1_790_000_000_000
EVERY = 1_200_000
"""Milliseconds between two calls."""
OTHERS = (SISTER, "+32470555777", "+32470555888")


def a_phone(folder: Path, calls: int, texts: int) -> Path:
    """Write the backups of a telephone: every other call and text is of the stalker, the rest of three others."""
    numbers = [NUMBER if at % 2 else OTHERS[at % 3] for at in range(max(calls, texts))]
    called = [a_call(AT + at * EVERY, numbers[at]) for at in range(calls)]
    wrote = [a_text(f"invented words {at}", AT + at * EVERY, numbers[at]) for at in range(texts)]
    folder.mkdir()
    a_file(folder, a_backup(*called, root="calls"), "calls.xml")
    a_file(folder, a_backup(*wrote), "sms.xml")
    return folder


def test_the_calls_of_one_number_among_others_are_taken_found_handed_over_and_known_again(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    logbook.case.add(Person(number=0, name="Unknown caller", role=Role.STALKER, telephone_numbers=(NUMBER,)))
    logbook.close()
    older, newer = a_phone(tmp_path / "older", 300, 200), a_phone(tmp_path / "newer", 330, 220)
    out = tmp_path / "out"
    out.mkdir()

    with Terminal(tmp_path, "--file", logbook.path, columns=120, rows=40) as terminal:
        terminal.wait_for("No entries yet", "leave")
        terminal.press("i")
        terminal.wait_for("Type to find a name", "~/")
        terminal.press(str(older), "f2")
        terminal.wait_for("What this export does not tell", "Go on")
        terminal.press("f2")
        terminal.wait_for("250 picked", "500 found")
        terminal.press("f2")
        terminal.wait_for("Bring in 250 lines?", "They become 250 entries.")
        terminal.press("f2")
        terminal.wait_for("250 brought in as entries 1-250.", "Missed call")
        terminal.press("/", "invented words 199", "enter")
        terminal.wait_for("“invented words 199”", "of 250 entries found")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0

    with Terminal(
        tmp_path, "export", "--file", logbook.path, "--for", "ombudsman", "--formats", "text", "--yes", out, rows=60
    ) as terminal:
        terminal.press(*["An Invented\r"] * 4, *["enter"] * 5)
        assert terminal.wait_for_end() == 0
    (request,) = out.iterdir()
    assert NUMBER.removeprefix("+") in "".join(request.read_text(encoding="utf-8").split()).replace("+", "")
    assert SISTER not in request.read_text(encoding="utf-8")
    assert verify(logbook.path).sound

    with Terminal(tmp_path, "import", "--file", logbook.path, newer, "--from-known") as terminal:
        assert terminal.wait_for_end() == 0
        assert "300 new, 250 already here" in terminal.text
        assert "25 calls and messages were brought in as entries 251-275" in terminal.text
    assert verify(logbook.path).sound
