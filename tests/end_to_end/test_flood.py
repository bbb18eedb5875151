"""A bounded random flood from a real terminal over every screen: the program goes on, and its file stays sound."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from journal.store.copies.verification import verify
from journal.store.ledger.unlocking import unlock_file
from tests.end_to_end.terminal import Terminal
from tests.end_to_end.test_protected import WORDS, begin_with_a_passphrase
from tests.store.journals import NOW
from tests.ui.terminal.test_tokens import REPLIES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEAVING = "quick exit"
ROUNDS = 40
PIECES = (
    *(reply.encode() for reply in REPLIES),
    b"\x1b",
    b"\x1b[",
    b"\x1b[200~",
    b"\x1b[201~",
    b"\x1b]",
    b"\x1bP",
    b"\x1b[M",
    b"\x1b[<0;",
    b"\x1b[<64;20;10M",
    b"\x1b[<0;20;10M\x1b[<0;20;10m",
    b"\x1b[1;5A",
    b"\x1b[97;5:3u",
    b"\x1b[I",
    b"\x1b[O",
    b"\r",
    b"\t",
    b"\x7f",
    b"\x03",
    b"\xc3",
    b"\xe2\x82",
    b"\xff",
    "é€ß".encode(),
    b"a b",
    b"[/]",
    b"1;2R",
)
"""What a flood is made of; neither leaving key is among it."""
PLACES = {
    "the timeline": (),
    "the editor": ("n",),
    "the palette": ("\x10",),
    "the help": ("?",),
    "the search": ("/",),
    "the case": ("c",),
    "handing over": ("x",),
    "the cover": ("\x0c",),
}
"""The keys that lead to each place from the timeline."""


def flood(seed: int) -> Iterator[bytes]:
    """Yield pieces in a random order, cut anywhere, with random bytes among them; the same for the same seed."""
    chance = Random(seed)  # noqa: S311 - the same flood in every run
    for _ in range(ROUNDS):
        data = b"".join(chance.choices(PIECES, k=chance.randint(1, 12)))
        data += chance.randbytes(chance.randint(0, 6)).replace(b"\x11", b"").replace(b"\x1a", b"")
        yield data[: chance.randint(1, len(data))]


def survives(terminal: Terminal, seed: int, *, leaves: bool = False) -> None:
    """Send a flood; where an escape of it `leaves`, as before the journal is open, the program may end.

    What comes of it after that reaches the bare terminal, which may take a byte of it for an interrupt.
    """
    for data in flood(seed):
        if leaves and not terminal.child.isalive():
            terminal.wait_for_end()
            return
        terminal.child.send(data)
        terminal.settle()
        assert leaves or terminal.child.isalive(), f"seed {seed}: {terminal.text}"
    terminal.press("ctrl+q")
    assert terminal.wait_for_end() == 0, f"seed {seed}: {terminal.text}"


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_a_flood_ends_nothing_wherever_it_comes(tmp_path: Path, place: str) -> None:
    seed = len(place) * 1000 + ROUNDS
    path = tmp_path / "mine" / "journal.json"
    with Terminal(tmp_path, "--file", path) as terminal:
        terminal.begin()
        terminal.press("m")
        terminal.wait_for("How many")
        terminal.press("enter")
        terminal.wait_for("entry 1 of 1")
        terminal.press(*PLACES[place])
        terminal.settle()
        survives(terminal, seed)

    assert verify(path).sound


@pytest.mark.slow
def test_a_flood_ends_nothing_at_the_door(tmp_path: Path) -> None:
    path = tmp_path / "mine" / "journal.json"
    with Terminal(tmp_path, "--file", path) as terminal:
        terminal.wait_for("Are you the only person who uses this computer?")
        survives(terminal, 1, leaves=True)
    path.unlink(missing_ok=True)
    with Terminal(tmp_path, "--file", path) as terminal:
        begin_with_a_passphrase(terminal)
        terminal.press("ctrl+q")
        terminal.wait_for_end()

    with Terminal(tmp_path, "--file", path) as terminal:
        terminal.wait_for(LEAVING)
        survives(terminal, 2, leaves=True)

    assert verify(path, unlock_file(path, WORDS, NOW)).sound
