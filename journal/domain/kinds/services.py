"""Kinds of misuse of services: things ordered or cancelled in the user's name."""

from __future__ import annotations

from journal.domain.kinds import fields, items
from journal.domain.kinds.catalogue import Field, Item, Kind, Shape
from journal.domain.kinds.evidence_types import LETTER, PAPER
from journal.domain.text.words import N_

SERVICES = (
    Kind(
        "ordered_in_your_name",
        N_("Goods or services ordered in your name"),
        (
            Field("delivery.goods", N_("What was ordered")),
            Field("delivery.supplier", N_("Supplier")),
            fields.COURIER,
            Field("delivery.refused", N_("Refused"), Shape.YES_NO),
            Field("delivery.signed_by", N_("Signed by whom")),
            Field("delivery.order_number", N_("Order number"), rare=True),
            Field("delivery.amount", N_("Amount asked"), rare=True),
            Field("delivery.ordered_with", N_("Name, address or number given with the order"), rare=True),
        ),
        (
            Item("delivery_refused", N_("delivery refused, courier sent away")),
            Item("nothing_signed", N_("nothing signed")),
            Item("address_deleted", N_("supplier asked to delete your address"), LETTER),
            items.SIGNATURE_COPY_ASKED,
            items.SIGNATURE_COPY_RECEIVED,
            items.SUPPLIER_PAPERS_KEPT,
            items.WITNESS_WROTE,
        ),
        N_("What you did not order, you may refuse: accept nothing and sign nothing."),
        search_words=N_("order delivery parcel pizza taxi subscription unordered courier invoice"),
    ),
    Kind(
        "cancelled_in_your_name",
        N_("Services cancelled in your name"),
        (
            Field("service.what", N_("Which service or appointment")),
            Field("service.supplier", N_("With whom")),
            Field("service.how", N_("How it was cancelled")),
            Field("service.customer_number", N_("Customer or contract number"), rare=True),
            Field("service.restored", N_("Restored"), Shape.YES_NO),
        ),
        (
            Item("cancellation_copy_asked", N_("copy of the cancellation asked"), LETTER),
            Item("cancellation_copy_received", N_("copy of the cancellation received"), PAPER),
            items.SIGNATURE_COPY_ASKED,
            items.SIGNATURE_COPY_RECEIVED,
            Item("extra_check_agreed", N_("extra check agreed with the supplier for any change"), LETTER),
            items.SUPPLIER_PAPERS_KEPT,
            items.NAMES_NOTED,
        ),
        N_("Ask the supplier to write down when, how and by whom the service was cancelled."),
        search_words=N_("ended stopped electricity water internet insurance appointment booking subscription moved"),
    ),
)
"""In display order."""
