"""Entries of a journal of this program as items of an export: those that stand, each with its place in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journal.domain.entry.entry import version_of
from journal.domain.entry.ledger_origin import LedgerOrigin
from journal.domain.evidence.exhibit import exhibits_by_entry
from journal.domain.time.moment import Certainty
from journal.intake.model.found import Channel, Doubt, Found, LoggedEntry, Place, Problem, SentBy, SourceTime, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journal.domain.case.people import Person
    from journal.domain.entry.entry import Entry
    from journal.domain.entry.history import History
    from journal.domain.state.state import State
    from journal.domain.time.moment import Moment
    from journal.intake.model.found import FoundFile


class LedgerEnd(NamedTuple):
    """Head of a ledger that was read."""

    last: int = 0
    """Number of its last record."""
    head: str = ""
    """Digest of that record."""
    broken: bool = False
    """Whether not everything in it agrees with its digests."""


def logged_entries(
    state: State, places: Mapping[int, Place], end: LedgerEnd, files: Mapping[int, FoundFile]
) -> Iterator[Found | Trouble]:
    """Yield the entries that stand, by number; `files` are those of exhibits, `places` those of records, by number."""
    exhibits = exhibits_by_entry(state.standing_links)
    withdrawn = sum(history.withdrawn for history in state.entries.values())
    if withdrawn:
        yield Trouble(Problem.WITHDRAWN, text=str(withdrawn))
    for number, history in sorted(state.entries.items()):
        if history.withdrawn:
            continue
        try:
            found = _of_history(history, state, places, end)
        except (ValueError, KeyError, RecursionError):
            yield Trouble(Problem.DAMAGED, places[history.numbers[0]].line)
            continue
        with_it = [files[one] for one in exhibits.get(number, ()) if one in files]
        yield item(found, places[history.numbers[0]], Channel.JOURNAL, tuple(with_it))


def item(logged: LoggedEntry, place: Place, channel: Channel, files: tuple[FoundFile, ...] = ()) -> Found:
    """Return an entry as an item; who did it stands where a message has its sender."""
    entry = logged.entry
    doer = next((one for one in logged.people if one.number == entry.person), None)
    known = (*doer.telephone_numbers, *doer.email_addresses, *doer.accounts) if doer else ()
    return Found(
        place=place,
        channel=channel,
        direction=SentBy.NEITHER,
        when=_time(entry.happened),
        party=known[0] if known else "",
        name=doer.name if doer else "",
        text=entry.account or entry.quoted_words,
        attachments=files,
        logged=logged,
    )


def _of_history(history: History, state: State, places: Mapping[int, Place], end: LedgerEnd) -> LoggedEntry:
    entry, first = history.entry, history.numbers[0]
    return LoggedEntry(
        entry=entry,
        origin=LedgerOrigin(
            journal=state.journal_id,
            entry=history.number,
            recorded_at=history.first_written,
            record=first,
            version=version_of(entry),
            head=end.head,
            last=end.last,
            broken=end.broken,
        ),
        people=_named(entry, state),
        blackened=bool(history.erased),
        also_at=tuple(places[number] for number in history.numbers[1:]),
    )


def _named(entry: Entry, state: State) -> tuple[Person, ...]:
    numbers = dict.fromkeys((entry.person, *entry.witnesses, entry.reported_by))
    return tuple(state.people[number] for number in numbers if number in state.people)


def _time(happened: Moment) -> SourceTime:
    """Return the beginning of when it happened, by which a list shows it; the entry holds all of it."""
    if not happened.known:
        return SourceTime(doubt=Doubt.MISSING)
    return SourceTime(local=happened.start, offset=happened.offset if happened.certainty is Certainty.EXACT else "")
