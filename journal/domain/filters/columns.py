"""Column store of what filters ask of entries, dictionary-encoded: one row for each entry, no text of an account.

A column is built when it is first asked for. At 100,000 entries it takes 100 KB where few values differ, and 400 KB
where many do.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from itertools import compress, islice
from operator import attrgetter, eq, is_not, itemgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from journal.domain.entry.records_of import fields_of, said_now
from journal.domain.filters.entry_facts import FROM_HISTORY, FROM_RECORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from journal.domain.entry.history import History

Value = TypeVar("Value")
_number_of = attrgetter("number")
_SIGNS = (attrgetter("said"), attrgetter("said_of_items"))
"""Tuples of an entry that are other objects after each record about it."""
AT_A_TIME = 200
"""Rows that are filled between two looks at the time: some milliseconds."""
_BYTE = 256
"""Number of codes that fit in a byte each, which are looked up all at once."""


class FactColumn(Generic[Value]):
    """One column: distinct values, and for each row the code of its value."""

    def __init__(self) -> None:
        self.values: list[Value] = []
        """Distinct values, by code; only ever appended to."""
        self._codes: bytearray | array[int] = bytearray()
        self._code_of: defaultdict[Value, int] = defaultdict()
        self._code_of.default_factory = self._code_of.__len__
        self._look_up: itemgetter[Any] | None = None
        """Looks up all codes in one call, where they do not fit in a byte each; made when it is first asked for."""

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self._codes)

    def extend(self, values: Iterable[Value]) -> None:
        """Add rows with these values."""
        codes = list(map(self._code_of.__getitem__, values))
        self._look_up = None
        self._widen()
        self._codes.extend(codes)

    def put(self, row: int, value: Value) -> None:
        """Set the value of a row that is there."""
        code = self._code_of[value]
        self._look_up = None
        self._widen()
        self._codes[row] = code

    def _widen(self) -> None:
        self.values.extend(islice(self._code_of, len(self.values), None))
        if len(self.values) > _BYTE and isinstance(self._codes, bytearray):
            self._codes = array("I", list(self._codes))

    def looked_up(self, verdicts: bytes | bytearray) -> bytes | bytearray:
        """Return for each row the byte that `verdicts` holds for the code of its value."""
        if isinstance(self._codes, bytearray):
            return self._codes.translate(verdicts.ljust(_BYTE, b"\0"))
        # There are more rows than one, as there are more values.
        if self._look_up is None:
            shared = [*range(len(self.values))]
            self._look_up = itemgetter(*map(shared.__getitem__, self._codes))
        return bytes(self._look_up(verdicts))


class EntryColumns:
    """The columns of the entries of one journal, by the names of `FROM_HISTORY` and `FROM_RECORDS`."""

    def __init__(self) -> None:
        self._entries: Mapping[int, History] = {}
        self._columns: dict[str, FactColumn[Any]] = {}
        self._histories: list[History] = []
        self._numbers: Sequence[int] = range(0)
        self._signs: list[list[object]] = [[], []]
        self._as_of = -1

    def take(self, entries: Mapping[int, History], as_of: int) -> None:
        """Take the entries of a state as they are after the record with the number `as_of`.

        They may have grown and changed; those of another state take the place of those that were here. Raises as
        `History.records`.
        """
        if self._entries is not entries:
            self._entries, self._columns, self._histories = entries, {}, []
            self._signs = [[], []]
        elif self._as_of == as_of >= 0:
            return
        histories = list(entries.values())
        signs = [list(map(sign, histories)) for sign in _SIGNS]
        changed = {row for old, new in zip(self._signs, signs, strict=True) for row in _where(map(is_not, old, new))}
        for row in changed:
            self._put(row, histories[row])
        self._histories, self._signs, self._as_of = histories, signs, as_of
        numbers = list(map(_number_of, histories))
        run = range(numbers[0], numbers[0] + len(numbers)) if numbers else range(0)
        # Numbers run on but in a journal that was recovered, and a range finds one without a table.
        self._numbers = run if all(map(eq, numbers, run)) else numbers

    def __getitem__(self, name: str) -> FactColumn[Any]:
        """Return a column, with all entries that were taken; raises as `History.records`."""
        while not self._fill(name, len(self._histories)):
            pass
        return self._columns[name]

    def fill_some(self, *, reading: bool) -> bool:
        """Fill one column some rows further, callable between two keys; return whether all are full.

        Those for which each record is read are filled only with `reading`.
        """
        return all(self._fill(name, AT_A_TIME) for name in (*FROM_HISTORY, *[*FROM_RECORDS][:reading]))

    def _fill(self, name: str, rows: int) -> bool:
        """Fill a column by so many rows, or all that come from the records; return whether it was full before."""
        names = FROM_RECORDS if name in FROM_RECORDS else (name,)
        columns = [self._columns.setdefault(one, FactColumn()) for one in names]
        full = len(columns[0])
        new = self._histories[full : full + rows]
        if not new:
            return True
        if name in FROM_HISTORY:
            columns[0].extend(FROM_HISTORY[name](new))
            return False
        now = (said_now(fields) for _history, fields in fields_of(new))
        said = [tuple(fact(fields) for fact in FROM_RECORDS.values()) for fields in now]
        for column, values in zip(columns, zip(*said, strict=True), strict=True):
            column.extend(values)
        return False

    def _put(self, row: int, history: History) -> None:
        built = [(name, column) for name, column in self._columns.items() if row < len(column)]
        from_records = any(name in FROM_RECORDS for name, _column in built)
        said = said_now([record.fields() for record in history.records]) if from_records else {}
        for name, column in built:
            column.put(row, FROM_RECORDS[name](said) if name in FROM_RECORDS else FROM_HISTORY[name]([history])[0])

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self._numbers)

    def rows_of(self, histories: Iterable[History]) -> list[int]:
        """Return the rows of these entries; raises ValueError or KeyError for one that was not taken."""
        return list(map(self._row_of, map(_number_of, histories)))

    def rows_among(self, numbers: Iterable[int]) -> bytearray:
        """Return for each row whether its entry has one of these numbers, as bytes 0 and 1."""
        rows = bytearray(len(self._numbers))
        row_of = self._row_of
        for number in filter(self._entries.__contains__, numbers):
            rows[row_of(number)] = 1
        return rows

    @property
    def _row_of(self) -> Callable[[int], int]:
        numbers = self._numbers
        if isinstance(numbers, range):
            return numbers.index
        return dict(zip(numbers, range(len(numbers)), strict=True)).__getitem__


def _where(holds: Iterable[bool]) -> list[int]:
    verdicts = list(holds)
    return list(compress(range(len(verdicts)), verdicts))
