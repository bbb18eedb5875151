"""When the everyday scenes happen: more and more often, with a short silence after the no."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from journal.store.disk.timezones import zone_of

if TYPE_CHECKING:
    from random import Random

ZONE = zone_of("Europe/Brussels")
"""The zone of the story, whatever the zone of the computer."""
FIRST_DAY = date(2025, 9, 12)
LAST_DAY = date(2026, 11, 19)
SAID_NO = date(2026, 2, 3)
BEGUN = datetime(2025, 10, 20, 20, 30, tzinfo=ZONE)
"""When the journal is begun; what happened before is written down from memory in the days after."""
END = datetime(2026, 11, 22, 9, 0, tzinfo=ZONE)
"""When the story stops; nothing is written later."""

_SILENCE = 12
_DAYS = [FIRST_DAY + timedelta(days=number) for number in range((LAST_DAY - FIRST_DAY).days + 1)]


def frequency(day: date) -> float:
    """Return how often something happens around a day, compared with other days."""
    since_no = (day - SAID_NO).days
    if since_no < 0:
        return 0.25 + 0.9 * (day - FIRST_DAY).days / (SAID_NO - FIRST_DAY).days
    if since_no < _SILENCE:
        return 0.1
    weekend = 1.4 if day.weekday() >= 4 else 1.0
    return weekend * (0.8 + 2.8 * since_no / (LAST_DAY - SAID_NO).days)


def some_days(count: int, chance: Random) -> list[date]:
    """Return so many days, oldest first, drawn by their frequency."""
    return sorted(chance.choices(_DAYS, cum_weights=list(accumulate(map(frequency, _DAYS))), k=count))


def some_time(day: date, hours: tuple[int, int], chance: Random) -> datetime:
    """Return an aware local time to the minute between these hours; hours past 24 belong to the night after the day."""
    minutes = chance.randrange(hours[0] * 60, hours[1] * 60)
    return local(datetime.combine(day, time()) + timedelta(minutes=minutes))


def local(naive: datetime) -> datetime:
    """Return the aware time of a local time; one that the spring gap swallowed is moved on by the hour."""
    return naive.replace(tzinfo=ZONE).astimezone(UTC).astimezone(ZONE)
