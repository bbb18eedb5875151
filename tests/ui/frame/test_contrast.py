"""Every word on every screen can be read: the contrast of what is really drawn, by the formula of WCAG 2.2."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from journal.ui.frame.theme import THEMES
from journal.ui.opening.door import Door
from tests.store.protected import a_protected_journal
from tests.ui.builders import Clock
from tests.ui.case_builders import a_case
from tests.ui.looking import opened, text
from tests.ui.screen_walks import WALKS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rich.color import Color
    from rich.style import Style
    from textual.app import App

LEAST = {"dark": 4.5, "light": 4.5, "contrast": 7.0}
"""Of words: success criteria 1.4.3, and 1.4.6 for high contrast."""
LEAST_OF_DRAWING = 3.0
"""Of borders, bars and marks: 1.4.11."""


def luminance(colour: Color) -> float:
    """Relative luminance of a colour in sRGB."""
    assert colour.triplet
    parts = (one / 255 for one in colour.triplet)
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(style: Style) -> float:
    assert style.color
    assert style.bgcolor
    darker, lighter = sorted((luminance(style.color), luminance(style.bgcolor)))
    return (lighter + 0.05) / (darker + 0.05)


def too_faint(app: App[Any], least: float) -> Iterator[str]:
    """What is drawn with less contrast than it needs."""
    for strip in app.screen._compositor.render_strips(app.size):
        for words, style, _control in strip:
            if style is None or not words.strip():
                continue
            ratio = contrast(style)
            if ratio < (least if any(one.isalnum() for one in words) else LEAST_OF_DRAWING):
                yield f"{words.strip()!r}: {ratio:.2f} ({style})"


def test_the_formula_gives_what_the_recommendation_tells() -> None:
    from rich.style import Style

    assert contrast(Style.parse("#000000 on #ffffff")) == pytest.approx(21)
    assert contrast(Style.parse("#767676 on #ffffff")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", WALKS)
async def test_whatever_is_drawn_can_be_read_in_every_theme(tmp_path: Path, name: str) -> None:
    found: dict[str, list[str]] = {}

    async with opened(a_case(tmp_path)) as pilot:
        await pilot.press(*WALKS[name])
        for theme in THEMES:
            pilot.app.theme = theme
            await pilot.pause()
            assert text(pilot.app).strip() or name == "lock"
            found[theme] = [*dict.fromkeys(too_faint(pilot.app, LEAST[theme]))]

    assert found == {theme: [] for theme in THEMES}


@pytest.mark.parametrize("protected", [False, True])
async def test_what_stands_before_the_journal_can_be_read_in_every_theme(tmp_path: Path, *, protected: bool) -> None:
    path = tmp_path / "journal.json"
    if protected:
        a_protected_journal(path)
    door = Door(path, clock=Clock())
    found: dict[str, list[str]] = {}

    async with door.run_test() as pilot:
        await pilot.press("x")
        for theme in THEMES:
            door.theme = theme
            await pilot.pause()
            assert text(door).strip()
            found[theme] = [*too_faint(door, LEAST[theme])]

    assert found == {theme: [] for theme in THEMES}
