"""The commands outside the screen: what they leave alone, how they refuse, how they end."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from journal.cli import main
from journal.commands.error_reporting import ErrorReporter
from tests.commands.cli_builders import a_case, a_journal, run
from tests.ui.builders import an_entry

if TYPE_CHECKING:
    from pathlib import Path

Captured = pytest.CaptureFixture[str]


def everything_in(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@pytest.mark.parametrize("command", [["list"], ["list", "--json"], ["show", "1"], ["verify"]])
def test_reading_changes_nothing_and_leaves_nothing_behind(
    tmp_path: Path, capsys: Captured, command: list[str]
) -> None:
    path = a_journal(tmp_path, an_entry("Rang."))
    before = everything_in(tmp_path)

    run(*command, "--file", path)

    assert capsys.readouterr().out
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize("command", [["list"], ["show", "1"], ["verify"], ["--read-only"]])
def test_a_journal_that_is_not_there_is_not_created(tmp_path: Path, capsys: Captured, command: list[str]) -> None:
    missing = tmp_path / "folder" / "journal.json"

    status = run("--file", missing, *command)

    said = capsys.readouterr()
    assert status == 1
    assert not said.out
    assert len(said.err.splitlines()) == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", [["list"], ["list", "--json"], ["show", "1"]])
@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"a": 1}', b'{"_default": {"1": {"x": 1}}}', b"\xff\xfe\x00", b"not a journal"]
)
def test_a_file_that_is_no_journal_is_refused_and_left_as_it_is(
    tmp_path: Path, capsys: Captured, command: list[str], content: bytes
) -> None:
    path = tmp_path / "journal.json"
    path.write_bytes(content)

    status = run(*command, "--file", path)

    said = capsys.readouterr()
    assert status == 1
    assert not said.out
    assert len(said.err.splitlines()) == 1
    assert "Traceback" not in said.err
    assert "unexpected error" not in said.err
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_place_of_the_file_is_told_calmly(tmp_path: Path, capsys: Captured) -> None:
    status = run("list", "--file", tmp_path)

    said = capsys.readouterr()
    assert status == 1
    assert "left as it is" in said.err
    assert len(said.err.splitlines()) == 1


def test_an_entry_that_does_not_exist_is_refused(tmp_path: Path, capsys: Captured) -> None:
    path = a_journal(tmp_path, an_entry("Rang."))

    assert run("show", "7", "--file", path) == 1

    assert capsys.readouterr() == ("", "There is no entry 7.\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["wrong"],
        ["show"],
        ["show", "0"],
        ["show", "-1"],
        ["show", "one"],
        ["demo", "--entries", "x"],
        ["list", "extra"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as left:
        run(*arguments)

    assert left.value.code == 2
    assert not capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["--read-only"], ["demo"]])
def test_the_full_screen_is_refused_outside_a_terminal_and_nothing_is_created(
    arguments: list[str], tmp_path: Path, capsys: Captured
) -> None:
    status = run("--file", tmp_path / "journal.json", *arguments)

    said = capsys.readouterr()
    assert status == 1
    assert "needs a terminal" in said.err
    assert not list(tmp_path.iterdir())


def test_demo_writes_a_file_for_its_owner_alone_and_never_over_another(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "new" / "case.json"

    first = run("demo", "--entries", "50", "--seed", "3", "--out", path)
    bytes_ = path.read_bytes()
    again = run("demo", "--out", path)

    assert (first, again) == (0, 1)
    assert path.read_bytes() == bytes_
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert list(path.parent.iterdir()) == [path]
    assert "Nothing was written" in capsys.readouterr().err


def test_an_unexpected_error_is_one_sentence_that_repeats_nothing(capsys: Captured) -> None:
    with ErrorReporter() as reporter:
        raise KeyError("words from the journal")

    said = capsys.readouterr()
    assert reporter.status == 1
    assert not said.out
    assert "KeyError, tests.commands.test_cli" in said.err
    assert "words from the journal" not in said.err
    assert "Traceback" not in said.err


def test_an_interruption_ends_calmly(capsys: Captured) -> None:
    with ErrorReporter() as reporter:
        raise KeyboardInterrupt

    assert reporter.status == 1
    assert capsys.readouterr().err == "Stopped. What was saved before is safe.\n"


def test_wrong_usage_and_help_are_let_through() -> None:
    with pytest.raises(SystemExit), ErrorReporter():
        sys.exit(2)


def test_a_reader_that_stops_reading_ends_it_without_a_word(tmp_path: Path) -> None:
    path = a_case(tmp_path, 400)
    command = [sys.executable, "-m", "journal", "list", "--json", "--file", str(path)]

    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        said = running.stderr.read()

    assert said == b""
    assert running.returncode == 1


def test_a_terminal_that_knows_few_signs_still_gets_the_list(tmp_path: Path) -> None:
    path = a_case(tmp_path, 60)
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}

    listed = subprocess.run(
        [sys.executable, "-m", "journal", "list", "--file", str(path)], env=environment, capture_output=True, check=True
    )

    assert len(listed.stdout.splitlines()) == 60
    assert listed.stdout.isascii()
    assert listed.stderr == b""


@pytest.mark.parametrize("arguments", [["--help"], ["list", "--help"], ["head", "show", "--help"], ["list", "--bad"]])
def test_help_and_usage_are_as_wide_as_the_terminal(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    longest: dict[int, int] = {}
    for columns in (50, 160):
        monkeypatch.setenv("COLUMNS", str(columns))
        with pytest.raises(SystemExit):
            main(arguments)
        told = capsys.readouterr()
        usage = (told.out + told.err).partition("error:")[0]
        longest[columns] = max(map(len, usage.splitlines()))

    assert longest[50] <= 50
    assert longest[160] > 80


def test_a_command_does_not_load_what_only_the_layout_of_its_help_needs(tmp_path: Path) -> None:
    path = a_journal(tmp_path, an_entry("Rang."))
    program = "import sys; from journal.cli import main; main(sys.argv[1:]); print(*sys.modules)"
    listed = [sys.executable, "-c", program, "list", "--file", str(path)]

    modules = subprocess.run(listed, capture_output=True, text=True, check=True).stdout.split()

    assert "journal.commands.listing" in modules
    assert "shutil" not in modules
