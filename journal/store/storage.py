"""The journal's one file as a TinyDB storage: whole tables in and out, and one more row at the cost of that row."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import msgspec
from msgspec import Raw
from tinydb.storages import Storage

from journal.store import generation, layout
from journal.store.layout import Block, Malformed, Parsed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.store.generation import Stamp


class Changed(Exception):
    """The file is not the one that was last read or saved here; it was left as it is."""


class JournalStorage(Storage):
    """Reads and writes one JSON file with the journal's tables.

    The file is read once. Every save compares it with what was last read or saved here, and never writes over what
    somebody else put there.
    """

    def __init__(self, path: str | Path) -> None:
        """Prepare to use the file, which need not exist yet."""
        super().__init__()
        self.path = Path(path)
        self._blocks: dict[str, Block] | None = None
        self._published: Stamp | None = None
        self._tried: dict[str, Block] | None = None

    def load(self) -> Parsed:
        """Read the file and return what stands in it, nothing where there is none.

        Raises Malformed for bytes that are not a journal's tables, OSError where the file cannot be read.
        """
        self._published = generation.stamp_of(self.path)
        parsed = layout.parse(self.path.read_bytes()) if self._published else Parsed({}, {})
        self._blocks = parsed.blocks
        return parsed

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return all tables as TinyDB wants them, or None where nothing was ever written."""
        blocks = self._current()
        return {name: self.read_table(name) for name in [*layout.TABLES, *blocks]} if blocks else None

    def read_table(self, name: str) -> dict[str, Any]:
        """Return one table, row key to row, without decoding the others."""
        block = self._current().get(name)
        return {key: msgspec.json.decode(row) for key, row in block.rows().items()} if block else {}

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        """Replace all tables, durably; raises as `save` does."""
        self.save({name: Block(encoded(table).items()) for name, table in data.items()})

    def add(self, table: str, rows: Mapping[str, Raw], replacing: Mapping[str, Block]) -> None:
        """Add rows to one table and replace some others whole, in one save; raises as `save` does.

        Raises ValueError where a row with that key is there already.
        """
        blocks = self._current()
        block = blocks.get(table, Block())
        if any(key in block for key in rows):
            raise ValueError(f"the table {table!r} already has such a row")
        self.save({**blocks, **replacing, table: block.with_rows(rows.items())})

    def save(self, blocks: dict[str, Block]) -> None:
        """Publish these tables as the file's next generation.

        Raises Changed with nothing written where somebody else put another file there, and OSError with the file as it
        was or whole and new; which of the two, `settle` finds out.
        """
        if not self._holds(self._current()):
            self._give_up()
        self._publish(blocks)

    def settle(self) -> bool:
        """Return whether a save that was reported failed stands in the file after all; if so, save it once more.

        What the disk may have shown to others is never replaced by something that contradicts it. Raises as `save`.
        """
        if self._tried is None:
            return False
        if self._holds(self._blocks or {}):
            self._tried = None
            return False
        if not self._holds(self._tried):
            self._give_up()
        self._publish(self._tried)
        return True

    def remembered(self) -> dict[str, Block]:
        """Return all tables as they were last read or saved here, whatever stands in the file now."""
        return dict(self._blocks or {})

    def _current(self) -> dict[str, Block]:
        self.settle()
        if self._blocks is None and self.load().doubled:
            raise Malformed("a name stands twice")
        return self._blocks or {}

    def _publish(self, blocks: dict[str, Block]) -> None:
        self._tried = blocks
        self._published = generation.publish(self.path, layout.chunks(blocks))
        self._blocks, self._tried = blocks, None

    def _holds(self, blocks: dict[str, Block]) -> bool:
        """Return whether the file is the generation with these tables; without any, whether there is no file."""
        found = generation.stamp_of(self.path)
        if blocks is self._blocks and found == self._published:
            return True
        if found is None:
            return not blocks
        data = layout.rendered(blocks)
        return found.size == len(data) and self.path.read_bytes() == data

    def _give_up(self) -> NoReturn:
        if self.path.parent.exists():
            raise Changed
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self.path.parent))


def encoded(table: Mapping[Any, Any]) -> dict[str, Raw]:
    """Return the rows of a table encoded, with their keys as text."""
    return {str(key): Raw(msgspec.json.encode(row)) for key, row in table.items()}
