"""Splitting of a long dossier into parts, because typesetting takes memory with every page: 300 MB for 600 entries."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from journal.domain.text.words import N_
from journal.handover.model.document import Heading, Link, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal.domain.text.words import Words
    from journal.handover.model.document import Block, Cell, Document, Section

MOST = 600
"""How many entries in full stand in one part."""
_ENTRY = "entry-"
"""How the anchor of an entry begins."""


def parts(entries: int) -> int:
    """Return in how many parts a dossier of so many entries is drawn."""
    return max(1, -(-entries // MOST))


def part(document: Document, number: int, words: Words) -> Document:
    """Return one part, counted from 1: a run of entries in full and in the lists; the first holds all else too."""
    at = _places(document)
    whole = max(at.values(), default=1)
    if whole == 1:
        return document
    cut = [replace(section, blocks=_blocks(section, at, number)) for section in document.sections]
    sections = tuple(section for section in cut if section.blocks or number == 1)
    title = words(N_("{title}, part {part} of {parts}")).format(title=document.title, part=number, parts=whole)
    note = words(N_("This dossier has {parts} parts; entries and the lists of them run on from each part to the next."))
    cover = (*document.cover, Paragraph(note.format(parts=whole), small=True))
    return replace(document, title=title, sections=sections, cover=cover)


def _places(document: Document) -> Mapping[str, int]:
    """Return in which part each entry stands, by its anchor."""
    blocks = (block for section in document.sections for block in section.blocks)
    anchors = [block.anchor for block in blocks if isinstance(block, Heading) and block.anchor.startswith(_ENTRY)]
    return {anchor: at // MOST + 1 for at, anchor in enumerate(anchors)}


def _blocks(section: Section, places: Mapping[str, int], number: int) -> tuple[Block, ...]:
    """Return what of a section stands in this part: all blocks of its entries, of a list of entries their rows."""
    found: list[Block] = []
    place, heads = 1, _heads_of_lists(section, places)
    for at, block in enumerate(section.blocks):
        if isinstance(block, Heading):
            place = places.get(block.anchor, place)
        if isinstance(block, Table) and _lists(block, places):
            rows = tuple(row for row in block.rows if _place(row, places) == number)
            if rows:
                found += [*heads.get(at, ()), replace(block, rows=rows)]
        elif place == number and (block,) != heads.get(at + 1):
            found.append(block)
    return tuple(found)


def _heads_of_lists(section: Section, places: Mapping[str, int]) -> Mapping[int, tuple[Block]]:
    """Return the heading right before a list of entries, by the index of the list: it stands wherever rows do."""
    return {
        at: (before,)
        for at, (before, block) in enumerate(pairwise(section.blocks), start=1)
        if isinstance(before, Heading) and isinstance(block, Table) and _lists(block, places)
    }


def _lists(table: Table, places: Mapping[str, int]) -> bool:
    """Tell whether each row of a table is about one entry."""
    return bool(table.rows) and all(_place(row, places) for row in table.rows)


def _place(row: Sequence[Cell], places: Mapping[str, int]) -> int:
    """Return in which part a row stands, 0 where it is not about one entry."""
    first = row[0] if row else ""
    return places.get(first.anchor, 0) if isinstance(first, Link) else 0
