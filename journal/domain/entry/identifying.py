"""What an entry says of who and where: the values that are masked where names are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.entry.summary import shortened
from journal.domain.kinds.catalogue import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.domain.entry.entry import Entry

FIELDS = frozenset(
    {
        "accusation.made_to",
        "asked.whom",
        "delivery.ordered_with",
        "delivery.signed_by",
        "device.which",
        "images.sent_to",
        "letter.postmark",
        "letter.sender",
        "message.received_on",
        "message.sender",
        "online.address",
        "online.profile",
        "online.seen_by",
        "others.through",
        "scene.companions",
        "service.customer_number",
        "step.with_whom",
        "told.who",
        "vehicle.plate",
        "violence.doctor",
    }
)
"""Ids of fields of kinds that name somebody, an account or an address; those of telephone numbers do so too."""


def _names(field_id: str) -> bool:
    field = kinds.field(field_id)
    return field_id in FIELDS or (field is not None and field.shape is Shape.PHONE)


def identifying(entry: Entry) -> Iterator[str]:
    """Yield the stored values of an entry that say who or where, whole and as a summary shortens them."""
    values = [entry.place]
    values += [str(value) for name, value in entry.details.items() if _names(name)]
    for value in filter(None, values):
        yield value
        yield shortened(value)
