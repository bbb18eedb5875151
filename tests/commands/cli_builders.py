"""Journals for the tests of the commands, and the commands as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from journal.cli import main
from journal.domain.evidence.checklist import ItemState, Mark
from tests.ui.builders import a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.entry.entry import Entry


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


def a_case(folder: Path, entries: int) -> Path:
    run("demo", "--entries", str(entries), "--out", folder / "case.json")
    return folder / "case.json"
