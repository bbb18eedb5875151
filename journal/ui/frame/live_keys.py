"""The commands that can be given right now, with the keys for them; footer, palette and help all ask here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct
from textual.app import App
from textual.dom import DOMNode
from textual.keys import format_key

from journal.domain.text.normalisation import alphabetical
from journal.domain.text.words import _
from journal.ui.frame.command import Command, key_shown

if TYPE_CHECKING:
    from textual.binding import ActiveBinding, Binding
    from textual.screen import Screen


class LiveKey(Struct, frozen=True):
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
        """Whether it belongs to the program and works on every screen."""
        return isinstance(self.node, App) and not self.command.whole


def live_keys(screen: Screen[Any]) -> list[LiveKey]:
    """Return the commands of a screen and its focused widget that can be given now, the nearest first.

    Those without a key come last, in the order of their titles: they are known in the order of their imports.
    """
    found: dict[str, dict[str, ActiveBinding]] = {}
    for key, active in screen.active_bindings.items():
        if active.enabled and active.binding.action in Command.known and not _is_typed(screen, key, active.binding):
            found.setdefault(active.binding.action, {})[key] = active
    keyless = [LiveKey(one, node, (), ()) for one in Command.known.values() if (node := _carries_out(screen, one))]
    keyless.sort(key=lambda live: alphabetical(_(live.command.title)))
    return [_live(Command.known[name], keys) for name, keys in found.items()] + keyless


def _carries_out(screen: Screen[Any], command: type[Command]) -> DOMNode | None:
    """Return who carries out a command that has no key; None where it has one, or where it cannot be given now."""
    if command.keys:
        return None
    nodes: tuple[DOMNode, ...] = (screen,) if screen.is_modal else (screen, screen.app)
    able = (node for node in nodes if hasattr(node, f"action_{command.id}") and node.check_action(command.id, ()))
    return next(able, None)


def idle_commands(screen: Screen[Any], key: str) -> list[type[Command]]:
    """Return the commands of a key where none of them can be given now; none where it does something, or means none."""
    chain = screen._modal_binding_chain  # noqa: SLF001 - Textual lists only what can be given now
    bound = [(node, one.action) for node, binds in chain for one in binds.key_to_bindings.get(key, ())]
    if any(action not in Command.known or node.check_action(action, ()) for node, action in bound):
        return []
    return [Command.known[action] for _node, action in bound]


def _live(command: type[Command], found: dict[str, ActiveBinding]) -> LiveKey:
    order = command.keys_now()
    keys = sorted(found, key=lambda key: order.index(key) if key in order else len(order))
    return LiveKey(command, found[keys[0]].node, tuple(keys), tuple(map(key_shown, keys)))


def _is_typed(screen: Screen[Any], key: str, binding: Binding) -> bool:
    """Tell whether the key only types its sign where the focus is; Textual does not know the name of every sign."""
    sign = format_key(key)
    typed = len(sign) == 1 and screen.focused is not None and screen.focused.check_consume_key(key, sign)
    return typed and not binding.priority
