"""The form of an order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.order import Order
from journal.domain.case.people import Role
from journal.domain.forms.orders import ORDER
from journal.domain.text.words import N_, _
from journal.ui.forms.form import FormDefinition, numbered, recorded, values_of
from journal.ui.forms.form_ref import FormRef

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.domain.forms.filling import Values
    from journal.logbook import Logbook

NO_JUDGEMENT = N_("This only compares dates. The police and the court decide whether something is a breach.")
FORBIDS_WHAT = N_("What does the order forbid? You have not filled that in yet.")
ENDS_FIRST = N_("The end of the order is before its beginning.")
AT_HAND = N_("Keep a copy at hand. Call the police every time the order is broken, and have it noted.")


def order_form(logbook: Logbook, number: int = 0) -> FormDefinition:
    """Return the form of an order, or with number 0 of a new one, which binds the one person who does it."""
    order = logbook.state.of(Order).now.get(number)
    stalkers = logbook.people(Role.STALKER)
    return FormDefinition(
        about=FormRef(of=Order.SUBJECT, number=number),
        title=_("Order {number}").format(number=number) if order else _("New order"),
        asked=ORDER,
        base=values_of(order) if order else {},
        prefilled={"person": stalkers[0].number} if len(stalkers) == 1 else {},
        record=lambda values, draft: recorded(logbook, numbered(Order, values, order), draft),
        least=("parts", "distance", "streets", "note"),
        least_said=FORBIDS_WHAT,
        cautions=_cautions,
        advice=(AT_HAND, NO_JUDGEMENT),
    )


def _cautions(values: Values) -> Sequence[str]:
    starts, ends = values["starts"], values["ends"]
    return [_(ENDS_FIRST)] if starts and ends and ends < starts else []
