"""The commands outside the screen: what they write, what they leave alone, how they end."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING

import msgspec
import pytest

from journal.cli import main
from journal.commands.ending import CalmEnding
from journal.domain.checklist import ItemState, Mark
from journal.domain.entry import Entry
from journal.domain.moment import UNKNOWN, Certainty, Moment
from tests.ui.builders import HOSTILE, a_logbook, an_entry, at

if TYPE_CHECKING:
    from pathlib import Path

Captured = pytest.CaptureFixture[str]


def a_journal(folder: Path, *entries: Entry) -> Path:
    logbook = a_logbook(folder, *entries)
    logbook.close()
    return logbook.path


def a_journal_with_a_history(folder: Path) -> Path:
    logbook = a_logbook(folder, an_entry("Stood there.", kind="waited_for"), an_entry("By mistake."), an_entry("Rang."))
    amended = msgspec.structs.replace(
        logbook.state.entries[1].entry, account="Stood there.\nThen left.", place="car park"
    )
    logbook.amend(1, amended, "Remembered where it was.")
    logbook.mark(1, "who_saw_noted", Mark(state=ItemState.DONE, note="An wrote it", on="2026-11-22"))
    logbook.withdraw(2, "It was the plumber.")
    logbook.close()
    return logbook.path


def run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


def everything_in(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_list_writes_one_line_per_entry_in_the_order_of_happening(tmp_path: Path, capsys: Captured) -> None:
    late = an_entry("Second.", when="2026-11-21T22:14")
    early = an_entry("First.", when="2026-11-20T08:05", times=37)
    path = a_journal(tmp_path, late, early)

    status = run("list", "--file", path)

    lines = capsys.readouterr().out.splitlines()
    assert status == 0
    assert len(lines) == 2
    assert lines[0].split() == ["2", "2026-11-20", "08:05", "Missed", "call", "\N{MULTIPLICATION SIGN}37", "First."]
    assert lines[1].split() == ["1", "2026-11-21", "22:14", "Missed", "call", "Second."]


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (at("2026-11-21T22:14"), "2026-11-21 22:14  "),
        (at("2026-11-21T22:14:05"), "2026-11-21 22:14:05  "),
        (Moment(Certainty.ABOUT, "2026-11-21T19:30", offset="+01:00"), "2026-11-21 ~19:30  "),
        (Moment(Certainty.DAY, "2026-11-21", offset="+01:00"), "2026-11-21  "),
        (
            Moment(Certainty.BETWEEN, "2026-06-01", "2026-06-30", "+02:00", "+02:00"),
            "2026-06-01\N{EN DASH}2026-06-30  ",
        ),
        (UNKNOWN, "time unknown  "),
    ],
)
def test_list_tells_a_time_as_surely_as_it_is_known_and_no_more(
    tmp_path: Path, capsys: Captured, moment: Moment, told: str
) -> None:
    path = a_journal(tmp_path, Entry(happened=moment, kind="sms"))

    run("list", "--file", path)

    assert capsys.readouterr().out.startswith(f"    1  {told}Text message")


def test_list_marks_a_withdrawn_entry(tmp_path: Path, capsys: Captured) -> None:
    path = a_journal_with_a_history(tmp_path)

    run("list", "--file", path)

    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert "withdrawn" in lines["2"]
    assert "withdrawn" not in lines["1"] + lines["3"]


def test_the_json_array_holds_every_field_by_its_id(tmp_path: Path, capsys: Captured) -> None:
    path = a_journal_with_a_history(tmp_path)

    run("list", "--json", "--file", path)

    entries = json.loads(capsys.readouterr().out)
    first, second, _ = sorted(entries, key=lambda entry: entry["number"])
    assert first["kind"] == "waited_for"
    assert first["account"] == "Stood there.\nThen left."
    assert first["recorded_at"] == "2026-11-22T14:03:00Z"
    assert [item for item in first["checklist"] if item["state"] == "done"] == [
        {"item": "who_saw_noted", "state": "done", "note": "An wrote it", "on": "2026-11-22"}
    ]
    assert not first["withdrawn"]
    assert second["withdrawn"]


def test_the_json_array_can_be_read_back_into_the_same_entries(tmp_path: Path, capsys: Captured) -> None:
    told = [an_entry(words, quoted_words=words, place=words, details={"call.rings": 9}) for words in HOSTILE]
    path = a_journal(tmp_path, *told)

    run("list", "--json", "--file", path)

    out = capsys.readouterr().out
    assert out.isascii()
    assert [Entry.from_fields(entry) for entry in json.loads(out)] == told


def test_an_empty_journal_lists_nothing_and_says_so_beside(tmp_path: Path, capsys: Captured) -> None:
    path = a_journal(tmp_path)

    assert run("list", "--file", path) == 0
    assert capsys.readouterr() == ("", "There are no entries yet.\n")
    assert run("list", "--json", "--file", path) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_show_tells_an_entry_with_its_amendment_reason_and_checklist(tmp_path: Path, capsys: Captured) -> None:
    path = a_journal_with_a_history(tmp_path)

    status = run("show", "1", "--file", path)

    out = capsys.readouterr().out
    assert status == 0
    assert "When: Saturday 21 November 2026, 22:14" in out
    assert "Kind: Waited for you or loitered" in out
    assert "What happened:\n  Stood there.\n  Then left." in out
    assert "Evidence checklist: 1 of 6 done" in out
    assert "done: noted who saw it, 2026-11-22, An wrote it" in out
    assert "Amended on Sunday 22 November 2026, 15:03, record 6" in out
    assert "Reason: Remembered where it was." in out
    assert "Where, before: \n" in out
    assert "Where, since then: car park" in out


def test_show_says_that_and_why_an_entry_was_withdrawn(tmp_path: Path, capsys: Captured) -> None:
    path = a_journal_with_a_history(tmp_path)

    run("show", "2", "--file", path)

    out = capsys.readouterr().out
    assert out.startswith("Entry 2, withdrawn\n")
    assert "By mistake." in out
    assert "Reason: It was the plumber." in out


@pytest.mark.parametrize("words", HOSTILE)
def test_stored_words_never_reach_the_terminal_as_escapes(tmp_path: Path, capsys: Captured, words: str) -> None:
    details = {"call.number": words, "call.content": words, "unknown.field": words}
    logbook = a_logbook(tmp_path, an_entry(words, place=words, quoted_words=words, tags=(words,), details=details))
    logbook.mark(1, "from_a_newer_version", Mark(state=ItemState.DONE, note=words, on=words))
    logbook.amend(1, an_entry(words * 2, kind="kind_of_a_newer_version"), f"because {words}")
    logbook.add_person(f"somebody {words}")
    logbook.close()

    run("list", "--file", logbook.path)
    run("show", "1", "--file", logbook.path)

    out = capsys.readouterr().out
    acting = {sign for sign in out if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    assert acting <= {"\n", "\N{ZERO WIDTH JOINER}"}


def test_the_file_may_be_named_before_and_after_the_command(tmp_path: Path, capsys: Captured) -> None:
    path = a_journal(tmp_path, an_entry("Rang."))

    run("--file", path, "list")
    before = capsys.readouterr()
    run("list", "--file", path)
    after = capsys.readouterr()

    assert "Rang." in before.out
    assert before == after


def test_without_a_file_the_users_own_journal_is_read(tmp_path: Path, capsys: Captured) -> None:
    own = os.environ["XDG_DATA_HOME"]
    path = a_journal(tmp_path, an_entry("My own."))
    (folder := tmp_path.joinpath(own, "journal")).mkdir(parents=True)
    path.rename(folder / "journal.json")

    assert run("list") == 0

    assert "My own." in capsys.readouterr().out


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
    assert "did not expect" not in said.err
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
    with CalmEnding() as ending:
        raise KeyError("words from the journal")

    said = capsys.readouterr()
    assert ending.status == 1
    assert not said.out
    assert "KeyError, tests.test_cli" in said.err
    assert "words from the journal" not in said.err
    assert "Traceback" not in said.err


def test_an_interruption_ends_calmly(capsys: Captured) -> None:
    with CalmEnding() as ending:
        raise KeyboardInterrupt

    assert ending.status == 1
    assert capsys.readouterr().err == "Stopped. What was saved before is safe.\n"


def test_wrong_usage_and_help_are_let_through() -> None:
    with pytest.raises(SystemExit), CalmEnding():
        sys.exit(2)


def a_case(folder: Path, entries: int) -> Path:
    run("demo", "--entries", str(entries), "--out", folder / "case.json")
    return folder / "case.json"


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


def test_verify_says_in_words_that_everything_agrees_and_how_far_that_goes(tmp_path: Path, capsys: Captured) -> None:
    path = a_journal_with_a_history(tmp_path)

    status = run("verify", path)

    sentence, head, limit = capsys.readouterr().out.splitlines()
    assert status == 0
    assert sentence.startswith("8 records, written from 2026-11-22 14:03 UTC")
    assert "everything agrees" in sentence
    assert len(head.removeprefix("Head digest: ").split()) == 16
    assert "not true time" in limit


def test_verify_names_the_record_that_was_changed(tmp_path: Path, capsys: Captured) -> None:
    path = a_journal_with_a_history(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"By mistake.", b"On purpose."))
    changed = path.read_bytes()

    status = run("verify", "--file", path)

    said = capsys.readouterr()
    assert status == 1
    assert "in record 4 a field was changed" in said.out
    assert not said.err
    assert path.read_bytes() == changed


def test_verify_answers_whether_a_head_that_was_handed_out_still_holds(tmp_path: Path, capsys: Captured) -> None:
    path = a_journal(tmp_path, an_entry("Rang."))
    run("verify", path)
    groups = capsys.readouterr().out.splitlines()[1].removeprefix("Head digest: ").split()
    logbook = a_logbook(tmp_path)
    logbook.record(an_entry("Rang again."))
    logbook.close()

    still = run("verify", path, "--head", *groups)
    held = capsys.readouterr().out
    other = run("verify", path, "--head", "0" * 64)
    not_held = capsys.readouterr().out
    nonsense = run("verify", path, "--head", "no", "digest")

    assert (still, other, nonsense) == (0, 1, 1)
    assert "Record 3 has this digest" in held
    assert "1 record came since" in held
    assert "No record has this digest" in not_held
    assert "A head digest is 16 groups of four" in capsys.readouterr().err


def test_verify_compares_with_a_copy(tmp_path: Path, capsys: Captured) -> None:
    path = a_journal(tmp_path, an_entry("Rang."))
    copy = tmp_path / "copy.json"
    copy.write_bytes(path.read_bytes())
    logbook = a_logbook(tmp_path)
    logbook.record(an_entry("Rang again."))
    logbook.close()

    newer = run("verify", path, "--against", copy)
    said_newer = capsys.readouterr().out
    older = run("verify", copy, "--against", path)

    assert (newer, older) == (0, 1)
    assert "The copy is an earlier state of this file" in said_newer
    assert "This file is an earlier state of the copy" in capsys.readouterr().out
