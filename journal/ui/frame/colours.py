"""The palettes: each names what its colours are for; quiet, no red, nothing is told by colour alone.

Contrast against every background on which a colour really stands is at least 4.5 to 1 for words (WCAG 2.2, 1.4.3), in
high contrast at least 7 to 1 (1.4.6).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping


class Colours(Struct, frozen=True, kw_only=True):
    """Colours, `#rrggbb`, by the names under which styles ask for them: `$primary`."""

    primary: str
    """Headings, keys, marks, and the border of what has the focus."""
    foreground: str
    background: str
    panel: str
    """Behind the first and the last line, and behind what is said."""
    surface: str
    """Behind questions."""
    field: str
    """Behind a field in which something is typed."""
    field_focused: str
    """Behind a field of answers that has the focus."""
    quiet: str
    """Words on a panel that are less than what is read first."""
    faint: str
    """Words that go with others: labels, notes, why."""
    border_blurred: str
    """Border of what has not the focus."""
    cursor: str
    """Behind the line with the cursor, where keys go there."""
    cursor_elsewhere: str
    """Behind it while they go elsewhere."""
    selection: str
    """Behind selected words."""
    dark: bool = True


DARK = Colours(
    primary="#8fb3c9",
    foreground="#d7dade",
    background="#15181c",
    panel="#262c33",
    surface="#1b1f24",
    field="#24282d",
    field_focused="#31353a",
    quiet="#bcbfc4",
    faint="#adb2b7",
    border_blurred="#66717d",
    cursor="#2f4150",
    cursor_elsewhere="#232b33",
    selection="#3b5566",
)
LIGHT = Colours(
    primary="#1d5878",
    foreground="#1c2024",
    background="#fbfaf7",
    panel="#e3e8ec",
    surface="#f2f4f5",
    field="#e6eaed",
    field_focused="#d9e0e5",
    quiet="#3a424a",
    faint="#4d555d",
    border_blurred="#7b858e",
    cursor="#c6dce9",
    cursor_elsewhere="#e2e9ee",
    selection="#b5d2e3",
    dark=False,
)
HIGH_CONTRAST = Colours(
    primary="#ffe08a",
    foreground="#ffffff",
    background="#000000",
    panel="#1f1f1f",
    surface="#000000",
    field="#262626",
    field_focused="#333333",
    quiet="#ffffff",
    faint="#e6e6e6",
    border_blurred="#a6a6a6",
    cursor="#00365e",
    cursor_elsewhere="#262626",
    selection="#00467a",
)

PALETTES: Mapping[str, Colours] = {"dark": DARK, "light": LIGHT, "contrast": HIGH_CONTRAST}
"""By the stable id that the settings hold; the one of a journal in which nothing is set stands first."""
DEFAULT = "dark"
VARIABLE = "JOURNAL_THEME"
"""Variable of the environment with the id of the theme where none is set, and before a journal can be read."""


def theme_for(chosen: str) -> str:
    """Return the id of the theme in force: the chosen one, that of the environment, or the default.

    One that only another version knows counts as none.
    """
    return next((one for one in (chosen, os.environ.get(VARIABLE, "")) if one in PALETTES), DEFAULT)


def palette_for(chosen: str) -> Colours:
    """Return the palette of the theme in force."""
    return PALETTES[theme_for(chosen)]
