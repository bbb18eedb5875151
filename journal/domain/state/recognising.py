"""Recognition of known people and orders in the input of a form; matches are offered, never applied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.case.identifiers import known_as, marks_of
from journal.domain.case.order import Order, breached_by
from journal.domain.entry.partial_record import ORDER_NUMBER
from journal.domain.kinds import fields
from journal.domain.kinds.orders import ORDER_BROKEN
from journal.domain.time.within import Inside, days_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal.domain.case.people import Person
    from journal.domain.forms.form_input import FormInput
    from journal.domain.time.moment import Moment

MARK_FIELDS = (
    fields.CALL_NUMBER.id,
    fields.MESSAGE_SENDER.id,
    fields.POST_SENDER.id,
    fields.ACCOUNT.id,
    fields.ADDRESS.id,
    fields.PLATE.id,
)
"""Fields with identifiers of the other side; the user's own numbers are not among them."""

PERSON = "person"
WHICH_ORDER = "order.which"


@dataclass(frozen=True)
class KnownPeople:
    """People whose number, address, account or plate is typed in a field."""

    field: str
    people: tuple[int, ...]
    """Numbers of the people; several where they share it."""


@dataclass(frozen=True)
class KnownOrder:
    """Order that was, or perhaps was, in force at the time of the breach."""

    field: str
    order: Order
    held: Inside


@dataclass(frozen=True)
class Recognising:
    """Recogniser over the known people and orders of a journal."""

    people: Mapping[int, Person]
    orders: Sequence[Order]
    region: str
    """Country code by whose conventions telephone numbers are parsed: `BE`, `NL`."""

    def people_in(self, typed: FormInput, shown: Sequence[str]) -> KnownPeople | None:
        """Return the people recognised in the shown fields, unless the form's `person` is one of them already."""
        said = {name: typed.words[name] for name in MARK_FIELDS if name in shown and typed.words.get(name)}
        named = typed.words.get(PERSON, "")
        if not said:
            return None
        marks = marks_of(self.people.values(), self.region)
        for name, words in said.items():
            known = known_as(words, marks)
            if known and named not in map(str, known):
                return KnownPeople(name, known)
        return None

    def order_in(self, typed: FormInput, kind: str) -> KnownOrder | None:
        """Return the order to offer for a breach, the surest one; None where the form names one already."""
        happened = typed.times.get("happened")
        moment = happened.moment if happened else None
        if kind != ORDER_BROKEN.id or happened is None or moment is None or typed.words.get(ORDER_NUMBER):
            return None
        return self._held(moment, happened.until, typed.words.get(PERSON, ""))

    def _held(self, moment: Moment, until: Moment | None, person: str) -> KnownOrder | None:
        held = breached_by(self.orders, days_of(moment, until), int(person) if person.isdecimal() else 0)
        return KnownOrder(WHICH_ORDER, *held[0]) if held else None
