"""Text styles: colours and weight of words, drawn by Textual and written as escape sequences alike."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from journal.ui.frame.colours import Colours
    from journal.ui.frame.line_pieces import Piece

_ATTRIBUTES = {"bold": "1", "underline": "4", "strike": "9"}
"""Parameters of the escape sequence SGR (ECMA-48, 8.3.117)."""
RESET = "\x1b[0m"


class TextStyle(Struct, frozen=True):
    """How words are drawn; what is empty is as around them."""

    colour: str = ""
    """Name of a colour of the palette, as `Colours` has it."""
    background: str = ""
    """As the colour."""
    weight: str = ""
    """As in Textual's `text-style`: `bold underline`."""

    @property
    def css(self) -> str:
        """The declarations of Textual's CSS."""
        colours = (("color", self.colour), ("background", self.background))
        said = [f"{name}: ${colour.replace('_', '-')};" for name, colour in colours if colour]
        return " ".join([*said, *([f"text-style: {self.weight};"] if self.weight else [])])

    def over(self, under: TextStyle) -> TextStyle:
        """Return this style on top of another one."""
        weight = " ".join(filter(None, (under.weight, self.weight)))
        return TextStyle(self.colour or under.colour, self.background or under.background, weight)

    def escape(self, palette: Colours, depth: int) -> str:
        """Return the escape sequence that begins to write in this style, in colours of 24 or 8 bits."""
        attributes = [_ATTRIBUTES[one] for one in self.weight.split()]
        inks = ((self.colour, True), (self.background, False))
        used = [(getattr(palette, colour), is_ink) for colour, is_ink in inks if colour]
        codes = [code for colour, is_ink in used for code in _codes(colour, depth, is_ink=is_ink)]
        return f"\x1b[{';'.join(['0', *attributes, *codes])}m"


PLAIN = TextStyle("foreground", "background")
"""What stands on no panel."""
ON_PANEL = TextStyle("foreground", "panel")
AT_CURSOR, AT_CURSOR_ELSEWHERE = TextStyle("", "cursor", "bold"), TextStyle("", "cursor_elsewhere")
"""The line with the cursor of a list: where keys go, and while they go elsewhere."""


def written(
    pieces: Iterable[Piece], styles: Mapping[str, TextStyle], under: TextStyle, *, palette: Colours, depth: int
) -> str:
    """Return pieces, which are harmless already, with escape sequences; `depth` is as in `TextStyle.escape`."""
    drawn = ((words, styles[name].over(under) if name else under) for words, name in pieces if words)
    return "".join(f"{style.escape(palette, depth)}{words}" for words, style in drawn)


def in_rows(rows: Iterable[str]) -> str:
    """Return rows that are written one below the other, from the first row of a terminal on."""
    return "".join(f"\x1b[{row};1H{words}" for row, words in enumerate(rows, start=1)) + RESET


@lru_cache
def _codes(colour: str, depth: int, *, is_ink: bool) -> Sequence[str]:
    """Return the parameters of SGR for a colour; with 8 bits the one that Textual would take."""
    if depth == 24:
        return ("38" if is_ink else "48", "2", *(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5)))
    from rich.color import Color, ColorSystem

    return Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_ansi_codes(foreground=is_ink)
