"""Dropping files on the real app, and waiting until what it reads or saves beside the screen is done."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Any

from textual.events import Paste

from journal.domain.evidence.exhibit import Target
from journal.evidence.examining import examine
from journal.ui.fields.text_fields import TypedLine, TypedText
from tests.ui.builders import a_logbook, an_entry
from tests.ui.looking import lines

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import App
    from textual.pilot import Pilot

    from journal.logbook import Logbook

BESIDE = frozenset({"work", "look", "preview", "picture", "unlock"})
"""The groups of the workers that wait for a thread and for no answer."""

ACTS_ON_A_TERMINAL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


async def settled(pilot: Pilot[None]) -> None:
    """Wait until nothing is read or saved any more, and all of it is drawn."""
    await pilot.pause()
    while busy := [one for one in pilot.app.workers if one.group in BESIDE and not one.is_finished]:
        await pilot.app.workers.wait_for_complete(busy)
        await pilot.pause()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each once the one before has done everything; letters of words follow each other at once."""
    for key in keys:
        letter = len(key) == 1 and isinstance(pilot.app.focused, TypedLine | TypedText)
        await pilot.press(key)
        if not letter:
            await settled(pilot)
    await settled(pilot)


async def drop(pilot: Pilot[None], *paths: Path | str) -> None:
    """Drop files on the window, as terminals do: their paths are pasted, quoted."""
    pilot.app.post_message(Paste(" ".join(shlex.quote(str(path)) for path in paths)))
    await settled(pilot)


async def type_over(pilot: Pilot[None], words: str) -> None:
    """Type words into the line that has the focus, in the place of what is there."""
    assert isinstance(pilot.app.focused, TypedLine)
    pilot.app.focused.words = words
    await settled(pilot)


def put_in(logbook: Logbook, target: Target, *paths: Path) -> tuple[int, ...]:
    """Attach files without any screen, and return the numbers of their exhibits."""
    return logbook.exhibits.attach([examine(path) for path in paths], target).added


def a_file(folder: Path, name: str, content: bytes) -> Path:
    """A file on the disk."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    return path


def a_case(folder: Path, *contents: tuple[str, bytes]) -> Logbook:
    """A journal of one entry, with these files as its exhibits."""
    logbook = a_logbook(folder, an_entry("At supper."))
    put_in(logbook, Target(entry=1), *(a_file(folder / "in", name, content) for name, content in contents))
    return logbook


def drawn(app: App[Any]) -> str:
    """Everything that stands on the screen; nothing of it may act on a terminal."""
    shown = "\n".join(lines(app))
    assert not ACTS_ON_A_TERMINAL.search(shown.replace("\n", "")), repr(shown)
    return shown


def words_on(app: App[Any]) -> str:
    """What stands on the screen in one line, without borders."""
    return " ".join(re.sub("[│┃╭╮╰╯─━┏┓┗┛┌┐└┘]", " ", drawn(app)).split())
