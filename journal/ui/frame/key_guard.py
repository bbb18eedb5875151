"""Guard for keys that record something by themselves: one that came together with other input is not obeyed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from journal.domain.text.words import N_, _
from journal.ui.frame.command import Command
from journal.ui.terminal.burst import came_together

if TYPE_CHECKING:
    from textual.app import App

PRESS_IT_ALONE = N_("Several keys were pressed at once, so nothing was saved. Press the key once more, on its own.")


def came_by_chance(app: App[None], event: events.Event) -> bool:
    """Tell whether an event would record something although nobody may have meant it, and say so."""
    if not isinstance(event, events.Key) or event.is_forwarded or not came_together(event):
        return False
    if app.focused is not None and app.focused.check_consume_key(event.key, event.character):
        return False
    bound = app.screen.active_bindings.get(event.key)
    command = Command.known.get(bound.binding.action) if bound else None
    if command is None or not command.at_once:
        return False
    app.notify(_(PRESS_IT_ALONE), markup=False)
    return True
