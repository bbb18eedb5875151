"""Masking of names, numbers, accounts and addresses for display, for whoever may look on.

Known are the names and particulars of the people in the journal; numbers, addresses and accounts are also known by
their form. Stored text is never changed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journal.domain.text.normalisation import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MASK = "•••"
SHORT = 2
"""Words of so few letters are masked only as they are stored: `An` is a name, `an` is not."""
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
_LETTERS = r"[\w'\u2019-]{0,40}"
"""Rest of a word: of so many letters at most, so that no text takes long."""
_STREET = (
    rf"[^\W\d_]{_LETTERS}(?:straat|laan|steenweg|dreef|plein|gracht|kade|kaai|lei|weg"
    r"|singel)"  # codespell:ignore singel
    rf"|(?i:rue|avenue|boulevard|chauss[ée]e|place|quai|impasse)(?: \w{_LETTERS}){{1,5}}?"
    rf"|[A-Z]{_LETTERS}(?: [A-Z]{_LETTERS}){{0,4}} (?i:street|road|lane|avenue|square)"
)
_NAMED_STREET = (
    r"(?i:rue|avenue|boulevard|chauss[ée]e|place|quai|impasse)(?: (?:d[eu]s?|la|les?|à|aux?|en|sur|sous)){0,3}"
    rf" \w{_LETTERS}(?: [A-ZÀ-Ý]{_LETTERS}){{0,3}}"
)
"""Street behind its number, where no figure tells its end."""
_BLANKS = "\u00a0\u2007\u2009\u200b\u202f"
"""Blanks beside the usual one that stand in numbers which were copied from elsewhere."""
_DAY = r"\d{4}-\d\d-\d\d|\d{1,2}(?P<between>[/.-])\d{1,2}(?P=between)\d{2,4}"
_FORMS = re.compile(
    r"(?P<web>\b(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|(?<!\w)@\w[\w.]+)"
    r"|(?P<iban>\b[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b)"
    rf"|(?P<street>\b(?:{_STREET}),? ?\d+\w?\b(?:,? \d{{4}}(?: [A-Z]{{2}})?\b)?"
    rf"|\b\d+,? (?:{_NAMED_STREET}|{_STREET})\b)"
    rf"|(?P<day>(?<!\w)(?:{_DAY})(?!\w|[/.-]\d))"
    rf"|(?P<number>(?<![\w.,/-])(?<!\d:)(?:\+|\(?0)\d?[\d {_BLANKS}./()\u2010-\u2013-]{{5,}}\d(?!\w))"
)
"""What is masked by its form; a day is kept, because it looks like a number."""
_LEAST_FIGURES = 7


class NameMask:
    """Masks what is known of people; made once for a state of the journal."""

    def __init__(self, names: Iterable[str] = (), particulars: Iterable[str] = ()) -> None:
        """Mask these names, whole and word by word, and these particulars, whole."""
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        self._short: set[str] = set()
        """Single words that are masked only as they are spelt."""
        self._whole: list[str] = []
        """Names as they are stored, the longest first: what a sentence of the program may hold."""
        whole = sorted({name.strip() for name in names if len(name.strip()) > 1}, key=len, reverse=True)
        self._whole = whole
        for text in (*whole, *particulars):
            self._know(_WORD.findall(text))
        for name in whole:
            for word in _telling(_WORD.findall(name)):
                self._know([word])
                self._know([f"{word}s"])
        for phrases in self._phrases.values():
            phrases.sort(key=len, reverse=True)

    def __call__(self, text: str, also: Iterable[str] = ()) -> str:
        """Mask what is known, these words, and what looks like a number, an address or an account."""
        for words in sorted((one for one in also if len(one.strip()) > 1), key=len, reverse=True):
            text = _replaced(text, words)
        return _FORMS.sub(_by_form, "".join(self._pieces(text)))

    def in_sentence(self, text: str) -> str:
        """Mask only whole names as they are stored, in a sentence of the program into which one may have been put."""
        for name in self._whole:
            if name in text:
                text = _replaced(text, name)
        return text

    def _know(self, words: Sequence[str]) -> None:
        if len(words) == 1 and len(words[0]) <= SHORT:
            self._short.add(words[0])
        elif words:
            folded = tuple(map(normalise, words))
            known = self._phrases.setdefault(folded[0], [])
            if folded not in known:
                known.append(folded)

    def _pieces(self, text: str) -> Iterator[str]:
        """Yield what stands between known words, and a mask for each of them."""
        words = [*_WORD.finditer(text)]
        folded = [normalise(word[0]) for word in words]
        done = at = 0
        while at < len(words):
            length = self._known_from(words, folded, at)
            if length:
                yield text[done : words[at].start()] + MASK
                done = words[at + length - 1].end()
            at += length or 1
        yield text[done:]

    def _known_from(self, words: Sequence[re.Match[str]], folded: Sequence[str], at: int) -> int:
        """Return how many words from here on are a known phrase; 0 where none is."""
        for phrase in self._phrases.get(folded[at], ()):
            if tuple(folded[at : at + len(phrase)]) == phrase:
                return len(phrase)
        return int(words[at][0] in self._short)


def _telling(words: Sequence[str]) -> list[str]:
    """Return the words of a name by which somebody is known: those with a capital, else those of four letters."""
    capital = [word for word in words if word[0].isupper() and len(word) > 1]
    return capital or [word for word in words if len(word) > 3]


def _replaced(text: str, words: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(words.strip())}(?!\w)", MASK, text)


def _by_form(found: re.Match[str]) -> str:
    if found["day"] or (found["number"] and sum(map(str.isdigit, found[0])) < _LEAST_FIGURES):
        return found[0]
    return MASK
