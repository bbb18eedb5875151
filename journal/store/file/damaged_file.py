"""Parser for a file that is no valid JSON any more, line by line: damage costs the lines that it lies in.

Every row stands on a line of its own, so that intact lines can be parsed by themselves. The result is for reading only:
a damaged file is never written again.
"""

from __future__ import annotations

import re

import msgspec
from msgspec import Raw

from journal.store.file.identity import identity_of
from journal.store.file.layout import TABLES, Parsed, StoredRow

_BEGINS = b'{"lock":{'
_TABLE = re.compile(rb'"(%b)":\{' % "|".join(TABLES).encode())
_END_OF_TABLE = b"},"
_NO_ROWS = frozenset({_END_OF_TABLE, b"", b"}", b"}}"})


def parse_damaged(data: bytes) -> Parsed | None:
    """Parse the intact lines of a file that has this program's layout of one row per line.

    One or more neighbouring rows of records that do not parse become one block. Returns None where no identity or no
    row of records can be parsed.
    """
    first, *lines = data.split(b"\n")
    if first != _BEGINS:
        return None
    found = _TableReader()
    for line in lines:
        found.take(line)
    known = any(identity_of(row.data) for row in found.rows["lock"])
    some = any(not row.block for row in found.rows["records"])
    tables = {name: tuple(rows) for name, rows in found.rows.items()}
    return Parsed(tables, {}, damaged=True) if known and some else None


class _TableReader:
    """Parser state: the tables, filled line by line."""

    def __init__(self) -> None:
        self.rows: dict[str, list[StoredRow]] = {name: [] for name in TABLES}
        self._name, self._last = "lock", 0
        self._ended = self._doubtful = False
        """Whether the line before ended a table; whether a damaged line behind that may have named the next one."""
        self._blocks = 0

    def take(self, line: bytes) -> None:
        row = _row(line)
        if begun := _TABLE.fullmatch(line):
            self._begin(begun[1].decode())
        elif row:
            self._put(row)
        elif self._ended:
            self._doubtful = True
        elif self._name == "records" and line not in _NO_ROWS:
            self._put_block()
        self._ended = line == _END_OF_TABLE

    def _begin(self, name: str) -> None:
        self._name, self._last, self._doubtful = name, 0, False

    def _put(self, row: StoredRow) -> None:
        number = int(row.key)
        if (self._doubtful and not self._last) or ((self._doubtful or self._name == "files") and number <= self._last):
            # Numbers only grow within a table: the lines between the two are damaged.
            self._begin(TABLES[min(TABLES.index(self._name) + 1, len(TABLES) - 1)])
        elif self._doubtful and self._name == "records":
            self._put_block()
        self.rows[self._name].append(row)
        self._last, self._doubtful = number, False

    def _put_block(self) -> None:
        rows = self.rows["records"]
        if not rows or not rows[-1].block:
            self._blocks += 1
            rows.append(StoredRow(f"?{self._blocks}", block=True))


def _row(line: bytes) -> StoredRow | None:
    try:
        line.decode("utf-8")
        ((key, data),) = msgspec.json.decode(b"{%b}" % line.removesuffix(b","), type=dict[str, Raw]).items()
    except (ValueError, RecursionError):
        return None
    return StoredRow(key, data=data) if key.isdecimal() and bytes(data).startswith(b"{") else None
