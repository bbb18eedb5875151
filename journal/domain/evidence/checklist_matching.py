"""Which items of a checklist evidence can be the proof of, by the sorts of evidence that the items themselves name."""

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
"""The rank of an item about which the sort of evidence tells nothing."""


def sort_of(exhibit: Exhibit) -> str:
    """Return the media type of an exhibit, or `THING` for one without a file."""
    return THING if exhibit.form is Form.THING else exhibit.media_type


def open_items(checklist: Iterable[ChecklistLine], sorts: Sequence[str]) -> tuple[ChecklistLine, ...]:
    """Return the items to do that evidence of one of these sorts can show, the likeliest first.

    An item of the person's own may be shown by anything; a file of a sort that no item names, by whatever a file can.
    """
    ranked = [(rank, line) for line in checklist if (rank := _rank(line, sorts)) is not None]
    return tuple(line for _rank, line in sorted(ranked, key=lambda one: one[0]))


def _rank(line: ChecklistLine, sorts: Sequence[str]) -> int | None:
    """Return how far down the item names such evidence; None where it cannot be its proof, or is not to do."""
    if line.mark.state is not ItemState.TO_DO:
        return None
    asked = line.item.proved_by
    fitting = [at for at, begins in enumerate(asked) if any(sort.startswith(begins) for sort in sorts)]
    if fitting:
        return min(fitting)
    unnamed = any(not sort.startswith(ANYTHING) for sort in sorts) and any(one != THING for one in asked)
    return UNLIKELY if unnamed or line.item.id.startswith(OWN) else None
