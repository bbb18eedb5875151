"""Steps for setting limits, once, and keeping them."""

from __future__ import annotations

from journal.domain.case.steps.catalogue import Step
from journal.domain.kinds.own_steps import SAID_NO as SAID_NO_KIND
from journal.domain.text.words import N_

SAID_NO = Step(
    "said_no",
    N_("Said “no contact” once, in writing"),
    advice=N_(
        "Say exactly what you want and do not want, once, by registered letter or through a lawyer. Then stop. "
        "Everything that follows counts as after “no contact”."
    ),
    safety=N_("A clear no can make somebody angry. Talk to the police or victim support first about how and when."),
    fields=SAID_NO_KIND.fields,
    kind=SAID_NO_KIND.id,
    day_counts=True,
)


LIMITS = (
    SAID_NO,
    Step(
        "silent_afterwards",
        N_("Kept silent since"),
        advice=N_(
            "After that, say nothing more, not through a mediator either: any reaction encourages the suspect. Log "
            "what happens instead."
        ),
    ),
    Step(
        "nothing_agreed",
        N_("Went along with no proposal or demand"),
        advice=N_(
            "Go along with nothing, however reasonable it sounds. Blame, broken promises and a friendly face before "
            "others are to be expected. Log proposals and promises too."
        ),
    ),
    Step(
        "help_saying_no",
        N_("Found help with saying no"),
        advice=N_("Saying no can be hard. Somebody else may say it in your name, and there are courses for it."),
        help_lines=True,
    ),
)
"""Steps about limits, in display order."""
