"""The keys that the person chose, as they can be followed: those that leave are never taken away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journal.ui.frame.command import Command, keys_in
from journal.ui.frame.everywhere import Leave

if TYPE_CHECKING:
    from collections.abc import Mapping

_KEY = re.compile(r"[^\W,]+(\+[^\W,]+)*")
_KEYS_OF_WORDS = frozenset(
    {
        *("escape", "enter", "tab", "space", "backspace", "delete", "insert"),
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
    }
)


def is_typed(key: str) -> bool:
    """Tell whether a key, as Textual names it, types a character where words are typed."""
    return "+" not in key and key not in _KEYS_OF_WORDS and not re.fullmatch(r"f\d+", key)


def moves(key: str) -> bool:
    """Tell whether a key moves, confirms or deletes on every screen, so that no command can have it."""
    return key.rpartition("+")[2] in _KEYS_OF_WORDS


def with_key(command: type[Command], key: str) -> str:
    """Return the keys of a command once it has another one.

    A character takes the place of those that it had; what is no character goes on working, because sentences name it.
    """
    own = keys_in(command.keys)
    if command is Leave:
        return ",".join(dict.fromkeys((*command.keys_now(), key)))
    return ",".join(dict.fromkeys((key, *(one for one in own if not is_typed(one)))))


def follow_keys(chosen: Mapping[str, str]) -> Mapping[str, str]:
    """Let all that names keys follow those that were chosen, and return the keymap for Textual.

    What is no key is left out, and so is whatever would take a leaving key away, or a key that types or moves.
    """
    leaving = tuple(dict.fromkeys((*keys_in(Leave.keys), *_keys(Leave.id, chosen.get(Leave.id, "")))))
    followed = {name: [one for one in _keys(name, keys) if one not in leaving] for name, keys in chosen.items()}
    followed[Leave.id] = [*leaving] if chosen.get(Leave.id) else []
    Command.rebound = {name: ",".join(keys) for name, keys in followed.items() if keys}
    return Command.rebound


def _keys(name: str, keys: str) -> list[str]:
    """Return those of these keys that a command can have; of one that is not known yet, all of them."""
    written = [one for one in keys_in(keys) if _KEY.fullmatch(one)]
    if name not in Command.known:
        return written
    own = keys_in(Command.known[name].keys)
    types = any(map(is_typed, own))
    return [one for one in written if one in own or not (moves(one) or (is_typed(one) and not types))]
