"""Matching of evidence to checklist items, by the evidence types that the items list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.evidence.checklist import OWN, ItemState
from journal.domain.evidence.exhibit import Form
from journal.domain.kinds.evidence_types import ANYTHING, THING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from journal.domain.evidence.checklist import ChecklistLine
    from journal.domain.evidence.exhibit import Exhibit

UNLIKELY = len(ANYTHING)
"""Rank of an item that the evidence type does not bear on."""


def sort_of(exhibit: Exhibit) -> str:
    """Return the evidence type of an exhibit: its media type, or `THING` for one without a file."""
    return THING if exhibit.form is Form.THING else exhibit.media_type


def open_items(checklist: Iterable[ChecklistLine], sorts: Sequence[str]) -> tuple[ChecklistLine, ...]:
    """Return the open items that evidence of one of these types can prove, the likeliest first.

    An item of the user's own matches anything; a file of a type that no item lists matches whatever a file can prove.
    """
    ranked = [(rank, line) for line in checklist if (rank := _rank(line, sorts)) is not None]
    return tuple(line for _rank, line in sorted(ranked, key=lambda one: one[0]))


def _rank(line: ChecklistLine, sorts: Sequence[str]) -> int | None:
    """Return the index of the type in the item's list; None where it does not match, or the item is not open."""
    if line.mark.state is not ItemState.TO_DO:
        return None
    asked = line.item.proved_by
    fitting = [at for at, begins in enumerate(asked) if any(sort.startswith(begins) for sort in sorts)]
    if fitting:
        return min(fitting)
    unnamed = any(not sort.startswith(ANYTHING) for sort in sorts) and any(one != THING for one in asked)
    return UNLIKELY if unnamed or line.item.id.startswith(OWN) else None
