"""What is asked of a movement of an exhibit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journal.domain.case.case_labels import HOLDERS
from journal.domain.case.people import Role
from journal.domain.evidence.custody import ORIGINAL
from journal.domain.state.forms.asked import Asked, Sort, answers
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.text.words import Words

MOVEMENT = (
    Asked("on", N_("When"), Sort.MOMENT),
    Asked("copy", N_("Original or copy"), Sort.COUNT, {str(ORIGINAL): N_("original")}),
    Asked("from_place", N_("From where")),
    Asked("holder", N_("To whom"), Sort.CHOICE, answers(HOLDERS)),
    Asked("person", N_("Received by"), Sort.PERSON, rare=True, role=Role.PROFESSIONAL),
    Asked("receiver", N_("Name or office")),
    Asked("place", N_("To where")),
    Asked("receipt", N_("Receipt or number")),
    Asked("note", N_("Note"), Sort.TEXT),
)
"""The questions about a movement; the exhibit itself is known."""


def sheet_of(copies: Iterable[int], words: Words) -> tuple[Asked, ...]:
    """Return the questions about a movement of the original or of one of these copies."""
    which = {str(copy): piece_called(copy, words) for copy in (ORIGINAL, *copies)}
    return tuple(replace(one, answers=which) if one.name == "copy" else one for one in MOVEMENT)


def piece_called(copy: int, words: Words) -> str:
    """Return what the original or a copy is called."""
    return words(N_("copy {number}")).format(number=copy) if copy != ORIGINAL else words(N_("original"))
