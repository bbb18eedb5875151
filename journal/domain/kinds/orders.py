"""Kinds of breaches of a court's or an authority's order."""

from __future__ import annotations

from journal.domain.kinds import fields, items
from journal.domain.kinds.catalogue import Field, Item, Kind, Option, Shape
from journal.domain.kinds.evidence_types import PAPER
from journal.domain.text.words import N_

ORDER_BROKEN = Kind(
    "order_broken",
    N_("Breach of a contact ban or street ban"),
    (
        Field("order.which", N_("Which order (number, day)")),
        Field("order.number", N_("Number of the order in this journal"), Shape.NUMBER, rare=True),
        Field(
            "order.part",
            N_("Which part was broken"),
            Shape.CHOICE,
            (
                Option("contact", N_("contact ban")),
                Option("area", N_("street or area ban")),
                Option("home", N_("ban from the home")),
                Option("other", N_("other condition")),
            ),
        ),
        fields.DISTANCE,
        *fields.POLICE_FIELDS,
        Field("order.issued_by", N_("Court or authority"), rare=True),
        Field("order.ends_on", N_("Order ends on"), Shape.DATE, rare=True),
        *fields.VEHICLE_FIELDS,
    ),
    (
        Item("order_at_hand", N_("copy of the order at hand"), PAPER),
        Item("police_called", N_("police called")),
        items.POLICE_NUMBER,
        items.WHO_SAW_NOTED,
        items.WITNESS_WROTE,
        items.CAMERAS_ASKED,
        items.VEHICLE_NOTED,
    ),
    N_("Call the police every time the order is broken, also for something small, and have it noted."),
    search_words=N_("restraining order protection court violation distance judge injunction"),
)

ORDERS = (ORDER_BROKEN,)
"""In display order."""
