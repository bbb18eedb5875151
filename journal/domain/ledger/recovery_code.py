"""Recovery code: a second secret for a protected journal, made to be written on paper and typed again.

28 random characters of Crockford's base 32 (140 bits) and two check characters, in six groups of five. The checksum is
a Reed-Solomon code over the 32 characters, so that one or two wrong ones, and any two that changed places, are always
detected before an unlock is tried. Look-alike letters do not occur; typed in place of a digit, they are accepted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Alphabet of the code: Crockford's base 32, without I, L, O and U."""
RANDOM_SIGNS = 28
CHECK_SIGNS = 2
GROUP = 5
_LOOKALIKES = str.maketrans("ILOU", "110V")


def draw(randomness: Callable[[int], bytes]) -> str:
    """Generate a code in its groups; `randomness` returns as many random bytes as it is asked for."""
    values = [byte % len(SIGNS) for byte in randomness(RANDOM_SIGNS)]
    return grouped("".join(SIGNS[value] for value in [*values, *_check(values)]))


def read(typed: str) -> str | None:
    """Parse a typed code and verify its checksum; return it as it was drawn, or None where it cannot be one.

    Case, look-alikes, spaces and hyphens do not matter.
    """
    signs = "".join(sign for sign in typed.upper().translate(_LOOKALIKES) if sign.isalnum())
    if len(signs) != RANDOM_SIGNS + CHECK_SIGNS or not set(signs) <= set(SIGNS):
        return None
    values = [SIGNS.index(sign) for sign in signs]
    if _check(values[:RANDOM_SIGNS]) != values[RANDOM_SIGNS:]:
        return None
    return grouped(signs)


def grouped(signs: str) -> str:
    """Format the characters in groups of five, joined by hyphens."""
    return "-".join(signs[at : at + GROUP] for at in range(0, len(signs), GROUP))


def _check(values: Sequence[int]) -> list[int]:
    """Return the two check characters: the remainder of dividing by (x + 1)(x + 2) = x² + 3x + 2 over GF(32)."""
    first = second = 0
    for value in values:
        lead = value ^ first
        first, second = second ^ _doubled(lead) ^ lead, _doubled(lead)
    return [first, second]


def _doubled(value: int) -> int:
    """Multiply an element of GF(32) by x, reduced by x⁵ + x² + 1."""
    return value << 1 ^ (0b100101 if value & 0b10000 else 0)
