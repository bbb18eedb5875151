"""The commands that can be given right now, with the keys for them; footer, palette and help all ask here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.keys import format_key

from journal.ui.commands.command import Command

if TYPE_CHECKING:
    from textual.binding import Binding
    from textual.dom import DOMNode
    from textual.screen import Screen


@dataclass(frozen=True)
class LiveKey:
    """A command that can be given now."""

    command: type[Command]
    node: DOMNode
    """Who carries it out."""
    keys: tuple[str, ...]
    """The keys as Textual names them, the one to be shown first."""
    shown: tuple[str, ...]
    """The same keys as they are written."""

    @property
    def everywhere(self) -> bool:
        """Whether it belongs to the program as a whole."""
        return isinstance(self.node, App)


def live_keys(screen: Screen[Any]) -> list[LiveKey]:
    """Return the commands of a screen and its focused widget that can be given now, the nearest first."""
    found: dict[str, LiveKey] = {}
    for key, active in screen.active_bindings.items():
        command = Command.known.get(active.binding.action)
        if command is None or not active.enabled or _is_typed(screen, key, active.binding):
            continue
        known = found.get(command.id)
        own_sign = command.shown_key if known is None and key == command.keys.split(",")[0] else None
        shown = screen.app.get_key_display(replace(active.binding, key=key, key_display=own_sign))
        keys, signs = (known.keys, known.shown) if known else ((), ())
        found[command.id] = LiveKey(command, active.node, (*keys, key), (*signs, shown))
    return list(found.values())


def _is_typed(screen: Screen[Any], key: str, binding: Binding) -> bool:
    """Tell whether the key only types its sign where the focus is; Textual does not know the name of every sign."""
    sign = format_key(key)
    typed = len(sign) == 1 and screen.focused is not None and screen.focused.check_consume_key(key, sign)
    return typed and not binding.priority
