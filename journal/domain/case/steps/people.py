"""Steps for informing the people around the user, circle by circle, and asking for their help."""

from __future__ import annotations

from journal.domain.case.steps.catalogue import Step
from journal.domain.kinds.fields import CIRCLES
from journal.domain.kinds.own_steps import TOLD_SOMEBODY
from journal.domain.text.words import N_

_LABELS = {
    "family": N_("Family informed"),
    "friends": N_("Friends informed"),
    "neighbours": N_("Neighbours informed"),
    "work": N_("Work informed"),
    "school": N_("School or day care informed"),
    "club": N_("Club or association informed"),
    "care": N_("Doctor or social service informed"),
    "other": N_("Others informed"),
}

_ADVICE = N_(
    "Ask them to watch out and to keep proof, to pass on nothing private about you, and to keep away from the suspect, "
    "also when friendly."
)
_SAFETY = N_("Begin with people who will keep it to themselves.")

INFORMED = tuple(
    Step(
        f"informed_{circle.id}",
        _LABELS[circle.id],
        advice=_ADVICE,
        safety=_SAFETY,
        kind=TOLD_SOMEBODY.id,
        circle=circle.id,
    )
    for circle in CIRCLES
)

TESTIMONY_ASKED = Step(
    "testimony_asked",
    N_("Asked who would testify"),
    advice=N_(
        "Try to have somebody to fall back on in every circle. Ask whether they would testify, and note with each "
        "person what they said."
    ),
)

PEOPLE = (
    *INFORMED,
    TESTIMONY_ASKED,
)
"""Steps about people, in display order."""
