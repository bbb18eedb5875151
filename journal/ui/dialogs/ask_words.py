"""Asks for a few words: why something is done to an entry, or what else is to be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Input

from journal.domain.text.words import N_, _
from journal.ui.dialogs.keeps_words import KeepsWords
from journal.ui.fields.text_fields import TypedLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


class AskWords(KeepsWords[str]):
    """A question that a few words answer."""

    AUTO_FOCUS = "TypedLine"
    EXAMPLE: ClassVar[str]
    """The marked words that stand in the empty line."""
    MISSING: ClassVar[str]
    """The marked sentence that is said where nothing was typed."""
    begun = ""
    """Words that stand in the line at the beginning, set before the question is asked: those of an act that failed."""

    def compose_fields(self) -> ComposeResult:
        """Yield the line."""
        yield TypedLine(self.begun, placeholder=_(self.EXAMPLE))

    @property
    def unsaved(self) -> Sequence[str]:
        """The words, also those of an act that failed."""
        return self.typed if any(words.strip() for words in self.typed) else ()

    @on(Input.Submitted)
    def action_agree(self) -> None:
        """Answer the words, once there are some."""
        if words := self.query_one(TypedLine).words.strip():
            self.dismiss(words)
        else:
            self.say(_(self.MISSING))
            self.query_one(TypedLine).focus()


class AskReason(AskWords):
    """A reason, which must say something, because a correction without one is easily doubted."""

    EXAMPLE = N_("a few words, for example: second call remembered")
    MISSING = N_("A few words are enough. They are kept with the entry.")
