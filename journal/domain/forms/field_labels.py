"""The label of each field of each thing of a journal, from the one table of its questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case import steps
from journal.domain.case.case_labels import EXHIBIT_FIELDS
from journal.domain.entry import labels
from journal.domain.forms.events import EVENT
from journal.domain.forms.form_question import labels_of
from journal.domain.forms.movements import MOVEMENT
from journal.domain.forms.orders import ORDER
from journal.domain.forms.people import PERSON
from journal.domain.forms.reports import REPORT
from journal.domain.forms.steps import NOTE, ON, STATE
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.domain.forms.form_question import FormQuestion

QUESTIONS: dict[str, tuple[FormQuestion, ...]] = {
    "person": PERSON,
    "movement": MOVEMENT,
    "report": REPORT,
    "order": ORDER,
    "event": EVENT,
    "step": (STATE, ON, NOTE),
}
"""By the sort of a thing: what is asked of every one of them."""

LABELS: Mapping[str, Mapping[str, str]] = {
    **{sort: labels_of(asked) for sort, asked in QUESTIONS.items()},
    "exhibit": EXHIBIT_FIELDS,
    "movement": {"exhibit": N_("Exhibit")} | labels_of(MOVEMENT),
    "item": labels_of((STATE, ON, NOTE)) | {"label": N_("Item")},
}
"""By the sort of a thing: the marked labels of its fields; an entry's are those of `labels.field_label`."""

_OF_RECORDS: Mapping[str, str] = {
    "reason": N_("Reason"),
    "to": N_("For whom"),
    "language": N_("Language"),
    "stays": N_("Kept back"),
    "receiver": N_("Given to"),
    "document": N_("Letter or form"),
    "unverified": N_("What could be read of lost records"),
}
"""What any record can say beside the fields of a thing."""


def label_of(sort: str, name: str) -> str:
    """Return the marked label of a field of a thing of this sort, or of a record about none; an unknown id is its own.

    The sort is the subject of an act, `person`, `item` …; empty for a record that is about no thing.
    """
    of_step = steps.field(name)
    own = LABELS.get(sort, {}).get(name) or _OF_RECORDS.get(name)
    return own or (of_step.label if of_step else labels.field_label(name))
