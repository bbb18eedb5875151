"""What is asked of an order."""

from __future__ import annotations

from journal.domain.case.people import Role
from journal.domain.forms.form_question import FormQuestion, Sort
from journal.domain.kinds.orders import ORDER_BROKEN
from journal.domain.text.words import N_
from journal.domain.time.reading import Direction

PART = next(one for one in ORDER_BROKEN.fields if one.id == "order.part")
"""The field whose choices name what an order can forbid."""

_UNKNOWN_END = N_("the last day on which it holds; empty where no end is known")

ORDER = (
    FormQuestion("parts", N_("What it forbids"), Sort.CHOICES, {choice.id: choice.label for choice in PART.choices}),
    FormQuestion("person", N_("Whom it binds"), Sort.PERSON, role=Role.STALKER),
    FormQuestion("by", N_("Court or authority")),
    FormQuestion("reference", N_("Number of the order")),
    FormQuestion("starts", N_("In force from"), Sort.DAY, direction=Direction.INTERVAL),
    FormQuestion("ends", N_("In force until"), Sort.DAY, note=_UNKNOWN_END, direction=Direction.FUTURE),
    FormQuestion("told_on", N_("Other side officially told on"), Sort.DAY, direction=Direction.INTERVAL),
    FormQuestion("distance", N_("Distance")),
    FormQuestion("streets", N_("Streets or places"), Sort.TEXT),
    FormQuestion("note", N_("Note"), Sort.TEXT),
)
"""The questions about an order."""
