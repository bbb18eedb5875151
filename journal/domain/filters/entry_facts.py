"""What filters ask of one entry, taken from its records without decoding its words into an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from journal.domain.ledger.actions import Action
from journal.domain.state.mentions import MentionRole, named_in
from journal.domain.state.recognising import MARK_FIELDS
from journal.domain.text.normalisation import normalise
from journal.domain.time.within import Days, days_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal.domain.entry.history import History

_HOUR = 3600


class EntryFacts(Struct, frozen=True, gc=False):
    """Facts of an entry, each small or shared by many entries."""

    kind: str
    days: Days
    weekday: int
    """Of its one certain local day, from 0 for Monday; -1 where there is none."""
    hour: int
    """Local hour of its time of day; -1 where that is not known."""
    people: tuple[tuple[int, MentionRole], ...]
    targeted: tuple[str, ...]
    place: str
    """Normalised."""
    identifiers: tuple[str, ...]
    """Numbers, addresses, accounts and plates of the other side, as typed."""
    tags: tuple[str, ...]
    felt: str
    origin: str | None
    """Channel of the export that it was brought in from; None for an entry that was typed."""
    checklist_open: bool
    amended: bool
    withdrawn: bool
    hours_late: int | None
    """Whole hours from the last instant at which it can have begun to its recording; None for an unknown time."""


def facts_of(history: History, told: Sequence[Mapping[str, Any]]) -> EntryFacts:
    """Return the facts of an entry; `told` are the fields of its records, oldest first.

    A value that only another version of the program knows is passed over.
    """
    said: dict[str, Any] = {}
    for fields in told:
        said |= fields
    happened = history.happened
    day = happened.day
    taken_from = said.get("taken_from")
    return EntryFacts(
        kind=history.kind_id,
        days=days_of(happened, history.until if history.ended else None),
        weekday=day.weekday() if day else -1,
        hour=int(happened.start[11:13]) if happened.has_clock_time else -1,
        people=named_in(history),
        targeted=_texts(said.get("targeted")),
        place=normalise(_text(said.get("place"))),
        identifiers=tuple(text for name in MARK_FIELDS if (text := _text(said.get(name)))),
        tags=history.tags,
        felt=_text(said.get("threat_felt")),
        origin=_text(taken_from.get("channel")) if isinstance(taken_from, dict) else None,
        checklist_open=bool(history.to_do),
        amended=any(fields.get("action") == Action.ENTRY_AMENDED for fields in told),
        withdrawn=history.withdrawn,
        hours_late=_hours_late(history),
    )


def _hours_late(history: History) -> int | None:
    latest = history.happened.latest
    return int((history.recorded_at - latest).total_seconds() // _HOUR) if latest else None


def _text(said: object) -> str:
    return said if isinstance(said, str) else ""


def _texts(said: object) -> tuple[str, ...]:
    return tuple(filter(None, map(_text, said))) if isinstance(said, list) else ()
