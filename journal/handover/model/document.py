"""Document model: blocks in the words of one language, for any writer: PDF, page or plain text.

Stored words are in it unescaped; every writer escapes them for its own format.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

Inline = str
"""Text without any markup."""


@dataclass(frozen=True)
class Heading:
    """Heading inside a section."""

    text: Inline
    anchor: str = ""
    """Target of links: `entry-12`, `exhibit-3`."""


@dataclass(frozen=True)
class Paragraph:
    """Running text; its line breaks are kept."""

    text: Inline
    quoted: bool = False
    """Whether these are literal words of a person."""
    small: bool = False
    struck: bool = False
    """Whether it no longer counts; shown with the word for it too, never by the line alone."""
    label: Inline = ""
    """What it is, in the line in which it begins: what happened, literal words; empty where nothing need be said."""


@dataclass(frozen=True)
class Link:
    """Link to an anchor of the same document."""

    text: Inline
    anchor: str


Cell = Inline | Link


def plain(cell: Cell) -> str:
    """Return the words of a cell."""
    return cell.text if isinstance(cell, Link) else cell


@dataclass(frozen=True)
class Facts:
    """Labels with what is said under them; an empty value is a blank that stays visible."""

    rows: tuple[tuple[Inline, Cell], ...]
    dense: bool = False
    """Whether short ones may stand beside each other: many facts to be read, and no form to be filled in."""


@dataclass(frozen=True)
class Items:
    """A list."""

    rows: tuple[Cell, ...]
    numbered: bool = False


class Wide(StrEnum):
    """How much room a column needs."""

    NARROW = "narrow"
    """A number, a date, a time."""
    MIDDLE = "middle"
    WIDE = "wide"
    """Running text."""


@dataclass(frozen=True)
class Column:
    """The head of a column."""

    title: Inline
    wide: Wide = Wide.MIDDLE


@dataclass(frozen=True)
class Table:
    """Rows under heads, which are repeated on every page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Inline = ""


@dataclass(frozen=True)
class Bars:
    """Counts as bars, each with its figure beside it; never a score."""

    caption: Inline
    rows: tuple[tuple[Inline, int], ...]
    marks: tuple[tuple[int, Inline], ...] = ()
    """Words that stand before the row of this index: the no, a report, an order."""


@dataclass(frozen=True)
class Blank:
    """Room to write by hand: lines, with words before them."""

    label: Inline
    lines: int = 1


@dataclass(frozen=True)
class Picture:
    """A picture of an exhibit."""

    exhibit: int
    caption: Inline
    data: bytes = field(repr=False)
    """The bytes of a JPEG or PNG, without its location where that stays here."""
    media_type: str = "image/jpeg"
    large: bool = False
    """Whether it is drawn as large as it can be read; otherwise it is a thumbnail beside others."""


Block = Heading | Paragraph | Facts | Items | Table | Bars | Blank | Picture


@dataclass(frozen=True)
class Section:
    """Part of the document with a title of its own, which is listed in the contents."""

    title: Inline
    blocks: tuple[Block, ...]
    anchor: str = ""
    new_page: bool = False
    """Whether it begins a page, to be handed on alone: the page that says it all."""
    removable: bool = False
    """Whether it begins and ends on pages of its own, to be taken out: the addresses of witnesses."""


@dataclass(frozen=True)
class Document:
    """Whole document."""

    title: Inline
    language: str
    """Of its words, as an IETF tag: `nl-BE`, `fr`, `en`."""
    sections: tuple[Section, ...]
    cover: tuple[Block, ...] = ()
    """Blocks of a first page without a number; none for a letter."""
    contents_title: Inline = ""
    """The title of the table of contents; empty for none."""
    footer: Inline = ""
    """At the foot of every page, beside its number: name of the dossier, first groups of the head digest."""
    fact: str = "{label}: {said}"
    """How a label and what it says stand in one line, in the language of the document."""
    page_of: Inline = "{page} / {pages}"
    author: Inline = ""

    @property
    def anchors(self) -> frozenset[str]:
        """The anchors that links can lead to."""
        headings = (one.anchor for section in self.sections for one in section.blocks if isinstance(one, Heading))
        return frozenset([*headings, *(section.anchor for section in self.sections)]) - {""}
