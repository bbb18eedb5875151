"""The origin of an entry that is typed off paper, as its draft keeps it beside the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from journal.domain.entry.origin import Origin, from_paper, paper_in_words
from journal.domain.text.words import _, spoken
from journal.ui.frame.masking import harmless

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.store.file.mutable_state import Draft

PAPER_KEY = "paper"
"""Where a draft keeps it; the other drafts do not have it."""


def kept_beside(paper: Origin | None) -> Mapping[str, Any]:
    """Return what the draft of an entry keeps beside its words."""
    return {PAPER_KEY: msgspec.to_builtins(paper)} if paper else {}


def typed_off_in(draft: Draft) -> Origin | None:
    """Return the origin of an entry that is typed off in a draft; None where it comes from no paper."""
    try:
        origin = msgspec.convert(draft.typed.get(PAPER_KEY), Origin)
    except msgspec.ValidationError:
        return None
    return origin if from_paper(origin) else None


def told_paper(paper: Origin | None) -> str:
    """Return from which sheet and line an entry is typed off; "" where it comes from no paper."""
    place = from_paper(paper)
    return paper_in_words(place, spoken()) if place else ""


def new_called(paper: Origin | None) -> str:
    """Return what a new entry is called: of one that is typed off paper, from where, and the name of the picture."""
    if paper is None:
        return _("New entry")
    return _("New entry from {paper} ({picture})").format(paper=told_paper(paper), picture=harmless(paper.file))
