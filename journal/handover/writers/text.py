"""Writer of a document as plain text, for a screen reader: one fact a line, no drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_, Words
from journal.domain.time.moment_words import side_by_side
from journal.handover.model.document import Bars, Blank, Facts, Heading, Items, Paragraph, Picture, Table, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.handover.model.document import Block, Document

_LINE = "_" * 60


def text(document: Document) -> bytes:
    """Return the text, in UTF-8 with a mark at its beginning, by which every editor knows that."""
    words = Words(document.language)
    lines = [document.title, "=" * len(document.title), ""]
    for block in document.cover:
        lines += [*_block(block, words), ""]
    for section in document.sections:
        lines += ["", section.title, "-" * len(section.title), ""]
        for block in section.blocks:
            lines += [*_block(block, words), ""]
    if document.footer:
        lines.append(document.footer)
    return (harmless("\n".join(lines), lines=True) + "\n").encode("utf-8-sig")


def _block(block: Block, words: Words) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"## {block.text}"
    elif isinstance(block, Paragraph):
        yield _told(block.label, block.text, words) if block.label else block.text
    elif isinstance(block, Facts):
        yield from (_told(label, plain(said), words) for label, said in block.rows)
    elif isinstance(block, Items):
        yield from (
            f"{at}. {plain(row)}" if block.numbered else f"- {plain(row)}" for at, row in enumerate(block.rows, 1)
        )
    else:
        yield from _drawn(block, words)


def _drawn(block: Table | Bars | Blank | Picture, words: Words) -> Iterator[str]:
    if isinstance(block, Table):
        yield from filter(None, [block.caption])
        for row in block.rows:
            said = zip(block.columns, row, strict=True)
            yield side_by_side((_told(column.title, plain(cell), words) for column, cell in said if plain(cell)), words)
    elif isinstance(block, Bars):
        yield from filter(None, [block.caption])
        marks = dict(block.marks)
        for at, (label, count) in enumerate(block.rows):
            yield from filter(None, [marks.get(at, "")])
            yield _told(label, str(count), words)
    elif isinstance(block, Blank):
        yield from filter(None, [block.label])
        yield from [_LINE] * block.lines
    else:
        yield f"[{block.caption}]"


def _told(label: str, said: str, words: Words) -> str:
    return words(N_("{label}: {said}")).format(label=label, said=said)
