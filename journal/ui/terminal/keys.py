"""Translation table from escape sequences to the events of the app; whatever stands in no table is dropped."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from textual import events, messages
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._xterm_parser import FOCUSIN, FOCUSOUT, XTermParser
from textual.keys import Keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.message import Message

_MOUSE = re.compile(r"\x1b\[<\d{1,3};\d{1,5};\d{1,5}[Mm]", re.ASCII)
"""A mouse report in the form that is asked for (SGR, mode 1006)."""
_OLD_MOUSE = re.compile(r"\x1b\[\d+;\d+;\d+M", re.ASCII)
"""A mouse report of urxvt (mode 1015)."""
_FRAMES = re.compile(r"\x1b\[\?2026;[1-4]\$y", re.ASCII)
"""The answer that whole frames can be drawn at once (mode 2026)."""
_CODED = re.compile(r"\x1b\[(\d{1,7})[:\d]*(?:;(\d{1,3})?(?::(\d))?(?:;([\d:]*))?)?u", re.ASCII)
"""A key in the form of the kitty keyboard protocol: code, modifiers, sort of event, text."""
_OTHER_KEYS = re.compile(r"\x1b\[27;(\d{1,3});(\d{1,7})~", re.ASCII)
"""A key in the form of xterm's modifyOtherKeys: modifiers, code."""
_WITH_EVENT = re.compile(r"\x1b\[(\d{1,5}(?:;\d{1,3})?):(\d)([A-HPQRS~])", re.ASCII)
"""A function key with the sort of event behind it, as the kitty protocol sends it."""
_WITH_MODIFIERS = re.compile(r"\x1b\[(\d{1,2});(\d{1,2})([A-HPQRS~])", re.ASCII)
"""A function key with what is held down beside it, as every xterm sends it."""
_BY_ITSELF = re.compile(r"[\x00\x07-\r\x1b\x20-\x7f]|[^\x00-\x7f]+|\x1b[\[\]OPX^_\\]|\x1b\[\d+;\d+R")
"""What also comes without a key: the signs of a text, a beginning or end of replies, the place of the cursor (CPR)."""
_RELEASED = "3"
_SHIFT, _ALT, _CTRL, _LOCKS = 1, 2, 4, 64 | 128
_NAMED = {9: "\t", 13: "\r", 27: "\x1b", 127: "\x7f", 57414: "\r", 57415: "="} | {
    57399 + at: sign for at, sign in enumerate("0123456789./*-+")
}
"""Codes of the kitty protocol for keys with a character of their own; from 57399 on those of the keypad."""


class KeyTable(XTermParser):
    """Makes events of single sequences; keeps no state between them but where the mouse was."""

    def typed(self, text: str) -> Iterator[Message]:
        """Yield the key of each character; a C1 control character is none."""
        for letter in text:
            if not "\x80" <= letter <= "\x9f":
                yield from self._keys(letter)

    def is_old_mouse(self, sequence: str) -> bool:
        """Tell whether it is a mouse report in a form that was not asked for."""
        return _OLD_MOUSE.fullmatch(sequence) is not None

    def events(self, sequence: str) -> Iterator[Message]:
        """Yield the events of an escape sequence; none where it is unknown or says something unreasonable."""
        if sequence in {FOCUSIN, FOCUSOUT}:
            yield events.AppFocus() if sequence == FOCUSIN else events.AppBlur()
        elif _MOUSE.fullmatch(sequence):
            moved = self.parse_mouse_code(sequence)
            if moved:
                yield moved
        elif _FRAMES.fullmatch(sequence):
            yield messages.TerminalSupportsSynchronizedOutput()
        else:
            yield from self._keys(as_sent_by_xterm(sequence))

    def _keys(self, sequence: str) -> Iterator[Message]:
        held = _WITH_MODIFIERS.fullmatch(sequence)
        if held and f"{held[1]}{held[3]}" in FUNCTIONAL_KEYS:
            # Textual's plain table takes alt for an escape before the key, which would close what is open.
            yield from self._parse_extended_key(sequence) or ()
            return
        alt = len(sequence) == len("\x1bx") and sequence not in ANSI_SEQUENCES_KEYS and sequence[1] > " "
        if alt or len(sequence) == 1 or sequence in ANSI_SEQUENCES_KEYS:
            for key in self._sequence_to_key_events(sequence[alt:], alt=alt):
                if key.key != Keys.Ignore:
                    yield key


def sent_by_hand(key: str) -> frozenset[str]:
    """Return what a terminal sends for a key, as Textual names it; nothing where that may come without the key."""
    sent = _sent().get(key, frozenset[str]())
    return frozenset() if any(map(_BY_ITSELF.fullmatch, sent)) else sent


@cache
def _sent() -> Mapping[str, frozenset[str]]:
    """Return what an xterm sends for each key, by the name of the key."""
    held = (f"\x1b[{key[:-1]};{modifiers}{key[-1]}" for key in FUNCTIONAL_KEYS for modifiers in range(2, 9))
    with_alt = (f"\x1b{chr(code)}" for code in range(0x21, 0x7F))
    table, found = KeyTable(), defaultdict(set)
    for sequence in (*ANSI_SEQUENCES_KEYS, *held, *with_alt):
        keys = [one.key for one in table.events(sequence) if isinstance(one, events.Key)]
        if len(keys) == 1:
            found[keys[0]].add(sequence)
    return {key: frozenset(sent) for key, sent in found.items()}


def as_sent_by_xterm(sequence: str) -> str:
    """Return the characters that an xterm without a keyboard protocol sends for a key; "" where it is none.

    Terminals go on with a protocol that another program asked for and did not take back.
    """
    if found := _WITH_EVENT.fullmatch(sequence):
        numbers, event, final = found.groups()
        plain = numbers.removesuffix(";1").removeprefix("1" if final != "~" and numbers in {"1", "1;1"} else "")
        return "" if event == _RELEASED else f"\x1b[{plain}{final}"
    if found := _CODED.fullmatch(sequence):
        code, modifiers, event, text = found.groups(default="")
        return "" if event == _RELEASED else _character(int(code), int(modifiers or "1"), text)
    if found := _OTHER_KEYS.fullmatch(sequence):
        return _character(int(found[2]), int(found[1]), "")
    return sequence


def _character(code: int, modifiers: int, text: str) -> str:
    """Return what is typed by a key with this code; modifiers are one more than the sum of their bits."""
    held = (modifiers - 1) & ~_LOCKS
    if text and not held & (_ALT | _CTRL):
        code, held = int(text.partition(":")[0] or "0"), 0
    letter = _NAMED.get(code) or (chr(code) if _is_character(code) else "")
    if not letter or held & ~(_SHIFT | _ALT | _CTRL):
        return ""
    if held & _CTRL:
        letter = chr(ord(letter) & 0x1F) if letter.isascii() and letter.isalpha() else ""
    elif held & _SHIFT and letter == "\t":
        letter = "\x1b[Z"
    elif held & _SHIFT and len(letter.upper()) == 1:
        letter = letter.upper()
    return f"\x1b{letter}" if held & _ALT and letter else letter


def _is_character(code: int) -> bool:
    """Tell whether a code is that of a character, and not a surrogate, a control or a code for keys."""
    return 0x20 <= code < 0x7F or 0xA0 <= code < 0xD800 or 0xF900 <= code <= 0x10FFFF
