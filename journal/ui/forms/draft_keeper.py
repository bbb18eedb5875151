"""Keeps what is being typed as a draft in the file, and forgets it again when nothing is left of it."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any

from journal.domain.forms.form_input import FormInput
from journal.store.file.mutable_state import Draft

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.logbook import Logbook


class DraftKeeper:
    """The draft of one form."""

    def __init__(
        self,
        logbook: Logbook,
        blank: FormInput,
        *,
        draft: Draft | None = None,
        amends: int = 0,
        about: Mapping[str, Any] | None = None,
    ) -> None:
        """Go on with a draft, or begin one once the form differs from `blank`, the form in which nothing was done.

        `about` is kept beside the form, and says which form it is where it is not that of an entry.
        """
        self._logbook, self._blank, self._about = logbook, blank, dict(about or {})
        self.amends = draft.amends if draft else amends
        """Number of the entry that it would amend; 0 for none."""
        self.kept = FormInput.restored(draft.typed) if draft else blank
        """The form as the draft holds it."""
        self.id = draft.id if draft else ""
        """Which draft it is; empty while there is none."""

    def is_blank(self, typed: FormInput) -> bool:
        """Tell whether nothing was done in the form."""
        return typed == self._blank

    def keep(self, typed: FormInput) -> bool:
        """Keep the form where it changed, durably, and return whether it had; raises JournalError."""
        if typed == self.kept or self._logbook.read_only:
            return False
        if self.is_blank(typed):
            self._logbook.drop_draft(self.id)
            self.id = ""
        else:
            self.id = self.id or _free_id(self._logbook.drafts)
            kept_at = self._logbook.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            kept = typed.kept() | self._about
            self._logbook.keep_draft(Draft(id=self.id, kept_at=kept_at, amends=self.amends, typed=kept))
        self.kept = typed
        return True


def _free_id(drafts: tuple[Draft, ...]) -> str:
    taken = [int(draft.id) for draft in drafts if draft.id.isdecimal()]
    return str(max(taken, default=0) + 1)
