"""The themes: each palette under the names by which styles ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict
from textual.theme import Theme

from journal.ui.frame.colours import DEFAULT, PALETTES, Colours

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import App


def theme_of(name: str, palette: Colours) -> Theme:
    """Return a palette as a theme of Textual, in which every colour of it is a variable: `$border-blurred`."""
    own = {one.replace("_", "-"): colour for one, colour in asdict(palette).items() if isinstance(colour, str)}
    return Theme(
        name=name,
        primary=palette.primary,
        secondary=palette.primary,
        accent=palette.primary,
        warning=palette.primary,
        error=palette.primary,
        success=palette.primary,
        foreground=palette.foreground,
        background=palette.background,
        surface=palette.surface,
        panel=palette.panel,
        dark=palette.dark,
        variables=own | _variables(palette),
    )


def _variables(palette: Colours) -> dict[str, str]:
    """Return the variables of Textual's own widgets."""
    return {
        "boost": palette.field,
        "border": palette.primary,
        "text-muted": palette.faint,
        "text-disabled": palette.faint,
        "text-accent": palette.primary,
        "text-success": palette.primary,
        "scrollbar": palette.border_blurred,
        "scrollbar-hover": palette.primary,
        "scrollbar-active": palette.primary,
        "scrollbar-background": palette.background,
        "scrollbar-background-hover": palette.background,
        "scrollbar-background-active": palette.background,
        "scrollbar-corner-color": palette.background,
        "block-cursor-background": palette.cursor,
        "block-cursor-foreground": palette.foreground,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": palette.cursor_elsewhere,
        "input-cursor-background": palette.background,
        "input-cursor-foreground": palette.foreground,
        "input-cursor-text-style": "reverse",
        "input-selection-background": palette.selection,
    }


THEMES: Mapping[str, Theme] = {name: theme_of(name, palette) for name, palette in PALETTES.items()}
"""By the id that the settings hold."""
DEFAULT_THEME = THEMES[DEFAULT]


def palette_of(app: App[Any]) -> Colours:
    """Return the palette in which an app draws now."""
    return PALETTES.get(app.theme, PALETTES[DEFAULT])
