"""The journal's one file as a TinyDB storage: reads and writes whole tables, and takes one more row cheaply."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from msgspec import Raw
from tinydb.storages import Storage

from journal.store import layout
from journal.store.generation import publish


class JournalStorage(Storage):
    """Reads and writes one JSON file with the journal's tables."""

    def __init__(self, path: Path) -> None:
        """Prepare to use the file, which need not exist yet."""
        super().__init__()
        self.path = path
        self.rows: layout.Rows | None = None
        """The encoded rows as last read or written; None before the first reading."""

    def load(self) -> layout.Rows:
        """Return the encoded rows of every table, reading the file once.

        Raises Malformed for bytes that are not a journal's tables, OSError where the file cannot be read.
        """
        if self.rows is None:
            self.rows = layout.parse(self.path.read_bytes()) if self.path.exists() else {}
        return self.rows

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return all tables as TinyDB wants them, or None where nothing was ever written."""
        rows = self.load()
        if not rows:
            return None
        return {name: {key: msgspec.json.decode(row) for key, row in table.items()} for name, table in rows.items()}

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace all tables, durably; raises OSError with the file as it was or whole and new."""
        self.save(
            {
                name: {str(key): Raw(msgspec.json.encode(row)) for key, row in table.items()}
                for name, table in data.items()
            }
        )

    def save(self, rows: layout.Rows) -> None:
        """Publish these encoded rows as the file's next generation."""
        publish(self.path, layout.render(rows))
        self.rows = rows
