"""Spelling correction of unknown words by one edit or one missing blank.

The index holds every known word under each of its forms with one letter deleted, the symmetric delete algorithm of
SymSpell (Garbe, *1000x Faster Spelling Correction*, 2012), so that no word is compared to all others.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice, product
from typing import TYPE_CHECKING

from journal.domain.time.reading.phrase import GRAMMARS

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[a-z]+")
_SHORTEST = 4
"""Minimum length in letters; a shorter word has too many neighbours."""
_MOST = 8
"""Maximum number of corrected texts tried."""


def corrected(text: str) -> Iterator[str]:
    """Yield corrections of normalised text, at most eight; none where an unknown word is near no known one."""
    gaps = _WORD.split(text)
    choices = [[word] if word in _known() else _meant(word) for word in _WORD.findall(text)]
    for words in islice(product(*choices), _MOST):
        put_right = "".join(between + word for between, word in zip(gaps, [*words, ""], strict=True))
        if put_right != text:
            yield put_right


def _meant(word: str) -> list[str]:
    if len(word) < _SHORTEST:
        return []
    near = {known for form in _shortened(word) for known in _index().get(form, ()) if _one_edit(word, known)}
    cuts = ((word[:cut], word[cut:]) for cut in range(2, len(word) - 1))
    apart = [f"{first} {last}" for first, last in cuts if {first, last} <= _known() and len(word) > _SHORTEST + 1]
    return [*sorted(near), *apart]


@cache
def _known() -> frozenset[str]:
    return frozenset().union(*(language.words for language in GRAMMARS.values()))


@cache
def _index() -> dict[str, list[str]]:
    forms: dict[str, list[str]] = {}
    for word in _known():
        if len(word) >= _SHORTEST:
            for form in _shortened(word):
                forms.setdefault(form, []).append(word)
    return forms


def _shortened(word: str) -> set[str]:
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def _one_edit(typed: str, word: str) -> bool:
    """Return whether one letter other than the first is inserted, deleted, substituted, or transposed with the next."""
    if typed[0] != word[0]:
        return False
    same = next((place for place, (one, other) in enumerate(zip(typed, word, strict=False)) if one != other), -1)
    one, other = (typed[same:], word[same:]) if same >= 0 else ("", "")
    swapped = one[1:2] + one[:1] + one[2:] == other
    return same < 0 or swapped or one[1:] == other or one == other[1:] or one[1:] == other[1:]
