"""First frame: what stands on the terminal before the library of the screen is loaded, and the keys that leave it."""

from __future__ import annotations

import os
import select
import signal
import sys
from contextlib import suppress
from threading import Thread, get_ident
from typing import TYPE_CHECKING, NoReturn

from msgspec import Struct

from journal.ui.terminal.blank import BLANK
from journal.ui.terminal.encoding import falls_short
from journal.ui.terminal.leaving_keys import LeavingKeys

if TYPE_CHECKING:
    from types import FrameType

OTHER_SCREEN = "\x1b[?1049h"
_HIDE_CURSOR = "\x1b[?25l"
_BACK = "\x1b[?1049l\x1b[?25h"
_LEFT = signal.SIGUSR1
"""Interrupts whatever the main thread is importing."""
_TOLD_OTHERWISE = frozenset({"NO_COLOR", "COLUMNS", "LINES"})
"""Variables with which Textual draws in other colours, or in another size, than the terminal has."""
_BYTES_AT_ONCE = 65536


class Paper(Struct, frozen=True):
    """What can be drawn on."""

    columns: int
    rows: int
    depth: int
    """Bits of a colour: 24 or 8."""


def paper() -> Paper | None:
    """Return what the terminal shows; None where it has too few colours or signs, and where it is told otherwise."""
    out, depth = sys.__stderr__, _depth(os.environ.get("COLORTERM", ""), os.environ.get("TERM", ""))
    if out is None or not depth or _TOLD_OTHERWISE & os.environ.keys() or falls_short() or not out.isatty():
        return None
    columns, rows = os.get_terminal_size(out.fileno())
    return Paper(columns, rows, depth)


def _depth(claimed: str, terminal: str) -> int:
    """Return the bits of a colour that Textual is going to take; 0 for fewer than 8."""
    if terminal in {"dumb", "unknown"}:
        return 0
    if claimed.strip().lower() in {"truecolor", "24bit"}:
        return 24
    return 8 if terminal.strip().lower().endswith(("-256color", "-kitty")) else 0


class FirstFrame:
    """A drawn frame; a thread waits for the leaving keys and keeps what else is typed."""

    def __init__(self) -> None:
        self.typed = b""
        """What was typed until the thread ended."""
        self._stands = self._left = False
        self._leaving = LeavingKeys()
        self._wake_reader, self._wake_writer = os.pipe()
        self._main = get_ident()
        self._thread = Thread(target=self._listen, name="first-frame", daemon=True)

    def draw(self, words: str) -> None:
        """Draw the frame and begin to listen; called in the main thread, which a leaving key ends with SystemExit."""
        signal.signal(_LEFT, _leave)
        self._stands = True
        _write(f"{OTHER_SCREEN}{_HIDE_CURSOR}{words}")
        self._thread.start()

    def stop_listening(self) -> None:
        """End the thread; raises SystemExit where a leaving key was heard."""
        if self._thread.is_alive():
            os.write(self._wake_writer, b"x")
            self._thread.join()
        signal.signal(_LEFT, signal.SIG_DFL)
        if self._left:
            _leave()

    def taken_over(self) -> bool:
        """Give the terminal to the driver, which empties it at the end; returns whether the frame stands on it."""
        stood, self._stands = self._stands, False
        return stood

    def clear(self) -> None:
        """Empty the terminal and show the cursor again, unless the driver has taken over."""
        if self.taken_over():
            _write(f"{BLANK}{_BACK}")

    def _listen(self) -> None:
        while self._wake_reader not in select.select([sys.stdin, self._wake_reader], [], [])[0]:
            more = b""
            with suppress(OSError):
                more = os.read(sys.stdin.fileno(), _BYTES_AT_ONCE)
            self.typed += more
            if not more:
                return
            if self._leaving.is_in(self.typed):
                _write(BLANK)
                self._left = True
                signal.pthread_kill(self._main, _LEFT)
                return


def _leave(_number: int = 0, _frame: FrameType | None = None) -> NoReturn:
    raise SystemExit(0)


def _write(words: str) -> None:
    """Write at once; a terminal that is gone is told by others."""
    assert sys.__stderr__  # noqa: S101 - what `paper` sees to
    data = words.encode(errors="replace")
    with suppress(OSError):
        while data:
            data = data[os.write(sys.__stderr__.fileno(), data) :]
