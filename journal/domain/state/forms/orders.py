"""What is asked of an order."""

from __future__ import annotations

from journal.domain.case.case_labels import ORDER_FIELDS
from journal.domain.case.people import Role
from journal.domain.kinds.orders import ORDER_BROKEN
from journal.domain.state.forms.asked import Asked, Sort
from journal.domain.text.words import N_
from journal.domain.time.reading import Direction

PART = next(one for one in ORDER_BROKEN.fields if one.id == "order.part")
"""The field whose choices name what an order can forbid."""

_DAYS = ("starts", "ends", "told_on")
_SORTS = {"parts": Sort.CHOICES, "person": Sort.PERSON, "streets": Sort.TEXT, "note": Sort.TEXT}
_NOTES = {"ends": N_("the last day on which it holds; empty where no end is known")}


def _asked(name: str) -> Asked:
    return Asked(
        name,
        ORDER_FIELDS[name],
        Sort.DAY if name in _DAYS else _SORTS.get(name, Sort.LINE),
        {choice.id: choice.label for choice in PART.choices} if name == "parts" else {},
        note=_NOTES.get(name, ""),
        direction=Direction.FUTURE if name == "ends" else Direction.INTERVAL,
        role=Role.STALKER,
    )


ORDER = tuple(map(_asked, ORDER_FIELDS))
"""The questions about an order."""
