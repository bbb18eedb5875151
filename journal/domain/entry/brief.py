"""What a line of a list tells of an entry, decoded without the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.entry.entry import Entry
from journal.domain.entry.records_of import said_now

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.entry.history import History
    from journal.domain.ledger.record import Record

_TEXTS = ("account", "quoted_words", "place")
_THROUGH = b'"through":'


def brief(history: History, records: Iterable[Record]) -> Entry:
    """Return the entry of these records with only its kind, times, texts and details, as `summary.gist` needs it.

    Several times faster than `History.entry`, which decodes every version whole; where that leaves out a value of
    another version of the program, so does this.
    """
    said = said_now(records)
    account, quoted_words, place = (text if isinstance(text := said.get(name), str) else "" for name in _TEXTS)
    details = {name: value for name, value in said.items() if "." in name and isinstance(value, str | int)}
    return Entry(
        kind=history.kind_id,
        happened=history.happened,
        until=history.until if history.ended else None,
        details=details,
        account=account,
        quoted_words=quoted_words,
        place=place,
    )


def from_another_journal(records: Iterable[Record]) -> bool:
    """Return whether an entry was written first in somebody else's journal, as its last origin says."""
    through: Any = ()
    for record in records:
        if _THROUGH in bytes(record.body):
            taken_from = record.fields().get("taken_from")
            through = taken_from.get("through") if isinstance(taken_from, dict) else ()
    return isinstance(through, list) and any(isinstance(one, dict) and not one.get("same") for one in through)
