"""Plain mode in a real terminal, heard as a speech synthesiser says it: first start, dossier, copy, and leaving."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from journal.logbook import Logbook
from tests.end_to_end.terminal import Terminal
from tests.plain.plain_builders import heard
from tests.store.journals import a_journal

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "four invented quiet words"  # noqa: S105 - of no journal but this test's
COLUMNS = 400
"""So many that no sentence is broken: each line is then one thing that is said."""


class Conversation:
    """What a person types and hears; nothing is read from the screen, only what came since the last answer."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.said = ""

    def hear(self, *words: str) -> str:
        """Wait until a question is asked and these words were said, and return all that was said since the answer."""
        self.terminal.wait(lambda _: self._asked() and all(word in self._new() for word in words), f"{words}")
        return self._new()

    def answer(self, *answers: str) -> None:
        """Type each of these, and wait for the question behind it."""
        for words in answers:
            self.said = self._all()
            self.terminal.press(words, "enter")
            self.hear()

    def _all(self) -> str:
        return self.terminal.sent.decode()

    def _new(self) -> str:
        return self._all().removeprefix(self.said)

    def _asked(self) -> bool:
        return self._new().endswith("\n> ")


def test_from_the_first_start_to_a_dossier_and_a_copy_each_line_is_one_thing_to_hear(tmp_path: Path) -> None:
    path, out, photo = tmp_path / "new" / "journal.json", tmp_path / "out", tmp_path / "the door.png"
    out.mkdir()
    Image.new("RGB", (8, 8)).save(photo)
    with Terminal(tmp_path, "--plain", "--file", path, columns=COLUMNS, rows=300) as terminal:
        talk = Conversation(terminal)
        assert talk.hear("In which language?").startswith("Plain mode is on")
        talk.answer("", "1", PASSPHRASE, PASSPHRASE)
        said = talk.hear("recovery code").splitlines()
        code = said[said.index("This is the recovery code, group by group:") + 1 :]
        talk.answer([line for line in code if len(line) < 20 and line.isupper()][-1])
        talk.answer("a", "yesterday at nine", "2", "damage", "Scratches on the door.", ".", "", "home", "")
        talk.hear("Entry 1 is saved")
        talk.answer("e", "", str(photo), "Photo of the door", "yes", "1")
        talk.hear("Ticked, record ")
        talk.answer("h", "1", "", "", "", "3", "", str(out), "yes", "An Office", "", "yes")
        talk.hear("Recorded as record")
        talk.answer("b", str(out), "v")
        talk.hear("Head digest")
        terminal.press("q", "enter")
        assert terminal.wait_for_end() == 0
        spoken = terminal.sent.decode()

    assert "\x1b" not in heard(spoken.replace("\r\n", "\n"))
    assert spoken.splitlines()[-1] == "Left. Everything that was saved is safe."
    assert PASSPHRASE not in spoken
    assert [one.suffix for one in sorted(out.iterdir())] == [".json", ".txt"]
    assert b"Scratches" not in path.read_bytes()


def test_a_passphrase_is_asked_for_again_where_it_was_wrong(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json", entries=1)
    with closing(Logbook(path)) as logbook:
        logbook.protection.protect(PASSPHRASE)
    with Terminal(tmp_path, "--plain", "--file", path, columns=COLUMNS, rows=60) as terminal:
        talk = Conversation(terminal)
        talk.hear("It is not shown")
        talk.answer("?", "wrong")
        talk.hear("does not open the journal")
        talk.answer(PASSPHRASE)
        talk.hear("1 entry.", "What now?")
        terminal.press("q", "enter")

        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_ctrl_c_and_ctrl_d_end_calmly_and_keep_what_was_typed(tmp_path: Path, key: str) -> None:
    path = a_journal(tmp_path / "journal.json", entries=1)
    with Terminal(tmp_path, "--plain", "--file", path, columns=COLUMNS, rows=60) as terminal:
        talk = Conversation(terminal)
        talk.hear("What now?")
        talk.answer("a", "unknown", "sms", "Half of it.")
        terminal.press(key)
        status = terminal.wait_for_end()
        last = terminal.sent.decode().splitlines()[-2:]

    assert status == 0
    assert last == [
        "What you typed is kept as a draft. The letter d goes on with it.",
        "Left. Everything that was saved is safe.",
    ]
    with closing(Logbook(path, read_only=True)) as logbook:
        assert len(logbook.drafts) == 1


def test_a_dumb_terminal_begins_in_plain_mode_and_is_told_of_a_line_that_it_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    path = a_journal(tmp_path / "journal.json", entries=1)
    with Terminal(tmp_path, "--file", path, columns=COLUMNS, rows=60) as terminal:
        talk = Conversation(terminal)
        talk.hear("Plain mode is on")
        talk.answer("a", "unknown", "sms")
        terminal.press("word " * 1000, "enter")
        terminal.wait(lambda _: b"was cut off behind" in terminal.sent, "the cut")
        talk.answer(".", "", "", "")
        talk.hear("Entry 2 is saved")
        terminal.press("q", "enter")

        assert terminal.wait_for_end() == 0
        assert b"\x1b" not in terminal.sent
