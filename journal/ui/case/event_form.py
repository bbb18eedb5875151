"""The form of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.case.case_event import CaseEvent
from journal.domain.forms.events import EVENT
from journal.domain.text.words import N_, _
from journal.ui.forms.form import FormDefinition, numbered, recorded, values_of
from journal.ui.forms.form_ref import FormRef

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.logbook import Logbook

NO_NAME = N_("An event needs a name by which you know it again.")
NO_ENTRIES = N_("No entry belongs to it yet.")
NEUTRAL = N_("Choose a name that only says what happened: it is in the documents with these entries.")


def event_form(logbook: Logbook, number: int = 0, known: Mapping[str, Any] | None = None) -> FormDefinition:
    """Return the form of an event, or with number 0 of a new one, in which stands already what is `known` of it."""
    event = logbook.state.of(CaseEvent).now.get(number)
    return FormDefinition(
        about=FormRef(of=CaseEvent.SUBJECT, number=number),
        title=_("Event {number}").format(number=number) if event else _("New event"),
        asked=EVENT,
        base=values_of(event) if event else {},
        prefilled=dict(known or {}),
        record=lambda values, draft: recorded(logbook, numbered(CaseEvent, values, event), draft),
        needed={"name": NO_NAME},
        least=("entries",),
        least_said=NO_ENTRIES,
        advice=(NEUTRAL,),
    )
