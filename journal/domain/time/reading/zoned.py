"""Parser of times with an explicit zone, as in mail, photos and logs: `Tue, 24 Nov 2026 15:05:12 +0100`."""

from __future__ import annotations

import re
from datetime import timedelta, timezone

_HOURS = {
    **dict.fromkeys(("Z", "UT", "UTC", "GMT", "WET"), 0),
    **dict.fromkeys(("BST", "WEST", "CET"), 1),
    **dict.fromkeys(("CEST", "EET"), 2),
    "EEST": 3,
    **dict.fromkeys(("EST", "CDT"), -5),
    "EDT": -4,
    **dict.fromkeys(("CST", "MDT"), -6),
    **dict.fromkeys(("MST", "PDT"), -7),
    "PST": -8,
}
"""Hours east of UTC by zone name; the American ones as in RFC 5322, section 4.3."""
_ZONED = re.compile(
    r"(?P<time>.*\d[:.]\d\d(?P<second>:\d\d(?:\.\d+)?)?(?: ?[APap][Mm])?)"
    rf"(?: ?(?P<name>{'|'.join(_HOURS)})|(?: ?(?:GMT|UTC))? ?(?P<sign>[+-])(?P<h>\d\d):?(?P<m>[0-5]\d))"
    r"(?: ?\([A-Za-z ]+\))?"
)
_LAST_HOUR = 14


def zoned(text: str) -> tuple[str, timezone] | None:
    """Split a text into the time and its zone; None where it names no zone.

    `08:00-09:00` is a range: an offset to the west needs seconds before it, or the `T` of ISO 8601.
    """
    found = _ZONED.fullmatch(text)
    if not found:
        return None
    if name := found["name"]:
        return found["time"], timezone(timedelta(hours=_HOURS[name]))
    west = found["sign"] == "-"
    written_by_machine = found["second"] or re.search(r"\dT\d", found["time"])
    if int(found["h"]) > _LAST_HOUR or (west and not written_by_machine):
        return None
    offset = timedelta(hours=int(found["h"]), minutes=int(found["m"]))
    return found["time"], timezone(-offset if west else offset)
