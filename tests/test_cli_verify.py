"""`journal verify`: what it compares and says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli_builders import a_journal, a_journal_with_a_history, run
from tests.ui.builders import a_logbook, an_entry

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
