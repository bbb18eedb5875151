"""`journal add` with the account from a pipe: what is saved, what it says, and what it refuses."""

from __future__ import annotations

import io
import resource
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from journal.commands.adding import LONGEST_ACCOUNT
from journal.domain.kinds import KINDS
from journal.domain.time.moment import UNKNOWN
from journal.logbook import Logbook
from journal.store.file.write_ahead_log import log_path
from tests.commands.cli_builders import a_journal, run
from tests.evidence.builders import a_jpeg
from tests.ui.builders import HOSTILE, a_logbook, an_entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journal.domain.entry.entry import Entry

    Pipe = Callable[[bytes], None]

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Pipe:
    """Lay these bytes in standard input."""
    return lambda data: monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def entries(path: Path) -> list[Entry]:
    with closing(Logbook(path, read_only=True)) as logbook:
        return [history.entry for history in logbook.state.entries.values()]


@pytest.mark.parametrize("words", [*HOSTILE, "Two lines,\n\nand a third.", "q", "x" * 100_000])
def test_what_comes_through_the_pipe_is_the_account_word_for_word(tmp_path: Path, pipe: Pipe, words: str) -> None:
    path = a_journal(tmp_path, an_entry())
    pipe((words + "\n").encode())

    assert run("add", "--kind", "sms", "--file", path) == 0

    assert entries(path)[-1].account == words.replace("\r\n", "\n")
    assert entries(path)[-1].kind == "sms"


def test_it_says_in_one_sentence_what_was_saved_and_where(tmp_path: Path, pipe: Pipe, capsys: Captured) -> None:
    path = a_journal(tmp_path, an_entry())
    pipe(b"He rang.\n")

    run("add", "--kind", "missed", "--when", "3 May 2026 22:14", "--file", path)

    said = capsys.readouterr()
    assert said.out == (
        f"Entry 2 is saved: Missed call, Sunday 3 May 2026, 22:14, in {path}, for now in the file "
        f"{log_path(path).name} beside it, which the next opening takes in.\n"
    )
    assert not said.err
    assert "He rang" not in said.out


@pytest.mark.parametrize(
    ("when", "assumed"),
    [("3 may", "year assumed"), ("the 3rd", "month assumed"), ("a week ago at 22:00", "day assumed")],
)
def test_what_was_assumed_of_a_time_is_said(
    tmp_path: Path, pipe: Pipe, capsys: Captured, when: str, assumed: str
) -> None:
    path = a_journal(tmp_path, an_entry())
    pipe(b"He rang.\n")

    run("add", "--when", when, "--file", path)

    assert assumed in capsys.readouterr().err


def test_a_time_that_nobody_tells_stays_unknown(tmp_path: Path, pipe: Pipe) -> None:
    path = a_journal(tmp_path)
    pipe(b"He rang.\n")

    run("add", "--file", path)

    assert entries(path)[-1].happened == UNKNOWN
    assert entries(path)[-1].kind == "other"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--when", "12:30 or 13:30"], "is no time"),
        (["--when", "tomorrow"], "can be read in more than one way"),
        (["--kind", "call"], "fits several kinds: Call answered, Missed call"),
        (["--kind", "e"], "and others"),
        (["--kind", "qqq"], "No kind is called “qqq”"),
        (["--kind", "\x1b[2J"], "No kind is called “␛[2J”"),
    ],
)
def test_a_doubtful_option_is_refused_and_nothing_is_saved(
    tmp_path: Path, pipe: Pipe, capsys: Captured, options: list[str], said: str
) -> None:
    path = a_journal(tmp_path, an_entry())
    pipe(b"He rang.\n")

    assert run("add", *options, "--file", path) == 2

    assert said in capsys.readouterr().err
    assert len(entries(path)) == 1
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_kind_is_found_by_its_id_and_by_its_name(tmp_path: Path, kind: object) -> None:
    from journal.commands.option_values import kind_called
    from journal.domain.kinds.catalogue import Kind

    assert isinstance(kind, Kind)
    assert kind_called(kind.id) is kind
    assert kind_called(kind.label.upper()) is kind


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Nothing came"),
        (b" \n", "Nothing came"),
        (b"\xff\xfe\xff", "no text in UTF-8"),
        (b"x" * (LONGEST_ACCOUNT + 1), "longer than a megabyte"),
    ],
)
def test_what_is_no_account_is_refused(tmp_path: Path, pipe: Pipe, capsys: Captured, data: bytes, said: str) -> None:
    path = a_journal(tmp_path, an_entry())
    pipe(data)

    assert run("add", "--file", path) == 1

    assert said in capsys.readouterr().err
    assert len(entries(path)) == 1


