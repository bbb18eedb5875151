"""A bare pseudo-terminal that notes when bytes come, without looking at what they draw."""

from __future__ import annotations

import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from fcntl import ioctl
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE = 30.0
QUIET = 0.12
"""Seconds without a byte after which a frame counts as drawn; not part of what is measured."""


class Run:
    """A Python program in a terminal of 120 columns and 40 rows."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self.began = time.perf_counter()
        self.pid, self._descriptor = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", TEXTUAL_ANIMATIONS="none")
            os.execv(sys.executable, [sys.executable, *arguments])  # noqa: S606 - our own interpreter
        ioctl(self._descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.sent = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._descriptor)

    def seconds_until(self, *words: bytes) -> float:
        """Return how long after `began` all these words had been written; raises TimeoutError."""
        while not all(word in self.sent for word in words):
            if not self._take(PATIENCE):
                raise TimeoutError(f"never written: {words!r}; the end was {self.sent[-300:]!r}")
        return time.perf_counter() - self.began

    def processor_seconds(self) -> float:
        """Return how long a processor has worked for the program until now; Linux only."""
        threads = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9

    def settle(self) -> None:
        """Wait until nothing more is written."""
        while self._take(4 * QUIET):
            continue

    def seconds_to_frame(self, key: str) -> float:
        """Press a key and return how long it took until the last byte of what it changed was written."""
        pressed = time.perf_counter()
        os.write(self._descriptor, key.encode())
        drawn = pressed
        while self._take(QUIET if drawn > pressed else PATIENCE):
            drawn = time.perf_counter()
        if drawn == pressed:
            raise TimeoutError(f"the key {key!r} changed nothing")
        return drawn - pressed

    def seconds_to(self, key: str, words: bytes) -> float:
        """Press a key and return how long it took until these words were written."""
        self.sent = b""
        self.began = time.perf_counter()
        os.write(self._descriptor, key.encode())
        return self.seconds_until(words)

    def _take(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._descriptor], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._descriptor, 1 << 20)
        except OSError:
            return False
        self.sent += data
        return bool(data)
