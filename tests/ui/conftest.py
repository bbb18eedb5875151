"""The ground of the tests that show a screen: one process runs hundreds of apps, and each has to be gone after it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual._queue import Queue
    from textual.css.model import RuleSet
    from textual.css.stylesheet import Stylesheet
    from textual.dom import DOMNode
    from textual.screen import Screen


@pytest.fixture(autouse=True)
def _nothing_is_left_of_an_app(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let go of what an app has read, which it sets apart for good, and of what it drew, which Textual keeps."""
    # Not above: Textual reads the environment when it is imported, and this is read before the environment is fixed.
    from textual._styles_cache import StylesCache

    monkeypatch.setattr(gc, "freeze", lambda: None)
    yield
    StylesCache.get_inner_outer.cache_clear()


@pytest.fixture(autouse=True, scope="session")
def _rules_are_parsed_once() -> Iterator[None]:
    """Share the rules read from a text of CSS among the apps in which its variables have the same values."""
    from textual.css.stylesheet import Stylesheet

    parse = Stylesheet._parse_rules
    known: dict[object, list[RuleSet]] = {}
    last: tuple[dict[str, str], frozenset[tuple[str, str]]] = {}, frozenset()

    def values(variables: dict[str, str]) -> frozenset[tuple[str, str]]:
        nonlocal last
        if variables is not last[0]:
            last = variables, frozenset(variables.items())
        return last[1]

    def parse_once(sheet: Stylesheet, css: str, *where: Any, **how: Any) -> list[RuleSet]:
        key = css, where, *sorted(how.items()), values(sheet._variables)
        if key not in known:
            known[key] = parse(sheet, css, *where, **how)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        yield


@pytest.fixture(autouse=True)
def _no_frame_is_drawn_for_nobody(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw no frame of an app without a terminal, but for tests of frames; what a test looks at is drawn then."""
    from textual.screen import Screen

    send = Screen._compositor_refresh

    def draw(screen: Screen[Any]) -> None:
        if screen.app.is_headless and screen is screen.app.screen:
            screen._compositor._dirty_regions.clear()
        else:
            send(screen)

    if not request.node.get_closest_marker("frames"):
        monkeypatch.setattr(Screen, "_compositor_refresh", draw)


@pytest.fixture(autouse=True)
def _nobody_at_rest_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask no widget whether it has done its work where each already waits for more."""
    from textual.pilot import Pilot

    wait = Pilot._wait_for_screen

    async def wait_for_the_busy(pilot: Pilot[Any], *seconds: float) -> bool:
        return all(map(_at_rest, pilot.app.walk_children(with_self=True))) or await wait(pilot, *seconds)

    monkeypatch.setattr(Pilot, "_wait_for_screen", wait_for_the_busy)


def _at_rest(pump: DOMNode) -> bool:
    queue: Queue[Any] = pump._message_queue
    return queue.empty() and bool(queue.ready_event._waiters)
