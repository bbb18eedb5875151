"""Base class of the questions that a few words answer: what is typed there outlasts leaving at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol

from journal.domain.text.words import N_, _, labelled
from journal.ui.dialogs.dialog import Answer, Dialog
from journal.ui.fields.text_fields import TypedLine
from journal.ui.frame import messages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.await_complete import AwaitComplete

TYPED_BEFORE = N_("You typed this before you left; it was not saved yet.")


class KeptDraft(Protocol):
    """Where the words of one question are kept."""

    def keep(self, words: Sequence[str]) -> None:
        """Keep what stands in the lines, durably; raises JournalError."""

    def forget(self) -> None:
        """Drop what is kept."""


class KeepsWords(Dialog[Answer], Generic[Answer]):
    """A question whose typed words are kept where the program is left, and offered when the same is asked again."""

    draft: KeptDraft | None = None
    """Where its words are kept, from when it is asked on the app of a journal."""
    _at_first: Sequence[str] = ()

    def on_mount(self) -> None:
        """Ask for the words that were typed before."""
        self._at_first = self.typed
        self.post_message(messages.WordsAsked(self))

    @property
    def asked(self) -> str:
        """What is asked, by which the same question is known again."""
        return labelled(self._title, self._question) if self._question else self._title

    @property
    def typed(self) -> list[str]:
        """What stands in each line."""
        return [line.words for line in self.query(TypedLine)]

    @property
    def unsaved(self) -> Sequence[str]:
        """What stands in the lines and would be lost; nothing where nothing was typed."""
        return self.typed if self.typed != self._at_first else ()

    def keep_draft_now(self) -> None:
        """Keep what would be lost, durably; raises JournalError."""
        if self.draft and (words := self.unsaved):
            self.draft.keep(words)

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Answer, or go back; in both cases nothing is kept any more."""
        if self.draft:
            self.draft.forget()
        return super().dismiss(result)

    def offer(self, words: Sequence[str]) -> bool:
        """Put words into the lines, unless something was typed meanwhile; return whether they stand there."""
        lines = [*self.query(TypedLine)]
        if self.unsaved or len(lines) != len(words):
            return False
        for line, said in zip(lines, words, strict=True):
            line.words = said
        self.say(_(TYPED_BEFORE))
        return True
