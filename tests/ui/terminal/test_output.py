"""The writer thread at a real pseudo-terminal: order, leaving, and a terminal that is gone or does not read."""

from __future__ import annotations

import os
import pty
import tty
from contextlib import suppress
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from journal.ui.terminal.output import LONGEST_QUEUE, Output

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 20
"""Seconds to wait for a condition; reached only when something is wrong."""


class Pair:
    """Both ends of a pseudo-terminal, and a writer on the inner one."""

    def __init__(self) -> None:
        self.outside, self.inside = pty.openpty()
        tty.setraw(self.inside)
        self.gone = Event()
        self.output = Output(self.inside, str.encode, self.gone.set)
        self.output.start()

    def read(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            data += os.read(self.outside, size - len(data))
        return data

    def hang_up(self) -> None:
        os.close(self.outside)

    def close(self) -> None:
        self.output.let_go()
        for descriptor in (self.outside, self.inside):
            with suppress(OSError):
                os.close(descriptor)


@pytest.fixture
def pair() -> Iterator[Pair]:
    made = Pair()
    yield made
    made.close()


def test_everything_is_written_in_order(pair: Pair) -> None:
    said = [f"{number};" for number in range(200)]

    for one in said:
        pair.output.write(one)

    assert pair.read(len("".join(said))).decode() == "".join(said)
    pair.output.stop()


def test_emptying_the_screen_overtakes_what_waits_and_mutes_what_follows(pair: Pair) -> None:
    frame = "x" * 100_000
    for _ in range(3):
        pair.output.write(frame)
    pair.output.blank("EMPTY")

    pair.output.write("drawn too late")
    pair.output.unmute()
    pair.output.write("END")

    seen = b""
    while not seen.endswith(b"END"):
        seen += os.read(pair.outside, 65536)
    assert seen.endswith(b"EMPTYEND")
    assert len(seen) <= 2 * len(frame) + 100
    pair.output.stop()


def test_a_terminal_that_is_gone_is_told_once_and_holds_nobody_up(pair: Pair) -> None:
    pair.hang_up()

    pair.output.write("x" * 1000)

    assert pair.gone.wait(PATIENCE)
    for _ in range(LONGEST_QUEUE * 3):
        pair.output.write("nobody sees this")
    pair.output.stop()


def test_a_writer_that_waits_for_a_full_queue_is_set_free_when_the_terminal_goes(pair: Pair) -> None:
    def fill() -> None:
        for _ in range(LONGEST_QUEUE * 3):
            pair.output.write("x" * 50_000)

    writer = Thread(target=fill, daemon=True)
    writer.start()
    pair.hang_up()

    writer.join(PATIENCE)
    assert not writer.is_alive()
