"""What filters ask of one entry: facts of its history, and facts of its records that are not decoded into an entry."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from journal.domain import kinds
from journal.domain.entry.records_of import fields_of
from journal.domain.ledger.actions import Action
from journal.domain.state.mentions import named_in
from journal.domain.state.recognising import MARK_FIELDS
from journal.domain.text.normalisation import normalise
from journal.domain.time.moment import Certainty, Moment
from journal.domain.time.within import Days, days_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from journal.domain.entry.history import History
    from journal.domain.state.mentions import MentionRole

    Fields = Mapping[str, Any]
    Facts = Callable[[Sequence[History]], list[Any]]

_HOUR = 3600
_DAY = len("2026-11-28")


def _days(history: History) -> Days:
    # Of an entry without an end, nothing is to be decoded, and so nothing is kept with it.
    if history.ended:
        return days_of(history.happened, history.until)
    return _days_between(history.happened.start[:_DAY], history.happened.end[:_DAY])


@lru_cache(maxsize=4096)
def _days_between(start: str, end: str) -> Days:
    """Return the days of an entry without an end that began between these. Cached, as many begin on one day."""
    return days_of(Moment(Certainty.BETWEEN if start else Certainty.UNKNOWN, start, end))


def _weekday(history: History) -> int:
    days = _days_between(history.happened.start[:_DAY], history.happened.end[:_DAY])
    return days.first.weekday() if days.first and days.first == days.begun else -1


def _hour(history: History) -> int:
    return int(history.happened.start[11:13]) if history.happened.has_clock_time else -1


def _people(histories: Sequence[History]) -> list[tuple[tuple[int, MentionRole], ...]]:
    # Few entries refer to others than those before them.
    named = {one: named_in(one) for one in {one.refers for one in histories}}
    return [named[one.refers] for one in histories]


def _amended(histories: Sequence[History]) -> list[bool]:
    said_more = [one for one in histories if len(one.said) > 1]
    amended = {
        history.number
        for history, said in fields_of(said_more)
        if any(fields.get("action") == Action.ENTRY_AMENDED for fields in said)
    }
    return [one.number in amended for one in histories]


def _checklist_open(history: History) -> bool:
    # Where there are fewer marks than items, one of these is to do, and no outline need be made.
    return len(history.said_of_items) < len(kinds.kind(history.kind_id).checklist) or bool(history.to_do)


def _hours_late(history: History) -> int | None:
    latest = history.happened.latest
    return int((history.recorded_at - latest).total_seconds() // _HOUR) if latest else None


def _each(fact: Callable[[History], Any]) -> Facts:
    return lambda histories: list(map(fact, histories))


FROM_HISTORY: Mapping[str, Facts] = {
    "kind": _each(attrgetter("kind_id")),
    "days": _each(_days),
    "weekday": _each(_weekday),
    "hour": _each(_hour),
    "people": _people,
    "tags": _each(attrgetter("tags")),
    "checklist_open": _each(_checklist_open),
    "amended": _amended,
    "withdrawn": _each(attrgetter("withdrawn")),
    "hours_late": _each(_hours_late),
}
"""What tells a fact of each of some entries, by its name; raises as `History.records`.

The weekday is that of its one certain local day, from 0 for Monday; the hour is the local one of its time of day; -1
stands where there is none. `hours_late` counts whole hours from the last instant at which it can have begun to its
recording; None for an unknown time.
"""


def _text(said: object) -> str:
    return said if isinstance(said, str) else ""


def _texts(said: object) -> tuple[str, ...]:
    return tuple(filter(None, map(_text, said))) if isinstance(said, list) else ()


def _channel(said: Fields) -> str | None:
    taken_from = said.get("taken_from")
    return _text(taken_from.get("channel")) if isinstance(taken_from, dict) else None


FROM_RECORDS: Mapping[str, Callable[[Fields], Any]] = {
    "targeted": lambda said: _texts(said.get("targeted")),
    "place": lambda said: normalise(_text(said.get("place"))),
    "identifiers": lambda said: tuple(text for name in MARK_FIELDS if (text := _text(said.get(name)))),
    "felt": lambda said: _text(said.get("threat_felt")),
    "origin": _channel,
}
"""Facts by name, of the fields of an entry as stored; a value that only another version knows is passed over.

`identifiers` are numbers, addresses, accounts and plates of the other side, as typed; `place` is normalised; `origin`
is the channel of the export that it was brought in from, None for an entry that was typed.
"""
