"""Typed text made uniform: lower case, no accents, one kind of space, dash and apostrophe."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
"""Longer texts are no time, and are not tried."""

_SAME = str.maketrans({"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{LEFT SINGLE QUOTATION MARK}": "'", "`": "'"})
_SAME |= str.maketrans(dict.fromkeys("\N{HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}", "-"))

_REPAIRS = (
    (re.compile(r"\b([ap])\. ?m\b\.?"), r"\1m"),
    (re.compile(r"(?<![a-z])[dl]'(?=[a-z])"), ""),
    (re.compile(r"(?<![a-z])'?s[ -](?=(?:ochtend|morgen|voormiddag|middag|namiddag|avond|nacht)s\b)"), "s"),
    (re.compile(r"(?<=[a-z])'(?=[a-z])"), ""),
    (re.compile(r"(?<=\d)'(?= |$)"), " min"),
    (re.compile(r"(?<=[a-z])-(?=[a-z])"), " "),
    (re.compile(r"(?<=\d)t(?=\d\d:)"), " "),
    (re.compile(r"\bt/m\b"), "tot"),
    (re.compile(r"\s+"), " "),
)

_CLOCK = re.compile(r"(?<![\d:.])(?P<h>[0-9]{1,2})[:uh](?P<m>[0-9]{2})(?!\d)")


def uniform(text: str) -> str:
    """Return the text as the rules expect it, without loss of figures or order."""
    bare = unicodedata.normalize("NFKD", text.translate(_SAME)).lower()
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    for pattern, replacement in _REPAIRS:
        bare = pattern.sub(replacement, bare)
    return bare.strip()


def impossible_time(text: str) -> bool:
    """Return whether the text holds something like a clock time that no clock shows: `25:00`, `22:75`."""
    return any(int(found["h"]) > 24 or int(found["m"]) > 59 for found in _CLOCK.finditer(text))
