"""Consistency check for duplicates: the same act in two entries."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from journal.domain.case import telephone
from journal.domain.consistency.inconsistency import ConsistencyRule, asked
from journal.domain.text.normalisation import normalise
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from journal.domain.consistency.checked_log import CheckedEntry, CheckedLog
    from journal.domain.consistency.inconsistency import Inconsistency


def _logged_twice(log: CheckedLog) -> Iterator[Inconsistency]:
    exact = ((span[0].replace(second=0), one) for one in log.entries if (span := one.span))
    for _minute, group in groupby(exact, key=itemgetter(0)):
        some = [one for _its_minute, one in group]
        for one, other in _same(some, log.region) if len(some) > 1 else ():
            yield asked(_ONE_OR_TWO, one=one.number, other=other.number, when=other.history.happened)


def _same(some: Sequence[CheckedEntry], region: str) -> Iterable[tuple[CheckedEntry, CheckedEntry]]:
    """Return the pairs of one minute that may be the same act, each once."""
    same: dict[Hashable, list[CheckedEntry]] = {}
    for one in some:
        for key in _keys(one, region):
            same.setdefault(key, []).append(one)
    pairs = (pair for alike in same.values() if len(alike) > 1 for pair in _pairs(alike))
    return {(one.number, other.number): (one, other) for one, other in pairs}.values()


def _keys(one: CheckedEntry, region: str) -> Iterator[Hashable]:
    """Yield what makes acts of one minute the same: the kind with who did it, or a number or account."""
    yield one.history.kind_id, one.history.refers.person
    for text in one.identifiers:
        yield _identifier(text, region)


def _pairs(some: Sequence[CheckedEntry]) -> Iterator[tuple[CheckedEntry, CheckedEntry]]:
    """Yield each typed entry of one minute with an earlier one that may be the same act, by number.

    Different literal words are different acts. Of two that were brought in, the files themselves show both.
    """
    before: dict[str, CheckedEntry] = {}
    typed: dict[str, CheckedEntry] = {}
    for one in sorted(some, key=lambda one: one.number):
        words = normalise(one.quoted_words)
        among = typed if one.history.is_brought_in else before
        others = [among[said] for said in ({words, ""} if words else among) if said in among]
        if others:
            yield min(others, key=lambda other: other.number), one
        before.setdefault(words, one)
        if not one.history.is_brought_in:
            typed.setdefault(words, one)


@lru_cache(maxsize=4096)
def _identifier(text: str, region: str) -> str:
    return telephone.key(text, region) or normalise(text)


_ONE_OR_TWO = N_("Entries {one} and {other} name the same time, {when}. Are they one act or two?")
LOGGED_TWICE = ConsistencyRule(
    "logged_twice",
    N_("The same act in two entries"),
    N_(
        "Two entries stand at the same minute, with the same kind and person or with the same number or account, and "
        "their exact words do not differ. Two entries that both came from a file are left out: the file shows both."
    ),
    N_(
        "If it was one act, cross out one of the two and say so in the reason; if it was two, add what sets them apart."
    ),
    _logged_twice,
)
