"""The time of day as a person says it, told apart where the clock of the journal's zone does not make it clear.

Two cases do not: the hour that comes twice when the clocks go back, and a time by the clock of another place.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from journal.domain.text.words import N_
from journal.domain.time.moment import Certainty, offset_text

if TYPE_CHECKING:
    from journal.domain.text.words import Words
    from journal.domain.time.moment import Moment

_CLAIMED = frozenset({Certainty.EXACT, Certainty.ABOUT, Certainty.BETWEEN})
"""How surely a moment is known whose `start` is a time that somebody told, and no usual bound."""


def time_in_words(local: str, offset: str, words: Words) -> str:
    """Return the time of day of a local time as it is kept: `22:14`, `02:30 (summer time)`; "" for a date alone."""
    time = local.partition("T")[2]
    which = _which(local, offset, words) if time else ""
    return f"{time} ({which})" if which else time


def clocks_meant(moment: Moment, until: Moment | None, words: Words) -> str:
    """Return what tells the times of a moment apart, for where a narrow column has room for the figures only.

    `summer time`, `UTC+05:30`; "" where they are clear by themselves.
    """
    sides = [(moment.start, moment.offset), (moment.end, moment.end_offset or moment.offset)]
    if until:
        sides.append((until.start, until.offset))
    known = sides if moment.certainty in _CLAIMED else ()
    return ", ".join(dict.fromkeys(filter(None, (_which(*side, words) for side in known if "T" in side[0]))))


def _which(local: str, offset: str, words: Words) -> str:
    if not offset or words.zone is None:
        return ""
    first, second = (datetime.fromisoformat(local).replace(tzinfo=words.zone, fold=fold) for fold in (0, 1))
    before, after = offset_text(first), offset_text(second)
    twice = (first.utcoffset() or first - first) > (second.utcoffset() or first - first)
    if offset in {before, after} and not twice:
        return ""
    if offset not in {before, after} or first.dst() == second.dst():
        return f"UTC{offset}"
    return words(N_("summer time")) if offset == before else words(N_("winter time"))
