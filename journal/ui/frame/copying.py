"""Copying text with a key: it is sent to the terminal, which alone knows whether it takes it (OSC 52)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.text.words import N_, _
from journal.ui.frame.masking import covering, masking
from journal.ui.frame.telling import tell

if TYPE_CHECKING:
    from textual.app import App

SENT = N_(
    "Sent to the terminal. Whether it was copied shows when you paste it. Another program may keep what is copied; the "
    "quick exit empties the clipboard again where the terminal allows it."
)

AS_DRAWN = N_("What is masked or covered on the screen is so in the copy too.")


def send_to_terminal(app: App[Any], text: str) -> None:
    """Ask the terminal to take text as its clipboard, and say no more than that it was sent, as it is drawn."""
    app.copy_to_clipboard(text)
    tell(app, " ".join((_(SENT), *([_(AS_DRAWN)] if masking() or covering() else []))))
