"""How typed times are read: with the journal's clock, in the interface's language first."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from journal.domain.forms.form_input import TypedTime
from journal.domain.text.words import spoken
from journal.domain.time.reading import Direction, NotUnderstood, Reading, Understood, read
from journal.domain.time.reading.answer import NOT_READ, NOT_READ_AHEAD
from journal.domain.time.reading_back import read_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.domain.time.moment import Moment

_CLOCK_ONLY = re.compile(r"\s*\d{1,2}\s*([:.hu]\s*\d{0,2}|uur|heures?|am|pm|a\.m\.|p\.m\.)?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class TimeReader:
    """Reads the times of one field."""

    now: Callable[[], datetime]
    """The present time in the journal's zone."""
    direction: Direction = Direction.PAST
    begins: Callable[[], Moment | None] = lambda: None
    """The happening that a bare clock time in this field follows, for the field *until*."""

    def read(self, text: str, at: datetime) -> Reading:
        """Return what the words mean when they are typed at `at`."""
        begin = self.begins()
        if begin and begin.earliest and begin.has_clock_time and _CLOCK_ONLY.fullmatch(text):
            return _read(text, begin.earliest.astimezone(at.tzinfo), Direction.FUTURE)
        return _read(text, at, self.direction)

    def typed(self, text: str) -> tuple[TypedTime, Reading | None]:
        """Parse words that are typed now, once: the field, settled where they have one meaning, and their reading."""
        now = self.now()
        time = TypedTime(text, at=now.isoformat(timespec="seconds"))
        reading = self.read(text, now) if text.strip() else None
        return settled(time, reading) if isinstance(reading, Understood) else time, reading

    def again(self, time: TypedTime) -> Reading:
        """Return what the words meant when they were typed, or what they were settled to since."""
        as_settled = Understood(time.moment, time.until) if time.moment else None
        if not time.at:
            return as_settled or NotUnderstood(NOT_READ_AHEAD if self.direction is Direction.FUTURE else NOT_READ)
        at = datetime.fromisoformat(time.at).astimezone(self.now().tzinfo)
        reading = self.read(time.text, at)
        same = isinstance(reading, Understood) and reading.moment == time.moment
        return reading if same or not as_settled else as_settled

    def told(self, reading: Reading) -> str:
        """Return the line that says what was understood, asked, or is missing."""
        return read_back(reading, spoken(), self.now())

    def looking(self, direction: Direction) -> TimeReader:
        """Return a reader that looks in another direction."""
        return replace(self, direction=direction)


def settled(time: TypedTime, understood: Understood) -> TypedTime:
    """Return the field with its words settled to one meaning."""
    return TypedTime(time.text, time.at, understood.moment, understood.until)


def _read(text: str, now: datetime, direction: Direction) -> Reading:
    language = spoken().language
    return read(text, now=now, languages=(language,), direction=direction, region=language.partition("_")[2])
