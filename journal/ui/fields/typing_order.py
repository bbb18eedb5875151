"""Keys in the order in which they were typed.

Textual carries out the action of a key only after the key has gone up to the app and back, while the letters behind it
are taken in at once. On a slow line, which sends keys in bursts, an enter would come after words that were meant for
the next field. So a field carries out its own keys itself, and hands on what was typed for another one.
"""

from __future__ import annotations

from functools import cache
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING

from textual.actions import SkipAction, parse
from textual.binding import Binding
from textual.events import Key

from journal.ui.frame.neutral import is_neutral

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widget import Widget


def taken(widget: Widget, event: Key) -> bool:
    """Carry out a field's own action for a key, or give the key to whoever has the focus by now.

    Returns whether either was done; the event goes no further then.
    """
    act = _handed_on(widget, event) or _own_action(widget, event.key)
    if act is None:
        return False
    try:
        act()
    except SkipAction:
        return False
    event.stop()
    event.prevent_default()
    return True


def _handed_on(widget: Widget, event: Key) -> Callable[[], object] | None:
    front = widget.app.screen
    if front is widget.screen and front.focused is widget:
        return None
    handed = Key(event.key, event.character)
    handed.time = event.time
    # A cover takes no key that was typed before it came; the app puts such a key aside until it is gone.
    target = widget.app if is_neutral(widget.app) else front.focused or front
    return lambda: target.post_message(handed)


def _own_action(widget: Widget, key: str) -> Callable[[], object] | None:
    action = _actions(type(widget)).get(key)
    if action is None:
        return None
    _namespace, name, arguments = parse(action)
    method = getattr(widget, f"action_{name}", None)
    if method is None or iscoroutinefunction(method):
        return None
    return lambda: method(*arguments)


@cache
def _actions(sort: type[Widget]) -> dict[str, str]:
    """Return the actions that a class of fields binds itself, by key; those of a subclass come first."""
    classes = reversed(sort.__mro__)
    bound = (binding for one in classes for binding in Binding.make_bindings(one.__dict__.get("BINDINGS", ())))
    return {binding.key: binding.action for binding in bound}
