"""What is asked of a movement of an exhibit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journal.domain.case.case_labels import HOLDERS
from journal.domain.case.people import Role
from journal.domain.evidence.custody import ORIGINAL
from journal.domain.forms.form_question import FormQuestion, Sort, answers
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.text.words import Words

MOVEMENT = (
    FormQuestion("on", N_("When"), Sort.MOMENT),
    FormQuestion("copy", N_("Original or copy"), Sort.COUNT, {str(ORIGINAL): N_("original")}),
    FormQuestion("from_place", N_("From where")),
    FormQuestion("holder", N_("To whom"), Sort.CHOICE, answers(HOLDERS)),
    FormQuestion("person", N_("Received by"), Sort.PERSON, rare=True, role=Role.PROFESSIONAL),
    FormQuestion("receiver", N_("Name or office")),
    FormQuestion("place", N_("To where")),
    FormQuestion("receipt", N_("Receipt or number")),
    FormQuestion("note", N_("Note"), Sort.TEXT),
)
"""The questions about a movement; the exhibit itself is known."""


def questions_of(copies: Iterable[int], words: Words) -> tuple[FormQuestion, ...]:
    """Return the questions about a movement of the original or of one of these copies."""
    which = {str(copy): piece_called(copy, words) for copy in (ORIGINAL, *copies)}
    return tuple(replace(one, answers=which) if one.name == "copy" else one for one in MOVEMENT)


def piece_called(copy: int, words: Words) -> str:
    """Return what the original or a copy is called."""
    return words(N_("copy {number}")).format(number=copy) if copy != ORIGINAL else words(N_("original"))
