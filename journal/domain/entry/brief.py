"""What a line of a list tells of an entry, decoded without the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.entry.entry import Entry
from journal.domain.entry.origin import PAPER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.domain.entry.history import History

_OF_DETAILS = (str, int)


def brief(history: History, said: Mapping[str, Any]) -> Entry:
    """Return the entry of which this is said now, with its kind, times, texts and details, as `summary.gist` needs it.

    Several times faster than `History.entry`, which decodes every version whole; where that leaves out a value of
    another version of the program, so does this.
    """
    details = {name: value for name, value in said.items() if "." in name and isinstance(value, _OF_DETAILS)}
    return Entry(
        kind=history.kind_id,
        happened=history.happened,
        until=history.until if history.ended else None,
        details=details,
        account=_text(said.get("account")),
        quoted_words=_text(said.get("quoted_words")),
        place=_text(said.get("place")),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def from_another_journal(said: Mapping[str, Any]) -> bool:
    """Return whether the entry of which this is said now was written first in somebody else's journal."""
    through = _origin(said).get("through")
    return isinstance(through, list) and any(isinstance(one, dict) and not one.get("same") for one in through)


def copied_from_paper(said: Mapping[str, Any]) -> bool:
    """Return whether the entry of which this is said now was typed off paper."""
    return _origin(said).get("channel") == PAPER


def _origin(said: Mapping[str, Any]) -> Mapping[str, Any]:
    taken_from = said.get("taken_from")
    return taken_from if isinstance(taken_from, dict) else {}
