"""Files that are dropped or pasted into the terminal, which sends their paths as words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from textual.app import App
    from textual.events import Paste
    from textual.widget import Widget

NOT_HERE = N_("You cannot add files here, and nothing was added. Close this first, then drop the files on an entry.")


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


def say_not_taken(app: App[None], event: Paste) -> None:
    """Say that files which nothing took are not taken in; other pasted words are let go in silence."""
    from journal.evidence.paths import pasted_paths

    if pasted_paths(event.text):
        app.notify(_(NOT_HERE), markup=False, severity="warning", timeout=8)
