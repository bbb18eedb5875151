"""What the last line of a screen says: keys with their words, as many as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from rich.cells import cell_len

from journal.domain.text.words import _
from journal.ui.frame.line_pieces import fitted
from journal.ui.frame.text_styles import TextStyle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.ui.frame.command import Command
    from journal.ui.frame.line_pieces import Piece

GAP = 2
UNDER = TextStyle("quiet", "panel")
STYLES = {"key": TextStyle("primary", weight="bold")}


class FooterKey(Struct, frozen=True):
    """One key of the footer."""

    key: str
    """The key as Textual names it."""
    shown: str
    """The key as it is written."""
    word: str
    everywhere: bool
    """Whether it belongs to the program and works on every screen."""
    leads: bool
    """Whether it stands first."""

    @property
    def width(self) -> int:
        """How many cells it takes."""
        return cell_len(self.shown) + 1 + cell_len(self.word)


def footer_key(command: type[Command], key: str, shown: str, *, everywhere: bool) -> FooterKey:
    """Return a command as it stands in the footer."""
    return FooterKey(key, shown, _(command.footer), everywhere, command.leads)


def placed(keys: Iterable[FooterKey], width: int) -> list[tuple[int, FooterKey]]:
    """Return where each key begins; where there is no room for all, the first and those that work everywhere stay."""
    ordered = sorted(keys, key=lambda one: not one.leads)
    everywhere = [one for one in ordered if one.everywhere]
    room = width - sum(key.width + GAP for key in everywhere)
    found: list[tuple[int, FooterKey]] = []
    at = 0
    for key in (one for one in ordered if not one.everywhere):
        if at + key.width <= room:
            found.append((at, key))
            at += key.width + GAP
    at = max(at, room + GAP) if found else 0
    for key in everywhere:
        found.append((at, key))
        at += key.width + GAP
    return found


def footer_pieces(keys: Iterable[FooterKey], width: int) -> list[Piece]:
    """Return the line of keys, cut or filled to the width."""
    pieces: list[Piece] = []
    used = 0
    for at, key in placed(keys, width):
        pieces += [(" " * (at - used), ""), (key.shown, "key"), (f" {key.word}", "")]
        used = at + key.width
    return fitted(pieces, width)
