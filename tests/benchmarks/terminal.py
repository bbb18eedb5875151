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
from random import Random
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE = 30.0
QUIET = 0.4
"""Seconds without a byte after which everything counts as drawn; not part of what is measured."""
IDLE = 0.01
"""Seconds of the processor in so long a time, under which a program counts as idle."""
FRAME = 1 / 60
"""Seconds between two frames of Textual."""
PHASES = Random(12)  # noqa: S311 - the same moments in every run
"""When within a frame a key is pressed: nobody presses one in step with a timer of the program."""


class Press(NamedTuple):
    """What one key cost, in seconds."""

    first: float
    """Until the sign was written that was waited for."""
    last: float
    """Until everything was written."""
    processor: float
    """Of the processor, all of it."""


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
        """Return how long a processor has worked for the program until now; Linux only.

        Threads that have ended count too, to a hundredth of a second.
        """
        threads = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        living = sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9
        ticks = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()[11:13]
        return max(living, sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK"))

    def megabytes(self) -> float:
        """Return the memory that the program holds now; Linux only."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)

    def settle(self) -> None:
        """Wait until nothing more is written, and the program has nothing more to do in the background."""
        worked = -1.0
        while self.processor_seconds() - worked > IDLE:
            worked = self.processor_seconds()
            while self._take(QUIET):
                continue

    def press(self, key: str, sign: bytes = b"") -> Press:
        """Press a key at a random moment of a frame, and wait until everything that it changes is drawn."""
        time.sleep(PHASES.uniform(0, FRAME))
        worked, pressed = self.processor_seconds(), time.perf_counter()
        os.write(self._descriptor, key.encode())
        self.sent, first, last = b"", 0.0, 0.0
        while self._take(QUIET if last else PATIENCE):
            last = time.perf_counter() - pressed
            if not first and sign in self.sent:
                first = last
        if not first:
            raise TimeoutError(f"the key {key!r} changed nothing")
        return Press(first, last, self.processor_seconds() - worked)

    def press_all(self, keys: Sequence[str], seconds: float) -> tuple[float, float]:
        """Press keys one after the other, so far apart.

        Returns for each of them the time of the processor until the last one was answered, and until everything stands.
        """
        worked = self.processor_seconds()
        for key in keys:
            os.write(self._descriptor, key.encode())
            until = time.perf_counter() + seconds
            while (left := until - time.perf_counter()) > 0:
                self._take(left)
        pressed = self.processor_seconds() - worked
        while self._take(QUIET):
            continue
        return pressed / len(keys), (self.processor_seconds() - worked) / len(keys)

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
