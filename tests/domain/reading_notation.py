"""Readings written short, so that a table of examples can be read by eye."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from journal.domain.time.moment import Certainty, Moment
from journal.domain.time.reading import NotUnderstood, Question, Reading, Understood

BRUSSELS = ZoneInfo("Europe/Brussels")
SUNDAY_EVENING = datetime(2026, 11, 22, 22, 16, 30, tzinfo=BRUSSELS)
"""The moment of typing in the tables: Sunday 22 November 2026, a quarter past ten in the evening."""

SPOKEN_FIRST = {"nl": ("nl", "fr", "en"), "fr": ("fr", "nl", "en"), "en": ("en", "nl", "fr")}
"""The languages that are tried, by that of the interface."""


def told(reading: Reading) -> str:
    """Return `2026-11-21 22:14`, `~…`, `day …`, `… .. …`, `evening …`, `unknown`; `a > b` for until, `? a | b`, `-`."""
    if isinstance(reading, NotUnderstood):
        return "-"
    if isinstance(reading, Question):
        return "? " + " | ".join(map(_understood, reading.options))
    return _understood(reading)


def _understood(understood: Understood) -> str:
    until = f" > {_moment(understood.until)}" if understood.until else ""
    future = " !" if "in the future" in understood.assumed else ""
    return _moment(understood.moment) + until + future


def _moment(moment: Moment) -> str:
    start, end = moment.start.replace("T", " "), moment.end.replace("T", " ")
    match moment.certainty:
        case Certainty.EXACT:
            return start
        case Certainty.ABOUT:
            return f"~{start}"
        case Certainty.DAY:
            return f"day {start}"
        case Certainty.BETWEEN:
            return f"{start} .. {end}"
        case Certainty.PART_OF_DAY:
            return f"{moment.part} {start[:10]}"
    return "unknown"
