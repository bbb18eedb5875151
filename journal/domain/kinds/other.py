"""Fallback kind for anything else."""

from __future__ import annotations

from journal.domain.kinds import items
from journal.domain.kinds.catalogue import Field, Item, Kind
from journal.domain.kinds.evidence_types import ANYTHING
from journal.domain.text.words import N_

OTHER = (
    Kind(
        "other",
        N_("Other"),
        (Field("other.what", N_("What sort of act")),),
        (
            Item("proof_kept", N_("everything that shows it kept"), ANYTHING),
            items.WHO_SAW_NOTED,
            items.WITNESS_WROTE,
            items.PHOTO_IF_SAFE,
            items.COPY_ELSEWHERE,
        ),
        N_("Nothing is too small to note. What seems odd today may fit a pattern later."),
        search_words=N_("anything else unknown strange odd coincidence"),
    ),
)
"""In display order."""
