"""Days on which somebody is said to be away, in English, Dutch or French."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple

from journal.domain.filters.typed_period import periods
from journal.domain.text.languages import LANGUAGES
from journal.domain.text.normalisation import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

_AWAY = (
    r"(?:away|abroad|travelling|on (?:holiday|vacation|leave)|in hospital|out of town"
    r"|weg|afwezig|op (?:reis|vakantie)|met (?:vakantie|verlof)|in het (?:buitenland|ziekenhuis)"
    r"|absente?|en (?:vacances|voyage|conge)|a l'(?:etranger|hopital))"
)
_IN_NOTE = re.compile(rf"\b{_AWAY}\b")
IN_ACCOUNT = re.compile(
    rf"\b(\w+)\s+(?:was|is|stayed|zat|bleef|etait|est)\s+((?:(?!not|niet|pas)\w+\s+){{0,2}}){_AWAY}\b"
)
"""Who an account says was away, in a normalised text; the first group is the name."""
_LITTLE_WORDS = re.compile(
    r"^(?:(?:from|on|in|during|van|op|du|de|des|le|she|he|is|was|ze|zij|hij|elle|il|est|etait)\s+)+"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b", re.ASCII)
_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands for the present where a year is written, so that nothing is counted from it."""


class Absence(NamedTuple):
    """Days on which somebody is said to be away, and where that is said."""

    first: date | None
    last: date | None
    said: str
    entry: int = 0
    """Entry that says so; 0 for the note of the person."""


def absences_in(note: str) -> Iterator[Absence]:
    """Yield the absences that a person's note names with days and a year: `away 3 to 10 May 2026`."""
    for clause in re.split(r"[.;\n]", note):
        plain = normalise(clause)
        for found in _IN_NOTE.finditer(plain) if _YEAR.search(plain) else ():
            for part in (plain[found.end() :], plain[: found.start()]):
                period = _period(part)
                if period:
                    yield Absence(*period, clause.strip())


def _period(text: str) -> tuple[date | None, date | None] | None:
    words = _LITTLE_WORDS.sub("", text.strip(" ,:()-"))
    words = re.sub(r"\s+(?:she|he|ze|zij|hij|elle|il)?\s*(?:is|was|est|etait)$", "", words).strip(" ,:()-")
    found = periods(words, now=_ANY_TIME, languages=tuple(LANGUAGES)) if _YEAR.search(words) else ()
    if len(found) != 1:
        return None
    first, last = (date.fromisoformat(day) if day else None for day in (found[0].first, found[0].last))
    return first, last
