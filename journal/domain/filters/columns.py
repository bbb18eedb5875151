"""FactColumn store of what filters ask of entries, dictionary-encoded: one row for each entry, no text of an account.

At 100,000 entries a column takes 100 KB where few values differ, and 400 KB where many do.
"""

from __future__ import annotations

from array import array
from operator import attrgetter, eq
from typing import TYPE_CHECKING, Generic, TypeVar

from journal.domain.filters.entry_facts import EntryFacts, facts_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from journal.domain.entry.history import History

Value = TypeVar("Value")
Rows = range | list[int]
_number_of = attrgetter("number")
_BYTE = 256
"""Number of codes that fit in a byte each, which are looked up all at once."""


class FactColumn(Generic[Value]):
    """One column: distinct values, and for each row the code of its value."""

    def __init__(self) -> None:
        self.values: list[Value] = []
        """Distinct values, by code; only ever appended to."""
        self._codes: bytearray | array[int] = bytearray()
        self._code_of: dict[Value, int] = {}

    def put(self, row: int, value: Value) -> None:
        """Set the value of a row; the row after the last one is added."""
        code = self._code_of.setdefault(value, len(self.values))
        if code == len(self.values):
            self.values.append(value)
        if code == _BYTE and isinstance(self._codes, bytearray):
            self._codes = array("I", list(self._codes))
        if row == len(self._codes):
            self._codes.append(code)
        else:
            self._codes[row] = code

    def looked_up(self, verdicts: bytes | bytearray, rows: Rows) -> bytes | bytearray:
        """Return for each of these rows the byte that `verdicts` holds for the code of its value."""
        codes = self._codes
        if isinstance(rows, range):
            codes = codes[rows.start : rows.stop]
        elif isinstance(codes, bytearray):
            codes = bytearray(map(codes.__getitem__, rows))
        else:
            codes = array("I", map(codes.__getitem__, rows))
        if isinstance(codes, bytearray):
            return codes.translate(verdicts.ljust(_BYTE, b"\0"))
        return bytes(map(verdicts.__getitem__, codes))


class EntryColumns:
    """The columns of the entries of one journal, by the names of the fields of `EntryFacts`."""

    def __init__(self) -> None:
        self._columns: Mapping[str, FactColumn[Any]] = {name: FactColumn() for name in EntryFacts.__struct_fields__}
        self._rows: dict[int, int] = {}
        self._numbers: list[int] = []

    def __getitem__(self, name: str) -> FactColumn[Any]:
        """Return a column."""
        return self._columns[name]

    def put(self, history: History, told: Sequence[Mapping[str, Any]]) -> None:
        """Take an entry as it is now; `told` are the fields of its records, oldest first."""
        row = self._rows.setdefault(history.number, len(self._rows))
        if row == len(self._numbers):
            self._numbers.append(history.number)
        facts = facts_of(history, told)
        for name, column in self._columns.items():
            column.put(row, getattr(facts, name))

    def among(self, numbers: frozenset[int], rows: Rows) -> bytes:
        """Return for each of these rows whether the number of its entry is one of `numbers`, as bytes 0 and 1."""
        own = self._numbers
        wanted = own[rows.start : rows.stop] if isinstance(rows, range) else map(own.__getitem__, rows)
        return bytes(map(numbers.__contains__, wanted))

    def rows_of(self, histories: Sequence[History]) -> Rows:
        """Return the rows of these entries, in their order, as a range where they follow each other.

        Raises KeyError for an entry that was not put.
        """
        rows = list(map(self._rows.__getitem__, map(_number_of, histories)))
        in_line = range(rows[0], rows[0] + len(rows)) if rows else range(0)
        return in_line if all(map(eq, rows, in_line)) else rows
