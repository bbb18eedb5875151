"""`journal verify`: what it compares and says."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from journal.domain.ledger.recovery_code import draw
from journal.domain.state.erasable import Subject
from journal.store.age.protection import Key
from tests.commands.cli_builders import a_journal, a_journal_with_a_history, run
from tests.store.damage import a_file
from tests.store.journals import tables
from tests.store.little_work import with_little_work
from tests.ui.builders import Clock, a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

Captured = pytest.CaptureFixture[str]


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

    assert (still, other, nonsense) == (0, 1, 2)
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


def test_what_was_erased_on_purpose_is_told_and_is_an_exception_for_a_head_and_a_copy_of_before(
    tmp_path: Path, capsys: Captured
) -> None:
    path = a_journal(tmp_path, an_entry("Rang.", place="12 Invented Lane"))
    copy = tmp_path / "copy.json"
    copy.write_bytes(path.read_bytes())
    run("verify", path)
    head = capsys.readouterr().out.splitlines()[1].removeprefix("Head digest: ").split()
    logbook = a_logbook(tmp_path)
    thing = Subject("entry", 1)
    [place] = [one for one in logbook.erasure.choices(thing) if one.name == "place"]
    logbook.erasure.erase(place.places)
    logbook.close()

    plain, said = run("verify", path), capsys.readouterr().out
    held, said_of_head = run("verify", path, "--head", *head), capsys.readouterr().out
    compared, said_of_copy = run("verify", path, "--against", copy), capsys.readouterr().out

    gone = "1 field of record 3 was erased on purpose, as record 4 of 2026-11-22 14:03 UTC says"
    assert (plain, held, compared) == (0, 1, 1)
    assert f"everything that is left agrees; {gone}." in said
    assert f"stands as it did when the digest was given, except that {gone}; 1 record came since." in said_of_head
    assert f"which holds its 3 records and 1 more. Changed: in this file {gone}." in said_of_copy


def test_what_was_declared_erased_while_it_still_stood_there_is_told_against_such_a_copy(
    tmp_path: Path, capsys: Captured
) -> None:
    path = a_journal(tmp_path, an_entry("Rang.", place="12 Invented Lane"))
    whole = tables(path)
    logbook = a_logbook(tmp_path)
    [place] = [one for one in logbook.erasure.choices(Subject("entry", 1)) if one.name == "place"]
    logbook.erasure.erase(place.places)
    logbook.checkpoint()
    logbook.close()
    declared = tables(path)
    declared["records"]["3"] = whole["records"]["3"]
    copy = tmp_path / "copy.json"
    copy.write_text(json.dumps(declared), encoding="utf-8")

    compared, said = run("verify", path, "--against", copy), capsys.readouterr().out

    assert compared == 1
    assert "Changed: in this file 1 field of record 3 was erased on purpose" in said


def test_the_earliest_and_latest_time_of_writing_and_a_clock_that_ran_backwards_are_told(
    tmp_path: Path, capsys: Captured
) -> None:
    clock = Clock()
    logbook = a_logbook(tmp_path, clock=clock)
    clock.move(days=400)
    logbook.record(an_entry("Rang."))
    clock.move(days=-399)
    logbook.record(an_entry("Rang again."))
    logbook.close()

    run("verify", tmp_path / "journal.json")

    said = capsys.readouterr().out
    assert "written from 2026-11-22 14:03 UTC to 2027-12-27 14:03 UTC" in said
    assert "(the computer's clock ran backwards 1 time, at record 4)" in said


def test_a_copy_under_an_earlier_passphrase_is_compared_and_what_goes_wrong_says_with_which_file(
    tmp_path: Path, capsys: Captured
) -> None:
    for name, words in (("now", "the new phrase"), ("old", "the old phrase")):
        key = Key()
        wraps = with_little_work(key, words, draw(lambda count: bytes(range(count))))
        (tmp_path / f"{name}.json").write_bytes(a_file(protection=(key, wraps)))
        (tmp_path / f"{name}.txt").write_text(f"\ufeff{words}\r\n")
    files = [tmp_path / name for name in ("now.json", "old.json", "now.txt", "old.txt")]
    now, old, secret, earlier = files

    compared = ("verify", now, "--against", old, "--passphrase-file", secret)
    alone = run(*compared)
    said = capsys.readouterr().err
    both = run(*compared, "--against-passphrase-file", earlier)

    assert (alone, both) == (1, 0)
    assert f"{old}: This passphrase or recovery code does not open the journal." in said
    assert "--against-passphrase-file" in said


@pytest.mark.parametrize(
    ("command", "option"), [("protect", "--new-passphrase-file"), ("passphrase", "--new-passphrase-file")]
)
def test_a_passphrase_that_cannot_be_asked_for_names_the_option_that_is_meant(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, command: str, option: str
) -> None:
    path = a_journal(tmp_path, an_entry("Rang."))
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))

    status = run(command, "--file", path)

    assert status == 1
    assert f"read with {option}." in capsys.readouterr().err
