"""Resolution of one-sided times: `after 9 last night`, `before 8 this morning`."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from journal.domain.time.moment import PartOfDay
from journal.domain.time.reading import zone
from journal.domain.time.reading.answer import NOT_READ, Understood
from journal.domain.time.reading.context import SMALL_HOURS_END, Candidate, Context, NoReading
from journal.domain.time.reading.hours import minute_spans
from journal.domain.time.reading.tokens import BoundSide

if TYPE_CHECKING:
    from journal.domain.time.reading.local_times import LocalTime
    from journal.domain.time.reading.phrase import Phrase

_LAST_MINUTE = time(23, 59)


def bounded(phrase: Phrase, times: list[LocalTime], side: BoundSide, context: Context) -> list[Candidate]:
    """Return a range on one side of each time, up to the edge of the stated part of the day or day.

    The future is cut off; before a time in the small hours, the range includes the evening before. Raises `NoReading`
    where nothing is left.
    """
    found = []
    for one in times:
        first, last = _window(phrase, one, context)
        first, last = (one.local, last) if side is BoundSide.AFTER else (first, one.local)
        if first < last:
            moment = zone.local_between(first, last, context.now.tzinfo or UTC)
            found.append(Candidate(Understood(moment, assumed=one.day.assumed), one.day.why))
    if not found:
        raise NoReading(NOT_READ)
    return found


def _window(phrase: Phrase, one: LocalTime, context: Context) -> tuple[datetime, datetime]:
    midnight = datetime.combine(one.day.day, time())
    held = [
        (midnight + timedelta(minutes=part.first), midnight + timedelta(minutes=part.last))
        for part in minute_spans(phrase)
    ]
    day = datetime.combine(one.local.date(), time())
    if not (phrase.day or phrase.weekday) and one.local.time() < SMALL_HOURS_END:
        day -= timedelta(hours=12)
    whole = day, datetime.combine(one.local.date(), _LAST_MINUTE)
    first, last = next((both for both in held if both[0] <= one.local <= both[1]), whole)
    if phrase.part and phrase.part.part is PartOfDay.MORNING:
        first = midnight
    last = min(last, whole[1]) if last - timedelta(minutes=1) == whole[1] else last
    return first, min(last, context.local) if context.asks_about_future and one.local < context.local else last
