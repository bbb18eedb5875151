"""What the first line of a screen says, and how its facts make room for each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from rich.cells import cell_len

from journal.domain.text.words import N_, _
from journal.ui.frame.line_pieces import fitted, length
from journal.ui.frame.masking import harmless, masking
from journal.ui.frame.text_styles import TextStyle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.ui.frame.line_pieces import Piece

STYLES = {"name": TextStyle(weight="bold"), "warning": TextStyle("primary", weight="bold")}

MASKED, SHORTER = N_("names masked"), N_("masked")
FIRST_OUT, STAYS = 2, -2
"""Ranks of what is left out first, and of what is never left out."""
SHORT = 30
"""Cells of the words of a fact that is said in fewer words."""


class Note(Struct, frozen=True):
    """One fact in the first line, and how it makes room for others."""

    words: str
    shorter: str = ""
    """The same in fewer words, for a line in which not everything has room."""
    rank: int = 0
    """The higher, the sooner it is said in fewer words, and the sooner it is left out.

    Above 1, it is left out before a note below 1 is said in fewer words; below -1, it is never left out.
    """


class Title(Struct, frozen=True):
    """What the first line says."""

    name: str = ""
    """The name of the journal, or of the place one is in."""
    notes: Sequence[Note] = ()
    """Facts, in the order in which they are said; of those with one rank the last ones give way first."""
    warning: str = ""
    """What must be seen before anything is typed; stays as long as the name does."""


def shortened(words: str) -> str:
    """Return the beginning of words of any length, for a line in which not everything has room.

    Masked before they are cut, because half a name is not known as one.
    """
    return "".join(piece for piece, _style in fitted([(harmless(words), "")], SHORT)).rstrip()


def lasting(words: str, said: str = "{words}") -> Note:
    """Return a fact that is never left out; its words alone are cut off where there is little room."""
    return Note(said.format(words=words), said.format(words=shortened(words)), STAYS)


def title_pieces(title: Title, width: int) -> list[Piece]:
    """Return the line: the name on the left, facts on the right, as many as there is room for."""
    left = [(harmless(title.name), "name")]
    if title.warning:
        left += [(" · ", ""), (harmless(title.warning), "warning")]
    notes = [*title.notes, Note(_(MASKED), _(SHORTER), rank=STAYS)] if masking() else title.notes
    facts = said(notes, width - length(left) - 2)
    gap = width - length(left) - cell_len(facts)
    return fitted([*left, (" " * max(0, gap), ""), (facts, "")], width)


def said(notes: Sequence[Note], room: int) -> str:
    """Return the facts in so many cells: first some in fewer words, then some not at all."""
    words = {at: note.words for at, note in enumerate(notes)}
    giving_way = sorted(words, key=lambda at: (-notes[at].rank, -at))
    for least, shorter in ((1, True), (2, False), (-1, True), (-2, True), (-1, False)):
        for at in (at for at in giving_way if notes[at].rank >= least):
            if cell_len(_joined(words)) <= room:
                return _joined(words)
            words[at] = (words[at] and (notes[at].shorter or words[at])) if shorter else ""
    return _joined(words)


def _joined(words: Mapping[int, str]) -> str:
    return harmless(" · ".join(filter(None, words.values())))
