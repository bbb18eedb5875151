"""What is asked of a report, and what is asked once more when exhibits go with it."""

from __future__ import annotations

from journal.domain.case.case_labels import RECEIVERS
from journal.domain.case.people import Role
from journal.domain.forms.form_question import FormQuestion, Sort, answers
from journal.domain.kinds.own_steps import REPORTED_TO_POLICE
from journal.domain.text.labelled import LabelledEnum, labels_of
from journal.domain.text.words import N_
from journal.domain.time.reading import Direction


class HandedAs(LabelledEnum):
    """In which form exhibits were handed over."""

    COPIES = "copies", N_("copies")
    ORIGINALS = "originals", N_("originals")
    NEITHER = "neither", N_("write no movement")


HANDED_AS = "handed_as"
RECEIPT = "receipt"

_MADE_OF_IT = next(one for one in REPORTED_TO_POLICE.fields if one.id == "report.sort")
_MADE = {choice.id: choice.label for choice in _MADE_OF_IT.choices}
_SINCE_LAST = N_("their numbers; at first all since the last report")
_MOVED_TOO = N_("their numbers; each goes into its list of movements too")
_NO_REMINDER = N_("shown when the journal is open; there is no other reminder")

_FIRST = (
    FormQuestion("receiver", N_("To whom"), Sort.CHOICE, answers(RECEIVERS)),
    FormQuestion("made", N_("When"), Sort.MOMENT),
    FormQuestion("office", N_("Office")),
    FormQuestion("officer", N_("Officer or clerk")),
    FormQuestion("person", N_("Taken by"), Sort.PERSON, rare=True, role=Role.PROFESSIONAL),
    FormQuestion("reference", N_("Police report number or reference")),
    FormQuestion("sort", N_("How it was registered"), Sort.CHOICE, _MADE, rare=True),
    FormQuestion("prosecution_asked", N_("Prosecution expressly asked for"), Sort.YES_NO, rare=True),
    FormQuestion("entries", N_("Entries covered"), Sort.NUMBERS, note=_SINCE_LAST, hint=N_("for example 1-12, 15")),
    FormQuestion(
        "handed_over", N_("Exhibits handed over"), Sort.NUMBERS, note=_MOVED_TOO, hint=N_("for example 1-3, 7")
    ),
)
_HANDED = labels_of(HandedAs)
_GIVEN = (
    FormQuestion(HANDED_AS, N_("Handed over as"), Sort.CHOICE, answers(_HANDED)),
    FormQuestion(RECEIPT, N_("Receipt for it"), hint=N_("number of the receipt")),
)
_LAST = (
    FormQuestion("handed_over_besides", N_("Also handed over"), Sort.TEXT),
    FormQuestion("answer", N_("Answer"), Sort.TEXT),
    FormQuestion("answered_on", N_("Answer received on"), Sort.DAY),
    FormQuestion("follow_up_on", N_("Ask again on"), Sort.DAY, note=_NO_REMINDER, direction=Direction.FUTURE),
    FormQuestion("note", N_("Note"), Sort.TEXT),
)

REPORT = (*_FIRST, *_LAST)
"""The questions about a report."""

WITH_HANDING_OVER = (*_FIRST, *_GIVEN, *_LAST)
"""The questions about a report, with those about exhibits that go with it now."""
