"""Parser and formatter of number lists with ranges: `1-12, 15`."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from journal.domain.entry.typed_details import NotReadable
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

NOT_NUMBERS = N_("Type numbers, one by one or as a range, for example 1-12, 15.")
MOST = 200_000
_FEW = 20

_BETWEEN = re.compile(r"[,;\s]+")
_AROUND_DASH = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
_RANGE = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?", re.ASCII)


def numbers_in(text: str) -> tuple[int, ...]:
    """Parse a list of numbers and ranges; return each once, ascending.

    Raises NotReadable, also for a range of more than `MOST` numbers.
    """
    found: set[int] = set()
    for part in filter(None, _BETWEEN.split(_AROUND_DASH.sub("-", text.strip()))):
        fits = _RANGE.fullmatch(part)
        first, last = (int(fits[1]), int(fits[2] or fits[1])) if fits else (0, 0)
        if not 0 < first <= last or last - first >= MOST:
            raise NotReadable(NOT_NUMBERS)
        found.update(range(first, last + 1))
    return tuple(sorted(found))


def in_ranges(numbers: Iterable[int]) -> str:
    """Format numbers as ranges: `1-12, 15`; two consecutive ones are not joined."""
    runs = (
        [number for _at, number in run]
        for _gap, run in groupby(enumerate(sorted(set(numbers))), key=lambda pair: pair[1] - pair[0])
    )
    return ", ".join(part for run in runs for part in _written(run))


def in_few_ranges(numbers: Iterable[int]) -> str:
    """Format numbers as `in_ranges` does; of many only the first and the last: `3, 8, … 97`."""
    parts = in_ranges(numbers).split(", ")
    return ", ".join([*parts[:_FEW], f"\N{HORIZONTAL ELLIPSIS} {parts[-1]}"] if len(parts) > _FEW + 1 else parts)


def _written(run: list[int]) -> list[str]:
    return [f"{run[0]}-{run[-1]}"] if len(run) > 2 else [str(number) for number in run]
