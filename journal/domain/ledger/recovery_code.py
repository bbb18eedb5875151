"""The recovery code: a second way into a protected journal, made to be written on paper and typed again.

28 random signs of Crockford's base 32 (140 bits) and two that check them, in six groups of five. The check is a
Reed-Solomon code over the 32 signs, so that one or two wrong signs, and any two that changed places, are always found
before anything is tried. Letters that look like others do not occur; typed in their place, they are understood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""What a code is made of: no I, L, O and U."""
RANDOM_SIGNS = 28
CHECK_SIGNS = 2
GROUP = 5
_LOOKALIKES = str.maketrans("ILOU", "110V")


def draw(randomness: Callable[[int], bytes]) -> str:
    """Return a new code in its groups; `randomness` gives as many random bytes as it is asked for."""
    values = [byte % len(SIGNS) for byte in randomness(RANDOM_SIGNS)]
    return grouped("".join(SIGNS[value] for value in [*values, *_check(values)]))


def read(typed: str) -> str | None:
    """Return the code as it was drawn, or None where what was typed cannot be one: a sign is wrong, missing or moved.

    Small letters, lookalikes, and any or no spaces and hyphens are understood.
    """
    signs = "".join(sign for sign in typed.upper().translate(_LOOKALIKES) if sign.isalnum())
    if len(signs) != RANDOM_SIGNS + CHECK_SIGNS or not set(signs) <= set(SIGNS):
        return None
    values = [SIGNS.index(sign) for sign in signs]
    if _check(values[:RANDOM_SIGNS]) != values[RANDOM_SIGNS:]:
        return None
    return grouped(signs)


def grouped(signs: str) -> str:
    """Return the signs in groups of five, joined by hyphens."""
    return "-".join(signs[at : at + GROUP] for at in range(0, len(signs), GROUP))


def _check(values: Sequence[int]) -> list[int]:
    """Return the rest of dividing by (x + 1)(x + 2) = x² + 3x + 2, in the field of 32 elements."""
    first = second = 0
    for value in values:
        lead = value ^ first
        first, second = second ^ _doubled(lead) ^ lead, _doubled(lead)
    return [first, second]


def _doubled(value: int) -> int:
    """Return twice an element of the field of 32 elements, which is reduced by x⁵ + x² + 1."""
    return value << 1 ^ (0b100101 if value & 0b10000 else 0)
