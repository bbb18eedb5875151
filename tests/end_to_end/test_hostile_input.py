"""Whatever a real terminal sends: it ends nothing, it records nothing by itself, and leaving is heard at once."""

from __future__ import annotations

import os
import select
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from journal.logbook import Logbook
from tests.end_to_end.terminal import PATIENCE, Terminal
from tests.end_to_end.test_first_evening import LEAVING
from tests.store.journals import a_logbook
from tests.ui.terminal.test_tokens import REPLIES

if TYPE_CHECKING:
    from pathlib import Path


SCROLLBACK_GONE = b"\x1b[3J"
A_FEW_FRAMES = 32_768
"""Bytes that may be on their way when the key is seen."""
MOST_TAKEN_IN = 20_000
"""Characters of what came before the leaving key that are still taken in; an hour's typing is less."""
FLOODS = {
    "lines": ((b"word " * 20 + b"\r") * 10_000)[:1_000_000],
    "arrows": b"\x1b[A" * 300_000,
    "line ends": b"\r" * 100_000,
}
NOT_UTF_8 = {
    "Latin-1": b"caf\xe9 ",
    "a lone byte": b"\xff ",
    "a torn letter": b"\xc3 ",
    "a half surrogate": b"\xed\xa0\x80 ",
    "beyond Unicode": b"\xf7\xbf\xbf\xbf ",
    "inside a paste": b"\x1b[200~caf\xe9\x1b[201~ ",
    "a C1 control": b"\x9b ",
}


def in_the_account(terminal: Terminal, *, begun: bool = False) -> None:
    if begun:
        terminal.wait_for("No entries yet", LEAVING)
    else:
        terminal.begin()
    terminal.press("n")
    terminal.wait_for("New entry", ", exact)", LEAVING)
    for label in ("Kind", "What happened"):
        terminal.press("tab")
        terminal.wait_for_field(label)


def with_an_added_key(path: Path) -> Path:
    """A new journal in which F10 and alt+q are quick exit keys too."""
    logbook = a_logbook(path)
    logbook.choose(replace(logbook.settings, keys={"leave": "ctrl+q,f12,f10,alt+q"}))
    logbook.close()
    return path


def drafts(path: Path) -> str:
    logbook = Logbook(path, read_only=True)
    said = str([draft.typed for draft in logbook.drafts])
    logbook.close()
    return said


def test_bytes_that_are_no_text_end_nothing_and_what_was_typed_around_them_stays(tmp_path: Path) -> None:
    path = tmp_path / "mine" / "journal.json"
    with Terminal(tmp_path, "--file", path) as terminal:
        in_the_account(terminal)
        for number, data in enumerate(NOT_UTF_8.values()):
            terminal.child.send(data)
            terminal.press(f"word{number} ")
            terminal.wait_for(f"word{number}")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0

    said = drafts(path)
    assert all(f"word{number}" in said for number in range(len(NOT_UTF_8)))


def test_late_answers_of_the_terminal_record_and_open_nothing(tmp_path: Path) -> None:
    path = tmp_path / "mine" / "journal.json"
    with Terminal(tmp_path, "--file", path) as terminal:
        terminal.begin()
        terminal.press("m")
        terminal.wait_for("How many")
        terminal.press("enter")
        terminal.wait_for("entry 1 of 1")
        for reply in REPLIES:
            terminal.press(reply)
        terminal.press("\x1b[?62;22c", "\x1b[12;40R", "++", "==", "mm")
        terminal.wait_for("Several keys were pressed at once")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0

    logbook = Logbook(path, read_only=True)
    assert len(logbook.state.entries) == 1
    logbook.close()


def test_a_paste_that_never_ends_does_not_make_the_leaving_key_deaf(tmp_path: Path) -> None:
    path = tmp_path / "mine" / "journal.json"
    with Terminal(tmp_path, "--file", path) as terminal:
        in_the_account(terminal)
        terminal.press("\x1b[200~half of a paste")
        terminal.press("f12")
        assert terminal.wait_for_end() == 0

    assert terminal.text.strip() == ""
    assert "half of a paste" in drafts(path)


