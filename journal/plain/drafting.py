"""What was typed of an entry and not recorded: kept as a draft where the person leaves, and gone on with."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from journal.commands.output import tell
from journal.domain.base.errors import JournalError
from journal.domain.case.people import Person, Role
from journal.domain.forms.form_input import FormInput
from journal.domain.text.words import N_, _
from journal.ui.forms.form_ref import form_ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.commands.entry_questions import AskedEntry
    from journal.store.file.mutable_state import Draft
    from journal.ui.forms.draft_keeper import DraftKeeper

_KEPT = N_("What you typed is kept as a draft. The letter d goes on with it.")
_OF_AN_ENTRY = {*FormInput.__struct_fields__}
"""The keys of a draft that is an entry and nothing else."""


def is_plain(draft: Draft) -> bool:
    """Tell whether a draft is gone on with in lines: that of an entry, or of somebody new."""
    return _OF_AN_ENTRY.issuperset(draft.typed) or role_of_somebody_new(draft) is not None


def role_of_somebody_new(draft: Draft) -> Role | None:
    """Return the role of the new person of whom a draft is; None where it is another one."""
    about = form_ref(draft)
    if about is None or about.of != Person.SUBJECT or about.number or about.role not in {*Role}:
        return None
    return Role(about.role)


@contextmanager
def kept_as_draft(form: AskedEntry, keeper: DraftKeeper) -> Iterator[DraftKeeper]:
    """Keep what differs from a form in which nothing was done, where anything ends the inside before it was saved."""
    try:
        yield keeper
    except BaseException as ended:
        # A terminal that was closed takes no sentence any more; the words are kept all the same.
        with suppress(OSError):
            try:
                if (form.told or keeper.amends) and keeper.keep(form.typed):
                    tell(_(_KEPT))
            except JournalError as error:
                if not isinstance(ended, JournalError):
                    tell(str(error))
        raise
