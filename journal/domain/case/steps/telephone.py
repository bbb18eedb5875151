"""Steps about the telephone."""

from __future__ import annotations

from journal.domain.case.steps.catalogue import Step
from journal.domain.kinds.own_steps import ASKED_SUPPLIER_OR_OPERATOR
from journal.domain.text.words import N_

UNLISTED_NUMBER = Step(
    "unlisted_number",
    N_("Unlisted number"),
    advice=N_("Give it only to people you trust, and note with each person who has it."),
    safety=N_(
        "The other side may notice when the old number falls silent. Talk to the police or victim support first, and "
        "let the old line go on recording."
    ),
    kind=ASKED_SUPPLIER_OR_OPERATOR.id,
)


TELEPHONE = (
    Step(
        "answering_machine_on",
        N_("Answering machine always on"),
        advice=N_("Let it run always, and keep the recordings. You hear who calls, and choose."),
    ),
    Step(
        "not_answering",
        N_("Calls of the person not taken"),
        advice=N_(
            "The machine takes the first call and the 140th alike. Picking up once by surprise happens to everybody."
        ),
    ),
    UNLISTED_NUMBER,
    Step(
        "blocked",
        N_("Numbers or accounts blocked where it helps"),
        advice=N_("Save everything first: what is blocked leaves no proof. An inbox that nobody reads keeps it."),
        safety=N_("The other side may notice a block and try another way. Talk to the police or victim support first."),
    ),
)
"""Steps about the telephone, in display order."""
