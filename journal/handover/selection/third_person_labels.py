"""Labels in the third person: in a document for others, nobody is addressed as *you*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.case_labels import HOLDERS, OBTAINED
from journal.domain.entry import labels
from journal.domain.entry.entry import Targeted
from journal.domain.entry.rendering import RenderedField
from journal.domain.evidence.custody import Custodian
from journal.domain.evidence.exhibit import Obtained
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.domain.entry.entry import Entry
    from journal.domain.text.words import Words

WRITER = N_("the person who keeps this log")

TARGETED: Mapping[Targeted, str] = {**labels.TARGETED, Targeted.ME: WRITER}
"""Who it was aimed at."""
HELD_BY: Mapping[Custodian, str] = {**HOLDERS, Custodian.SELF: WRITER, Custodian.TRUSTED: N_("a trusted person")}
"""Who has a piece."""
CAME_BY: Mapping[Obtained, str] = {**OBTAINED, Obtained.MADE: N_("made by the person who keeps this log")}
"""Labels of the way in which a piece was obtained."""
_LABELS = {"my_response": N_("Response of the person who keeps this log")}


def retold(field: RenderedField, entry: Entry, words: Words) -> RenderedField:
    """Return the fact in the third person."""
    if field.name == "targeted":
        return RenderedField(field.name, field.label, ", ".join(words(TARGETED[one]) for one in entry.targeted))
    if field.name in _LABELS:
        return RenderedField(field.name, words(_LABELS[field.name]), field.said)
    return field
