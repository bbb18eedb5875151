"""Empty log sheets, for whoever has no safe computer: lines to be written by hand, each with a number of its own.

The fields are those that police, prosecutors and victim support ask of a log; what is not known stays empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text.words import N_
from journal.handover.model.document import Blank, Document, Heading, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.domain.text.words import Words
    from journal.handover.model.document import Block

SHEETS, MOST = 10, 200
"""How many sheets are made where nothing is said, and at most."""
LINES = 2
"""Acts that one sheet has room for."""
_HOW = N_(
    "One line for each act, as soon as you can write it safely. Facts first: what you saw, heard or read, not "
    "what you think of it. Leave empty what you do not know. Cross out once what is wrong, so that it can still "
    "be read. Keep the sheets where the suspect cannot find them."
)
_TEAR_OFF = N_(
    "Tear-off strip of sheet {number}: give it to somebody you trust, or keep it elsewhere. It helps to show later "
    "when this sheet was written."
)
_WHAT = N_("What happened; exact words; of a call: how often it rang, how long, what was heard")


def log_sheets(words: Words, first: int = 1, count: int = SHEETS) -> Document:
    """Return so many empty sheets, one a page, numbered from `first` on."""
    title = words(N_("Log sheets"))
    sections = tuple(_sheet(words, number) for number in range(first, first + min(count, MOST)))
    return Document(title=title, language=words.language, sections=sections)


def _sheet(words: Words, number: int) -> Section:
    blocks: list[Block] = [Paragraph(words(_HOW), small=True)]
    for line in range(1, LINES + 1):
        blocks += _line(words, f"{number}.{line}")
    blocks += [
        Paragraph(words(_TEAR_OFF).format(number=number), small=True),
        Blank(words(N_("Written from (day, hour) to (day, hour), and signature"))),
    ]
    return Section(words(N_("Log sheet {number}")).format(number=number), tuple(blocks), new_page=True)


def _line(words: Words, number: str) -> Iterator[Block]:
    yield Heading(number)
    yield Blank(words(N_("Day and date; from what time to what time")))
    yield Blank(words(N_("Place; or number, account, address from which it came")))
    yield Blank(words(N_("Who did it, and how you know")))
    yield Blank(words(_WHAT), lines=7)
    yield Blank(words(N_("Who saw or heard it, with telephone number")))
    yield Blank(words(N_("Proof kept, and where; told or reported to whom, with number")))
    yield Blank(words(N_("Effect on you; written down on (day, hour)")))