def test_a_kind_alone_is_enough(tmp_path: Path, pipe: Pipe) -> None:
    path = a_journal(tmp_path)
    pipe(b"")

    assert run("add", "--kind", "call_missed", "--when", "unknown", "--file", path) == 0

    assert entries(path)[-1].kind == "call_missed"


def test_where_there_is_no_journal_none_is_made(tmp_path: Path, pipe: Pipe, capsys: Captured) -> None:
    pipe(b"He rang.\n")

    assert run("add", "--file", tmp_path / "journal.json") == 1

    assert "There is no journal at" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_another_window_that_writes_is_named_and_nothing_is_saved(tmp_path: Path, pipe: Pipe, capsys: Captured) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    pipe(b"He rang.\n")

    assert run("add", "--file", logbook.path) == 1

    assert "Another window has this journal open for writing" in capsys.readouterr().err
    logbook.close()
    assert len(entries(logbook.path)) == 1


def test_a_protected_journal_takes_it_with_its_passphrase_and_never_without(
    tmp_path: Path, pipe: Pipe, capsys: Captured
) -> None:
    path = a_journal(tmp_path, an_entry())
    (tmp_path / "key").write_text("an invented passphrase", encoding="utf-8")
    run("protect", "--file", path, "--new-passphrase-file", tmp_path / "key")
    capsys.readouterr()
    pipe(b"A secret account.\n")

    assert run("add", "--kind", "sms", "--file", path) == 1
    assert "--passphrase-file" in capsys.readouterr().err
    pipe(b"A secret account.\n")
    assert run("add", "--kind", "sms", "--file", path, "--passphrase-file", tmp_path / "key") == 0

    assert capsys.readouterr().out.endswith(f"in {path}.\n")
    assert b"A secret account" not in path.read_bytes()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["journal.json", "key"]


def test_a_full_disk_is_told_and_the_journal_stays_as_it_was(tmp_path: Path, pipe: Pipe, capsys: Captured) -> None:
    path = a_journal(tmp_path, an_entry())
    before = path.read_bytes()
    pipe(b"He rang.\n")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        status = run("add", "--file", path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert status == 1
    assert "does not take a file of this size" in capsys.readouterr().err
    assert path.read_bytes() == before
    pipe(b"He rang.\n")
    assert run("add", "--file", path) == 0
    assert [entry.account for entry in entries(path)] == ["", "He rang."]


def test_a_line_of_a_sheet_is_typed_off_with_its_picture_as_exhibit(
    tmp_path: Path, pipe: Pipe, capsys: Captured
) -> None:
    path, sheet = a_journal(tmp_path, an_entry()), tmp_path / "sheet.jpg"
    sheet.write_bytes(a_jpeg())
    paper: list[str | Path] = ["--picture", sheet, "--sheet", "12"]

    for line, words in (("2", b"He rang.\n"), ("3", b"He stood at the gate.\n")):
        pipe(words)
        assert run("add", "--when", "3 May 2026 22:14", *paper, "--line", line, "--file", path) == 0

    said = capsys.readouterr().out
    assert f"Entry 3 is saved: Other, Sunday 3 May 2026, 22:14, from sheet 12, line 3, in {path}." in said
    with closing(Logbook(path, read_only=True)) as logbook:
        assert [one.file_name for one in logbook.exhibits.standing] == ["sheet.jpg"]
        assert {target.entry for target in logbook.state.links[1]} == {2, 3}
    assert run("list", "--file", path) == 0
    first, second, _third = sorted(capsys.readouterr().out.splitlines())
    assert "  copied from paper  " not in first
    assert "  Other  copied from paper  He rang." in second


def test_a_line_that_is_here_already_is_refused_before_anything_is_saved(
    tmp_path: Path, pipe: Pipe, capsys: Captured
) -> None:
    path, sheet = a_journal(tmp_path), tmp_path / "sheet.jpg"
    sheet.write_bytes(a_jpeg())
    for words in (b"He rang.\n", b"He rang again.\n"):
        pipe(words)
        ended = run("add", "--picture", sheet, "--line", "1", "--file", path)

    assert ended == 1
    assert "Line 1 of this sheet is here already, as entry 1." in capsys.readouterr().err
    assert len(entries(path)) == 1


@pytest.mark.parametrize("options", [["--line", "1"], ["--sheet", "1"], ["--picture", "sheet.jpg"]])
def test_a_line_without_its_picture_is_refused(
    tmp_path: Path, pipe: Pipe, capsys: Captured, options: list[str]
) -> None:
    path = a_journal(tmp_path)
    pipe(b"He rang.\n")

    assert run("add", *options, "--file", path) == 2

    assert "--line and --picture belong together" in capsys.readouterr().err
    assert not entries(path)
