"""Texts without capitals, accents and superfluous spaces, for finding only; nothing that is stored is ever folded."""

from __future__ import annotations

import re
import unicodedata

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
"""Only these can be combining marks; most of a text is not looked at one by one."""


def fold(text: str) -> str:
    """Return the text as it is compared: casefolded, compatibility forms apart, no combining marks, single spaces."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        return " ".join(_NOT_ASCII.sub(_unless_combining, apart).split())
    return " ".join(text.casefold().split())


def _unless_combining(found: re.Match[str]) -> str:
    return "" if unicodedata.combining(found[0]) else found[0]
