"""Which key a command can have: all commands of the program, and why a key is refused."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from textual.widgets import Input, TextArea

import journal.ui
from journal.domain.text.normalisation import alphabetical
from journal.domain.text.words import N_, _
from journal.ui.frame.command import Command, key_shown, keys_in
from journal.ui.frame.everywhere import Leave
from journal.ui.frame.keymap import is_typed, moves
from journal.ui.terminal.keys import sent_by_hand

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOVES = N_("{key} moves, confirms or deletes on every screen. Nothing was changed; please press another key.")
EDITS = N_("{key} edits words where you type. Nothing was changed; please press another key.")
TYPED = N_(
    "This also works where you type, so that a letter would only be typed. Nothing was changed; please press an F key, "
    "or one with Ctrl or Alt."
)
BY_ITSELF = N_(
    "{key} could come without being pressed, in a pasted text or from the terminal. Nothing was changed; please press "
    "another key."
)
TAKEN = N_("{key} is the key for “{title}”. Nothing was changed; please press another key.")


def all_commands() -> Sequence[type[Command]]:
    """Return every command of the program that has a key by itself, in the order of their titles."""
    for room in iter_modules(journal.ui.__path__, f"{journal.ui.__name__}."):
        if room.ispkg:
            for module in iter_modules(import_module(room.name).__path__, f"{room.name}."):
                if module.name.endswith("commands"):
                    import_module(module.name)
    return sorted(
        (one for one in Command.known.values() if one.keys), key=lambda one: (alphabetical(_(one.title)), one.id)
    )


def why_not(command: type[Command], key: str) -> str:
    """Return why a command cannot have a key; "" where it can."""
    shown = key_shown(key)
    if moves(key):
        return _(MOVES).format(key=shown)
    if is_typed(key) and not any(map(is_typed, keys_in(command.keys))):
        return _(TYPED)
    if other := next((one for one in all_commands() if one is not command and key in one.keys_now()), None):
        return _(TAKEN).format(key=shown, title=_(other.title))
    if any(key in field._merged_bindings.key_to_bindings for field in (Input, TextArea) if field._merged_bindings):  # noqa: SLF001 - Textual has no public way
        return _(EDITS).format(key=shown)
    if command is Leave and not sent_by_hand(key):
        return _(BY_ITSELF).format(key=shown)
    return ""


def clash(keys: Mapping[str, str]) -> str:
    """Return why these keys, by id of the command, cannot stand together; "" where they can.

    Keys that commands share by themselves do, because these never listen together.
    """
    commands = all_commands()
    given: dict[str, type[Command]] = {}
    for command in commands:
        for key in keys_in(keys.get(command.id, "")):
            if key not in keys_in(command.keys) and (other := given.setdefault(key, command)) is not command:
                return _(TAKEN).format(key=key_shown(key), title=_(other.title))
    for command in commands:
        for key in keys_in(keys.get(command.id, command.keys)):
            if (taken_by := given.get(key)) and taken_by is not command:
                return _(TAKEN).format(key=key_shown(key), title=_(taken_by.title))
    return ""
