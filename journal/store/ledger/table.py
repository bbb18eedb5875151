"""TinyDB table that appends a row without reading, encoding or copying the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tinydb import TinyDB
from tinydb.table import Document, Table

from journal.store.ledger.storage import NOTHING, JournalStorage, encoded

if TYPE_CHECKING:
    from msgspec import Raw

    from journal.store.file.snapshot import Stream


class GrowingTable(Table):
    """TinyDB table whose `insert` passes the storage one row instead of all tables."""

    @property
    def storage(self) -> JournalStorage:
        """The storage of the table, which must be a `JournalStorage`."""
        if not isinstance(self._storage, JournalStorage):
            raise TypeError("this table needs a JournalStorage")
        return self._storage

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert one document and return its number; a `Document` brings its own.

        Raises ValueError for what is not a mapping, or a number that is taken.
        """
        if not isinstance(document, Mapping):
            raise ValueError("a document must be a mapping")  # noqa: TRY004 - as TinyDB's own insert does
        if isinstance(document, Document):
            number, self._next_id = document.doc_id, None
            if str(number) in self.storage.read_table(self.name):
                raise ValueError(f"the table {self.name!r} already has such a row")
        else:
            number = int(self._get_next_id())  # type: ignore[no-untyped-call]
        self.storage.add(self.name, encoded({number: document}))
        self.clear_cache()
        return number

    def append(
        self, rows: Mapping[str, Raw], desk: Mapping[str, Raw] | None = None, files: Mapping[str, Stream] = NOTHING
    ) -> None:
        """Commit encoded rows under new keys, the table `desk` where one is given, and evidence, in one transaction.

        Raises what `JournalStorage.add` raises.
        """
        self.storage.add(self.name, rows, desk, files)
        self._next_id = None
        self.clear_cache()

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return self.storage.read_table(self.name)


class JournalDB(TinyDB):
    """TinyDB on one `JournalStorage`, with growing tables."""

    table_class = GrowingTable

    def __init__(self, storage: JournalStorage) -> None:
        """Use this storage."""
        super().__init__(storage=lambda: storage)

    def growing(self, name: str) -> GrowingTable:
        """Return a table by its name."""
        table = self.table(name)
        assert isinstance(table, GrowingTable)  # noqa: S101 - what `table_class` makes
        return table
