"""The terminal while the program starts: keys are neither echoed nor eaten, wait for the first screen, and can leave.

A terminal in its usual state takes ctrl+q for flow control (XON) and drops it, so that nobody could leave before the
screen is there.
"""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from journal.ui.terminal.first_frame import FirstFrame, Paper

    Attributes = list[Any]

ENDING_SIGNALS = ("SIGHUP", "SIGTERM")
"""Names of the signals with which a terminal that is closed, or a session, ends a program."""
_BEFORE: ContextVar[Attributes | None] = ContextVar("terminal attributes before the start", default=None)
_FRAME: ContextVar[FirstFrame | None] = ContextVar("what was drawn before the screen", default=None)
_OFF_AS_INPUT = ("IXON", "ICRNL")
_OFF_AS_MODES = ("ICANON", "ECHO", "IEXTEN")
_NO_KEYS = ("VQUIT", "VSUSP")
"""Keys that would end or stop the program with the terminal left like this."""


@contextmanager
def hearing(*, full_screen: bool = True) -> Iterator[None]:
    """Let keys wait inside, and restore the terminal at the end and where a signal ends the program; ctrl+c stops it.

    What nobody has read by then is dropped, so that it does not become a command of the shell. Does nothing without
    `full_screen`, and where standard input is no terminal.
    """
    before = _attributes() if full_screen else None
    if before is None:
        yield
        return
    token = _BEFORE.set(before)

    def ended(number: int, _frame: FrameType | None) -> None:
        _restore(before)
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)

    handlers = [(number, signal.signal(number, ended)) for number in (signal.SIGHUP, signal.SIGTERM)]
    try:
        hear()
        yield
    finally:
        _restore(before)
        _BEFORE.reset(token)
        for number, handler in handlers:
            signal.signal(number, handler)


def hear() -> None:
    """Let keys wait again, once a full screen has restored the terminal; does nothing outside `hearing`."""
    before = _BEFORE.get()
    if before is None:
        return
    import termios

    iflag, oflag, cflag, lflag, *speeds, keys = before
    for name in _OFF_AS_INPUT:
        iflag &= ~getattr(termios, name)
    for name in _OFF_AS_MODES:
        lflag &= ~getattr(termios, name)
    keys = [*keys]
    keys[termios.VMIN], keys[termios.VTIME] = 1, 0
    for name in _NO_KEYS:
        keys[getattr(termios, name)] = b"\0"
    with suppress(termios.error):
        termios.tcsetattr(sys.stdin, termios.TCSANOW, [iflag, oflag, cflag, lflag, *speeds, keys])


def paper() -> Paper | None:
    """Return on what a first frame can be drawn; None where it cannot, and outside `hearing`."""
    if _BEFORE.get() is None:
        return None
    from journal.ui.terminal import first_frame

    return first_frame.paper()


def draw(words: str) -> None:
    """Draw the first frame on the program's own screen, and let the leaving keys end the program from now on.

    Outside `hearing` it is not drawn. It is emptied at the end of `hearing`, unless a driver took the terminal over.
    """
    if _BEFORE.get() is None:
        return
    from journal.ui.terminal.first_frame import FirstFrame

    frame = FirstFrame()
    _FRAME.set(frame)
    frame.draw(words)


def drawn() -> FirstFrame | None:
    """Return the first frame, where one was drawn."""
    return _FRAME.get()


def before_the_start() -> Attributes | None:
    """Return the attributes that the terminal had before the program; None where they were not changed."""
    return _BEFORE.get()


def _attributes() -> Attributes | None:
    try:
        import termios
    except ImportError:
        return None
    try:
        return termios.tcgetattr(sys.stdin)
    except (termios.error, OSError, ValueError):
        return None


def _restore(before: Attributes) -> None:
    import termios

    if frame := _FRAME.get():
        frame.clear()
    # Draining would wait for a terminal that does not read any more.
    with suppress(termios.error):
        termios.tcflush(sys.stdin, termios.TCIFLUSH)
        termios.tcsetattr(sys.stdin, termios.TCSANOW, before)
