"""Base class of the questions that a few words answer: what is typed there outlasts leaving at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from journal.domain.text.words import N_, _
from journal.ui.dialogs.dialog import Answer, Dialog
from journal.ui.fields.text_fields import TypedLine
from journal.ui.frame import messages

if TYPE_CHECKING:
    from collections.abc import Sequence

TYPED_BEFORE = N_("You typed this before you left; it was not saved yet.")


class KeepsWords(Dialog[Answer], Generic[Answer]):
    """A question whose typed words are kept where the program is left, and offered when the same is asked again."""

    _at_first: Sequence[str] = ()

    def on_mount(self) -> None:
        """Ask for the words that were typed before."""
        self._at_first = self.typed
        self.post_message(messages.WordsAsked(self))

    @property
    def asked(self) -> str:
        """What is asked, by which the same question is known again."""
        if not self._question:
            return self._title
        return _("{label}: {said}").format(label=self._title, said=self._question)

    @property
    def typed(self) -> list[str]:
        """What stands in each line."""
        return [line.words for line in self.query(TypedLine)]

    @property
    def unsaved(self) -> Sequence[str]:
        """What stands in the lines and would be lost; nothing where nothing was typed."""
        return self.typed if self.typed != self._at_first else ()

    def offer(self, words: Sequence[str]) -> bool:
        """Put words into the lines, unless something was typed meanwhile; return whether they stand there."""
        lines = [*self.query(TypedLine)]
        if self.unsaved or len(lines) != len(words):
            return False
        for line, said in zip(lines, words, strict=True):
            line.words = said
        self.say(_(TYPED_BEFORE))
        return True
