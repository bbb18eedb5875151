"""What is asked of somebody of the case; the questions that fit the role come first, the others are folded away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journal.domain.case.case_labels import ASKED_TO, WILLING
from journal.domain.case.people import Role
from journal.domain.entry.labels import ROLES
from journal.domain.forms.form_question import FormQuestion, Sort, answers
from journal.domain.kinds.fields import CIRCLES
from journal.domain.text.words import N_
from journal.domain.time.reading import Direction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def _list(name: str, label: str, note: str = "") -> FormQuestion:
    return FormQuestion(name, label, Sort.LIST, note=note, hint=N_("separated by commas"))


ANYBODY = (
    FormQuestion("name", N_("Name")),
    FormQuestion("role", N_("Role"), Sort.CHOICE, answers(ROLES)),
    FormQuestion("note", N_("Note"), note=N_("how they belong to you: sister, neighbour, unknown caller")),
)

HELPER = (
    FormQuestion("contact", N_("How to reach")),
    FormQuestion("circle", N_("Circle"), Sort.CHOICE, {circle.id: circle.label for circle in CIRCLES}),
    FormQuestion("informed_on", N_("Informed on"), Sort.DAY, direction=Direction.INTERVAL),
    FormQuestion("asked_to", N_("Asked to"), Sort.CHOICES, answers(ASKED_TO)),
    FormQuestion("willing_to_testify", N_("Would testify"), Sort.CHOICE, answers(WILLING)),
    FormQuestion("has_private_number", N_("Has your unlisted number"), Sort.TICK),
)
"""What is asked of everybody but the person who does it."""

STALKER = (
    _list("also_known_as", N_("Other names")),
    _list("telephone_numbers", N_("Telephone numbers"), N_("in any spelling; they are recognised in entries")),
    _list("email_addresses", N_("E-mail addresses")),
    _list("accounts", N_("Accounts and profiles")),
    _list("vehicles", N_("Vehicles")),
    _list("plates", N_("Number plates")),
    FormQuestion("description", N_("Description"), Sort.TEXT),
)
"""By what somebody is recognised, asked of the person who does it."""


def questions_of(role: Role) -> tuple[FormQuestion, ...]:
    """Return the questions about somebody with this role."""
    if role is Role.STALKER:
        return (*ANYBODY, *_folded(HELPER), *STALKER)
    return (*ANYBODY, *HELPER, *_folded(STALKER))


def _folded(questions: Iterable[FormQuestion]) -> Iterator[FormQuestion]:
    return (replace(one, rare=True) for one in questions)


PERSON = questions_of(Role.WITNESS)
"""All questions about a person, in the order in which they are told."""
