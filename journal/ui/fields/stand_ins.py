"""Signs that may be typed into without acting: each harmful one is held by a stand-in of one cell, and given back.

The widgets for typing draw what they hold as it is, and cut it at every sign that ends a line somewhere. So they hold
a private sign instead, which is drawn as the usual picture; reading the field gives back what was typed, byte for byte.
"""

from __future__ import annotations

import re

from rich.segment import Segment
from textual.strip import Strip

from journal.domain.text.harmless import HARMFUL, harmless

_PRIVATE = 0x100000
"""Where the stand-ins begin: a plane of signs that no script uses."""

_TAGS = 0xE0000
"""Where the tag characters begin, which stand in among the private signs from 0xA000 on."""

_STANDS_FOR = {chr(_PRIVATE + (c if (c := ord(sign)) < _TAGS else c - _TAGS + 0xA000)): sign for sign in HARMFUL}
_SWAP = str.maketrans(_STANDS_FOR | {sign: stand_in for stand_in, sign in _STANDS_FOR.items()})
_KEPT_IN_LINES = {0x09, 0x0A, _PRIVATE + 0x09, _PRIVATE + 0x0A}
_SWAP_IN_LINES = {code: text for code, text in _SWAP.items() if code not in _KEPT_IN_LINES}
_PICTURES = str.maketrans(
    {stand_in: picture if len(picture := harmless(sign)) == 1 else "␦" for stand_in, sign in _STANDS_FOR.items()}
    | dict.fromkeys(HARMFUL, "␦")
)
_HALF_SIGN = re.compile("[\ud800-\udfff]")


def held(text: str, *, lines: bool = False) -> str:
    """Return the text with a stand-in for each harmful sign; with `lines`, newlines and tabs stay.

    Halves of signs, which no file can hold, become the sign for what cannot be read.
    """
    return _HALF_SIGN.sub("�", text).translate(_SWAP_IN_LINES if lines else _SWAP)


def given_back(text: str, *, lines: bool = False) -> str:
    """Return the text as it was before `held`."""
    return text.translate(_SWAP_IN_LINES if lines else _SWAP)


def pictured(strip: Strip) -> Strip:
    """Return a line of the screen in which every stand-in is drawn as the picture of its sign."""
    return Strip([Segment(text.translate(_PICTURES), style, control) for text, style, control in strip])
