"""Normalisation of typed text for the parser: lower case, no accents, one kind of space, dash and apostrophe."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
"""Maximum length of a typed time, in characters; longer texts are not parsed."""

_SAME = str.maketrans({"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{LEFT SINGLE QUOTATION MARK}": "'", "`": "'"})
_SAME |= str.maketrans(dict.fromkeys("\N{HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}", "-"))
_SAME |= str.maketrans(dict.fromkeys("[]", " "))

_WEEKDAY = r"(?:mo|tu|we|th|fr|sa|su|ma|di|wo|do|vr|za|zo|lu|me|je|ve)[a-z]*"
_REPAIRS = (
    (re.compile(rf"\b({_WEEKDAY})-(?={_WEEKDAY}\b)"), r"\1 - "),
    (re.compile(r"\b([ap])\. ?m\b\.?"), r"\1m"),
    (re.compile(r"(?<![a-z])[dl]'(?=[a-z])"), ""),
    (re.compile(r"(?<![a-z])'?s[ -](?=(?:ochtend|morgen|voormiddag|middag|namiddag|avond|nacht)s\b)"), "s"),
    (re.compile(r"\bzo'n\b"), "zo n"),
    (re.compile(r"(?<=[a-z])'(?=[a-z])"), ""),
    (re.compile(r"(?<=\d)'(?= |$)"), " min"),
    (re.compile(r"(?<=[a-z])-(?=[a-z])"), " "),
    (re.compile(r"(?<=\d)t(?=\d\d:)"), " "),
    (re.compile(r"\bt/m\b"), "tot"),
    (re.compile(r"(?<=\d:\d\d:\d\d)\.\d+"), ""),
    (re.compile(r"\s+"), " "),
)

_NAMED_BY_TIME = re.compile(
    r"(?:[a-z]+[-_ ])*(\d{4})([-_.:]?)(\d\d)\2(\d\d)(?:[-_ ]| at )(\d\d)([-_.:]?)(\d\d)\6(\d\d)"
    r"(?:[-_]?\d{1,3})?(?:\.[a-z\d]{2,4})?"
)
"""Time as in Exif and in the file names of photos and screenshots."""
_NAMED_BY_DAY = re.compile(r"[a-z]+[-_](\d{4})(\d\d)(\d\d)[-_]wa\d+(?:\.[a-z\d]{2,4})?")
"""File name of a photo received by WhatsApp."""
_CLOCK = re.compile(r"(?<![\d:.])(?P<h>[0-9]{1,2})[:uh](?P<m>[0-9]{2})(?!\d)")


def uniform(text: str) -> str:
    """Normalise typed text to the form that the rules match; figures and their order are kept."""
    bare = text if text.isascii() else _without_marks(text)
    bare = bare.translate(_SAME).lower()
    for pattern, replacement in _REPAIRS:
        bare = pattern.sub(replacement, bare)
    bare = bare.strip()
    if found := _NAMED_BY_TIME.fullmatch(bare):
        return "{0}-{2}-{3} {4}:{6}:{7}".format(*found.groups())
    if found := _NAMED_BY_DAY.fullmatch(bare):
        return "-".join(found.groups())
    return bare


def _without_marks(text: str) -> str:
    """Remove accents and invisible format characters, such as pasted directional marks."""
    split = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in split if not unicodedata.combining(sign) and unicodedata.category(sign) != "Cf")


def impossible_time(text: str) -> bool:
    """Return whether the text holds something like a clock time that is out of range: `25:00`, `22:75`."""
    return any(int(found["h"]) > 24 or int(found["m"]) > 59 for found in _CLOCK.finditer(text))
