"""Preconditions of the acts; a violation raises Refused with one sentence for the user, and nothing is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.base.errors import Refused
from journal.domain.entry.entry import Entry, changed
from journal.domain.ledger import case_object
from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from msgspec import Struct

    from journal.domain.entry.history import History
    from journal.domain.ledger.case_object import Numbered, NumberedT
    from journal.domain.state.state import State

_NAMING = {
    "person": "person",
    "from_person": "person",
    "reported_by": "person",
    "witnesses": "person",
    "entry": "entry",
    "entries": "entry",
    "exhibit": "exhibit",
    "handed_over": "exhibit",
    "movement": "movement",
    "report": "report",
    "order": "order",
}
"""Foreign keys: field name to the sort of object whose number, or numbers, it holds."""

_NONE_SUCH = {
    "entry": N_("There is no entry {number}."),
    "person": N_("There is no person {number}."),
    "exhibit": N_("There is no exhibit {number}."),
    "movement": N_("There is no movement {number}."),
    "report": N_("There is no report {number}."),
    "order": N_("There is no order {number}."),
    "event": N_("There is no event {number}."),
    "kept_head": N_("There is no kept head digest {number}."),
}


def standing(state: State, number: int) -> History:
    """Return the history of an entry that is not withdrawn; raises Refused where there is none."""
    history = _existing(state, number)
    if history.withdrawn:
        raise Refused(_("Entry {number} is crossed out.").format(number=number))
    return history


def all_standing(state: State, numbers: Iterable[int]) -> None:
    """Raise Refused unless all these entries exist and none is withdrawn."""
    for number in numbers:
        standing(state, number)


def require_withdrawn(state: State, number: int) -> None:
    """Raise Refused unless this entry exists and is withdrawn."""
    if not _existing(state, number).withdrawn:
        raise Refused(_("Entry {number} is not crossed out.").format(number=number))


def require_known(state: State, said: Struct) -> None:
    """Raise Refused where a reference to an entry, a person, an exhibit … does not resolve."""
    for name, sort in _NAMING.items():
        for number in _numbers(getattr(said, name, 0)):
            if number not in _known(state, sort):
                raise Refused(_(_NONE_SUCH[sort]).format(number=number))


def require_standing(state: State, sort: type[NumberedT], number: int) -> NumberedT:
    """Return the object with this number; raises Refused where there is none or it is withdrawn."""
    one = state.of(sort).now.get(number)
    if one is None or one.withdrawn:
        raise Refused(_(_NONE_SUCH[sort.SUBJECT]).format(number=number))
    return one


def difference(history: History, entry: Entry) -> dict[str, Any]:
    """Return the fields that an amendment changes; raises Refused where there are none."""
    fields = changed(history.entry, entry)
    if not fields:
        raise Refused(_("Nothing was changed, so nothing was recorded."))
    return fields


def case_difference(state: State, one: Numbered) -> dict[str, Any]:
    """Return the fields that an amendment changes; raises Refused for an unknown object, or for no change.

    Amending a withdrawn object reinstates it, so that no field needs to change.
    """
    before = state.of(type(one)).now.get(one.number)
    if before is None:
        raise Refused(_(_NONE_SUCH[one.SUBJECT]).format(number=one.number))
    fields = case_object.changed(before, one)
    if not fields and not before.withdrawn:
        raise Refused(_("Nothing was changed, so nothing was recorded."))
    return fields


def _existing(state: State, number: int) -> History:
    history = state.entries.get(number)
    if history is None:
        missing = _NONE_SUCH["entry"]
        raise Refused(_(missing).format(number=number))
    return history


def _known(state: State, sort: str) -> Container[int]:
    return state.entries if sort == "entry" else state.registers[sort].now


def _numbers(value: int | Iterable[int]) -> list[int]:
    """Return the numbers in a reference field; 0 means none."""
    return [number for number in ([value] if isinstance(value, int) else value) if number]