@pytest.mark.parametrize("key", ["\x1b[21~", "\x1bq"])
def test_a_paste_that_never_ends_does_not_make_an_added_leaving_key_deaf(tmp_path: Path, key: str) -> None:
    path = with_an_added_key(tmp_path / "journal.json")
    with Terminal(tmp_path, "--file", path) as terminal:
        in_the_account(terminal, begun=True)
        terminal.press("\x1b[200~half of a paste")
        terminal.press(key)
        assert terminal.wait_for_end() == 0

    assert terminal.text.strip() == ""
    assert "half of a paste" in drafts(path)


def test_a_paste_that_never_ends_is_taken_in_after_a_while(tmp_path: Path) -> None:
    with Terminal(tmp_path, "--file", tmp_path / "mine" / "journal.json") as terminal:
        in_the_account(terminal)
        terminal.press("\x1b[200~half of a paste")
        terminal.wait_for("half of a paste")
        terminal.press(" and more")
        terminal.wait_for("half of a paste and more")
        terminal.press("ctrl+q")
        terminal.wait_for_end()


@pytest.mark.parametrize("words", ["a few words", "so many words in one go that no hand has typed them"])
def test_keys_that_come_all_at_once_reach_the_field_they_were_meant_for_and_are_kept(
    tmp_path: Path, words: str
) -> None:
    path = tmp_path / "mine" / "journal.json"
    with Terminal(tmp_path, "--file", path) as terminal:
        terminal.begin()
        terminal.press(f"n\t\t{words}\x11")
        assert terminal.wait_for_end() == 0

    assert f"'account': '{words}'" in drafts(path)


@pytest.mark.parametrize(("flood", "key"), [*((flood, b"\x11") for flood in FLOODS), ("lines", b"\x1b[21~")])
def test_the_screen_is_empty_at_once_and_the_program_ends_although_a_million_letters_wait(
    tmp_path: Path, flood: str, key: bytes
) -> None:
    path = with_an_added_key(tmp_path / "journal.json")
    with Terminal(tmp_path, "--file", path) as terminal:
        in_the_account(terminal, begun=True)
        terminal.press("typed before ")
        terminal.wait_for("typed before")

        after_the_key = sent_all(terminal, FLOODS[flood] + key)
        assert terminal.child.wait() == 0

    drawn, emptied, left = after_the_key.partition(SCROLLBACK_GONE)
    assert len(drawn) < A_FEW_FRAMES
    assert emptied
    assert b"word" not in left
    assert "typed before" in drafts(path)
    assert len(drafts(path)) < MOST_TAKEN_IN


def sent_all(terminal: Terminal, data: bytes) -> bytes:
    """Send everything while reading what is drawn; return what was drawn after the last byte was sent."""
    descriptor = terminal.child.child_fd
    os.set_blocking(descriptor, False)
    drawn, end = b"", time.monotonic() + PATIENCE
    while time.monotonic() < end:
        reads, writes, _ = select.select([descriptor], [descriptor] if data else [], [], PATIENCE)
        if writes:
            with suppress(BlockingIOError):
                data = data[os.write(descriptor, data[:4096]) :]
            drawn = b"" if not data else drawn
        if reads:
            try:
                drawn += os.read(descriptor, 65536)
            except OSError:
                break
    return drawn


def test_a_terminal_that_is_closed_while_it_does_not_read_ends_the_program(tmp_path: Path) -> None:
    path = tmp_path / "mine" / "journal.json"
    with Terminal(tmp_path, "--file", path, columns=200, rows=60) as terminal:
        in_the_account(terminal)
        terminal.press("kept")
        terminal.wait_for("kept")
        terminal.child.send(b"\x1b[<35;5;5M\x1b[<35;90;30M" * 2000 + b"more words of a story " * 50)
        terminal.close_the_window()

    logbook = Logbook(path)
    assert not logbook.read_only
    assert "kept" in str([draft.typed for draft in logbook.drafts])
    logbook.close()
