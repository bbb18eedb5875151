"""What is asked of a movement of an exhibit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.case_labels import HOLDERS, MOVEMENT_FIELDS
from journal.domain.case.people import Role
from journal.domain.evidence.custody import ORIGINAL
from journal.domain.state.forms.asked import Asked, Sort, answers
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.text.words import Words

_SORTS = {
    "copy": Sort.COUNT,
    "holder": Sort.CHOICE,
    "person": Sort.PERSON,
    "on": Sort.MOMENT,
    "note": Sort.TEXT,
}
_ORDER = ("on", "copy", "from_place", "holder", "person", "receiver", "place", "receipt", "note")
"""The questions in the order in which they are asked; the exhibit itself is known."""


def sheet_of(copies: Iterable[int], words: Words) -> tuple[Asked, ...]:
    """Return the questions about a movement of the original or of one of these copies."""
    which = {str(copy): piece_called(copy, words) for copy in (ORIGINAL, *copies)}
    return tuple(_asked(name, which) for name in _ORDER)


def piece_called(copy: int, words: Words) -> str:
    """Return what the original or a copy is called."""
    return words(N_("copy {number}")).format(number=copy) if copy != ORIGINAL else words(N_("original"))


def _asked(name: str, which: dict[str, str]) -> Asked:
    offered = {"copy": which, "holder": answers(HOLDERS)}.get(name, {})
    rare = name == "person"
    return Asked(name, MOVEMENT_FIELDS[name], _SORTS.get(name, Sort.LINE), offered, rare=rare, role=Role.PROFESSIONAL)
