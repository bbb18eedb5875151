"""Files that are dropped or pasted into the terminal, which sends their paths as words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from textual.events import Paste
    from textual.widget import Widget


@runtime_checkable
class TakesFiles(Protocol):
    """A screen that does something with pasted files, also while words are typed on it."""

    def take_files(self, paths: tuple[str, ...]) -> None:
        """Take the paths, which nobody has looked at yet."""


def given_to_taker(widget: Widget, event: Paste) -> bool:
    """Give what was pasted to the screen, where that takes files and nothing but paths was pasted; tell whether."""
    screen = widget.screen
    if not isinstance(screen, TakesFiles):
        return False
    from journal.evidence.paths import pasted_paths

    paths = pasted_paths(event.text)
    if paths:
        event.stop()
        event.prevent_default()
        screen.take_files(paths)
    return bool(paths)
