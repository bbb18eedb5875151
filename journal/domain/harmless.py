"""A picture of stored words in which nothing acts: no terminal escapes, no turned reading direction, no hidden signs.

The stored text stays byte for byte; only what is drawn of it, on the screen or on standard output, is made harmless.
"""

from __future__ import annotations

import re

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡"}
_KEPT = {0x0A: "\n", 0x09: "    "}
_BIDI_MARKS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_INVISIBLE = {code: f"⟨{code:04X}⟩" for code in (*_BIDI_MARKS, 0x2028, 0x2029, 0xFEFF, 0x200B)}
_C1 = {code: f"⟨{code:04X}⟩" for code in range(0x80, 0xA0)}
_HARMLESS = _PICTURES | _INVISIBLE | _C1
HARMFUL = frozenset(map(chr, _HARMLESS))
"""The signs that would act on the terminal, turn the reading direction, or hide."""

_ONE_LINE = str.maketrans(_HARMLESS)
_LINES = str.maketrans(_HARMLESS | _KEPT)
_HALF_SIGN = re.compile("[\\ud800-\\udfff]")


def harmless(text: str, *, lines: bool = False) -> str:
    """Return a picture of the text in which nothing acts on the terminal or turns the reading direction.

    With `lines`, newlines and tabs stay; otherwise they are shown as signs and the result is one line.
    """
    shown = text.translate(_LINES if lines else _ONE_LINE)
    return _HALF_SIGN.sub(lambda found: f"⟨{ord(found[0]):04X}⟩", shown)
