"""Formatting of times of day, disambiguated where the journal's time zone leaves them ambiguous.

That is the repeated hour when daylight saving time ends, and a time in another zone.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from journal.domain.text.words import N_
from journal.domain.time.moment import Certainty, offset_text

if TYPE_CHECKING:
    from datetime import tzinfo

    from journal.domain.text.words import Words
    from journal.domain.time.moment import Moment

_CLAIMED = frozenset({Certainty.EXACT, Certainty.ABOUT, Certainty.BETWEEN})
"""Certainties whose `start` is a time that was stated, not an assumed bound."""


def time_in_words(local: str, offset: str, words: Words) -> str:
    """Format the time of day of a stored local time: `22:14`, `02:30 (summer time)`; "" for a date alone."""
    time, which = local.partition("T")[2], _which(local, offset, words)
    return f"{time} ({which})" if which else time


def clocks_meant(moment: Moment, until: Moment | None, words: Words) -> str:
    """Return only the disambiguation of a moment's times, for a narrow column that shows the figures alone.

    `summer time`, `UTC+05:30`; "" where they are unambiguous.
    """
    if moment.certainty not in _CLAIMED:
        return ""
    begins = _which(moment.start, moment.offset, words)
    if not (moment.end or until):
        return begins
    sides = [begins, _which(moment.end, moment.end_offset or moment.offset, words)]
    if until:
        sides.append(_which(until.start, until.offset, words))
    return ", ".join(dict.fromkeys(filter(None, sides)))


@lru_cache(maxsize=1024)
def _is_all_day(offset: str, day: str, zone: tzinfo) -> bool:
    """Return whether this is the offset of the zone from the first to the last minute of a day. Cached."""
    begins = datetime.fromisoformat(day).replace(tzinfo=zone)
    try:
        return offset_text(begins) == offset == offset_text(begins + timedelta(days=1))
    except OverflowError:
        return False


def _which(local: str, offset: str, words: Words) -> str:
    """Return which of the times of day that are written so is meant; "" where there is one, and for a date alone."""
    if not offset or words.zone is None or "T" not in local or _is_all_day(offset, local[:10], words.zone):
        return ""
    first, second = (datetime.fromisoformat(local).replace(tzinfo=words.zone, fold=fold) for fold in (0, 1))
    before, after = offset_text(first), offset_text(second)
    twice = (first.utcoffset() or first - first) > (second.utcoffset() or first - first)
    if offset in {before, after} and not twice:
        return ""
    if offset not in {before, after} or first.dst() == second.dst():
        return f"UTC{offset}"
    return words(N_("summer time")) if offset == before else words(N_("winter time"))
