"""`journal list` and `journal show`: what they write of a journal."""

from __future__ import annotations

import json
import os
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

from journal.domain.entry.entry import Entry
from journal.domain.evidence.checklist import ItemState, Mark
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.domain.time.moment import UNKNOWN, Certainty, Moment
from tests.commands.cli_builders import a_journal, a_journal_with_a_history, run
from tests.ui.builders import HOSTILE, a_logbook, an_entry, at
from tests.ui.case_builders import a_case

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Captured = pytest.CaptureFixture[str]


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
    assert "crossed out" in lines["2"]
    assert "crossed out" not in lines["1"] + lines["3"]


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


def test_the_json_array_names_the_exhibits_of_each_entry_and_of_each_item(tmp_path: Path, capsys: Captured) -> None:
    logbook = a_logbook(tmp_path, an_entry("Rang."), an_entry("Stood there.", kind="waited_for"))
    logbook.exhibits.add(Exhibit(number=0, title="A note"), Target(entry=1))
    logbook.exhibits.add(Exhibit(number=0, title="A list"), Target(entry=1, item="not_answered"))
    logbook.exhibits.link(1, Target(step="said_no"))
    logbook.close()

    run("list", "--json", "--file", logbook.path)

    first, second = sorted(json.loads(capsys.readouterr().out), key=lambda entry: entry["number"])
    assert (first["exhibits"], second["exhibits"]) == ([1, 2], [])
    assert {line["item"]: line["exhibits"] for line in first["checklist"] if "exhibits" in line} == {
        "not_answered": [2]
    }


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
    assert out.startswith("Entry 2, crossed out\n")
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


def test_show_tells_the_exhibits_reports_and_orders_of_an_entry(tmp_path: Path, capsys: Captured) -> None:
    logbook = a_case(tmp_path)
    logbook.close()

    status = run("show", "1", "--file", logbook.path)

    told = capsys.readouterr().out
    assert status == 0
    assert "  Exhibit 1: A letter\n" in told
    assert "  Report 1: police · 21 Nov 2026 23:00 · NW.00.000000/2026\n" in told
    assert "  Order 1: happened while order 1 held (contact ban)\n" in told


def changed(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the tables of a journal as another tool would."""
    tables = json.loads(path.read_text(encoding="utf-8"))
    change(tables)
    path.write_text(json.dumps(tables), encoding="utf-8")


def test_a_file_whose_keys_another_tool_sorted_lists_the_entries_as_they_stand_and_says_so(
    tmp_path: Path, capsys: Captured
) -> None:
    path = a_journal(tmp_path, *(an_entry(f"Number {number}.") for number in range(9)))
    logbook = a_logbook(tmp_path)
    logbook.amend(1, an_entry("Said better."), "better")
    logbook.withdraw(2, "by mistake")
    logbook.close()
    run("list", "--file", path)
    before = capsys.readouterr().out

    def sort(tables: dict[str, Any]) -> None:
        tables["records"] = {key: tables["records"][key] for key in sorted(tables["records"])}

    changed(path, sort)
    status = run("list", "--file", path)

    said = capsys.readouterr()
    assert said.out == before
    assert "Said better." in said.out
    assert status == 1
    assert "Not everything in this file agrees" in said.err
    assert "journal recover" in said.err


def test_an_entry_that_was_changed_by_hand_is_shown_with_a_word_about_it(tmp_path: Path, capsys: Captured) -> None:
    path = a_journal(tmp_path, an_entry("It rang."), an_entry("It rang again."))
    path.write_bytes(path.read_bytes().replace(b"It rang again.", b"It never rang!"))

    listed, told = run("list", "--file", path), capsys.readouterr()
    sound, whole = run("show", "1", "--file", path), capsys.readouterr()
    status, said = run("show", "2", "--file", path), capsys.readouterr()

    assert listed == 1
    assert "in record 4 a field was changed" in told.err
    assert (sound, whole.err) == (0, "")
    assert status == 1
    assert "It never rang!" in said.out
    assert "in record 4 a field was changed" in said.err


def test_numbers_of_entries_that_no_record_holds_any_more_are_told(tmp_path: Path, capsys: Captured) -> None:
    path = a_journal(tmp_path, an_entry("One."), an_entry("Two."), an_entry("Three."))
    changed(path, lambda tables: tables["records"].pop("4"))

    status = run("list", "--file", path)

    said = capsys.readouterr()
    assert status == 1
    assert "No entry in this file has the number 2" in said.err
    assert "record 4 is missing" in said.err


def test_a_damaged_file_is_never_said_to_have_no_entries(tmp_path: Path, capsys: Captured) -> None:
    path = a_journal(tmp_path, an_entry("One."))
    changed(path, lambda tables: tables["records"].clear())

    status = run("list", "--file", path)
    shown = run("show", "1", "--file", path)

    said = capsys.readouterr()
    assert (status, shown) == (1, 1)
    assert "no entries yet" not in said.err
    assert "There is no entry" not in said.err
