"""Help lines by country: number, what for, when, and how surely each is known.

A number is taken from the page of the service itself or of an authority, never from another program; whoever changes a
line visits its source and sets `CHECKED_ON`, or the line's own day. A line that is not confirmed is marked
`CHECK_FIRST`, or left out. Nothing here dials or opens anything.
"""

from __future__ import annotations

from journal.domain.case.help_lines.belgium import BELGIUM
from journal.domain.case.help_lines.line import EVERYWHERE, HelpLine
from journal.domain.case.help_lines.netherlands import NETHERLANDS
from journal.domain.text.words import N_

EMERGENCY = HelpLine(
    id="eu_emergency",
    country=EVERYWHERE,
    numbers=("112",),
    name="112",
    purpose=N_("Police, ambulance and fire brigade, in an emergency"),
    emergency=True,
    source="https://digital-strategy.ec.europa.eu/en/policies/112",
)

HELP_LINES = (EMERGENCY, *BELGIUM, *NETHERLANDS)
"""Every line, country by country."""


def for_country(country: str) -> tuple[HelpLine, ...]:
    """Return the lines of a country and those that hold everywhere, emergencies first; the latter for a foreign one.

    A number of the country itself comes before the one that holds everywhere.
    """
    lines = [line for line in HELP_LINES if line.country in {country, EVERYWHERE}]
    return tuple(sorted(lines, key=lambda line: (not line.emergency, line.country == EVERYWHERE)))
