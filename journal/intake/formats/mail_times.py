"""Times of a mail: that of the receiver's provider before the one that the sender wrote, which anybody can forge."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from journal.domain.entry.origin import OriginNote
from journal.evidence.dates import received_moment, sent_moment
from journal.intake.model.found import Doubt, SourceTime
from journal.intake.model.times import EPOCH, of_epoch

if TYPE_CHECKING:
    from journal.domain.time.moment import Moment
    from journal.evidence.mail_parts import MailParts

_FAR = 3_600_000
"""Milliseconds between the two times above which it is told."""
_LONGEST = 80
_TO_THE_SECOND = len("2026-11-21T22:14:05")


class MailTimes(NamedTuple):
    """What a mail says of its time."""

    when: SourceTime
    stated: str
    """The sender's `Date` as written, where `when` is another's."""
    notes: tuple[OriginNote, ...]


def mail_times(parts: MailParts, arrived: SourceTime | None = None) -> MailTimes:
    """Read the topmost `Received`, then what a mail program kept as the arrival, then `Date`.

    `Date` headers that disagree are no time.
    """
    dates = list(parts.headers("Date"))
    written = _written(dates)
    received = received_moment(next(parts.headers("Received"), ""))
    when = _source_time(received) if received else arrived
    if when is None:
        return MailTimes(written, "", () if written.doubt else (OriginNote.DATE_BY_SENDER,))
    differ = (OriginNote.DATES_DIFFER,) if _are_far(written, when) else ()
    return MailTimes(when, dates[0][:_LONGEST] if dates else "", (OriginNote.DATE_BY_RECEIVER, *differ))


def _written(dates: list[str]) -> SourceTime:
    if not dates:
        return SourceTime(doubt=Doubt.MISSING)
    moments = {sent_moment(date) for date in dates}
    moment = moments.pop() if len(moments) == 1 else None
    return _source_time(moment) if moment else SourceTime(doubt=Doubt.MALFORMED, raw=dates[0][:_LONGEST])


def _source_time(moment: Moment) -> SourceTime:
    """Return an instant where the header is that precise; a time without an offset stays one."""
    if not moment.offset or len(moment.start) < _TO_THE_SECOND:
        return SourceTime(local=moment.start, offset=moment.offset)
    return of_epoch(_milliseconds(moment.start + moment.offset))


def _are_far(one: SourceTime, other: SourceTime) -> bool:
    instants = [_instant(time) for time in (one, other)]
    return None not in instants and abs((instants[0] or 0) - (instants[1] or 0)) > _FAR


def _instant(time: SourceTime) -> int | None:
    if time.instant is not None or not time.offset:
        return time.instant
    return _milliseconds(time.local + time.offset)


@lru_cache(maxsize=16)
def _milliseconds(text: str) -> int:
    return round((datetime.fromisoformat(text) - EPOCH).total_seconds()) * 1000
