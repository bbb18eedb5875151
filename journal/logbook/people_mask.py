"""Mask for the people of a journal, as they are at the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journal.domain.case.people import Person
    from journal.domain.text.name_mask import NameMask
    from journal.logbook import Logbook


class PeopleMask:
    """Returns the mask when called, made anew only after something was recorded."""

    def __init__(self, logbook: Logbook | None) -> None:
        """Mask by the people of this journal; of None, they are not read yet."""
        self.logbook = logbook
        """The journal, once it is read."""
        self._made_for = -1
        self._mask: NameMask | None = None

    def __call__(self) -> NameMask | None:
        """Return the mask for the people as they are now; None while they are not read."""
        if self.logbook is None:
            return None
        last = self.logbook.last.seq if self.logbook.last else 0
        if last != self._made_for:
            from journal.domain.text.name_mask import NameMask

            people = [*self.logbook.state.people.values()]
            self._made_for, self._mask = last, NameMask(_names(people), _particulars(people))
        return self._mask


def _names(people: Iterable[Person]) -> Iterator[str]:
    for person in people:
        yield from (person.name, *person.also_known_as)


def _particulars(people: Iterable[Person]) -> Iterator[str]:
    for one in people:
        yield one.contact
        yield from (*one.telephone_numbers, *one.email_addresses, *one.accounts, *one.plates)
