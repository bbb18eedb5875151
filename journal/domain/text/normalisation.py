"""Texts without capitals, accents and superfluous spaces, for finding only; nothing that is stored is ever folded."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
"""Only these can be combining marks; most of a text is not looked at one by one."""


def normalise(text: str) -> str:
    """Return the text as it is compared: casefolded, compatibility forms apart, no combining marks, single spaces."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        return " ".join(_NOT_ASCII.sub(_unless_combining, apart).split())
    return " ".join(text.casefold().split())


def _unless_combining(found: re.Match[str]) -> str:
    return "" if unicodedata.combining(found[0]) else found[0]


class LineIndex:
    """Folded lines to be searched, as one text: hundreds of thousands of small ones would take far more room."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Take in the lines, in which no line ends."""
        text, self._starts = bytearray(), array("Q")
        for line in lines:
            self._starts.append(len(text))
            text += line.encode("utf-8", "surrogatepass") + b"\n"
        self._starts.append(len(text))
        self._text = bytes(text)

    def found(self, words: Sequence[str]) -> list[int]:
        """Return the places of the lines that hold all of these words, of which there is one or more."""
        rarest, *others = sorted((word.encode("utf-8", "surrogatepass") for word in words), key=len, reverse=True)
        found = []
        at = self._text.find(rarest)
        while at >= 0:
            line = bisect_right(self._starts, at) - 1
            end = self._starts[line + 1]
            said = self._text[self._starts[line] : end]
            if all(word in said for word in others):
                found.append(line)
            at = self._text.find(rarest, end)
        return found
