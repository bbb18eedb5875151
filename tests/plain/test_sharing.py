"""What comes in and what leaves in plain mode, and how the journal is kept safe."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from journal.domain.case.people import Person, Role
from journal.logbook import Logbook
from tests.commands.cli_builders import run
from tests.plain.plain_builders import SMS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Said = tuple[str, str]
    Talk = Callable[..., Said]


def test_a_dossier_is_handed_over_after_a_preview(path: Path, conversation: Talk) -> None:
    out = path.parent / "out"
    out.mkdir()

    said, told = conversation(
        *("h", "1", "", "", "", "3", "", str(path.parent / "nowhere"), str(out), "yes", "An Office", "", "yes")
    )

    assert "Private note: For nobody." in said
    assert "There is no folder" in told
    assert "Recorded as record" in said
    (file,) = out.iterdir()
    assert file.suffix == ".txt"
    assert "Rang twice." in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("answers", [("no", "", "", "no", ""), ("no", "", "", "", "q")])
def test_nothing_is_handed_over_before_that_is_agreed(path: Path, conversation: Talk, answers: tuple[str, ...]) -> None:
    out = path.parent / "out"
    out.mkdir()

    _said, told = conversation("h", "1", "", "", "", "", "", str(out), *answers)

    assert "Nothing was written." in told
    assert not [*out.iterdir()]


def test_what_stays_here_is_changed_by_its_figure(path: Path, conversation: Talk) -> None:
    out = path.parent / "out"
    out.mkdir()

    conversation("h", "2", "", "", "1", "3", "3", str(out), "no", "", "", "yes")

    (file,) = out.iterdir()
    assert "For nobody." in file.read_text(encoding="utf-8")


def test_an_export_of_a_telephone_is_brought_in(path: Path, conversation: Talk) -> None:
    export = path.parent / "sms backup.xml"
    export.write_text(SMS, encoding="utf-8")

    said, told = conversation("i", str(export), "", "", "some", "", "all", "yes", "l", "")

    assert "were brought in as entries 3" in said or "was brought in as entry 3" in said
    assert "“Invented words.”" in said
    assert "A whole number, in figures." in told


def test_a_copy_is_made_and_its_folder_proposed_the_next_time(path: Path, conversation: Talk) -> None:
    stick = path.parent / "stick"
    stick.mkdir()

    said, _told = conversation("b", str(stick))
    _said, again = conversation("b", "q")

    (copy,) = (one for one in stick.iterdir() if one.suffix == ".json")
    assert copy.name in said
    assert f"Enter alone is {stick}." in again


def test_the_whole_file_is_checked(conversation: Talk) -> None:
    said, _told = conversation("v")

    assert "Head digest: " in said


def test_people_are_told_and_somebody_is_added_who_can_be_named_in_an_entry(path: Path, conversation: Talk) -> None:
    said, told = conversation("p", "5", "", "unknown caller A", "", "no", "p", "", "m", "1", "q")

    with closing(Logbook(path, read_only=True)) as logbook:
        _witness, person = logbook.state.of(Person).standing
    assert (person.name, person.role) == ("unknown caller A", Role.STALKER)
    assert "unknown caller A." in told
    assert "Person 2: unknown caller A" in said


def test_help_lines_are_told_one_fact_a_line(conversation: Talk) -> None:
    said, told = conversation("n")

    assert "Help: 112" in said
    assert "shared telephone" in told


def test_the_setting_decides_where_neither_option_nor_environment_does(
    path: Path, conversation: Talk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    conversation("s", "2", "yes")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("journal.commands.opening.in_a_terminal", lambda: True)

    run("--file", path)

    assert "Plain mode is on" in capsys.readouterr().err


@pytest.mark.parametrize("letter", ["h", "i", "b", "k", "s", "p"])
def test_nothing_more_is_asked_where_nothing_can_be_saved(path: Path, conversation: Talk, letter: str) -> None:
    with closing(Logbook(path)):
        _said, told = conversation(letter)

    assert told.count("Another window has this journal open") == 2


def test_going_back_from_the_check_of_the_recovery_code_leaves_the_passphrase_set(
    path: Path, conversation: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden = iter(["four invented quiet words"] * 2)
    monkeypatch.setattr("journal.commands.line_answers.hidden_line", lambda: next(hidden))

    _said, told = conversation("k", "1", "q")

    assert "The passphrase is set all the same." in told
    assert "Back." not in told
    assert b"Rang twice." not in path.read_bytes()


def test_going_back_after_something_was_saved_does_not_say_that_nothing_was(path: Path, conversation: Talk) -> None:
    _said, told = conversation("c", "1", "1", "2", "", "q")

    assert "Saved: " in told
    assert "Nothing was" not in told
    with closing(Logbook(path, read_only=True)) as logbook:
        assert logbook.state.entries[1].marks
