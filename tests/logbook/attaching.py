"""Journals into which odd files are attached, and what has to be true of them afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.evidence.exhibit import Form
from tests.store.journals import a_logbook, an_entry, files_in

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook

CONTENT = b"Invented words, line after line.\n" * 100


def a_case(folder: Path) -> Logbook:
    """A journal in a folder of its own, with one entry."""
    (folder / "kept").mkdir()
    return a_logbook(folder / "kept" / "journal.json", entries=1)


def require_unharmed(logbook: Logbook, exhibits: int = 0) -> None:
    """Nothing was half added beside so many files, the journal is sound, and the next entry is saved."""
    before = logbook.verify()
    logbook.record(an_entry("And on."))
    after = logbook.verify()

    assert len(logbook.exhibits.by_digest(Form.FILE)) == before.evidence == exhibits
    assert before.sound
    assert after.sound
    assert after.records == before.records + 1
    logbook.close()
    assert files_in(logbook.path.parent) == ["journal.json"]


def bytes_of(logbook: Logbook, number: int) -> bytes:
    parts: list[bytes] = []
    logbook.exhibits.read(number, parts.append)
    return b"".join(parts)
