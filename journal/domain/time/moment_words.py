"""Formatting of moments in the language of the given `Words`; years always have four digits."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from journal.domain.text.calendar_names import written
from journal.domain.text.labelled import labels_of
from journal.domain.text.words import N_, Words, spoken
from journal.domain.time.clocks import time_in_words
from journal.domain.time.moment import Certainty, Moment, PartOfDay, exactly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import tzinfo

LONG_DAY = "EEEE d MMMM y"
PLAIN_DAY = "d MMMM y"
DASH = "\N{EN DASH}"
_A_MONDAY = date(2024, 1, 1)
_MINUTE, _HOUR = 60, 3600
"""Length in seconds."""
_TWO_YEARS = 731
"""Days after which two years have passed, leap days included."""

_PARTS = labels_of(PartOfDay)
_PARTS_OF_A_DAY = {
    PartOfDay.MORNING: N_("morning of {day}"),
    PartOfDay.AFTERNOON: N_("afternoon of {day}"),
    PartOfDay.EVENING: N_("evening of {day}"),
    PartOfDay.NIGHT: N_("night of {day}"),
}


def in_words(moment: Moment, words: Words, until: Moment | None = None) -> str:
    """Format a moment in full: `Saturday 21 November 2026, 22:14`; with `until`, as a range.

    Each end is given at its own certainty, also an end whose beginning is unknown.
    """
    if until and until.known:
        return _from_to(moment, until, words)
    tell: dict[Certainty, Callable[[Moment, Words], str]] = {
        Certainty.EXACT: _exact,
        Certainty.ABOUT: _about,
        Certainty.BETWEEN: _between,
        Certainty.PART_OF_DAY: _part_of_day,
        Certainty.DAY: _day,
        Certainty.UNKNOWN: _unknown,
    }
    return tell[moment.certainty](moment, words)


def carried(moment: Moment, zone: tzinfo | None, words: Words) -> str:
    """Format a time from a file's metadata: converted to this zone where it has an offset, else as local time.

    `Friday 20 November 2026, 22:14 (UTC+01:00)`.
    """
    if not moment.offset or moment.earliest is None:
        return words(N_("{time} (the file names no time zone)")).format(time=in_words(moment, words))
    local = exactly(moment.earliest.astimezone(zone))
    return f"{_day(local, words)}, {clock(local.start)} (UTC{local.offset})"


def day_in_words(day: date, words: Words) -> str:
    """Format a date in full: `Saturday 21 November 2026`."""
    return _written(day, LONG_DAY, words)


def plain_day(day: date, words: Words) -> str:
    """Format a date without its weekday: `21 November 2026`."""
    return _written(day, PLAIN_DAY, words)


def weekday_name(weekday: int, words: Words) -> str:
    """Format a day of the week, 0 for Monday: `Saturday`."""
    return _written(_A_MONDAY + timedelta(days=weekday), "EEEE", words)


def day_heading(day: date, words: Words) -> str:
    """Format a date as the timeline's day heading: `Sat 21`."""
    return _written(day, "EEE d", words)


def heading(moment: Moment, words: Words) -> str:
    """Format the day column of the timeline: `Sat 21`, the bounds of a span, or that the time is unknown."""
    if not moment.known:
        return words(N_("unknown"))
    if moment.on_one_day:
        return day_heading(_date(moment.start), words)
    first, last = _date(moment.start), _date(moment.end)
    if first.year != last.year:
        return f"{first.year}{DASH}{last.year % 100:02}"
    if first.month != last.month:
        return f"{_written(first, 'LLL', words)}{DASH}{_written(last, 'LLL', words)}"
    return f"{first.day}{DASH}{last.day}"


def month_heading(day: date, words: Words) -> str:
    """Format a date as the timeline's month heading, capitalised: `November 2026`."""
    text = _written(day, "LLLL y", words)
    return text[:1].upper() + text[1:]


