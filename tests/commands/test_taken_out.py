"""What was taken out of an entry is told by the commands that read it, unless the journal itself declares it erased."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
import pytest

from journal.domain.ledger.record import Record, blacken
from journal.domain.state.erasing import FieldRef
from tests.commands.cli_builders import a_journal, run
from tests.ui.builders import a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

    Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize("command", [("list",), ("list", "--json"), ("show", "2")], ids=" ".join)
def test_words_that_were_taken_out_without_a_declared_erasure_are_told(
    tmp_path: Path, capsys: Captured, command: tuple[str, ...]
) -> None:
    path = a_journal(tmp_path, an_entry("One."), an_entry("Two."))

    tables = json.loads(path.read_bytes())
    fourth = msgspec.json.decode(json.dumps(tables["records"]["4"]), type=Record)
    tables["records"]["4"] = json.loads(msgspec.json.encode(blacken(fourth, frozenset({"account"}))))
    path.write_text(json.dumps(tables, ensure_ascii=False), "utf-8")
    status = run(*command, "--file", path)

    said = capsys.readouterr()
    assert "Two." not in said.out
    assert status == 1
    assert "in record 4 a field is missing that no later record erases" in said.err


def test_words_that_were_erased_on_purpose_are_no_fault(tmp_path: Path, capsys: Captured) -> None:
    logbook = a_logbook(tmp_path, an_entry("One."), an_entry("Two."))
    logbook.erasure.erase([FieldRef(4, "account")], "typed by mistake")
    logbook.close()

    statuses = run("list", "--file", logbook.path), run("show", "2", "--file", logbook.path)

    assert statuses == (0, 0)
    assert "agrees" not in capsys.readouterr().err
