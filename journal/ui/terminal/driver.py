"""Driver for Linux and macOS: no input ends the program or acts by itself, and the leaving keys work at once."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from codecs import getincrementaldecoder
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

from textual import events
from textual.drivers.linux_driver import LinuxDriver

from journal.ui.terminal import burst
from journal.ui.terminal.blank import BLANK
from journal.ui.terminal.early import before_the_start, drawn
from journal.ui.terminal.feeding import LAST, LEAVING, Feeder
from journal.ui.terminal.first_frame import OTHER_SCREEN
from journal.ui.terminal.keys import KeyTable, as_sent_by_xterm
from journal.ui.terminal.leaving_keys import LEAVE
from journal.ui.terminal.output import Output
from journal.ui.terminal.tokens import SECONDS_OF_ESCAPE, Dropped, Pasted, Sequence, Tokenizer, Typed
from journal.ui.terminal.watch import TerminalWatch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.message import Message

    from journal.ui.terminal.leaving_keys import LeavingKeys
    from journal.ui.terminal.tokens import Token

SIZE_OF_READ = 65536
MOST_AT_ONCE = 4_000_000
"""Bytes that are read before what they say is handed on, while more is waiting."""
_ERROR_OUTPUT = sys.__stderr__ or sys.stderr
"""Where Textual draws; it redirects `sys.stderr` while the app runs."""
_RESET_KEYBOARD = "\x1b[=0;1u"
"""Takes back a keyboard protocol (kitty) that another program left on."""


class Leavable(Protocol):
    """What the driver asks of its app besides taking events; its methods are called in the loop of the app."""

    @property
    def leaving_keys(self) -> LeavingKeys:
        """The keys in force; read while input is."""

    def prepare_to_leave(self) -> None:
        """Draw nothing any more, and end soon, whether or not the leaving key that follows is handled."""

    def end_without_terminal(self) -> None:
        """Keep what was typed and end, because nobody can see or type anything any more."""


class TerminalDriver(LinuxDriver):
    """Textual's driver with input and output of its own."""

    def __init__(self, app: Any, **options: Any) -> None:
        """Take over from Textual's driver; see there."""
        super().__init__(app, **options)
        self._leavable: Leavable = app
        self._keys = KeyTable()
        self._output: Output | None = None
        self._watch: TerminalWatch | None = None
        self._feeder: Feeder | None = None
        self._wake_reader, self._wake_writer = os.pipe()
        self._suspicious_until = 0.0
        self._leaving = False
        self._ahead = b""

    def write(self, data: str) -> None:
        """Write data in order; nothing once the screen was emptied for leaving, or the terminal is gone."""
        if data == OTHER_SCREEN and self._takes_over():
            # The first frame stands on it, and some terminals would empty it.
            return
        if self._output is not None:
            self._output.write(data)

    def _takes_over(self) -> bool:
        first = drawn()
        return first is not None and first.taken_over()

    def blank(self, text: str) -> None:
        """Empty the terminal before anything that waits; nothing is drawn after it but the end of the program."""
        if self._output is not None:
            self._output.blank(text)

    def start_application_mode(self) -> None:
        """Start output, the watch for the terminal, and input."""
        self._output = Output(_ERROR_OUTPUT.fileno(), _encoded, self._terminal_is_gone)
        self._output.start()
        self._watch = TerminalWatch(self.fileno, self._terminal_is_gone)
        self._watch.start()
        self._feeder = Feeder(self._app)
        if first := drawn():
            self._ahead, first.typed = first.typed, b""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # as Textual has it
        self.attrs_before = before_the_start() or self.attrs_before
        self.write(_RESET_KEYBOARD)

    def stop_application_mode(self) -> None:
        """Restore the terminal."""
        if self._output is not None:
            self._output.unmute()
        super().stop_application_mode()

    def disable_input(self) -> None:
        """End the input thread."""
        os.write(self._wake_writer, b"x")
        super().disable_input()
        while select.select([self._wake_reader], [], [], 0)[0]:
            os.read(self._wake_reader, SIZE_OF_READ)

    def close(self) -> None:
        """End the threads."""
        super().close()
        if self._watch is not None:
            self._watch.stop()
        if self._output is not None:
            self._output.stop()
        if self._feeder is not None:
            self._feeder.close()
        self._watch = self._output = self._feeder = None

    def send_message(self, message: Message) -> None:
        """Send a message to the app; input waits for what came before it."""
        if self._feeder is not None and isinstance(message, events.InputEvent | events.Paste):
            self._loop.call_soon_threadsafe(self._feeder.put, message)
        else:
            super().send_message(message)

    def _query_in_band_window_resize(self) -> None:
        """Do not ask for sizes among the keys: any program that writes to the terminal could send them."""

    def _terminal_is_gone(self) -> None:
        if self._output is not None:
            self._output.let_go()
        self._loop.call_soon_threadsafe(self._leavable.end_without_terminal)

    def run_input_thread(self) -> None:
        """Read until input is disabled, the terminal is gone, or a leaving key came; sleeps while nothing comes."""
        tokenizer = Tokenizer()
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        while not self.exit_event.is_set():
            quiet = 0 if self._ahead else tokenizer.patience
            if not select.select([self.fileno, self._wake_reader], [], [], quiet)[0] and not self._ahead:
                self._hand_on(tokenizer.flush())
                continue
            if self.exit_event.is_set():
                return
            data, gone = self._read_all()
            data, self._ahead = self._ahead + data, b""
            tokenizer.leaving = self._leavable.leaving_keys
            if tokenizer.leaving.is_in(data):
                self._leave_at_once()
            leaves = not self._hand_on(tokenizer.feed(decode(data)))
            if gone:
                self._terminal_is_gone()
            if leaves or gone:
                return

    def _read_all(self) -> tuple[bytes, bool]:
        """Return what is there now, up to a leaving key, and whether the terminal is gone."""
        parts: list[bytes] = []
        size = len(self._ahead)
        while size < MOST_AT_ONCE and select.select([self.fileno], [], [], 0)[0]:
            try:
                part = os.read(self.fileno, SIZE_OF_READ)
            except OSError:
                part = b""
            parts.append(part)
            size += len(part)
            if not part:
                return b"".join(parts), True
            if self._leavable.leaving_keys.is_in(part):
                break
        return b"".join(parts), False

    def _hand_on(self, tokens: Iterable[Token]) -> bool:
        """Send the events of what came in one go; returns False once a leaving key was heard.

        What came before that key is worked through only as far as hands can have typed it.
        """
        messages = self._messages(tokens)
        many = False
        while part := list(islice(messages, LAST)):
            sent = [message for message in part if message is not None]
            self._send(sent, suspicious=len(sent) < len(part), together=many)
            many = True
            if self._is_left():
                break
        if self._leaving:
            self._send([events.Key(LEAVING, LEAVE)], suspicious=False)
        return not self._leaving

    def _messages(self, tokens: Iterable[Token]) -> Iterator[Message | None]:
        """Yield the events of tokens up to a leaving key; None for a reply, which is none."""
        for token in tokens:
            before, leaves = _up_to_leaving(token, self._leavable.leaving_keys)
            if token is Dropped.REPLY:
                yield None
            yield from self._events_of(before)
            if leaves:
                self._leave_at_once()
                return

    def _is_left(self) -> bool:
        """Tell whether a leaving key was heard or waits behind what is being handed on; what is read then is kept."""
        if not self._leaving:
            # Where the terminal is gone, the next read says so again.
            self._ahead += self._read_all()[0]
            if self._leavable.leaving_keys.is_in(self._ahead):
                self._leave_at_once()
        return self._leaving

    def _leave_at_once(self) -> None:
        """Empty the screen before anything else that waits, and tell the app."""
        if not self._leaving:
            self._leaving = True
            self.blank(BLANK)
            self._loop.call_soon_threadsafe(self._prepare_to_leave)

    def _prepare_to_leave(self) -> None:
        # Once the terminal is given back, ctrl+c would stop what is still being kept, and leave a word on the screen.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if self._feeder is not None:
            self._feeder.prepare_to_leave()
        self._leavable.prepare_to_leave()
        if self._output is not None:
            self._output.unmute()

    def _events_of(self, token: Token) -> Iterator[Message]:
        if isinstance(token, Typed):
            yield from burst.keys_or_paste(token.text, self._keys)
        elif isinstance(token, Pasted):
            yield events.Paste(burst.pasted(token.text))
        elif token is Dropped.OLD_MOUSE or (isinstance(token, Sequence) and self._keys.is_old_mouse(token.text)):
            self._enable_mouse_support()
        elif isinstance(token, Sequence):
            yield from self._keys.events(token.text)

    def _send(self, sent: list[Message], *, suspicious: bool, together: bool = False) -> None:
        now = time.monotonic()
        if suspicious:
            self._suspicious_until = now + SECONDS_OF_ESCAPE
        burst.mark(sent, suspicious=together or now < self._suspicious_until)
        for message in sent:
            self.process_message(message)

    def _enable_mouse_support(self) -> None:
        """Ask for mouse reports in the one form that is unambiguous at every width (SGR)."""
        if self._mouse:
            self.write("\x1b[?1000h\x1b[?1003h\x1b[?1006h")


def _encoded(text: str) -> bytes:
    return text.encode(_ERROR_OUTPUT.encoding, "replace")


def _up_to_leaving(token: Token, keys: LeavingKeys) -> tuple[Token, bool]:
    """Return what of a token came before a leaving key, and whether there was one."""
    if isinstance(token, Typed):
        found = keys.sign.search(token.text)
        return (Typed(token.text[: found.start()]), True) if found else (token, False)
    leaves = isinstance(token, Sequence) and as_sent_by_xterm(token.text) in keys.sent
    return (Typed(""), True) if leaves else (token, False)
