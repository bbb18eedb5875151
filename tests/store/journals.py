"""Journal files for the tests of the store; everything in them is invented."""

from __future__ import annotations

import hashlib
import io
import json
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

from msgspec import Raw

from journal.domain.entry.entry import Entry
from journal.domain.evidence.exhibit import Exhibit
from journal.logbook import Logbook
from journal.store.file.layout import EncodedTable, serialised

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOW = datetime(2026, 11, 22, 14, 3, tzinfo=UTC)

Tables = dict[str, dict[str, Any]]
"""A file as plain values: table to row key to row."""


class Clock:
    """A clock that goes on by one second each time it is looked at, or stands where it is put."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def salts() -> Callable[[], bytes]:
    """Salts that differ from each other and are the same in every run."""
    numbers = count()
    return lambda: next(numbers).to_bytes(16, "big")


def an_entry(account: str = "It rang.", **fields: Any) -> Entry:
    return Entry(kind="call_missed", account=account, **fields)


def a_logbook(
    path: Path,
    *,
    entries: int = 0,
    clock: Clock | None = None,
    read_only: bool = False,
    quiet: float | None = None,
) -> Logbook:
    """A journal, opened or begun, with so many more entries recorded; its file catches up only when it is told to."""
    logbook = Logbook(path, clock=clock or Clock(), salts=salts(), read_only=read_only, quiet=quiet)
    for number in range(1, entries + 1):
        logbook.record(an_entry(f"It rang {number} times."))
    return logbook


def add_exhibit(logbook: Logbook, content: bytes) -> str:
    """Add a piece of evidence from memory, and return its digest."""
    ledger, digest = logbook._ledger, hashlib.sha256(content).hexdigest()
    said = {"action": "exhibit.added", "sha256": digest, "size": len(content)}
    number = {"exhibit": logbook.state.of(Exhibit).next}
    ledger.append([ledger.evidence.put(said | number, io.BytesIO(content))])
    return digest


def a_journal(path: Path, *, entries: int = 8) -> Path:
    """A closed journal file with so many entries, and so one record more."""
    a_logbook(path, entries=entries).close()
    return path


def tables(path: Path) -> Tables:
    """What stands in a file, read by the standard library."""
    plain: Tables = json.loads(path.read_bytes())
    return plain


def as_ours(plain: Tables) -> bytes:
    """The bytes as this program lays them out."""
    return serialised(
        {name: EncodedTable((key, _encoded(row)) for key, row in rows.items()) for name, rows in plain.items()}
    )


def _encoded(row: object) -> Raw:
    return Raw(json.dumps(row, separators=(",", ":"), ensure_ascii=False).encode())


def as_stock(plain: Tables) -> bytes:
    """The bytes as stock TinyDB writes them: other spacing, every sign beyond ASCII escaped."""
    return json.dumps(plain).encode()


def as_stock_indented(plain: Tables) -> bytes:
    return json.dumps(plain, indent=4, sort_keys=True).encode()


STYLES = (as_ours, as_stock, as_stock_indented)
"""The ways in which a file may have been written again."""


def files_in(folder: Path) -> list[str]:
    """The names of everything in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())
