"""A real pseudo-terminal with the program in it: keys go in, and what stands on the screen can be waited for."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from typing import TYPE_CHECKING, Self

import pexpect
import pyte

from journal.ui.frame.theme import DEFAULT_THEME

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

PATIENCE = 20.0
"""Seconds to wait for a condition; reached only when something is wrong."""

LETTERS = (DEFAULT_THEME.foreground or "").removeprefix("#")
"""The colour of letters; the cursor is a cell of theirs turned round, and of other things no cell is."""

PROGRAM = """
import os, sys
def watch(event, arguments, out=os.open(sys.argv.pop(1), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)):
    if event in {"socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
        os.write(out, f"{event} {arguments[1:]}\\n".encode())
sys.addaudithook(watch)
sys.argv[0] = "journal"
from journal.__main__ import run
run()
"""
"""The command `journal`, with every attempt to reach a network written to the file named first."""

KEYS = {
    "backspace": "\x7f",
    "ctrl+p": "\x10",
    "ctrl+q": "\x11",
    "down": "\x1b[B",
    "end": "\x1b[F",
    "enter": "\r",
    "escape": "\x1b",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f7": "\x1b[18~",
    "f4": "\x1bOS",
    "ctrl+t": "\x14",
    "f12": "\x1b[24~",
    "home": "\x1b[H",
    "right": "\x1b[C",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "tab": "\t",
    "up": "\x1b[A",
}

_BEYOND_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$[a-z]|\x1b\[\?[0-9;]*u|\x1bP.*?\x1b\\", re.DOTALL
)
"""Questions and modes that only newer terminals know, and that pyte would draw as letters."""


def _command(words: list[str]) -> tuple[str, list[str]]:
    return words[0], words[1:]


def _heeds_ctrl_c() -> None:
    """Restore SIGINT: where the tests run in the background of a script, they and their children ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """One run of the program in a terminal of its own."""

    def __init__(
        self, folder: Path, *arguments: str | Path, columns: int = 80, rows: int = 24, under: Sequence[str] = ()
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._waiting = b""
        self.sent = b""
        """Every byte that the program wrote."""
        self._network = folder / "network.log"
        environment = {"COLORTERM": "truecolor"} | os.environ
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            *_command([*under, sys.executable, "-c", PROGRAM, str(self._network), *map(str, arguments)]),
            dimensions=(rows, columns),
            env=environment,
            timeout=PATIENCE,
            preexec_fn=_heeds_ctrl_c,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.child.close(force=True)
        assert self.network == ""

    @property
    def network(self) -> str:
        """Every attempt to reach a network."""
        return self._network.read_text(encoding="utf-8") if self._network.exists() else ""

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, *keys: str) -> None:
        """Press keys one after the other; a name that is none of a key is typed letter by letter."""
        for key in keys:
            self.child.send(KEYS.get(key, key))

    def wait(self, condition: Callable[[str], bool], what: str) -> None:
        """Read what the program writes until the screen is as wanted."""
        end = time.monotonic() + PATIENCE
        while not condition(self.text):
            if time.monotonic() > end or not self._read(end - time.monotonic()):
                raise AssertionError(f"the screen never showed {what}:\n{self.text}")

    def wait_for(self, *words: str) -> None:
        """Wait until all these words stand on the screen."""
        self.wait(lambda text: all(word in text for word in words), " and ".join(words))

    def wait_without(self, *words: str) -> None:
        """Wait until none of these words stands on the screen."""
        self.wait(lambda text: not any(word in text for word in words), "nothing of " + " and ".join(words))

    def settle(self) -> None:
        """Read until the program writes nothing for a moment, or has ended."""
        before = -1
        while len(self.sent) != before and self.child.isalive():
            before = len(self.sent)
            self._read(0.1)

    def begin(self) -> None:
        """Go through the first start without a passphrase, until the empty journal stands there."""
        self.wait_for("Are you the only person who uses this computer?", "quick exit")
        self.press("right", "enter")
        self.wait_for("No entries yet", "quick exit")

    def wait_for_field(self, label: str) -> None:
        """Wait until the field of this label has the cursor: keys that come earlier would go to the one before."""
        self.wait(lambda _: label in self._before_cursor, f"the cursor in {label}")

    def wait_for_cursor_behind(self, words: str) -> None:
        """Wait until the cursor stands right behind these words."""
        self.wait(lambda _: self._before_cursor.endswith(words), f"the cursor behind {words}")

    @property
    def _before_cursor(self) -> str:
        """What stands left of the cursor that the program draws, a cell in the colours turned round; "" without one."""
        column, row = self.drawn_cursor or (0, 0)
        return str(self.screen.display[row][:column])

    @property
    def drawn_cursor(self) -> tuple[int, int] | None:
        """Column and row of the cursor that the program draws; None without one."""
        for row in range(self.screen.lines):
            cells = self.screen.buffer[row]
            for column in range(self.screen.columns):
                if cells[column].reverse and cells[column].fg == LETTERS:
                    return column, row
        return None

    @property
    def real_cursor(self) -> tuple[int, int]:
        """Column and row of the terminal's own cursor, which braille displays, magnifiers and input methods follow."""
        return self.screen.cursor.x, self.screen.cursor.y

    def wait_for_end(self) -> int | None:
        """Wait until the program has ended and return its status, or None where a signal ended it."""
        end = time.monotonic() + PATIENCE
        while self._read(end - time.monotonic()):
            assert time.monotonic() < end, f"the program did not end:\n{self.text}"
        self.child.wait()
        status = self.child.exitstatus
        return None if status is None else int(status)

    def close_the_window(self) -> None:
        """Take the terminal away, as closing its window does, and wait until the program has ended."""
        vars(self.child)["ptyproc"].fileobj.close()
        self.child.wait()

    def _read(self, seconds: float) -> bool:
        """Take in what the program wrote; returns whether it still runs."""
        try:
            data = self.child.read_nonblocking(65536, timeout=max(seconds, 0.1))
        except pexpect.EOF:
            return False
        except pexpect.TIMEOUT:
            return True
        self.sent += data
        self._draw(data)
        return True

    def _draw(self, data: bytes) -> None:
        """Draw whole sequences; one that is cut off at the end waits for its rest."""
        self._waiting += data
        cut = self._waiting.rfind(b"\x1b")
        whole = self._waiting if cut < max(0, len(self._waiting) - 40) else self._waiting[:cut]
        if cut >= 0 and re.match(rb"\x1b(\[[0-?]*[ -/]*[@-~]|[^\[P\]].?)", self._waiting[cut:], re.DOTALL):
            whole = self._waiting
        self._waiting = self._waiting[len(whole) :]
        self._stream.feed(_BEYOND_PYTE.sub(b"", whole))
