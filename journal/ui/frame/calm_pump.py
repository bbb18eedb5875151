"""Message pump that goes on after an error that has a sentence for the person, as when a disk is pulled out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message_pump import MessagePump

from journal.domain.base.errors import JournalError
from journal.ui.frame.telling import tell

if TYPE_CHECKING:
    from textual.message import Message


class CalmPump(MessagePump):
    """Message pump that tells a JournalError of one of its handlers, and handles the next message.

    Textual would end the loop of the widget and the app with it. Any other exception is a fault, and does end it.
    """

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except JournalError as trouble:
            tell(self.app, str(trouble), trouble=True)
