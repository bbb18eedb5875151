"""Erasure of fields: value and salt are removed from every version, and a digest stays that cannot be guessed from.

Only the records of this file are changed; earlier backups still hold the values, and are listed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from journal.domain.base.errors import Refused
from journal.domain.ledger.actions import Action
from journal.domain.ledger.fixed_fields import is_fixed, is_id, is_needed
from journal.domain.ledger.record import blacken
from journal.domain.state.state import LastBackup
from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journal.domain.ledger.record import Record

SHORTEST = 3
"""Minimum length, in characters, of text searched for elsewhere; shorter text would match everywhere."""

_NOTHING = N_("There is nothing to erase under this name. Nothing was changed.")
_NEEDED = N_("This field says what the record is about and cannot be erased. Nothing was changed.")


class FieldRef(Struct, frozen=True, order=True):
    """Reference to a field of a record."""

    record: int
    name: str


def require_erasable(records: Iterable[Record], places: Iterable[FieldRef]) -> None:
    """Raise Refused where a field does not exist or cannot be erased, or where none is given."""
    wanted = {(place.record, place.name) for place in places}
    if any(is_needed(name) for _seq, name in wanted):
        raise Refused(_(_NEEDED))
    told = [(record.seq, record.fields()) for record in records]
    there = {(seq, name): is_id(said, name) for seq, said in told for name in said}
    if any(there.get(one) for one in wanted):
        raise Refused(_(_NEEDED))
    if not wanted or wanted - there.keys():
        raise Refused(_(_NOTHING))


def words_at(records: Iterable[Record], places: Sequence[FieldRef]) -> frozenset[str]:
    """Return the texts in these fields that are long enough to be searched for."""
    wanted = set(places)
    values = (
        value
        for record in records
        for name, value in record.fields().items()
        if FieldRef(record.seq, name) in wanted and not isinstance(value, dict)
    )
    return frozenset(words for value in values for words in words_in(value) if len(words) >= SHORTEST)


def elsewhere(records: Iterable[Record], places: Sequence[FieldRef]) -> tuple[FieldRef, ...]:
    """Return the other fields that contain one of these texts; they are shown, not erased unasked."""
    records = list(records)
    words, known = words_at(records, places), set(places)
    told = ((record.seq, record.fields()) for record in records)
    found = (
        FieldRef(seq, name)
        for seq, said in told
        for name, value in said.items()
        if not is_fixed(said, name) and holds(value, words)
    )
    return tuple(place for place in found if place not in known)


def holds(value: object, words: Iterable[str]) -> bool:
    """Return whether a value contains one of the texts, ignoring case."""
    texts = [text.casefold() for text in words_in(value)]
    return any(word.casefold() in text for word in words for text in texts)


def words_in(value: object) -> Iterator[str]:
    """Yield every string in a JSON value, nested ones included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from words_in(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from words_in(part)


def erased(records: Iterable[Record], places: Iterable[FieldRef]) -> list[Record]:
    """Return all records, with these fields blackened; every digest stays the same."""
    names: dict[int, set[str]] = {}
    for place in places:
        names.setdefault(place.record, set()).add(place.name)
    return [blacken(record, frozenset(names[record.seq])) if record.seq in names else record for record in records]


def declaration(places: Iterable[FieldRef], reason: str = "") -> dict[str, Any]:
    """Build the fields of the record that declares the erasure, which the chain rules require."""
    return {"erases": [[place.record, place.name] for place in sorted(places)], "reason": reason}


def still_holding(records: Iterable[Record], first: int) -> tuple[LastBackup, ...]:
    """Return the recorded backups, oldest first, that reach up to this record and so hold the erased values."""
    made = ((record, record.fields()) for record in records)
    copies = (
        LastBackup(str(said["name"]), int(said["at_record"]), record.written)
        for record, said in made
        if said.get("action") == Action.BACKUP_MADE
    )
    return tuple(copy for copy in copies if copy.record >= first)
