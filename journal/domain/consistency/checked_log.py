"""Log as consistency checks read it: of each entry only what a rule asks for, decoded once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from journal.domain.base.task import Task
from journal.domain.consistency.absences import IN_ACCOUNT
from journal.domain.consistency.written_days import names_a_day
from journal.domain.entry.history import History
from journal.domain.entry.records_of import records_of
from journal.domain.evidence.exhibit import exhibits_by_entry
from journal.domain.ledger.actions import Action
from journal.domain.overview.no_contact import day_of, the_no
from journal.domain.state.recognising import MARK_FIELDS
from journal.domain.text.normalisation import normalise
from journal.domain.time.moment import Certainty

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence, Set
    from datetime import date

    from journal.domain.ledger.record import Record
    from journal.domain.state.state import State

Same = TypeVar("Same", bound="Hashable")
_TEXTS = ("place", "quoted_words", "my_response")
_ANSWERED_KIND, _ANSWERED_FIELD = "call_answered", "call.answered"
_MINUTE = timedelta(minutes=1)


class Amendment(Struct, frozen=True, gc=False):
    """One amendment of an entry that was not undone."""

    when: datetime
    """Time of recording, UTC."""
    reason: str = ""


class CheckedEntry(Struct, frozen=True, gc=False):
    """Entry that is not crossed out, with what the rules ask of it."""

    history: History
    place: str = ""
    account: str = ""
    """Only where it names a weekday with a date or somebody who was away, as nothing else is asked of it."""
    quoted_words: str = ""
    my_response: str = ""
    answered: bool = False
    """Whether it is a call that was answered."""
    noticed_later: bool = False
    """Whether a time is given at which the user learned of it."""
    identifiers: tuple[str, ...] = ()
    """Numbers, addresses, accounts and plates of the other side, as typed."""
    notes: tuple[str, ...] = ()
    """Ids of what the export tells of it; see `OriginNote`."""
    amendments: tuple[Amendment, ...] = ()

    @property
    def number(self) -> int:
        """Running number of the entry."""
        return self.history.number

    @property
    def latest(self) -> datetime | None:
        """Last instant at which it can have happened, UTC; None if unknown."""
        until = self.history.until if self.history.ended else None
        return max(filter(None, (self.history.happened.latest, until.latest if until else None)), default=None)

    @property
    def span(self) -> tuple[datetime, datetime] | None:
        """Instants, UTC, between which it certainly went on; None without an exact time of day.

        An entry without an end takes the minute, or the second, that its time names.
        """
        happened, until = self.history.happened, self.history.until if self.history.ended else None
        begins = _instant(happened.certainty, happened.start, happened.earliest)
        if begins is None:
            return None
        ends = _instant(until.certainty, until.start, until.latest) if until else None
        least = begins + (_MINUTE if len(happened.start) == len("2026-11-21T22:14") else timedelta(seconds=1))
        return begins, max(least, ends or least)


@dataclass(frozen=True)
class CheckedLog:
    """Everything that the rules look at."""

    state: State
    entries: Sequence[CheckedEntry]
    """Entries that are not crossed out, by instant."""
    region: str
    """Country code by whose conventions telephone numbers are parsed."""
    late_after: int
    """Days between happening and recording above which a recording counts as late."""
    text_of: Callable[[int], str | None]
    """Returns the text inside an exhibit; None where it cannot be read as text."""

    @cached_property
    def no(self) -> date | None:
        """Day of the first refusal, where known."""
        return day_of(the_no((one.history for one in self.entries), self.state.steps))

    @cached_property
    def exhibits(self) -> Mapping[int, tuple[int, ...]]:
        """Numbers of the standing exhibits of each entry that has any."""
        return exhibits_by_entry(self.state.standing_links)

    @cached_property
    def amended(self) -> Sequence[CheckedEntry]:
        """The entries that were amended."""
        return [one for one in self.entries if one.amendments]

    @cached_property
    def by_number(self) -> Mapping[int, CheckedEntry]:
        """The entries by their numbers."""
        return {one.number: one for one in self.entries}


def checked_log(
    state: State,
    region: str,
    late_after: int,
    task: Task | None = None,
    text_of: Callable[[int], str | None] = lambda _number: None,
) -> CheckedLog:
    """Read the entries of a state once, for all rules, as the first of two steps of the task.

    Takes seconds for 100,000; raises as `History.records`.
    """
    task = task or Task()
    histories = state.chronological()
    task.begin(len(histories), len(histories))
    entries: list[CheckedEntry] = []
    undone = state.undone | state.undoes.keys()
    for history, records in task.counting(records_of(histories)):
        if not history.withdrawn:
            entries.append(_read(history, records, undone))
    task.next_step()
    return CheckedLog(state, entries, region, late_after, text_of)


def _read(history: History, records: Iterable[Record], undone: Set[int]) -> CheckedEntry:
    said: dict[str, Any] = {}
    amendments: list[Amendment] = []
    for record in records:
        fields = record.fields()
        said |= fields
        if fields.get("action") == Action.ENTRY_AMENDED and record.seq not in undone:
            amendments.append(_amendment(record, fields))
    taken_from = said.get("taken_from")
    notes = taken_from.get("notes") if isinstance(taken_from, dict) else ()
    return CheckedEntry(
        history,
        **{name: _shared(_text(said.get(name))) for name in _TEXTS},
        account=_account(_text(said.get("account"))),
        answered=history.kind_id == _ANSWERED_KIND or said.get(_ANSWERED_FIELD) is True,
        noticed_later=bool(said.get("noticed")),
        identifiers=_shared(tuple(text for name in MARK_FIELDS if (text := _text(said.get(name))))),
        notes=tuple(map(_text, notes)) if isinstance(notes, list) else (),
        amendments=tuple(amendments),
    )


def _account(text: str) -> str:
    plain = normalise(text)
    return text if IN_ACCOUNT.search(plain) or names_a_day(plain) else ""


@lru_cache(maxsize=4096)
def _shared(same: Same) -> Same:
    """Return words that equal these, which many entries share; equal ones are one object. Cached."""
    return same


def _amendment(record: Record, fields: Mapping[str, Any]) -> Amendment:
    return Amendment(record.written, _text(fields.get("reason")))


def _instant(certainty: Certainty, start: str, instant: datetime | None) -> datetime | None:
    return instant if certainty is Certainty.EXACT and "T" in start else None


def _text(said: object) -> str:
    return said if isinstance(said, str) else ""
