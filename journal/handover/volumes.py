"""A very long dossier in parts, because drawing takes memory with every page: about a gigabyte for 1,500 entries."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from journal.domain.words import N_
from journal.handover.document import Heading, Paragraph

if TYPE_CHECKING:
    from journal.domain.words import Words
    from journal.handover.document import Block, Document, Section

MOST = 1500
"""How many entries in full stand in one part."""


def parts(entries: int) -> int:
    """Return in how many parts a dossier of so many entries is drawn."""
    return max(1, -(-entries // MOST))


def part(document: Document, number: int, words: Words) -> Document:
    """Return one part, counted from 1: the first holds everything but the later entries, each other a run of those."""
    pieces = [_pieces(section) for section in document.sections]
    whole = max(map(len, pieces), default=1)
    if whole == 1:
        return document
    sections = tuple(
        replace(section, blocks=found[number - 1])
        for section, found in zip(document.sections, pieces, strict=True)
        if number <= len(found)
    )
    title = words(N_("{title}, part {part} of {parts}")).format(title=document.title, part=number, parts=whole)
    note = words(N_("This dossier has {parts} parts; the later entries in full stand in the parts after the first."))
    cover = (*document.cover, Paragraph(note.format(parts=whole), small=True))
    return replace(document, title=title, sections=sections, cover=cover)


def _pieces(section: Section) -> list[tuple[Block, ...]]:
    """Return the blocks of a section in runs of so many headings with an anchor; most sections are one run."""
    starts = [
        at
        for at, block in enumerate(section.blocks)
        if isinstance(block, Heading) and block.anchor.startswith("entry-")
    ][MOST::MOST]
    bounds = [0, *starts, len(section.blocks)]
    return [section.blocks[first:last] for first, last in pairwise(bounds)]
