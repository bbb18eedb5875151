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
"""What is normalised letter by letter; ASCII letters are only casefolded, for speed."""


class _Letters(dict[str, str]):
    """Letters with what stands for them: casefolded, in compatibility form, without combining marks."""

    def __missing__(self, letter: str) -> str:
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
        self[letter] = plain = "".join(one for one in apart if not unicodedata.combining(one))
        return plain


_LETTERS = _Letters()


def normalise(text: str) -> str:
    """Return the text casefolded, in compatibility form (NFKD) without combining marks, with single spaces.

    Idempotent.
    """
    if not text.isascii():
        # No letter depends on those around it once the combining marks are gone, which alone change their order.
        for letter in set(_NOT_ASCII.findall(text)):
            text = text.replace(letter, _LETTERS[letter])
    return " ".join(text.casefold().split())


_OF_TWO_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ð": "d", "đ": "d", "ł": "l"})
"""Letters that Unicode does not take apart, as the alphabets of these languages order them."""


def alphabetical(text: str) -> tuple[str, str]:
    """Return the key by which words are listed for a person, in Dutch, French and English alike.

    Case, accents, ligatures and the signs of `d'An` and `Jean-Luc` do not count, so that `é` stands with `e`, and `œ`
    and `ĳ` as two letters; words that differ in nothing else are ordered by their characters. It is the same on every
    computer, as no locale is asked (Unicode Collation Algorithm, first level, for Latin letters).
    """
    plain = normalise(text).translate(_OF_TWO_LETTERS)
    return " ".join("".join(one if one.isalnum() else " " for one in plain).split()), text


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