def short(moment: Moment, until: Moment | None = None) -> str:
    """Format a moment for a narrow column, in the interface's language: `22:14`, `~19:30`, `evening`.

    With `until` also its end, with its day where that is another one: `22:14-Sun 25`; an end less certain than `ABOUT`
    is `?`.
    """
    begins = _short(moment)
    if until is None or not until.known:
        return begins or DASH
    if moment.certainty is Certainty.BETWEEN and begins:
        begins = f"~{clock(moment.start)}"
    return f"{begins}{DASH}{_short_end(moment, until)}"


def _short(moment: Moment) -> str:
    if moment.certainty is Certainty.PART_OF_DAY and moment.part:
        return spoken()(_PARTS[moment.part])
    if moment.certainty is Certainty.BETWEEN:
        return f"{clock(moment.start)}{DASH}{clock(moment.end)}" if clock(moment.start) else ""
    about = "~" if moment.certainty is Certainty.ABOUT else ""
    return about + clock(moment.start) if moment.has_clock_time else ""


def _short_end(moment: Moment, until: Moment) -> str:
    if until.day is None or until.certainty is Certainty.BETWEEN:
        return "?"
    if until.day == moment.day:
        return _short(until) or "?"
    began = moment.day or until.day
    pattern = "d LLL y" if until.day.year != began.year else "d LLL" if until.day.month != began.month else "EEE d"
    return _written(until.day, pattern, spoken())


def ago(moment: Moment, now: datetime, words: Words) -> str:
    """Format the distance of a moment's start from `now`, an aware time in the journal's zone; "" if unknown.

    Hours and minutes below 12 hours on the same day, otherwise calendar days, months or years.
    """
    earliest, day = moment.earliest, moment.first_day
    if not earliest or not day:
        return ""
    if moment.has_clock_time:
        seconds = (now.replace(second=0, microsecond=0) - earliest).total_seconds()
        if abs(seconds) < 12 * _HOUR and (abs(seconds) < _HOUR or day == now.date()):
            return _clock_apart(int(seconds), words)
    return _days_apart((now.date() - day).days, words)


def clock(local: str) -> str:
    """Return the time-of-day part of a stored local time: `22:14`; "" for a date alone."""
    return local.partition("T")[2]


def _exact(moment: Moment, words: Words) -> str:
    return _at(moment.start, moment.offset, words)


def _about(moment: Moment, words: Words) -> str:
    day = _day(moment, words)
    if not clock(moment.start):
        return words(N_("about {day}")).format(day=day)
    return words(N_("{day}, about {time}")).format(day=day, time=time_in_words(moment.start, moment.offset, words))


def _day(moment: Moment, words: Words) -> str:
    return day_in_words(_date(moment.start), words)


def _unknown(moment: Moment, words: Words) -> str:  # noqa: ARG001 - one of several tellers of the same shape
    return words(N_("time unknown"))


def _between(moment: Moment, words: Words) -> str:
    if name := _span_name(moment, words):
        return words(N_("some time in {month_or_year}")).format(month_or_year=name)
    last = moment.end_offset or moment.offset
    if not clock(moment.start):
        start, end = (_written(_date(side), PLAIN_DAY, words) for side in (moment.start, moment.end))
        return words(N_("between {start} and {end}")).format(start=start, end=end)
    if _date(moment.start) != _date(moment.end):
        start, end = _at(moment.start, moment.offset, words), _at(moment.end, last, words)
        return words(N_("between {start} and {end}")).format(start=start, end=end)
    pattern = words(N_("{day}, between {start} and {end}"))
    start, end = time_in_words(moment.start, moment.offset, words), time_in_words(moment.end, last, words)
    return pattern.format(day=_day(moment, words), start=start, end=end)


