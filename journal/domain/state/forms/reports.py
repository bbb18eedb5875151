"""What is asked of a report, and what is asked once more when exhibits go with it."""

from __future__ import annotations

from enum import StrEnum

from journal.domain.case.case_labels import RECEIVERS, REPORT_FIELDS
from journal.domain.case.people import Role
from journal.domain.kinds.own_steps import REPORTED_TO_POLICE
from journal.domain.state.forms.asked import Asked, Sort, answers
from journal.domain.text.words import N_
from journal.domain.time.reading import Direction


class HandedAs(StrEnum):
    """In which form exhibits were handed over."""

    COPIES = "copies"
    ORIGINALS = "originals"
    NEITHER = "neither"


HANDED_AS = "handed_as"
RECEIPT = "receipt"

_SORTS = {
    "receiver": Sort.CHOICE,
    "made": Sort.MOMENT,
    "person": Sort.PERSON,
    "sort": Sort.CHOICE,
    "prosecution_asked": Sort.YES_NO,
    "entries": Sort.NUMBERS,
    "handed_over": Sort.NUMBERS,
    "handed_over_besides": Sort.TEXT,
    "answer": Sort.TEXT,
    "answered_on": Sort.DAY,
    "follow_up_on": Sort.DAY,
    "note": Sort.TEXT,
}
_RARE = ("person", "sort", "prosecution_asked")
_MADE_OF_IT = next(one for one in REPORTED_TO_POLICE.fields if one.id == "report.sort")
_ANSWERS = {
    "receiver": answers(RECEIVERS),
    "sort": {choice.id: choice.label for choice in _MADE_OF_IT.choices},
}
_HINTS = {"entries": N_("for example 1-12, 15"), "handed_over": N_("for example 1-3, 7")}
_NOTES = {
    "entries": N_("their numbers; at first all since the last report"),
    "handed_over": N_("their numbers; each goes into its list of movements too"),
    "follow_up_on": N_("shown when the journal is open; there is no other reminder"),
}


def _asked(name: str) -> Asked:
    return Asked(
        name,
        REPORT_FIELDS[name],
        _SORTS.get(name, Sort.LINE),
        _ANSWERS.get(name, {}),
        rare=name in _RARE,
        note=_NOTES.get(name, ""),
        hint=_HINTS.get(name, ""),
        direction=Direction.FUTURE if name == "follow_up_on" else Direction.PAST,
        role=Role.PROFESSIONAL,
    )


REPORT = tuple(map(_asked, REPORT_FIELDS))
"""The questions about a report."""

_GIVEN = (
    Asked(
        HANDED_AS,
        N_("Handed over as"),
        Sort.CHOICE,
        {
            HandedAs.COPIES: N_("copies"),
            HandedAs.ORIGINALS: N_("originals"),
            HandedAs.NEITHER: N_("write no movement"),
        },
    ),
    Asked(RECEIPT, N_("Receipt for it"), hint=N_("number of the receipt")),
)


def with_handing_over() -> tuple[Asked, ...]:
    """Return the questions about a report, with those about exhibits that go with it now."""
    at = next(at for at, one in enumerate(REPORT) if one.name == "handed_over") + 1
    return (*REPORT[:at], *_GIVEN, *REPORT[at:])
