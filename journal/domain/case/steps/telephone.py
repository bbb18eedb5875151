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
        "The suspect may notice that the old number no longer works. Talk to the police or victim support first. "
        "Leave the answering machine of the old number on."
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
        N_("Calls of the suspect not taken"),
        advice=N_(
            "Let the answering machine take every call, even after a hundred. Anyone may pick up once without "
            "meaning to."
        ),
    ),
    UNLISTED_NUMBER,
    Step(
        "blocked",
        N_("Numbers or accounts blocked where it helps"),
        advice=N_(
            "Save everything first. What is blocked cannot be kept as proof later. Better: let messages arrive in a "
            "mailbox you do not read."
        ),
        safety=N_("The suspect may notice a block and try another way. Talk to the police or victim support first."),
    ),
)
"""Steps about the telephone, in display order."""
