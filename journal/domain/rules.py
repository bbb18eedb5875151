"""What may be done as the journal stands; everything else is refused with one sentence and changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain import numbered
from journal.domain.entry import Entry, changed
from journal.domain.errors import Refused
from journal.domain.words import _

if TYPE_CHECKING:
    from journal.domain.history import History
    from journal.domain.people import Person
    from journal.domain.state import State


def standing(state: State, number: int) -> History:
    """Return the history of an entry that counts; raises Refused where there is none or it is withdrawn."""
    history = _existing(state, number)
    if history.withdrawn:
        raise Refused(_("Entry {number} is withdrawn.").format(number=number))
    return history


def require_withdrawn(state: State, number: int) -> None:
    """Raise Refused unless this entry exists and is withdrawn."""
    if not _existing(state, number).withdrawn:
        raise Refused(_("Entry {number} is not withdrawn.").format(number=number))


def require_known_people(state: State, entry: Entry) -> None:
    """Raise Refused where an entry names somebody whom the journal does not know."""
    named = {entry.person, entry.reported_by, *entry.witnesses} - {0}
    if unknown := sorted(named - state.people.keys()):
        raise Refused(_("There is no person {number}.").format(number=unknown[0]))


def difference(history: History, entry: Entry) -> dict[str, Any]:
    """Return the fields in which an amendment differs from what stands; raises Refused where there are none."""
    fields = changed(history.entry, entry)
    if not fields:
        raise Refused(_("Nothing was changed, so nothing was recorded."))
    return fields


def person_difference(state: State, person: Person) -> dict[str, Any]:
    """Return what an amendment changes about somebody; raises Refused for nobody, or where nothing differs."""
    before = state.people.get(person.number)
    if before is None:
        raise Refused(_("There is no person {number}.").format(number=person.number))
    fields = numbered.changed(before, person)
    if not fields and not before.withdrawn:
        raise Refused(_("Nothing was changed, so nothing was recorded."))
    return fields


def _existing(state: State, number: int) -> History:
    history = state.entries.get(number)
    if history is None:
        raise Refused(_("There is no entry {number}.").format(number=number))
    return history
