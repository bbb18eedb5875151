"""Steps for setting limits, once, and keeping them."""

from __future__ import annotations

from journal.domain.case.steps.catalogue import Step, StepGroup
from journal.domain.kinds.own_steps import SAID_NO as SAID_NO_KIND
from journal.domain.text.words import N_

SAID_NO = Step(
    "said_no",
    N_("Said no once, in writing"),
    group=StepGroup.LIMITS,
    advice=N_(
        "Say exactly what you want and do not want, once, by registered letter or through a lawyer. Then stop. "
        "Everything that follows counts as after the no."
    ),
    safety=N_("A clear no can make somebody angry. Talk to the police or victim support first about how and when."),
    fields=SAID_NO_KIND.fields,
    kind=SAID_NO_KIND.id,
    day_counts=True,
)

SILENT_AFTERWARDS = Step(
    "silent_afterwards",
    N_("Kept silent since"),
    group=StepGroup.LIMITS,
    advice=N_(
        "After the no, nothing more is said, not through a mediator either: any reaction rewards. "
        "What comes is logged instead."
    ),
)

NOTHING_AGREED = Step(
    "nothing_agreed",
    N_("Went along with no proposal or demand"),
    group=StepGroup.LIMITS,
    advice=N_(
        "Go along with nothing, however reasonable it sounds. Blame, broken promises and a friendly face before others "
        "are to be expected. Log proposals and promises too."
    ),
)

HELP_SAYING_NO = Step(
    "help_saying_no",
    N_("Found help with saying no"),
    group=StepGroup.LIMITS,
    advice=N_("Saying no can be hard. Somebody else may say it in your name, and there are courses for it."),
    help_lines=True,
)

LIMITS = (SAID_NO, SILENT_AFTERWARDS, NOTHING_AGREED, HELP_SAYING_NO)
"""Steps about limits, in display order."""
