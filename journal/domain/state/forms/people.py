"""What is asked of somebody of the case; the questions that fit the role come first, the others are folded away."""

from __future__ import annotations

from journal.domain.case.people import Role
from journal.domain.case.people_labels import ASKED_TO, FIELDS, HELPER_FIELDS, STALKER_FIELDS, WILLING
from journal.domain.entry import labels
from journal.domain.kinds.fields import CIRCLES
from journal.domain.state.forms.asked import Asked, Sort, answers
from journal.domain.text.words import N_
from journal.domain.time.reading import Direction

_BETWEEN_COMMAS = N_("separated by commas")
_SORTS = {
    "role": Sort.CHOICE,
    "circle": Sort.CHOICE,
    "informed_on": Sort.DAY,
    "asked_to": Sort.CHOICES,
    "willing_to_testify": Sort.CHOICE,
    "has_private_number": Sort.TICK,
    "description": Sort.TEXT,
}
_LISTS = ("also_known_as", "telephone_numbers", "email_addresses", "accounts", "vehicles", "plates")
_ANSWERS = {
    "role": answers(labels.ROLES),
    "circle": {circle.id: circle.label for circle in CIRCLES},
    "asked_to": answers(ASKED_TO),
    "willing_to_testify": answers(WILLING),
}
_NOTES = {
    "note": N_("how they belong to you: sister, neighbour, unknown caller"),
    "telephone_numbers": N_("in any spelling; they are recognised in entries"),
}


def sheet_of(role: Role) -> tuple[Asked, ...]:
    """Return the questions about somebody with this role."""
    rare = HELPER_FIELDS if role is Role.STALKER else STALKER_FIELDS
    return tuple(_asked(name, rare=name in rare) for name in FIELDS)


def _asked(name: str, *, rare: bool) -> Asked:
    sort = Sort.LIST if name in _LISTS else _SORTS.get(name, Sort.LINE)
    return Asked(
        name,
        FIELDS[name],
        sort,
        _ANSWERS.get(name, {}),
        rare=rare,
        note=_NOTES.get(name, ""),
        hint=_BETWEEN_COMMAS if sort is Sort.LIST else "",
        direction=Direction.INTERVAL,
    )


PERSON = sheet_of(Role.WITNESS)
"""All questions about a person, in the order in which they are told."""
