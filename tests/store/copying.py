"""Copies of all ages."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from journal.store.copies.backup import back_up
from tests.store.journals import NOW, a_logbook

if TYPE_CHECKING:
    from pathlib import Path


NAME = "2026-11-22-a.json"


def more(journal: Path, entries: int = 1) -> None:
    a_logbook(journal, entries=entries).close()


def aged(journal: Path, stick: Path, *days: int) -> list[str]:
    """Copies that were made so many days ago, each of a further state of the journal."""
    names = []
    for ago in sorted(days, reverse=True):
        made = back_up(journal, stick, now=NOW - timedelta(days=ago))
        more(journal)
        names.append(made.name)
    return names
