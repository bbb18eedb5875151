"""No key is silent: one that can do nothing says why, and any other one changes what stands on the screen."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from journal.logbook import Logbook
from journal.ui.fields.choices import Choices
from journal.ui.frame.command import Command
from journal.ui.frame.fitted import Fitted
from journal.ui.frame.keymap import moves
from journal.ui.frame.live_keys import idle_commands
from tests.ui.builders import a_logbook
from tests.ui.case_builders import a_case
from tests.ui.looking import NARROW, main_screen, opened, text, toasts
from tests.ui.screen_walks import WALKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from textual.screen import Screen

CASES: dict[str, Callable[[Path], Logbook]] = {"empty": a_logbook, "case": a_case}
WALKED = ("main", "entry", "case", "people", "exhibits", "exhibit", "filter", "still to do", "hand over", "new entry")
ENDS = {"ctrl+q", "f12", "ctrl+z"}
"""These end or stop the program."""
BY_REFLEX = "escape"
"""Where it has nothing to close, it leaves what was said last where it stands."""


def bound(screen: Screen[Any]) -> Iterator[str]:
    """The keys of commands that are bound on a screen, whether they can be given now or not."""
    for _node, binds in screen._modal_binding_chain:
        for key, several in binds.key_to_bindings.items():
            if any(one.action in Command.known for one in several) and key not in ENDS and not moves(key):
                yield key


def typed(screen: Screen[Any], key: str) -> bool:
    """Whether a key only types its sign where the focus is, or chooses an answer by its letter."""
    focused = screen.focused
    return focused is not None and (isinstance(focused, Choices) or focused.check_consume_key(key, key))


@pytest.mark.parametrize("case", CASES)
async def test_a_key_that_can_do_nothing_says_so(tmp_path: Path, case: str) -> None:
    silent = []
    with closing(CASES[case](tmp_path)) as logbook:
        async with opened(logbook, NARROW) as pilot:
            home = pilot.app.screen
            for name in WALKED:
                await pilot.press(*WALKS[name])
                screen = pilot.app.screen
                assert isinstance(screen, Fitted)
                for key in sorted({*bound(screen)}):
                    if (commands := idle_commands(screen, key)) and not typed(screen, key):
                        before = toasts(pilot.app)
                        await pilot.press(key)
                        said = [screen.why_idle(commands)] if key != BY_REFLEX else before
                        if toasts(pilot.app) != said or pilot.app.screen is not screen:
                            silent.append((name, key, toasts(pilot.app)))
                while pilot.app.screen is not home:
                    await pilot.press("escape")

    assert silent == []


@pytest.mark.parametrize("case", CASES)
async def test_every_key_of_the_main_screen_changes_what_stands_there(tmp_path: Path, case: str) -> None:
    silent = []
    with closing(CASES[case](tmp_path)) as logbook:
        async with opened(logbook, NARROW) as pilot:
            home, begin = main_screen(pilot), text(pilot.app)
            for key in sorted({*bound(home)} - {BY_REFLEX}):
                pilot.app.clear_notifications()
                await pilot.press(key)
                await pilot.pause()
                if text(pilot.app) == begin and not toasts(pilot.app):
                    silent.append(key)
                while pilot.app.screen is not home or home.focused is not home.timeline:
                    await pilot.press("escape")

    assert silent == []


async def test_where_nothing_can_be_saved_a_key_says_that(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    a_logbook(tmp_path).close()
    with closing(Logbook(path, read_only=True)) as logbook:
        async with opened(logbook, NARROW) as pilot:
            await pilot.press("n")

            assert toasts(pilot.app) == [logbook.read_only_reason]
