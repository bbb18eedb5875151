"""Words typed into a question that was never answered, kept as a draft until the same is asked again."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from journal.domain.base.errors import JournalError
from journal.domain.forms.form_input import FormInput
from journal.ui.dialogs.keeps_words import KeepsWords
from journal.ui.forms.draft_keeper import DraftKeeper
from journal.ui.forms.form_ref import FORM_KEY, WORDS, FormRef, form_ref

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.logbook import Logbook


class WordsDraft:
    """The draft of the words of one question."""

    def __init__(self, keeper: DraftKeeper) -> None:
        self._keeper = keeper

    def keep(self, words: Sequence[str]) -> None:
        """Keep what stands in the lines, durably; raises JournalError."""
        self._keeper.keep(FormInput({str(at): said for at, said in enumerate(words)}))

    def forget(self) -> None:
        """Drop the draft; one that cannot be dropped stays in the list of drafts."""
        with suppress(JournalError, OSError):
            self._keeper.keep(FormInput())


def offer_words(question: object, logbook: Logbook) -> None:
    """Offer a question the words that were typed into the same one before, and give it its draft."""
    if not isinstance(question, KeepsWords):
        return
    asked = FormRef(of=WORDS, asked=question.asked)
    draft = next((one for one in reversed(logbook.drafts) if form_ref(one) == asked), None)
    if draft and not question.offer([*FormInput.restored(draft.typed).words.values()]):
        draft = None
    question.draft = WordsDraft(DraftKeeper(logbook, FormInput(), draft=draft, about={FORM_KEY: asked.kept()}))
