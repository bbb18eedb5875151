"""Entries written line by line: a new one, with what was typed kept as a draft where the person leaves."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC
from typing import TYPE_CHECKING

from journal.commands.adding import recorded, tell_saved
from journal.commands.entry_questions import AskedEntry, entry_of
from journal.commands.line_answers import Left
from journal.commands.output import tell
from journal.domain.base.errors import JournalError
from journal.domain.text.words import N_, _
from journal.store.file.mutable_state import Draft

if TYPE_CHECKING:
    from journal.logbook import Logbook

_SAVED = N_("Entry {number} is saved: {kind}, {when}.")
_KEPT = N_("What you typed is kept as a draft.")


def add_entry(logbook: Logbook) -> None:
    """Ask for a new entry and record it; raises Left with what was typed kept as a draft, and as `Logbook.record`."""
    form = AskedEntry(logbook.now)
    try:
        entry = entry_of(form)
        saved = recorded(lambda: logbook.record(entry))
    except (Left, KeyboardInterrupt, JournalError):
        _kept(logbook, form)
        raise
    tell_saved(_(_SAVED), entry, saved)


def _kept(logbook: Logbook, form: AskedEntry) -> None:
    if not form.told or logbook.read_only:
        return
    taken = [int(draft.id) for draft in logbook.drafts if draft.id.isdecimal()]
    kept_at = logbook.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with suppress(JournalError):
        logbook.keep_draft(Draft(id=str(max(taken, default=0) + 1), kept_at=kept_at, typed=form.typed.kept()))
        tell(_(_KEPT))
