"""Times as plain values, and what can be said of them by somebody who counts on fingers: days, instants, order."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

Plain = dict[str, Any]
"""A moment as it stands in a record."""

NEVER: Plain = {"certainty": "unknown"}


def first_day(moment: Plain) -> date | None:
    """The first local day on which it can have begun; None where nothing is known."""
    return date.fromisoformat(moment["start"][:10]) if moment.get("start") else None


def last_day(moment: Plain) -> date | None:
    """The last local day on which it can have begun; a night belongs to the day on which it began."""
    end = moment.get("end", "") if moment["certainty"] == "between" else ""
    return date.fromisoformat(end[:10]) if end else first_day(moment)


def sure_day(moment: Plain) -> date | None:
    """The one local day on which it began; None where that is not known."""
    return first_day(moment) if first_day(moment) == last_day(moment) else None


def instant(moment: Plain) -> datetime | None:
    """The instant at which it began, where it is known to the minute."""
    if moment["certainty"] not in {"exact", "about"} or "T" not in moment.get("start", "") or not moment.get("offset"):
        return None
    return datetime.fromisoformat(f"{moment['start']}{moment['offset']}")


def monday(day: date) -> date:
    """The Monday of the week of a day."""
    return day - timedelta(days=day.isoweekday() - 1)


def surely_before(one: Plain, other: Plain) -> bool:
    """Whether one surely happened before the other; False also where that is not known."""
    at, then = instant(one), instant(other)
    if at and then:
        return at < then
    last, first = last_day(one), first_day(other)
    return bool(last and first and last < first - timedelta(days=1))
