"""Text normalisation for search: case-folding, no accents, single spaces. Stored text is never normalised."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
"""Candidates for combining marks; ASCII characters are skipped, for speed."""


def normalise(text: str) -> str:
    """Return the text casefolded, in compatibility form (NFKD) without combining marks, with single spaces.

    Idempotent.
    """
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        return " ".join(_NOT_ASCII.sub(_unless_combining, apart).split())
    return " ".join(text.casefold().split())


def _unless_combining(found: re.Match[str]) -> str:
    return "" if unicodedata.combining(found[0]) else found[0]


class LineIndex:
    """In-memory index of normalised lines, stored as one byte string: many small strings would take far more memory."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Build the index; no line may contain a newline."""
        text, self._starts = bytearray(), array("Q")
        for line in lines:
            self._starts.append(len(text))
            text += line.encode("utf-8", "surrogatepass") + b"\n"
        self._starts.append(len(text))
        self._text = bytes(text)

    def found(self, words: Sequence[str]) -> list[int]:
        """Return the indices of the lines that contain all of these words, one or more; searches the longest first."""
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
