"""What the person can do, each thing said once: key, footer word, palette line and help row."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, ClassVar

from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import Binding, BindingType

_FROM_THE_TIMELINE = N_("“{title}” works in the timeline. {close} goes back there.")
_SECOND_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FUNCTION_KEY = re.compile(r"f\d+")
_WRITTEN = {
    "backspace": "⌫",
    "delete": "del",
    "down": "↓",
    "escape": "esc",
    "left": "←",
    "minus": "-",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "plus": "+",
    "right": "→",
    "slash": "/",
    "up": "↑",
}
_NAMED = frozenset({"space", "tab"})
"""Keys whose names are those of characters too."""


class Command:
    """One command; the screen or widget that carries it out has the method `action_<id>`."""

    id: ClassVar[str]
    """Stable; the action's name, and the name under which the key can be changed: the class name in snake case."""
    keys: ClassVar[str] = ""
    """The keys, separated by commas, the one to be shown first; empty for what only the palette offers."""
    title: ClassVar[str]
    """The marked words of the palette line and the help row: `New entry`."""
    help: ClassVar[str]
    """One marked sentence on what it does; the tooltip."""
    words: ClassVar[str] = ""
    """Marked other words by which people look for it, separated by commas: `police, print`."""
    footer: ClassVar[str] = ""
    """The marked word beside the key in the footer; empty to stay out of it."""
    idle: ClassVar[str] = N_("“{title}” can do nothing here now.")
    """The marked sentence that is said where its key can do nothing; other commands in it by id: `{search}`.

    Empty where the key is pressed by reflex: what is said then would take the place of what was saved.
    """
    leads: ClassVar[bool] = False
    """Whether it stands first in the footer, wherever the focus is."""
    priority: ClassVar[bool] = False
    """Whether the key works before any field that has the focus sees it."""
    writes: ClassVar[bool] = False
    """Whether it adds to the journal, and so is not offered where that is open for reading only."""
    at_once: ClassVar[bool] = False
    """Whether its key alone records something, so that it is ignored where it came in one read with other input."""
    decides: ClassVar[bool] = False
    """Whether it carries out what stands on the screen, so that this must have been seen first."""
    whole: ClassVar[bool] = False
    """Whether it concerns the journal as a whole; such a command is given from the main screen alone."""

    known: ClassVar[dict[str, type[Command]]] = {}
    """Every command of the program, by id."""
    rebound: ClassVar[Mapping[str, str]] = {}
    """The keys in force of commands whose keys were changed, by id; of the whole process, as there is one keyboard."""

    def __init_subclass__(cls, **facts: str | bool) -> None:
        """Set what stands beside the class, `class Undo(Command, keys="u", …)`, and register the command by its id."""
        super().__init_subclass__()
        cls.id = _SECOND_WORD.sub("_", cls.__name__).lower()
        for name, fact in facts.items():
            setattr(cls, name, fact)
        Command.known[cls.id] = cls

    @classmethod
    def keys_now(cls) -> tuple[str, ...]:
        """Return the keys that give it now, the one to be shown first; none for what only the palette offers."""
        return keys_in(Command.rebound.get(cls.id, cls.keys))

    @classmethod
    def idle_words(cls) -> str:
        """Return why its key does nothing now, translated; empty where nothing needs to be said."""
        if not cls.idle:
            return ""
        return worded(_FROM_THE_TIMELINE if cls.whole else cls.idle, title=_(cls.title))

    @classmethod
    def shown_key(cls) -> str:
        """Return how the first key is written on the screen."""
        return key_shown(next(iter(cls.keys_now()), ""))

    @classmethod
    def binding(cls) -> Binding:
        """Return the binding that runs this command; its words are translated where they are drawn."""
        from textual.binding import Binding

        return Binding(
            cls.keys,
            cls.id,
            cls.footer or cls.title,
            show=bool(cls.footer),
            id=cls.id,
            priority=cls.priority,
            key_display=key_shown(cls.keys.partition(",")[0]) or None,
            tooltip=cls.help,
        )


class _KeysNow(dict[str, str]):
    """How the first key of each command is written, by the id of the command."""

    def __missing__(self, name: str) -> str:
        return Command.known[name].shown_key()


def worded(sentence: str, **said: str) -> str:
    """Return a marked sentence, translated, with the keys in force of the commands that it names: `{undo_last}`."""
    return _(sentence).format_map(_KeysNow(said))


def keys_in(keys: str) -> tuple[str, ...]:
    """Return keys that are separated by commas."""
    return tuple(filter(None, keys.split(",")))


def key_shown(key: str) -> str:
    """Return how a key, as Textual names it, is written on the screen."""
    if _FUNCTION_KEY.fullmatch(key):
        return key.upper()
    modifiers, plus, last = key.rpartition("+")
    return f"{modifiers}{plus}{_WRITTEN.get(last) or _sign(last)}".replace("ctrl+", "^")


def _sign(name: str) -> str:
    """Return the character of a name as Textual has it, `question_mark`; what has none is written as it is called."""
    if len(name) < 2 or name in _NAMED:
        return name
    try:
        return unicodedata.lookup(name.replace("_", " ").upper())
    except KeyError:
        return name


def bindings(*commands: type[Command]) -> list[BindingType]:
    """Return the bindings of these commands, for a `BINDINGS` list."""
    return [command.binding() for command in commands]
