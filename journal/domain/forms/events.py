"""What is asked of an event."""

from __future__ import annotations

from journal.domain.forms.form_question import FormQuestion, Sort
from journal.domain.text.words import N_

EVENT = (
    FormQuestion("name", N_("Name of the event"), hint=N_("for example: the night at the station")),
    FormQuestion("entries", N_("Entries that belong to it"), Sort.NUMBERS, hint=N_("for example 1-12, 15")),
    FormQuestion("note", N_("Note"), Sort.TEXT),
)
"""The questions about an event."""
