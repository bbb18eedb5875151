"""Writer of an iCalendar file (RFC 5545): the incidents with their times as surely as they are known."""

from __future__ import annotations

from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING

from journal.domain.text.harmless import harmless
from journal.domain.time.moment import Certainty
from journal.handover.dossier.formatting import entry_title, happened, standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from journal.domain.text.words import Words
    from journal.domain.time.moment import Moment
    from journal.handover.selection.selection import SelectedEntry, Selection

_LONGEST_LINE = 75
"""In bytes, as the format asks."""


def calendar(chosen: Selection, words: Words, journal_id: str) -> bytes:
    """Render the calendar; an incident without a known time is left out."""
    stamp = _instant(chosen.made)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Journal//Journal//EN", "CALSCALE:GREGORIAN"]
    for one in standing(chosen):
        if one.history.happened.known:
            lines += _event(one, words, stamp, journal_id)
    lines.append("END:VCALENDAR")
    return "".join(part for line in lines for part in _folded(line)).encode()


def _event(one: SelectedEntry, words: Words, stamp: str, journal_id: str) -> Iterator[str]:
    history = one.history
    said = {field.name: field.said for field in one.fields}
    title = entry_title(history, words)
    told = "\n".join(filter(None, (happened(history, words), said.get("account", ""), said.get("quoted_words", ""))))
    yield "BEGIN:VEVENT"
    yield f"UID:{journal_id}-{history.number}@journal.invalid"
    yield f"DTSTAMP:{stamp}"
    yield from _when(one)
    yield f"SUMMARY:{_escaped(title)}"
    yield f"DESCRIPTION:{_escaped(told)}"
    if "place" in said:
        yield f"LOCATION:{_escaped(said['place'])}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _when(one: SelectedEntry) -> Iterator[str]:
    """Yield beginning and end: to the second where a time of day is claimed, else whole days."""
    moment, until = one.history.happened, one.history.entry.until
    first, latest = moment.earliest, until.latest if until else None
    if moment.has_clock_time and first:
        yield f"DTSTART:{_instant(first)}"
        if latest and latest > first:
            yield f"DTEND:{_instant(latest)}"
    elif began := moment.first_day:
        yield f"DTSTART;VALUE=DATE:{_date(began)}"
        last = max(began, _last_day(moment), _last_day(until) if until else began)
        if last < date.max:
            yield f"DTEND;VALUE=DATE:{_date(last + timedelta(days=1))}"


def _last_day(moment: Moment) -> date:
    """Return the last local day that a span reaches; a night belongs to the day on which it began."""
    span = moment.end if moment.certainty is Certainty.BETWEEN else ""
    return date.fromisoformat((span or moment.start)[:10] or date.min.isoformat())


def _date(day: date) -> str:
    return day.isoformat().replace("-", "")


def _instant(moment: datetime) -> str:
    utc = moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    return f"{utc.isoformat()}Z".replace("-", "").replace(":", "")


def _escaped(text: str) -> str:
    shown = harmless(text, lines=True)
    return shown.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Fold a line into parts of at most 75 bytes, none of them cut inside a character."""
    part, room = "", _LONGEST_LINE
    for sign in line:
        size = len(sign.encode())
        if size > room:
            yield f"{part}\r\n"
            part, room = " ", _LONGEST_LINE - 1
        part += sign
        room -= size
    yield f"{part}\r\n"
