"""A screen is styled once: what its widgets wear when it stands is what reading all styles again would give them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.ui.case_builders import a_case
from tests.ui.looking import opened
from tests.ui.screen_walks import WALKS

if TYPE_CHECKING:
    from pathlib import Path

    from textual.dom import DOMNode
    from textual.screen import Screen

BUSY = ("new entry", "missed call", "attach", "filter", "settings", "commands")
"""Screens with fields, answers, lists and lines that open."""


def worn(screen: Screen[Any]) -> dict[DOMNode, list[object]]:
    """The rules that each widget of a screen wears, and those of its parts."""
    return {
        node: [dict(style.base._rules) for style in (node.styles, *node._component_styles.values())]
        for node in screen.walk_children(with_self=True)
    }


@pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=str)
async def test_a_screen_that_opens_wears_every_style_that_is_its_own(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(a_case(tmp_path), size) as pilot:
        for name in BUSY:
            await pilot.press(*WALKS[name])
            await pilot.pause()
            screen = pilot.app.screen
            before = worn(screen)

            pilot.app.update_styles(screen, animate=False)

            assert worn(screen) == before, name
            await pilot.press("escape")
