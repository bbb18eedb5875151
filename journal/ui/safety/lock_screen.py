"""What covers everything while nobody is to see it: with a passphrase a door, without one only a cloth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.widgets import Static

from journal.domain.text.words import N_, _
from journal.ui.frame.everywhere import LockNow
from journal.ui.frame.key_footer import KeyFooter
from journal.ui.frame.neutral import NeutralScreen
from journal.ui.frame.text import own
from journal.ui.safety.unlock import Opened, UnlockScreen

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Click, Key

ONLY_HIDDEN = N_("Hidden, not protected: any key shows it again.")


class LockScreen(UnlockScreen[Opened]):
    """The door of a journal that is open behind it; only what unlocks takes it away."""

    def give_up(self) -> None:
        """Stay."""


class HiddenScreen(NeutralScreen[bool]):
    """A cover for a journal without a passphrase; any key or a click takes it away, and it says so."""

    DEFAULT_CSS = """
    HiddenScreen { align: center middle; }
    HiddenScreen Static { width: 100%; text-align: center; height: auto; color: $quiet; }
    HiddenScreen Vertical { height: auto; }
    HiddenScreen KeyFooter { dock: bottom; }
    """

    def compose(self) -> ComposeResult:
        """Say what this is and is not."""
        with Vertical():
            yield Static(own(_(ONLY_HIDDEN)))
        yield KeyFooter()

    def on_key(self, event: Key) -> None:
        """Show everything again, unless somebody locks twice; the key does nothing else."""
        event.stop()
        if event.key not in LockNow.keys_now():
            self._show()

    def on_click(self, event: Click) -> None:
        """Show everything again, unless it was a key of the last line."""
        if not isinstance(event.widget, KeyFooter):
            self._show()

    def _show(self) -> None:
        if not self.answered:
            self.dismiss(True)  # noqa: FBT003 - the answer itself
