"""What is said at a field in which somebody, or an order, was recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.entry.labels import FIELDS
from journal.domain.entry.rendering import NOBODY_KNOWN
from journal.domain.state.recognising import PERSON
from journal.domain.text.words import N_, _
from journal.domain.time.within import Inside
from journal.ui.editor.commands import TakeKnown
from journal.ui.frame.text import harmless

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.domain.case.people import Person
    from journal.domain.state.recognising import KnownOrder, KnownPeople

ONE = N_("This belongs to {name}. {key} fills that in under “{field}”.")
SEVERAL = N_("This belongs to {names}. Choose one under “{field}”.")
HELD = {
    Inside.YES: N_("Order {number} was in force then. {key} fills it in."),
    Inside.PERHAPS: N_("Order {number} may have been in force then. {key} fills it in."),
}


def told_people(known: KnownPeople, people: Mapping[int, Person]) -> str:
    """Return who is recognised, and what the key does about it."""
    names = [_name(number, people) for number in known.people]
    field = _(FIELDS[PERSON])
    if len(names) == 1:
        return _(ONE).format(name=names[0], key=TakeKnown.shown_key(), field=field)
    return _(SEVERAL).format(names=", ".join(names), field=field)


def told_order(known: KnownOrder) -> str:
    """Return which order held, and what the key does about it."""
    return _(HELD[known.held]).format(number=known.order.number, key=TakeKnown.shown_key())


def _name(number: int, people: Mapping[int, Person]) -> str:
    return harmless(people[number].name) or _(NOBODY_KNOWN).format(number=number)
