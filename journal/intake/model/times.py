"""Times of exports: epochs and local texts as `SourceTime`, and what they mean in the zone of a journal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from journal.domain.time.moment import UNKNOWN, Certainty, Moment, offset_text
from journal.intake.model.found import Doubt, SourceTime

if TYPE_CHECKING:
    from datetime import tzinfo

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_STARTS = frozenset({0, -11_644_473_600_000, 978_307_200_000, 1_000, 946_684_800_000, 315_532_800_000})
"""First instants of epochs: Unix, Windows, Apple; and of 2000 and 1980, where clocks begin that were never set."""
_FIRST, _LAST = -62_000_000_000_000, 4_102_444_800_000
"""Years 5 and 2100: what lies outside is no time in milliseconds."""


def of_epoch(text: str | int, *, per_second: int = 1000) -> SourceTime:
    """Parse a count since 1970, UTC, as text or number; `per_second` is its unit."""
    said = str(text).strip()
    if not said or said == "null":
        return SourceTime(doubt=Doubt.MISSING)
    try:
        instant = int(said) * 1000 // per_second
    except ValueError:
        return SourceTime(doubt=Doubt.MALFORMED, raw=said[:80])
    if not _FIRST < instant < _LAST:
        return SourceTime(doubt=Doubt.MALFORMED, raw=said[:80])
    return SourceTime(instant=instant, doubt=Doubt.ROUND_START if instant in _STARTS else None)


def of_local(when: datetime, *, seconds: bool) -> SourceTime:
    """Wrap a local time without a zone, to the second or to the minute as its source has it."""
    return SourceTime(local=when.isoformat(timespec="seconds" if seconds else "minutes"))


def instant_text(time: SourceTime) -> datetime | None:
    """Return the instant, UTC; None where only a local time is known."""
    return None if time.instant is None else EPOCH + timedelta(milliseconds=time.instant)


def moment(time: SourceTime, zone: tzinfo) -> Moment:
    """Return the moment that a time of a source means in a zone; unknown where it is in doubt.

    A local time that the zone has twice is the span of both readings, because the export does not say which it was.
    """
    if time.doubt is Doubt.ZONE_NOT_TOLD and time.local:
        return _either(datetime.fromisoformat(time.local), zone)
    if time.doubt is not None or (time.instant is None and not time.local):
        return UNKNOWN
    if time.instant is not None:
        return _at(instant_text(time), zone)
    if time.offset:
        return Moment(Certainty.EXACT, start=time.local, offset=time.offset)
    first, second = (datetime.fromisoformat(time.local).replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    before, after = offset_text(first), offset_text(second)
    if before != after and (first.utcoffset() or timedelta()) > (second.utcoffset() or timedelta()):
        return Moment(Certainty.BETWEEN, start=time.local, end=time.local, offset=before, end_offset=after)
    return Moment(Certainty.EXACT, start=time.local, offset=before)


def _either(local: datetime, zone: tzinfo) -> Moment:
    """Return the span from one reading of a local time to the other: that of the zone, and UTC."""
    first, last = sorted(
        (local.replace(tzinfo=zone), local.replace(tzinfo=UTC).astimezone(zone)), key=datetime.timestamp
    )
    start, end = (one.replace(tzinfo=None).isoformat(timespec="seconds") for one in (first, last))
    if start == end:
        return Moment(Certainty.EXACT, start=start, offset=offset_text(first))
    between = Certainty.BETWEEN
    return Moment(between, start=start, end=end, offset=offset_text(first), end_offset=offset_text(last))


def _at(instant: datetime | None, zone: tzinfo) -> Moment:
    if instant is None:
        return UNKNOWN
    here = instant.astimezone(zone)
    start = here.replace(tzinfo=None, microsecond=0).isoformat(timespec="seconds")
    return Moment(Certainty.EXACT, start=start, offset=offset_text(here))
