"""The one door through which stored words reach the screen.

Textual reads plain strings as markup nearly everywhere and lets terminal escapes through, so stored words are always
handed over as `Content` made here. The stored text stays byte for byte; only its picture is made harmless.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from journal.ui.frame.masking import harmless, in_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.style import Style

__all__ = ["FAINT", "harmless", "literal", "own"]

FAINT = "$faint"
"""Style of words that go with others."""


def literal(text: str, style: str | Style = "", *, lines: bool = False, also: Iterable[str] = ()) -> Content:
    """Return stored words as content that is drawn as it stands: no markup, no escapes, no links.

    Where names are masked, so are `also` these words.
    """
    return Content.styled(harmless(text, lines=lines, also=also), style)


def own(text: str, style: str | Style = "") -> Content:
    """Return the program's own words as content; they are no markup either, because names are put into them."""
    return Content.styled(in_sentence(text), style)
