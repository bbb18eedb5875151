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
    from collections.abc import Iterable

    from journal.logbook import Logbook


def keep_words(screens: Iterable[object], logbook: Logbook) -> None:
    """Keep what is typed in questions among these screens; what cannot be kept holds nothing up."""
    for screen in screens:
        if isinstance(screen, KeepsWords) and (typed := screen.unsaved):
            about = {FORM_KEY: FormRef(of=WORDS, asked=screen.asked).kept()}
            said = FormInput({str(at): words for at, words in enumerate(typed)})
            with suppress(JournalError, OSError, ValueError):
                DraftKeeper(logbook, FormInput(), about=about).keep(said)


def offer_words(question: object, logbook: Logbook) -> None:
    """Offer a question the words that were typed into the same one before; the draft of them is dropped then."""
    if not isinstance(question, KeepsWords):
        return
    wanted = FormRef(of=WORDS, asked=question.asked)
    for draft in reversed(logbook.drafts):
        if form_ref(draft) == wanted and question.offer([*FormInput.restored(draft.typed).words.values()]):
            with suppress(JournalError):
                logbook.drop_draft(draft.id)
            return
