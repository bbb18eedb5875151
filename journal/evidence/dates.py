"""Parses the dates of mail headers (RFC 5322 and what mail programs write instead) and of Exif.

A value is read whole or not at all: what is left over, or contradicts the rest, leaves no time.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from journal.domain.time.moment import Certainty, Moment

_LONGEST = 4_000
"""Maximum length in characters; a longer value is rejected, not cut."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FROM_UTC = frozenset({"GMT", "UT", "UTC"})
"""Zone names that figures may follow as an offset: `GMT+0100`, `UTC-5`."""
_SURE_ZONES = dict.fromkeys((*_FROM_UTC, "Z"), "+00:00") | {
    f"{letter}{kind}T": f"{hours + (kind == 'D'):+03}:00"
    for letter, hours in (("E", -5), ("C", -6), ("M", -7), ("P", -8))
    for kind in "SD"
}
"""Offsets of the zone names defined by RFC 5322; other abbreviations are ambiguous."""

_WEEKDAY = r"(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:(?<=tue)s|(?<=wed)nes|(?<=thu)rs|(?<=sat)ur)?(?:day)?"
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d\d?)"
_YEAR = r"(?P<year>\d{4})"
_CLOCK = (
    r"(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r"(?: ?(?P<half>[ap])(?:m|\.m\.)(?![a-z]))?"
)
_NAME = r"gmt|utc?|z|[ecmp][sd]t|(?-i:[CEMW]ES?T|[A-Z]{1,3}[SD]T|MSK|MES?Z)"
_FIGURES = r"(?P<sign>[+-])(?P<figures>\d{4}|\d\d?:\d\d|\d\d?)"
_ZONE = rf"(?: ?(?P<name>{_NAME}))?(?: ?{_FIGURES}(?: (?P<behind>{_NAME}))?)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        rf"(?:{_WEEKDAY},? ?)?{_DAY}[ -]{_MONTH}[ -](?P<year>\d{{4}}|\d\d),? {_CLOCK}{_ZONE}",
        rf"(?:{_WEEKDAY},? )?{_MONTH} {_DAY},? {_YEAR},? {_CLOCK}{_ZONE}",
        rf"(?:{_WEEKDAY},? )?{_MONTH} {_DAY} {_CLOCK}{_ZONE} {_YEAR}",
        rf"(?:{_WEEKDAY},? )?{_MONTH} {_DAY} {_CLOCK} {_YEAR}{_ZONE}",
        rf"{_YEAR}-(?P<month>\d\d)-{_DAY}[ T]{_CLOCK}{_ZONE}",
    )
)
"""Accepted formats: RFC 5322, a script's, asctime with the zone before or behind the year, ISO 8601."""
_EXIF = re.compile(r"(\d{4})([:-])(\d\d)\2(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:\.\d{1,9})? ?(Z|[+-]\d\d:?\d\d)?", re.ASCII)
_EXIF_OFFSET = re.compile(r"Z|[+-]\d\d:?\d\d", re.ASCII)


def sent_moment(value: str) -> Moment | None:
    """Parse a `Date` header; None where any part of it is not understood.

    The moment has no offset where the mail states none that is reliable.
    """
    return _sent(" ".join(_without_comments(value).split())) if len(value) <= _LONGEST else None


@lru_cache(maxsize=16)
def _sent(plain: str) -> Moment | None:
    """Parse a date without comments; a mail mostly has the same one twice, where it was sent and where it came in."""
    for form in _FORMS:
        if match := form.fullmatch(plain):
            return _of_mail(match.groupdict(""))
    return None


def received_moment(value: str) -> Moment | None:
    """Parse the date behind the last semicolon of a `Received` header, as `sent_moment`."""
    return sent_moment(_without_comments(value).rpartition(";")[2]) if len(value) <= _LONGEST else None


def exif_moment(value: str, offset: str = "") -> Moment | None:
    """Parse an Exif time with the offset of its own tag; None where any part of the time is not understood.

    Hour 24 is written by some cameras just after midnight and means the day in the value.
    """
    match = _EXIF.fullmatch(value.strip())
    if match is None:
        return None
    year, _dash, month, day, hour, minute, second, inside = match.groups()
    beside = offset.strip() if _EXIF_OFFSET.fullmatch(offset.strip()) else ""
    told = {
        "+00:00" if text == "Z" else _offset(text[0], text[1:].replace(":", "")) for text in (inside, beside) if text
    }
    numbers = (int(year), int(month), int(day), int(hour) % 24 if hour == "24" else int(hour), int(minute), int(second))
    return _moment(numbers, "seconds", told.pop() if len(told) == 1 else "")


def _without_comments(value: str) -> str:
    """Remove comments in parentheses, nested as in RFC 5322; an unclosed one stays, so that the value is no date."""
    before = None if "(" in value else value
    while before != value:
        before, value = value, re.sub(r"\((?:[^()\\]|\\.)*\)", " ", value, flags=re.DOTALL)
    return value


def _of_mail(said: dict[str, str]) -> Moment | None:
    hour = _hour(int(said["hour"]), said["half"].lower())
    if hour is None:
        return None
    month = int(said["month"]) if said["month"].isdigit() else _MONTHS.index(said["month"][:3].lower()) + 1
    numbers = (_year(said["year"]), month, int(said["day"]), hour, int(said["minute"]), int(said["second"] or 0))
    found = _moment(numbers, "seconds" if said["second"] else "minutes", _mail_offset(said))
    weekday = said.get("weekday", "").lower()
    wrong = found and found.day and weekday and _WEEKDAYS[found.day.weekday()] != weekday
    return None if wrong else found


def _hour(hour: int, half: str) -> int | None:
    """Convert to a 24-hour clock; None where a half of the day is stated for an hour that is none of 12."""
    if not half:
        return hour
    return hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else None


def _year(digits: str) -> int:
    """Parse a year, of two digits as in RFC 5322: 00 to 49 are 2000 to 2049."""
    return int(digits) + (0 if len(digits) == 4 else 2000 if int(digits) < 50 else 1900)


def _mail_offset(said: dict[str, str]) -> str:
    """Return the offset where name and figures agree on a reliable one, else ""."""
    name, behind, figures = said["name"].upper(), said["behind"].upper(), said["figures"].replace(":", "")
    if not figures:
        return _SURE_ZONES.get(name, "")
    whole = figures.zfill(4) if len(figures) > 2 else figures.zfill(2) + "00"
    offset = _offset(said["sign"], whole)
    sure = [offset if name in _FROM_UTC else _SURE_ZONES.get(name, "")] if name else []
    sure += [_SURE_ZONES[behind]] if behind in _SURE_ZONES else []
    return offset if all(one == offset for one in sure) else ""


def _offset(sign: str, digits: str) -> str:
    """Format an offset; "" for one out of range, and for `-0000`, which means unknown."""
    hours, minutes = int(digits[:2]), int(digits[2:])
    possible = minutes < 60 and 60 * hours + minutes <= 14 * 60
    return f"{sign}{hours:02}:{minutes:02}" if possible and (sign, digits) != ("-", "0000") else ""


def _moment(numbers: tuple[int, int, int, int, int, int], unit: str, offset: str) -> Moment | None:
    try:
        local = datetime(*numbers)  # noqa: DTZ001 - the offset is told apart from it
        return Moment(Certainty.EXACT, local.isoformat(timespec=unit), offset=offset)
    except ValueError:
        return None
