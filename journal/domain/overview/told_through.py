"""Counts by what stands in the body of an entry: channel, number or account, place.

Bodies are read in portions, and only these values of them are kept.
"""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from journal.domain.case import telephone
from journal.domain.case.identifiers import account, email_address
from journal.domain.entry.records_of import fields_of, said_now
from journal.domain.overview.axes import Axis, Unplaced
from journal.domain.overview.whole import acting
from journal.domain.text.normalisation import normalise

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from journal.domain.base.task import Task
    from journal.domain.entry.history import History

_SENDERS = ("message.sender", "online.profile", "online.address", "letter.sender")
_STEP = 500
"""Entries between two notes of progress."""


class ToldBy(StrEnum):
    """What an act is told by."""

    CHANNEL = "channel"
    IDENTIFIER = "identifier"
    PLACE = "place"


class ToldThrough:
    """Places of entries on these three axes, with the spelling in which each was written first."""

    def __init__(self, histories: Iterable[History], region: str, task: Task | None = None) -> None:
        """Read the bodies of the entries that count; raises Unreadable, and what `task` raises to stop.

        Telephone numbers are compared by the conventions of a country, `BE` or `NL`.
        """
        self.labels: dict[tuple[ToldBy, str], str] = {}
        self.counts: Mapping[ToldBy, Counter[Hashable]] = {one: Counter() for one in ToldBy}
        self._places: dict[int, tuple[str, ...]] = {}
        self._shared: dict[tuple[str, ...], tuple[str, ...]] = {}
        """The places of an entry, once for all entries that share them."""
        self._keys: dict[str, str] = {}
        self._region = region
        some = acting(histories)
        if task:
            task.begin(len(some))
        for at, (one, fields) in enumerate(fields_of(some)):
            self._take(one, said_now(fields))
            if task and at % _STEP == 0:
                task.advance(_STEP)

    def axis(self, through: ToldBy) -> Axis:
        """Return the axis of one of them; entries that came later have no place on it."""
        at = list(ToldBy).index(through)

        def raw(history: History) -> str:
            return self._places[history.number][at] if history.number in self._places else ""

        return Axis(raw, lambda raw: raw or Unplaced.UNKNOWN)

    def _take(self, history: History, said: Mapping[str, Any]) -> None:
        written = (_text(said, "message.channel"), self._identifier(said), _text(said, "place"))
        places = tuple(
            self._named(through, normalise(text) if through is not ToldBy.IDENTIFIER else self._key(text), text)
            for through, text in zip(ToldBy, written, strict=True)
        )
        self._places[history.number] = self._shared.setdefault(places, places)
        for through, place in zip(ToldBy, places, strict=True):
            self.counts[through][place or Unplaced.UNKNOWN] += history.times

    def _named(self, through: ToldBy, place: str, text: str) -> str:
        if place:
            self.labels.setdefault((through, place), text)
        return place

    @staticmethod
    def _identifier(said: Mapping[str, Any]) -> str:
        return next((text for name in ("call.number", *_SENDERS) if (text := _text(said, name))), "")

    def _key(self, text: str) -> str:
        if text not in self._keys:
            self._keys[text] = telephone.key(text, self._region) or email_address(text) or account(text)
        return self._keys[text]


def _text(said: Mapping[str, Any], name: str) -> str:
    value = said.get(name)
    return value if isinstance(value, str) else ""
