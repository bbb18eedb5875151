"""Catalogue of help lines by country: number, purpose, hours, and how certain each is.

A number is taken from the page of the service itself or of an authority, never from another program; a change of a line
requires a visit to its source, and sets `CHECKED_ON` or the line's own date. A line that is not confirmed is marked
`CHECK_FIRST`, or left out. Nothing here dials or opens anything.
"""

from __future__ import annotations

from journal.domain.case.help_lines.belgium import BELGIUM
from journal.domain.case.help_lines.line import EVERYWHERE, HelpLine
from journal.domain.case.help_lines.netherlands import NETHERLANDS
from journal.domain.text.words import N_

EMERGENCY = HelpLine(
    id="eu_emergency",
    numbers=("112",),
    name="112",
    purpose=N_("Police, ambulance and fire brigade, in an emergency"),
    emergency=True,
    source="https://digital-strategy.ec.europa.eu/en/policies/112",
)

HELP_LINES = (EMERGENCY, *BELGIUM, *NETHERLANDS)
"""Every line, country by country."""


def for_country(country: str) -> tuple[HelpLine, ...]:
    """Return the lines of a country and those for everywhere, emergencies first.

    A number of the country itself comes before the one for everywhere; an unknown country has only the latter.
    """
    lines = [line for line in HELP_LINES if line.country in {country, EVERYWHERE}]
    return tuple(sorted(lines, key=lambda line: (not line.emergency, line.country == EVERYWHERE)))
