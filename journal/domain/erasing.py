"""Erasing on purpose: a field goes from every version with its salt, and a stub stays that nobody can guess from.

What is erased is gone from the records only; copies made before still hold it, and are named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from journal.domain.acts import Act
from journal.domain.errors import Refused
from journal.domain.history import ENTRY_ACTS
from journal.domain.record import blacken
from journal.domain.state import LastBackup
from journal.domain.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from journal.domain.numbered import Numbered
    from journal.domain.record import Record

SHORTEST = 3
"""Signs; words shorter than this are not looked for elsewhere, because they would be found everywhere."""

_STRUCTURE = frozenset(
    {"action", "offset", "clock", "entry", "item", "state", "undoes", "journal", "erases", "missing", "at_record"}
    | {"file", "sha256", "exhibit", "movement", "step", "copy"}
)
"""The fields that say what a record is about; without them the others could not be understood."""
_IDS = frozenset({"kind", "identified_by", "targeted", "threat_felt", "role"})
"""The fields that hold stable ids and no words of anybody."""
_NOTHING = N_("There is nothing to erase under this name. Nothing was changed.")
_NEEDED = N_("This field says what the record is about and cannot be erased. Nothing was changed.")


class Place(Struct, frozen=True, order=True):
    """A field of a record."""

    record: int
    name: str


def of_entry(records: Iterable[Record], number: int, name: str) -> tuple[Place, ...]:
    """Return where a field of an entry stands, in every version; raises Refused for none, or one that is needed."""
    return _places(records, name, lambda said: said.get("action") in ENTRY_ACTS and said.get("entry") == number)


def of_item(records: Iterable[Record], number: int, item: str, name: str) -> tuple[Place, ...]:
    """Return where a field of a checklist item stands, in everything said of it; raises as `of_entry`."""
    about = (Act.ITEM_MARKED, number, item)
    return _places(records, name, lambda said: (said.get("action"), said.get("entry"), said.get("item")) == about)


def of_case(records: Iterable[Record], sort: type[Numbered], number: int, name: str) -> tuple[Place, ...]:
    """Return where a field of a person, an exhibit … stands, in every version; raises as `of_entry`."""
    about = sort.SUBJECT
    if name == about:
        raise Refused(_(_NEEDED))
    return _places(records, name, lambda said: said.get("action") in _acts_on(about) and said.get(about) == number)


def of_step(records: Iterable[Record], step: str, name: str) -> tuple[Place, ...]:
    """Return where a field of a step of the case stands, in everything said of it; raises as `of_entry`."""
    return _places(records, name, lambda said: said.get("action") == Act.STEP_MARKED and said.get("step") == step)


def of_record(records: Iterable[Record], seq: int, name: str) -> tuple[Place, ...]:
    """Return one field of one record; raises as `of_entry`.

    For what is said only once, a reason for instance: of a field with versions, an earlier one would come back.
    """
    return _places((record for record in records if record.seq == seq), name, lambda _said: True)


def words_at(records: Iterable[Record], places: Sequence[Place]) -> frozenset[str]:
    """Return all words that stand in these places and are long enough to be looked for."""
    wanted = set(places)
    values = (
        value
        for record in records
        for name, value in record.fields().items()
        if Place(record.seq, name) in wanted and name not in _IDS and not isinstance(value, dict)
    )
    return frozenset(words for value in values for words in words_in(value) if len(words) >= SHORTEST)


def elsewhere(records: Iterable[Record], places: Sequence[Place]) -> tuple[Place, ...]:
    """Return where else the words of these places stand, whole or as a part; they are shown, not erased unasked."""
    records = list(records)
    words, known = words_at(records, places), set(places)
    found = (
        Place(record.seq, name)
        for record in records
        for name, value in record.fields().items()
        if name not in _STRUCTURE and holds(value, words)
    )
    return tuple(place for place in found if place not in known)


def holds(value: object, words: Iterable[str]) -> bool:
    """Return whether a value holds one of the words; capitals do not matter."""
    texts = [text.casefold() for text in words_in(value)]
    return any(word.casefold() in text for word in words for text in texts)


def words_in(value: object) -> Iterator[str]:
    """Yield every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from words_in(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from words_in(part)


def erased(records: Iterable[Record], places: Iterable[Place]) -> list[Record]:
    """Return all records, those concerned without these values and salts; every digest stays as it was."""
    names: dict[int, set[str]] = {}
    for place in places:
        names.setdefault(place.record, set()).add(place.name)
    return [blacken(record, frozenset(names[record.seq])) if record.seq in names else record for record in records]


def declaration(places: Iterable[Place], reason: str = "") -> dict[str, Any]:
    """Return the fields of the record that says what was erased; the chain asks for it."""
    return {"erases": [[place.record, place.name] for place in sorted(places)], "reason": reason}


def still_holding(records: Iterable[Record], places: Iterable[Place]) -> tuple[LastBackup, ...]:
    """Return the copies made before, oldest first, that hold at least one of these places unerased."""
    first = min(place.record for place in places)
    made = ((record, record.fields()) for record in records)
    copies = (
        LastBackup(str(said["name"]), int(said["at_record"]), record.written)
        for record, said in made
        if said.get("action") == Act.BACKUP_MADE
    )
    return tuple(copy for copy in copies if copy.record >= first)


def _acts_on(subject: str) -> frozenset[Act]:
    return frozenset(act for act in Act if act.subject == subject)


def _places(records: Iterable[Record], name: str, about: Callable[[dict[str, Any]], bool]) -> tuple[Place, ...]:
    if name in _STRUCTURE:
        raise Refused(_(_NEEDED))
    said = ((record.seq, record.fields()) for record in records)
    found = tuple(Place(seq, name) for seq, fields in said if name in fields and about(fields))
    if not found:
        raise Refused(_(_NOTHING))
    return found
