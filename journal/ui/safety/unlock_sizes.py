"""The sizes from which the screen that asks for a passphrase is laid out, in cells and rows of the terminal."""

from __future__ import annotations

WIDTH = 60
"""The greatest width of the field with its border."""
FIELD_ROWS, SAID_ROWS = 3, 3
"""The field with its border, and what is said below it; both together stand in the middle."""
