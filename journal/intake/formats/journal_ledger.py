"""Reader of journals of this program: the journal's own file, and the ledger in a bundle that was handed over.

The chain is checked as it is read, and what does not hold is told; the entries are those that stand at its end.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw

from journal.domain.base.canonical import has_doubled_names
from journal.domain.ledger.chain import FaultKind, Head, LedgerRow, all_faults
from journal.domain.ledger.erased import declared_erased
from journal.domain.ledger.record import Record
from journal.domain.state.state import State
from journal.intake.formats import journal_files
from journal.intake.formats.journal_entries import LedgerEnd, logged_entries
from journal.intake.formats.json_objects import Visit, values
from journal.intake.formats.json_values import row, text, whole_number
from journal.intake.model.found import Found, Place, Problem, Trouble
from journal.store.file import mutable_state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.domain.ledger.chain import Fault
    from journal.intake.formats.json_objects import Path, Value
    from journal.intake.model.source import Source

_MARK = rb"(?:\xef\xbb\xbf)?\s*"
_JOURNAL = re.compile(
    _MARK + rb'\{\s*"lock"\s*:\s*\{\s*"\d{1,9}"\s*:\s*\{\s*"program"\s*:\s*"Journal"\s*,\s*"format"\s*:\s*\d{1,9}\s*\}'
)
"""Beginning of a journal that no passphrase protects."""
_BUNDLE = re.compile(
    _MARK
    + rb'\{\s*"count"\s*:\s*\d+\s*,\s*"format"\s*:\s*\d+\s*,\s*"head"\s*:\s*"[0-9a-f]{64}"\s*,\s*"journal"\s*:\s*"'
)
_RECORD = msgspec.json.Decoder(Record)
_TABLES = frozenset({"records", "desk"})


def recognises(head: bytes) -> bool:
    """Test whether a file begins as a journal or as the ledger of a bundle."""
    return bool(_JOURNAL.match(head) or is_bundle(head))


def is_bundle(head: bytes) -> bool:
    """Test whether a file begins as the ledger of a bundle, beside which lie files that belong to its entries."""
    return bool(_BUNDLE.match(head))


def read(source: Source) -> Iterator[Found | Trouble]:
    """Yield every entry that stands, by its number there, and before them what does not hold."""
    ledger = _Ledger()
    yield from _taken(source, ledger)
    yield from (Trouble(Problem.CHAIN, one.record, fault=one) for one in ledger.faults)
    if not source.member and source.has_beside(f".{source.path.name}.tail"):
        yield Trouble(Problem.SAVES_BESIDE)
    state = State()
    state.apply_all(line.record for line in ledger.lines if line.record)
    yield from logged_entries(state, ledger.places, ledger.end, journal_files.listed(source, state))


def chain_of(source: Source) -> tuple[str, list[Record], list[int]]:
    """Return the id of the journal, its records, and the numbers of those that do not hold; 0 is the file."""
    ledger = _Ledger()
    broken = [0 for _trouble in _taken(source, ledger)]
    records = [line.record for line in ledger.lines if line.record]
    state = State()
    state.apply_all(records[:1])
    faults = [one.record for one in ledger.faults if one.kind is not FaultKind.NO_HEAD]
    return state.journal_id, records, broken + faults


def _taken(source: Source, ledger: _Ledger) -> Iterator[Trouble]:
    """Let the ledger take all of a source, and yield what is no whole value."""
    with source.open() as file:
        for value in values(file, _step):
            if isinstance(value, Trouble):
                yield value
            else:
                ledger.take(value)


def attachment(source: Source, found: Found, index: int) -> bytes:
    """Read the file of an exhibit; raises ValueError where it is not there or not as recorded, and OSError."""
    return journal_files.attachment(source, found, index)


def _step(path: Path) -> Visit:
    if not path or (len(path) == 1 and path[0] in _TABLES):
        return Visit.ENTER
    if path[0] in _TABLES or path[0] in {"count", "head", "left_out"}:
        return Visit.TAKE
    return Visit.SKIP


class _Ledger:
    """Records of a ledger in the order of the file, with the head that it states, and what it says it left out."""

    def __init__(self) -> None:
        self.lines: list[LedgerRow] = []
        self.places: dict[int, Place] = {}
        self._desk: list[Raw] = []
        self._stated = Head()
        self._left_out: dict[int, frozenset[str]] = {}

    def take(self, value: Value) -> None:
        """Take in a record, a row of the desk, or a field of a bundle's ledger."""
        name = value.path[0] if value.path else ""
        if name == "records":
            self._take_record(value)
        elif name == "desk":
            self._desk.append(Raw(value.data))
        elif name:
            self._take_field(name, value.data)

    def _take_record(self, value: Value) -> None:
        key = value.path[-1] or str(len(self.lines) + 1)
        try:
            record = _RECORD.decode(value.data)
            doubled = has_doubled_names(value.data)
        except (ValueError, RecursionError):
            self.lines.append(LedgerRow(key, None))
            return
        self.lines.append(LedgerRow(key, record, doubled))
        self.places.setdefault(record.seq, value.place)

    def _take_field(self, name: str, data: bytes) -> None:
        try:
            said = msgspec.json.decode(data)
        except (ValueError, RecursionError):
            return
        if name == "left_out":
            self._left_out = {whole_number(key) or 0: _names(names) for key, names in row(said).items()}
        elif name == "head":
            self._stated = Head(self._stated.count, text(said))
        else:
            self._stated = Head(whole_number(said) or 0, self._stated.digest)

    @cached_property
    def faults(self) -> list[Fault]:
        """What does not hold; fields that a bundle lists as left out are no fault."""
        head = mutable_state.from_rows(self._desk).head if self._desk else self._stated
        found = all_faults(self.lines, head)
        broken = {one.record for one in found if one.kind is FaultKind.FIELDS}
        whole = {line.record.seq: line.record for line in self.lines if line.record and line.record.seq not in broken}
        erased = declared_erased(whole.values())

        def told(number: int) -> bool:
            left_out = self._left_out.get(number, frozenset())
            return all(name in left_out or (number, name) in erased for name in whole[number].blackened)

        return [one for one in found if one.kind is not FaultKind.BLACKENED or not told(one.record)]

    @property
    def end(self) -> LedgerEnd:
        """Head of the records that were read, and whether all of them hold."""
        last = next((line.record for line in reversed(self.lines) if line.record), None)
        return LedgerEnd(last.seq, last.digest, broken=bool(self.faults)) if last else LedgerEnd()


def _names(value: object) -> frozenset[str]:
    return frozenset(one for one in value if isinstance(one, str)) if isinstance(value, list) else frozenset()
