"""The place where stored words become drawn or told text: escaped, and with names and numbers masked where wanted.

Masking is process-wide, as there is one screen; what is stored or handed over never passes here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text import harmless as escaping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from journal.domain.text.name_mask import NameMask

    Known = NameMask | None
    """What is known of people; None as long as they are not read."""


class _Screen:
    """Process-wide masking of the screen."""

    known: Callable[[], Known] | None = None
    covering = False


def mask_by(known: Callable[[], Known] | None) -> None:
    """Mask by what this returns from the next drawing on; None masks nothing."""
    _Screen.known = known


def cover_words(on: bool) -> None:  # noqa: FBT001 - the setting itself
    """Cover the words of the suspect from the next drawing on, or do not."""
    _Screen.covering = on


def covering() -> bool:
    """Tell whether the words of the suspect are covered until they are asked for."""
    return _Screen.covering


def masking() -> bool:
    """Tell whether names and numbers are masked."""
    return _Screen.known is not None


def escaped(text: str, *, lines: bool = False) -> str:
    """Return words that name nobody, as they are drawn: the label of a kind, a check code."""
    return escaping.harmless(text, lines=lines)


def harmless(text: str, *, lines: bool = False, also: Iterable[str] = ()) -> str:
    """Return stored words as they are drawn: harmless, names and numbers masked, and `also` these words."""
    if _Screen.known is not None:
        from journal.domain.text.name_mask import NameMask

        text = (_Screen.known() or NameMask())(text, also)
    return escaping.harmless(text, lines=lines)


def in_sentence(text: str) -> str:
    """Return a sentence of the program as it is drawn, which may hold the name of somebody."""
    if _Screen.known is not None and (known := _Screen.known()):
        text = known.in_sentence(text)
    return escaping.harmless(text, lines=True)


def of_entry(text: str, also: Iterable[str], *, lines: bool = False) -> str:
    """Return what an entry tells, as it is drawn; all of it is masked as long as the people are not read."""
    if _Screen.known is not None and text and _Screen.known() is None:
        from journal.domain.text.name_mask import MASK

        return MASK
    return harmless(text, lines=lines, also=also)
