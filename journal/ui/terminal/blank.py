"""Escape sequence that empties a terminal."""

from __future__ import annotations

_EMPTY = "\x1b[0m\x1b[2J\x1b[H\x1b[3J"
_OTHER_SCREEN, _THIS_SCREEN = "\x1b[?1049l", "\x1b[?1049h"
BLANK = f"{_EMPTY}{_OTHER_SCREEN}{_EMPTY}{_THIS_SCREEN}{_EMPTY}"
"""Empties the program's screen, the one the terminal had before, and what could be scrolled back to.

It ends on the program's own screen, because some terminals keep their keyboard mode apart for each of the two.
"""
