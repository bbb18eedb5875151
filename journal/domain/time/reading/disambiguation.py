"""Selection among candidate readings: understood, a question, or not understood."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journal.domain.time.reading.answer import (
    DAYS_DIFFER,
    IN_THE_FUTURE,
    IN_THE_PAST,
    NOT_READ,
    NOT_READ_AHEAD,
    STILL_TO_COME,
    TWO_READINGS,
    WEEKDAY_DIFFERS,
    NotUnderstood,
    Question,
    Reading,
    Understood,
)
from journal.domain.time.reading.context import Candidate, Context, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_OPTIONS = 4
"""Maximum number of options of a question."""


def answer(candidates: Sequence[Candidate], context: Context, failure: str) -> Reading:
    """Deduplicate and rank the candidates into a result; `failure` is the reason returned where there is none."""
    different: dict[object, Candidate] = {}
    for candidate in candidates:
        different.setdefault((candidate.reading.moment, candidate.reading.until), candidate)
    found = _without_contradiction(list(different.values()))[:MOST_OPTIONS]
    readings = tuple(sorted((_marked(one.reading, context) for one in found), key=_to_come))
    if not readings:
        return NotUnderstood(NOT_READ_AHEAD if failure == NOT_READ and context.looks_ahead else failure)
    if len(readings) == 1 and not _to_come(readings[0]):
        return readings[0]
    if len(readings) == 1:
        return Question(STILL_TO_COME, readings)
    return Question(next((one.why for one in found if one.why), TWO_READINGS), readings)


def _to_come(reading: Understood) -> bool:
    return IN_THE_FUTURE in reading.assumed


def _without_contradiction(found: list[Candidate]) -> list[Candidate]:
    """Drop candidates whose weekday and date contradict each other, where there are others."""
    return [one for one in found if one.why not in {WEEKDAY_DIFFERS, DAYS_DIFFER}] or found


def _marked(reading: Understood, context: Context) -> Understood:
    """Add the assumption that the reading lies on the wrong side of now, where it does."""
    earliest, latest = reading.moment.earliest, (reading.until or reading.moment).latest
    if not earliest or not latest:
        return reading
    now = context.now
    if context.asks_about_future and (earliest > now or (reading.until and _ends_later(reading, context))):
        return replace(reading, assumed=joined([IN_THE_FUTURE], reading.assumed))
    if context.looks_ahead and latest < now.replace(second=0, microsecond=0):
        return replace(reading, assumed=joined([IN_THE_PAST], reading.assumed))
    return reading


def _ends_later(reading: Understood, context: Context) -> bool:
    end = reading.until.earliest if reading.until else None
    return end is not None and end > context.now
