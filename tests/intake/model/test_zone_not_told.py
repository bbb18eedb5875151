from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from journal.domain.time.moment import UNKNOWN, Certainty, Moment
from journal.intake.model.found import Doubt, SourceTime
from journal.intake.model.times import moment

NOON = SourceTime(local="2026-07-01T12:00:00", doubt=Doubt.ZONE_NOT_TOLD)


def between(start: str, end: str, offset: str) -> Moment:
    return Moment(Certainty.BETWEEN, start=start, end=end, offset=offset, end_offset=offset)


@pytest.mark.parametrize(
    ("zone", "meant"),
    [
        ("Europe/Brussels", between("2026-07-01T12:00:00", "2026-07-01T14:00:00", "+02:00")),
        ("America/New_York", between("2026-07-01T08:00:00", "2026-07-01T12:00:00", "-04:00")),
        ("UTC", Moment(Certainty.EXACT, start="2026-07-01T12:00:00", offset="+00:00")),
    ],
)
def test_a_time_whose_zone_is_not_told_lies_between_both_readings(zone: str, meant: Moment) -> None:
    assert moment(NOON, ZoneInfo(zone)) == meant


def test_a_time_that_is_in_doubt_otherwise_stays_unknown() -> None:
    assert moment(SourceTime(doubt=Doubt.ZONE_NOT_TOLD), ZoneInfo("Europe/Brussels")) == UNKNOWN
    assert moment(SourceTime(instant=0, doubt=Doubt.ROUND_START), ZoneInfo("Europe/Brussels")) == UNKNOWN
