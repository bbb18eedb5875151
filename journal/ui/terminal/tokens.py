"""Tokenizer of terminal input: text, control sequences, pastes, and the replies that are dropped whole."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from journal.ui.terminal.leaving_keys import PASTE_ENDS, LeavingKeys

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping

    Step = Generator["Token", None, int]
    """Yields what is complete, and returns where the next step goes on."""

ESC = "\x1b"
PASTE_BEGINS = "\x1b[200~"
LONGEST_SEQUENCE = 64
"""Characters; no key or mouse report is longer, so a longer control sequence is dropped."""
SECONDS_OF_ESCAPE = 0.1
"""How long an escape may wait for the rest of its sequence before it counts as the key."""
SECONDS_OF_REPLY = 0.5
"""How long a reply may pause before it is given up."""
SECONDS_OF_PASTE = 1.0
"""How long a bracketed paste may pause before it counts as ended."""

_STRINGS = frozenset("P]_^X")
"""What opens a control string after ESC: DCS, OSC, APC, PM, SOS (ECMA-48, 5.6)."""
_OLD_MOUSE_LETTERS = 3


class Typed(Struct, frozen=True):
    """Characters outside every sequence; C0 control characters are keys among them."""

    text: str


class Sequence(Struct, frozen=True):
    """A whole escape sequence, the lone ESC included."""

    text: str


class Pasted(Struct, frozen=True):
    """The text of a bracketed paste, or of the part of one that arrived."""

    text: str


class Dropped(Enum):
    """Something that is no key."""

    REPLY = auto()
    """A control string, an overlong or a broken sequence."""
    OLD_MOUSE = auto()
    """A mouse report of X10 or urxvt, whose positions cannot be trusted."""


Token = Typed | Sequence | Pasted | Dropped


class _In(Enum):
    GROUND = auto()
    ESCAPE = auto()
    CSI = auto()
    OVERLONG = auto()
    FUNCTION = auto()
    STRING = auto()
    OLD_MOUSE = auto()
    PASTE = auto()


_PATIENCE = {_In.STRING: SECONDS_OF_REPLY, _In.OVERLONG: SECONDS_OF_REPLY, _In.PASTE: SECONDS_OF_PASTE}


class Tokenizer:
    """Splits the characters of a terminal into tokens; keeps what is not whole yet until more comes or `flush`."""

    def __init__(self) -> None:
        """Begin outside every sequence."""
        self._state = _In.GROUND
        self._kept = ""
        self.leaving = LeavingKeys()
        """The keys that are seen in the midst of anything else."""

    @property
    def patience(self) -> float | None:
        """Seconds of silence after which `flush` is due; None while nothing is pending."""
        if self._state is _In.GROUND:
            return None
        if self._state is _In.STRING and len(self._kept) == len("\x1bP"):
            return SECONDS_OF_ESCAPE
        return _PATIENCE.get(self._state, SECONDS_OF_ESCAPE)

    def flush(self) -> Iterator[Token]:
        """Yield what was pending when nothing more came: a lone escape, the part of a paste that is there."""
        state, kept = self._state, self._take()
        if state is _In.PASTE:
            yield Pasted(kept)
        elif state in {_In.ESCAPE, _In.CSI, _In.FUNCTION}:
            yield Sequence(kept)
        elif state is not _In.GROUND:
            yield Dropped.REPLY

    def feed(self, text: str) -> Iterator[Token]:
        """Yield the tokens that these characters complete, in their order."""
        at = 0
        while at < len(text):
            at = yield from self._steps[self._state](self, text, at)

    def _take(self) -> str:
        kept, self._kept, self._state = self._kept, "", _In.GROUND
        return kept

    def _go(self, state: _In, kept: str) -> None:
        self._state, self._kept = state, kept

    def _ground(self, text: str, at: int) -> Step:
        end = text.find(ESC, at)
        if end != at:
            yield Typed(text[at:end] if end >= 0 else text[at:])
        if end < 0:
            return len(text)
        self._go(_In.ESCAPE, ESC)
        return end + 1

    def _escape(self, text: str, at: int) -> Step:
        letter = text[at]
        if letter == ESC:
            yield Sequence(ESC)
        elif letter == "[":
            self._go(_In.CSI, ESC + letter)
        elif letter == "O":
            self._go(_In.FUNCTION, ESC + letter)
        elif letter in _STRINGS:
            self._go(_In.STRING, ESC + letter)
        elif letter in self.leaving.signs:
            yield Sequence(self._take())
            return at
        else:
            yield Sequence(self._take() + letter)
        return at + 1

    def _function(self, text: str, at: int) -> Step:
        letter = text[at]
        if letter < " " or letter > "~":
            yield Sequence(self._take())
            return at
        yield Sequence(self._take() + letter)
        return at + 1

    def _csi(self, text: str, at: int) -> Step:
        letter, kept = text[at], self._kept
        if letter < " " or letter > "~":
            self._take()
            yield Dropped.REPLY
            return at
        self._kept += letter
        if kept == "\x1b[" and letter == "M":
            self._go(_In.OLD_MOUSE, "")
        elif kept == "\x1b[" and letter == "[":
            pass  # the Linux console sends its first function keys as ESC [ [ A
        elif letter >= "@":
            yield from self._whole(self._take())
        elif len(self._kept) >= LONGEST_SEQUENCE:
            self._go(_In.OVERLONG, "")
        return at + 1

    def _whole(self, sequence: str) -> Iterator[Token]:
        if sequence == PASTE_BEGINS:
            self._go(_In.PASTE, "")
        elif sequence != PASTE_ENDS:
            yield Sequence(sequence)

    def _overlong(self, text: str, at: int) -> Step:
        letter = text[at]
        if " " <= letter < "@":
            return at + 1
        self._take()
        yield Dropped.REPLY
        return at if letter < " " else at + 1

    def _old_mouse(self, text: str, at: int) -> Step:
        if text[at] < " ":
            self._take()
            yield Dropped.OLD_MOUSE
            return at
        self._kept += text[at]
        if len(self._kept) == _OLD_MOUSE_LETTERS:
            self._take()
            yield Dropped.OLD_MOUSE
        return at + 1

    def _string(self, text: str, at: int) -> Step:
        end = self.leaving.end_of_string.search(text, at)
        if end is None:
            # Two characters are enough to tell that it goes on; how it goes on is of no use.
            self._kept = "\x1b] "
            return len(text)
        self._take()
        yield Dropped.REPLY
        if end[0] == ESC:
            after = text[end.end() : end.end() + 1]
            if after == "\\":
                return end.end() + 1
            self._go(_In.ESCAPE, ESC)
            return end.end()
        return end.start() if end[0] in self.leaving.signs else end.end()

    def _paste(self, text: str, at: int) -> Step:
        begin = max(len(self._kept) - self.leaving.longest + 1, 0)
        self._kept += text[at:]
        end = self.leaving.end_of_paste.search(self._kept, begin)
        if end is None:
            return len(text)
        kept = self._take()
        yield Pasted(kept[: end.start()])
        if end[0] in self.leaving.signs:
            yield Typed(end[0])
        else:
            yield from self._whole(end[0])
        return len(text) - len(kept) + end.end()

    _steps: ClassVar[Mapping[_In, Callable[[Tokenizer, str, int], Step]]] = {
        _In.GROUND: _ground,
        _In.ESCAPE: _escape,
        _In.CSI: _csi,
        _In.OVERLONG: _overlong,
        _In.FUNCTION: _function,
        _In.STRING: _string,
        _In.OLD_MOUSE: _old_mouse,
        _In.PASTE: _paste,
    }
