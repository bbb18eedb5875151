"""Escaping of untrusted text for display: terminal escapes, bidirectional controls and invisible characters.

Stored text is never changed; only what is drawn, on the screen or on standard output, is escaped.
"""

from __future__ import annotations

import re

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡"}
_KEPT = {0x0A: "\n", 0x09: "    "}
_BIDI_MARKS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_UNSEEN = (0x00AD, 0x180E, 0x200B, *range(0x2060, 0x2066), *range(0x206A, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC))
_BREAKS = (0x2028, 0x2029)
_INVISIBLE = {code: f"⟨{code:04X}⟩" for code in (*_BIDI_MARKS, *_UNSEEN, *_BREAKS)}
_C1 = {code: f"⟨{code:04X}⟩" for code in range(0x80, 0xA0)}
_HARMLESS = _PICTURES | _INVISIBLE | _C1
HARMFUL = frozenset(map(chr, (*_HARMLESS, *range(0xE0000, 0xE1000))))
"""Characters that act on the terminal, change the text direction, or are invisible."""
_ONE_LINE = str.maketrans(_HARMLESS)
_LINES = str.maketrans(_HARMLESS | _KEPT)
_TO_ESCAPE = re.compile(f"[{re.escape(''.join(map(chr, _HARMLESS)))}\ud800-\udfff\U000e0000-\U000e0fff]")
"""What is escaped; most texts hold nothing of it, which is seen faster than every character is looked up."""
_BEYOND_TABLES = re.compile("[\ud800-\udfff\U000e0000-\U000e0fff]")
"""Lone surrogates, which cannot be encoded for a terminal, and tag characters, which no terminal shows."""


def harmless(text: str, *, lines: bool = False) -> str:
    """Escape every character that acts on the terminal, changes the text direction or is invisible.

    With `lines`, newlines are kept and tabs become spaces; otherwise both are shown as symbols and the result is one
    line.
    """
    if not _TO_ESCAPE.search(text):
        return text
    if lines:
        text = text.replace("\r\n", "\n")
    shown = text.translate(_LINES if lines else _ONE_LINE)
    return _BEYOND_TABLES.sub(lambda sign: f"⟨{ord(sign[0]):04X}⟩", shown)
