"""Spellings of a searched term: a number or a day in any notation finds it in any other."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER_RUN = re.compile(r"\d[\d\s./()-]{4,}\d")
"""A number as people write it, with at least six signs, from its first figure on."""
_NUMBER = re.compile(r"\+?[\d./()-]+")
_SPACED_NUMBER = re.compile(r"(?<![^\s])\+?\d[\d./()-]*(?: [\d./()-]+)+(?![^\s])")
_SPACED_DAY = re.compile(r"\d{1,2} \d{1,2} \d{4}")
_DAY = re.compile(r"(?:(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?|(\d{4})-(\d{1,2})-(\d{1,2}))")
_NO_DIGIT = re.compile(r"\D")
FEWEST = 7
"""Digits from which on a term is a number that may be written otherwise."""
_CALLING_CODES = ("352", "31", "32", "33", "34", "39", "41", "44", "49", "1")
"""Calling codes (ITU-T E.164) that are left out; with any other one the number is found as it is written."""


def digits_of(text: str) -> str:
    """Return the digits of a text."""
    return _NO_DIGIT.sub("", text)


def with_numbers_joined(words: str) -> str:
    """Return a query in which the parts of a spaced number stand together: `0470 00 00 01`."""
    return _SPACED_NUMBER.sub(lambda found: _joined(found[0]), words)


def _joined(run: str) -> str:
    if len(digits_of(run)) < FEWEST or _SPACED_DAY.fullmatch(run):
        return run
    return run.replace(" ", "")


@lru_cache(maxsize=256)
def spellings(term: str) -> tuple[str, ...]:
    """Return the spellings of a normalised term of which an indexed text holds one, that term first. Cached."""
    return tuple(dict.fromkeys((term, *_of_day(term), *_of_number(term))))


def narrows(wider: str, term: str) -> bool:
    """Tell whether every text that holds a term holds the wider one."""
    return all(any(one in other for one in spellings(wider)) for other in spellings(term))


def _of_day(term: str) -> Iterator[str]:
    """Yield a day as the index holds it: `28/11/2026`, and of a day without a year `28/11/` after its separator."""
    if not (found := _DAY.fullmatch(term)):
        return
    day, month, year = (int(one) if one else 0 for one in (found[1] or found[6], found[2] or found[5], found[4]))
    year = year or (int(found[3]) if found[3] else 0)
    if year and year < 100:
        year += 2000
    yield f"\0{day}/{month}/{year or ''}"


def _of_number(term: str) -> Iterator[str]:
    """Yield the digits of a number, and those behind calling code and trunk prefix, which every notation holds."""
    digits = digits_of(term)
    if len(digits) < FEWEST or not _NUMBER.fullmatch(term):
        return
    yield digits
    national = digits
    if term.startswith("+") or digits.startswith("00"):
        code = digits if term.startswith("+") else digits[2:]
        national = next((code.removeprefix(one) for one in _CALLING_CODES if code.startswith(one)), "")
    national = national.removeprefix("0")
    if len(national) >= FEWEST - 1:
        yield national
