"""The look: quiet greys and one accent, no red; nothing is told by colour alone."""

from __future__ import annotations

from textual.theme import Theme

CALM = Theme(
    name="calm",
    primary="#8fb3c9",
    secondary="#6f8898",
    accent="#8fb3c9",
    warning="#c9b98f",
    error="#c9b98f",
    success="#8fb3c9",
    foreground="#d7dade",
    background="#15181c",
    surface="#1b1f24",
    panel="#262c33",
    variables={
        "boost": "#20262c",
        "border": "#8fb3c9",
        "border-blurred": "#434c56",
        "block-cursor-background": "#2f4150",
        "block-cursor-foreground": "#f2f5f7",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#232b33",
        "input-cursor-background": "#15181c",
        "input-cursor-foreground": "#d7dade",
        "input-cursor-text-style": "reverse",
        "input-selection-background": "#8fb3c9 30%",
    },
)
"""The one theme."""
