"""The theme: the palette under the names by which styles ask for it."""

from __future__ import annotations

from textual.theme import Theme

from journal.ui.frame.colours import BACKGROUND, CURSOR, CURSOR_ELSEWHERE, FOREGROUND, PANEL, PRIMARY

CALM = Theme(
    name="calm",
    primary=PRIMARY,
    secondary="#6f8898",
    accent=PRIMARY,
    warning="#c9b98f",
    error="#c9b98f",
    success=PRIMARY,
    foreground=FOREGROUND,
    background=BACKGROUND,
    surface="#1b1f24",
    panel=PANEL,
    variables={
        "boost": "#20262c",
        "border": PRIMARY,
        "border-blurred": "#434c56",
        "block-cursor-background": CURSOR,
        "block-cursor-foreground": "#f2f5f7",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": CURSOR_ELSEWHERE,
        "input-cursor-background": BACKGROUND,
        "input-cursor-foreground": FOREGROUND,
        "input-cursor-text-style": "reverse",
        "input-selection-background": "#8fb3c9 30%",
    },
)
"""The one theme."""
