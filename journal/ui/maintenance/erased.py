"""What stands in the place of words that were erased on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.entry import labels
from journal.domain.text.words import N_, _, spoken
from journal.domain.time.moment_words import plain_day
from journal.ui.frame.page import PageField
from journal.ui.frame.text import FAINT, harmless, own

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import datetime, tzinfo

    from textual.content import Content

    from journal.domain.entry.history import History

ERASED = N_("erased on purpose, {day}")
REASON = "reason"
"""The field that belongs to one version and is no part of what the entry says."""


def erased_on(when: datetime, zone: tzinfo | None) -> Content:
    """Return the words that stand there instead."""
    return own(_(ERASED).format(day=plain_day(when.astimezone(zone).date(), spoken())), FAINT)


def stubs(
    history: History, told: Iterable[str], zone: tzinfo | None, among: Collection[str] | None = None
) -> Iterator[PageField]:
    """Yield a stub for each field of an entry that was erased and is not told again since; all, or only some names."""
    for name, when in history.erased_on.items():
        if name not in {REASON, *told} and (among is None or name in among):
            yield PageField(harmless(_(labels.field_label(name))), erased_on(when, zone))