def _span_name(moment: Moment, words: Words) -> str:
    """Format a span that is a whole month or year by its name; "" for any other moment."""
    if moment.certainty is not Certainty.BETWEEN or clock(moment.start):
        return ""
    first, after = _date(moment.start), _date(moment.end) + timedelta(days=1)
    if first.day != 1 or after.day != 1:
        return ""
    months = (after.year - first.year) * 12 + after.month - first.month
    if months == 1:
        return _written(first, "LLLL y", words)
    return _written(first, "y", words) if months == 12 and first.month == 1 else ""


def _part_of_day(moment: Moment, words: Words) -> str:
    start = _date(moment.start)
    if moment.part is PartOfDay.NIGHT and _date(moment.end) > start:
        pattern = words(N_("night from {day} to {next_day}"))
        next_day = day_in_words(start + timedelta(days=1), words)
        return pattern.format(day=day_in_words(start, words), next_day=next_day)
    return words(_PARTS_OF_A_DAY[moment.part or PartOfDay.NIGHT]).format(day=day_in_words(start, words))


def _from_to(moment: Moment, until: Moment, words: Words) -> str:
    ends = _span_name(until, words) or in_words(until, words)
    if not moment.known:
        return words(N_("beginning not known, until {end}")).format(end=ends)
    start, end = _time_of_day(moment, words), _time_of_day(until, words)
    if start and end and moment.day == until.day:
        return words(N_("{day}, from {start} to {end}")).format(day=_day(moment, words), start=start, end=end)
    begins = _span_name(moment, words) or in_words(moment, words)
    return words(N_("from {start} to {end}")).format(start=begins, end=ends)


def _time_of_day(moment: Moment, words: Words) -> str:
    """Format the time of day without its day, at its certainty; "" where the moment is no time within one day."""
    time = time_in_words(moment.start, moment.offset, words) if clock(moment.start) else ""
    if not time or moment.day is None or moment.certainty is Certainty.PART_OF_DAY:
        return ""
    if moment.certainty is Certainty.ABOUT:
        return words(N_("about {time}")).format(time=time)
    if moment.certainty is Certainty.BETWEEN:
        last = time_in_words(moment.end, moment.end_offset or moment.offset, words)
        return words(N_("some time between {start} and {end}")).format(start=time, end=last)
    return time


def _at(local: str, offset: str, words: Words) -> str:
    day, time = day_in_words(_date(local), words), time_in_words(local, offset, words)
    return f"{day}, {time}" if time else day


def _clock_apart(seconds: int, words: Words) -> str:
    size = abs(seconds)
    if size < _MINUTE:
        return words(N_("just now"))
    if size < _HOUR:
        count = size // _MINUTE
        past, coming = (
            words.many("{count} minute ago", "{count} minutes ago", count),
            words.many("in {count} minute", "in {count} minutes", count),
        )
    else:
        count = size // _HOUR
        past, coming = (
            words.many("{count} hour ago", "{count} hours ago", count),
            words.many("in {count} hour", "in {count} hours", count),
        )
    return (past if seconds > 0 else coming).format(count=count)


def _days_apart(days: int, words: Words) -> str:
    near = {0: N_("today"), 1: N_("yesterday"), -1: N_("tomorrow")}.get(days)
    if near:
        return words(near)
    size = abs(days)
    if size < 60:
        count = size
        past = words.many("{count} day ago", "{count} days ago", count)
        coming = words.many("in {count} day", "in {count} days", count)
    elif size < _TWO_YEARS:
        count = size * 12 // 365
        past = words.many("{count} month ago", "{count} months ago", count)
        coming = words.many("in {count} month", "in {count} months", count)
    else:
        count = size * 4 // 1461
        past = words.many("{count} year ago", "{count} years ago", count)
        coming = words.many("in {count} year", "in {count} years", count)
    return (past if days > 0 else coming).format(count=count)


def _date(local: str) -> date:
    return date.fromisoformat(local[:10])


def _written(day: date, pattern: str, words: Words) -> str:
    return written(day, pattern, words.language)


def side_by_side(clauses: Iterable[str], words: Words) -> str:
    """Join clauses with the semicolon of the language."""
    return words(N_("; ")).join(clauses)
