"""Texts without capitals, accents and superfluous spaces, for finding only; nothing that is stored is ever folded."""

from __future__ import annotations

import unicodedata
from itertools import filterfalse


def fold(text: str) -> str:
    """Return the text as it is compared: casefolded, compatibility forms apart, no combining marks, single spaces."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        return " ".join("".join(filterfalse(unicodedata.combining, apart)).split())
    return " ".join(text.casefold().split())
