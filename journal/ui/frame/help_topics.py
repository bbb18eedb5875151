"""Help that belongs to no place: what the words mean, what to keep, what cannot be done, how the log is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.text.glossary import CANNOT, CHECKED, CHECKING, GLOSSARY, LIMITS, MEANINGS, TO_KEEP
from journal.domain.text.words import _
from journal.ui.frame.page import PageBlock, PageField, PageHeading, PageText
from journal.ui.frame.text import own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


def glossary() -> Iterator[PageBlock]:
    """Yield every term with its meaning."""
    yield from (PageField(_(term), own(_(meaning))) for term, meaning in GLOSSARY.items())


def what_to_keep() -> Iterator[PageBlock]:
    """Yield the evidence checklist of every kind, as its entries have it."""
    group = ""
    for kind in kinds.KINDS:
        if kind.checklist:
            if group != (group := kinds.group_label(kind.group)):
                yield PageHeading(_(group))
            yield PageText(own(_(kind.label), "bold"))
            yield from (PageText(own(_(item.label)), indent=2, lead="-") for item in kind.checklist)
            yield None


def _listed(sentences: Iterable[str]) -> Iterator[PageBlock]:
    yield from (PageText(own(_(one)), indent=2, lead="-") for one in sentences)


TOPICS: Mapping[str, Callable[[], Iterator[PageBlock]]] = {
    MEANINGS: glossary,
    TO_KEEP: what_to_keep,
    CANNOT: lambda: _listed(LIMITS),
    CHECKED: lambda: _listed(CHECKING),
}
"""Marked title of each topic, and what it says."""
