"""What the entries of an event say of it together: how many acts, and from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journal.domain.case.case_event import CaseEvent
    from journal.domain.entry.history import History
    from journal.domain.time.moment import Moment


@dataclass(frozen=True)
class EventFacts:
    """Entries of an event, and what they say together; withdrawn ones are listed, and not counted."""

    entries: tuple[History, ...] = ()
    """In the order of happening; those of an unknown time stand where they were written down."""
    counted: int = 0
    """Number of entries that are not withdrawn."""
    acts: int = 0
    """Number of acts of the other side."""
    begins: Moment | None = None
    """Beginning of the entry that begins first; None where no time is known."""
    ends: Moment | None = None
    """Time of the entry that ends last, its end where one is noted."""
    at_unknown: int = 0
    """Number of counted entries of an unknown time."""


def event_facts(event: CaseEvent, entries: Mapping[int, History]) -> EventFacts:
    """Compute the facts of an event; numbers of entries that are not among these are left out."""
    return facts_of(entries[number] for number in event.entries if number in entries)


def facts_of(histories: Iterable[History]) -> EventFacts:
    """Compute the facts of these entries together."""
    listed = tuple(sorted(histories, key=lambda one: one.when))
    standing = [one for one in listed if not one.withdrawn]
    timed = [one for one in standing if one.happened.known]
    last = max(timed, key=_over, default=None)
    return EventFacts(
        listed,
        len(standing),
        sum(one.acts for one in standing),
        timed[0].happened if timed else None,
        _end(last) if last else None,
        len(standing) - len(timed),
    )


def _end(history: History) -> Moment:
    until = history.until
    return until if until and until.known else history.happened


def _over(history: History) -> tuple[str, tuple[object, ...]]:
    """Return a sort key: the last possible instant of the end, then the order of the entries."""
    latest = _end(history).latest
    return latest.isoformat() if latest else "", history.when
