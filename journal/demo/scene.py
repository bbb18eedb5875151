"""What the story is made of: scenes, each of which can be told many times with other words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from journal.domain.entry.entry import Felt, IdentifiedBy, Targeted
from journal.domain.evidence.checklist import ItemState
from journal.domain.time.moment import Certainty

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.domain.kinds.catalogue import Detail

Words = tuple[str, ...]
"""Ways to say the same, of which one is drawn; in English, Dutch or French, as people write."""


@dataclass(frozen=True)
class Later:
    """A correction that the writer made after some time."""

    after: timedelta
    reason: str
    fields: Mapping[str, Any]
    """What the entry says from then on, by field."""


@dataclass(frozen=True)
class Tick:
    """Something that was marked on the evidence checklist."""

    item: str
    state: ItemState = ItemState.DONE
    note: str = ""
    after: timedelta = timedelta(minutes=10)
    dated: bool = True
    """Whether the day is given with it."""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """Something that happens in the story, once on a fixed day or many times."""

    kind: str
    at: str = ""
    """The local time of a scene that happens once: `2026-02-03T10:15`; empty for one that comes back."""
    weight: int = 0
    """How often it comes back, compared with the others."""
    hours: tuple[int, int] = (8, 23)
    """Between which hours it comes back; an end past 24 runs into the night."""
    sure: Certainty = Certainty.EXACT
    lasts: timedelta | None = None
    times: int = 1
    bursts: bool = False
    """Whether it may come many times in one evening."""
    account: Words = ("",)
    quoted: Words = ("",)
    place: Words = ("",)
    details: Mapping[str, tuple[Detail, ...]] = field(default_factory=dict)
    """The fields of the kind, each with the values of which one is drawn."""
    person: tuple[int, ...] = (0,)
    known_by: IdentifiedBy | None = None
    targeted: tuple[Targeted, ...] = (Targeted.ME,)
    witnesses: tuple[int, ...] = ()
    reported_by: int = 0
    impact: Words = ("",)
    response: Words = ("",)
    felt: Felt | None = None
    private: str = ""
    tags: tuple[str, ...] = ()
    late: timedelta | None = None
    """How long after it happened it was written down, where that is not left to chance."""
    noticed_after: timedelta | None = None
    ticks: tuple[Tick, ...] | None = None
    """What was marked on its checklist; None to leave that to chance."""
    amended: Later | None = None
    withdrawn: str = ""
    """Why the entry was withdrawn two days later; empty where it stands."""
