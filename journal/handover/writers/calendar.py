"""The happenings as a calendar file (RFC 5545), for a lawyer's own timeline: times as surely as they are known."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from journal.domain.harmless import harmless
from journal.domain.moment import Certainty
from journal.domain.words import N_
from journal.handover.parts.telling import happened, kind_text, standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.domain.words import Words
    from journal.handover.chosen import Chosen, ChosenEntry

_LONGEST_LINE = 75
"""In bytes, as the format asks."""


def calendar(chosen: Chosen, words: Words, journal_id: str) -> bytes:
    """Return the calendar; what happened at no known time has no place in one and is left out."""
    stamp = f"{chosen.made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Journal//Journal//EN", "CALSCALE:GREGORIAN"]
    for one in standing(chosen):
        if one.history.happened.known:
            lines += _event(one, words, stamp, journal_id)
    lines.append("END:VCALENDAR")
    return "".join(part for line in lines for part in _folded(line)).encode()


def _event(one: ChosenEntry, words: Words, stamp: str, journal_id: str) -> Iterator[str]:
    history = one.history
    said = {fact.name: fact.said for fact in one.facts}
    title = words(N_("Entry {number}: {kind}")).format(number=history.number, kind=kind_text(history, words))
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


def _when(one: ChosenEntry) -> Iterator[str]:
    moment, until = one.history.happened, one.history.entry.until
    if moment.has_clock_time and moment.earliest:
        yield f"DTSTART:{moment.earliest:%Y%m%dT%H%M%SZ}"
        if until and until.latest and until.has_clock_time:
            yield f"DTEND:{until.latest:%Y%m%dT%H%M%SZ}"
        return
    first = moment.day
    if first:
        span = moment.certainty is Certainty.BETWEEN and moment.end
        last = moment.end[:10].replace("-", "") if span else ""
        yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
        following = first + timedelta(days=1)
        yield f"DTEND;VALUE=DATE:{_after(last) if last else format(following, '%Y%m%d')}"


def _after(day: str) -> str:
    from datetime import datetime

    return f"{datetime.strptime(day, '%Y%m%d').replace(tzinfo=UTC) + timedelta(days=1):%Y%m%d}"


def _escaped(text: str) -> str:
    shown = harmless(text, lines=True)
    return shown.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts that are short enough, none of them cut inside a sign."""
    part, room = "", _LONGEST_LINE
    for sign in line:
        size = len(sign.encode())
        if size > room:
            yield f"{part}\r\n"
            part, room = " ", _LONGEST_LINE - 1
        part += sign
        room -= size
    yield f"{part}\r\n"
