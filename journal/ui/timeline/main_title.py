"""What the first line of the main screen says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.case.report import Report, due
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import _, many, spoken
from journal.domain.time import moment_words
from journal.domain.time.moment import exactly
from journal.ui.frame.title import FIRST_OUT, STAYS, Note, Title, shortened
from journal.ui.lists.picks import Picks
from journal.ui.maintenance.commands import BackUpJournal

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from journal.domain.ledger.record import Record
    from journal.logbook import Logbook

DEFAULT_NAME = "journal"
FIRST_TO_GO, LAST_TO_GO = 1, -1


class Shown(Struct, frozen=True):
    """What is seen of the entries."""

    number: int
    """The entry under the cursor; 0 for none."""
    found: int | None = None
    """How many entries a search left; None without a search."""
    filter: str = ""
    """What the filter asks for, in words; "" without one."""
    among: int = 0
    """How many entries the filter leaves."""
    picks: Picks[int] | None = None
    """The entries that are picked."""


def title(logbook: Logbook, shown: Shown) -> Title:
    """Return name, filter, place and age of a journal."""
    last = _last_record(logbook.last, logbook.now()) if logbook.last and logbook.state.entries else None
    kept = (_last_backup(logbook), _last_outside(logbook))
    place = _filter(logbook, shown) or _place(logbook, shown.number, shown.found)
    picked = Note(shown.picks.count, rank=STAYS) if shown.picks and shown.picks.keys else None
    notes = filter(None, [picked, place, _to_ask_again(logbook), last, *kept])
    return Title(_name(logbook.path), tuple(notes), _warning(logbook))


def while_opening(path: Path, last: Record, now: datetime) -> Title:
    """Return name and age of a journal of which only the end is read."""
    return Title(_name(path), (Note(_("loading the rest")), _last_record(last, now)))


def to_ask_again(logbook: Logbook) -> tuple[Report, ...]:
    """Return the reports whose day to ask again has come."""
    return due(logbook.state.of(Report).standing, logbook.now().date())


def _filter(logbook: Logbook, shown: Shown) -> Note | None:
    """Return what the filter asks for and how many entries meet it, or are found among these; it stays in sight."""
    if not shown.filter:
        return None
    if shown.found is None:
        count = len(logbook.state.entries)
        counts = {"shown": _figures(shown.among), "count": _figures(count)}
        words = many("{filter}: {shown} of {count} entry", "{filter}: {shown} of {count} entries", count)
        shorter = _("{filter}: {shown} of {count}")
    else:
        counts = {"shown": _figures(shown.found), "count": _figures(shown.among)}
        words = many(
            "{filter}: {shown} of {count} entry found", "{filter}: {shown} of {count} entries found", shown.among
        )
        shorter = _("{filter}: {shown} of {count} found")
    short = shortened(shown.filter)
    return Note(words.format(filter=shown.filter, **counts), shorter.format(filter=short, **counts), STAYS)


def _place(logbook: Logbook, number: int, found: int | None) -> Note | None:
    count = _figures(len(logbook.state.entries))
    if found is not None:
        told = many("{found} of {count} entry found", "{found} of {count} entries found", len(logbook.state.entries))
        words = told.format(found=_figures(found), count=count)
        shorter = _("{found} of {count} found").format(found=_figures(found), count=count)
        return Note(words, shorter, FIRST_TO_GO)
    if not number:
        return None
    if (highest := logbook.state.next_entry - 1) > len(logbook.state.entries):
        # A number beyond the count would read as if it were wrong: the entries between are lost.
        kept = {"number": _figures(number), "count": count, "highest": _figures(highest)}
        words = _("entry {number}, {count} of {highest} kept").format(**kept)
        return Note(words, _("{number}, {count} of {highest} kept").format(**kept), FIRST_TO_GO)
    words = _("entry {number} of {count}").format(number=_figures(number), count=count)
    return Note(words, _("{number} of {count}").format(number=_figures(number), count=count), FIRST_TO_GO)


def _to_ask_again(logbook: Logbook) -> Note | None:
    """Return how many reports are to be asked about again; nothing where there is none."""
    if not (count := len(to_ask_again(logbook))):
        return None
    words = many("{count} report to ask about again", "{count} reports to ask about again", count)
    shorter = many("{count} to ask again", "{count} to ask again", count)
    return Note(words.format(count=_figures(count)), shorter.format(count=_figures(count)))


def _last_record(last: Record, now: datetime) -> Note:
    """Return number and age of the last record, by which an old copy in the journal's place is noticed."""
    written = last.written.astimezone(now.tzinfo)
    when = moment_words.ago(exactly(written), now, spoken())
    if written.date() != now.date():
        when = _("{ago} {time}").format(ago=when, time=f"{written:%H:%M}")
    words = _("last record {number}, {when}").format(number=_figures(last.seq), when=when)
    return Note(words, _("record {number}, {when}").format(number=_figures(last.seq), when=when), LAST_TO_GO)


def _last_backup(logbook: Logbook) -> Note | None:
    """Return how old the last copy is and what it does not hold; nothing where there is nothing to copy, or no way."""
    if logbook.read_only or not logbook.state.entries:
        return None
    last = logbook.state.last_backup
    if last is None:
        return Note(_("no backup yet ({key})").format(key=BackUpJournal.shown_key()), _("no backup yet"))
    now = logbook.now()
    when = moment_words.ago(exactly(last.made.astimezone(logbook.zone)), now, spoken())
    backup = _("backup {when}").format(when=when)
    if not (new := logbook.state.entries_since_backup):
        return Note(backup)
    words = many("{backup}, {count} new", "{backup}, {count} new", new).format(backup=backup, count=_figures(new))
    return Note(words, many("{count} since backup", "{count} since backup", new).format(count=_figures(new)))


def _last_outside(logbook: Logbook) -> Note | None:
    """Return how old the last head digest is that somebody else holds; nothing where nobody does."""
    if not (last := logbook.state.last_outside):
        return None
    when = moment_words.ago(exactly(last.given.astimezone(logbook.zone)), logbook.now(), spoken())
    return Note(_("digest given {when}").format(when=when), _("digest {when}").format(when=when), FIRST_OUT)


def _warning(logbook: Logbook) -> str:
    if logbook.copies.label:
        return _("a copy, read only")
    if logbook.read_only:
        return _("read only: nothing can be added")
    count = len(logbook.drafts)
    if count:
        return many("{count} draft waits (d)", "{count} drafts wait (d)", count).format(count=count)
    return ""


def _name(path: Path) -> str:
    return _("Journal") if path.stem == DEFAULT_NAME else _("Journal: {name}").format(name=path.stem)


def _figures(number: int) -> str:
    return in_figures(number, spoken())
