"""What was typed of an entry and not recorded: kept as a draft where the person leaves, and gone on with."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from journal.commands.output import tell
from journal.domain.base.errors import JournalError
from journal.domain.forms.form_input import FormInput
from journal.domain.text.words import N_, _
from journal.ui.forms.draft_keeper import DraftKeeper

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.commands.entry_questions import AskedEntry
    from journal.logbook import Logbook
    from journal.store.file.mutable_state import Draft

_KEPT = N_("What you typed is kept as a draft. The letter d goes on with it.")
_OF_AN_ENTRY = {*FormInput.__struct_fields__}
"""The keys of a draft that is an entry and nothing else."""


def is_plain(draft: Draft) -> bool:
    """Tell whether a draft is that of an entry, which is gone on with in lines."""
    return _OF_AN_ENTRY.issuperset(draft.typed)


@contextmanager
def kept_as_draft(
    logbook: Logbook, form: AskedEntry, *, blank: FormInput, amends: int = 0, draft: Draft | None = None
) -> Iterator[DraftKeeper]:
    """Keep what differs from a form in which nothing was done, where anything ends the inside before it was saved."""
    keeper = DraftKeeper(logbook, blank, draft=draft, amends=amends)
    try:
        yield keeper
    except BaseException as ended:
        # A terminal that was closed takes no sentence any more; the words are kept all the same.
        with suppress(OSError):
            try:
                if (form.told or amends) and keeper.keep(form.typed):
                    tell(_(_KEPT))
            except JournalError as error:
                if not isinstance(ended, JournalError):
                    tell(str(error))
        raise
