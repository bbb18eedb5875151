"""Bursts: what comes in one read was not typed key by key, and is taken for a paste or at least for no command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.message import Message

    from journal.ui.terminal.keys import KeyTable

LIKE_A_PASTE = 16
"""So many characters of one line in one read come from no hand."""
_RUN = re.compile(f"[^\x00-\x1f\x7f-\x9f]{{{LIKE_A_PASTE},}}")
_TOGETHER = "came_together"


def keys_or_paste(text: str, keys: KeyTable) -> Iterator[Message]:
    """Yield keys for what was typed, and a paste for each long run of characters that came in one read."""
    at = 0
    for run in _RUN.finditer(text):
        yield from keys.typed(text[at : run.start()])
        yield events.Paste(run[0])
        at = run.end()
    yield from keys.typed(text[at:])


def pasted(text: str) -> str:
    """Return pasted text with the line ends of this program and without NUL."""
    return text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")


def mark(sent: Sequence[Message], *, suspicious: bool) -> None:
    """Note on each key whether it came together with other input, or right behind a reply of the terminal."""
    told = [one for one in sent if isinstance(one, events.Key | events.Paste)]
    for one in told:
        setattr(one, _TOGETHER, suspicious or len(told) > 1)


def came_together(event: events.Event) -> bool:
    """Tell whether a key came in one read with others, so that nobody may have meant it as a command."""
    return bool(getattr(event, _TOGETHER, False))
