"""Reader of the entries that `journal list --json` writes: as they stand, without the ledger that could be checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journal.domain.entry.entry import understood, version_of
from journal.domain.entry.ledger_origin import LedgerOrigin
from journal.intake.formats.journal_entries import item
from journal.intake.formats.json_objects import Visit, opened, values
from journal.intake.formats.json_values import row, text, whole_number
from journal.intake.model.found import Channel, LoggedEntry, Problem, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.intake.formats.json_objects import Path, Value
    from journal.intake.model.found import Found
    from journal.intake.model.source import Source

_BEGINNING = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*\[\s*\{\s*"number"\s*:\s*\d+\s*,\s*"recorded_at"\s*:\s*"[^"]{20}"\s*,\s*"withdrawn"\s*:'
)
_ENTRY = ("",)
_ABOUT = frozenset({"number", "recorded_at", "withdrawn", "exhibits", "checklist"})
"""Fields of the list that are no fields of an entry."""


def recognises(head: bytes) -> bool:
    """Test whether a file begins as such a list."""
    return bool(_BEGINNING.match(head))


def read(source: Source) -> Iterator[Found | Trouble]:
    """Yield every entry that stands, in the order of the file."""
    withdrawn = 0
    with source.open() as file:
        for value in values(file, _step):
            found = value if isinstance(value, Trouble) else _entry(value)
            if found is None:
                withdrawn += 1
            else:
                yield found
    if withdrawn:
        yield Trouble(Problem.WITHDRAWN, text=str(withdrawn))


def attachment(_source: Source, _found: Found, _index: int) -> bytes:
    """Raise ValueError: such a list names exhibits and holds no files."""
    raise ValueError("a list of entries holds no files")


def _step(path: Path) -> Visit:
    if path == _ENTRY:
        return Visit.TAKE
    return Visit.ENTER if not path else Visit.SKIP


def _entry(value: Value) -> Found | Trouble | None:
    """Return an entry, or what is wrong with it; None for one that was withdrawn."""
    opening = opened(value)
    if isinstance(opening, Trouble):
        return opening
    said = row(opening[0])
    number = whole_number(said.get("number"))
    if not number or "kind" not in said:
        return value.trouble(Problem.NOT_UNDERSTOOD)
    if said.get("withdrawn"):
        return None
    entry = understood({name: one for name, one in said.items() if name not in _ABOUT and one is not None})
    written = text(said.get("recorded_at"))
    origin = LedgerOrigin(entry=number, recorded_at=written, version=version_of(entry))
    return item(LoggedEntry(entry=entry, origin=origin), value.place, Channel.JOURNAL_LIST)
