"""`journal add`: records a new entry, asked for line by line, or with the account from standard input.

No word of the entry is an argument, because arguments stand in the list of processes and in the shell's history.
"""

from __future__ import annotations

import sys
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.commands.error_reporting import DONE, FAILED
from journal.commands.journal_location import opened_to_write
from journal.commands.option_values import kind_called, time_meant
from journal.commands.output import in_a_terminal, say_words, tell
from journal.domain import kinds
from journal.domain.base.errors import NotSaved, Refused
from journal.domain.entry.entry import Entry
from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_, _, spoken, tell_by
from journal.domain.time.moment_words import in_words
from journal.logbook.tail_book import TailBook
from journal.store.file.write_ahead_log import log_path
from journal.store.ledger.tail_ledger import WholeFileNeeded

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from journal.commands.journal_location import JournalLocation
    from journal.logbook import Logbook, Saved

LONGEST_ACCOUNT = 1 << 20
"""In bytes; more than that is no account of one act."""
_NOTHING = N_("Nothing came from standard input, so nothing was saved.")
_TOO_LONG = N_(
    "What came from standard input is longer than a megabyte. Nothing was saved; attach it as a file instead."
)
_NO_LETTERS = N_("What came from standard input is no text in UTF-8. Nothing was saved.")
_SAVED = N_("Entry {number} is saved: {kind}, {when}, in {path}.")
_SAVED_BESIDE = N_(
    "Entry {number} is saved: {kind}, {when}, in {path}, for now in the file {log} beside it, which the next opening "
    "takes in."
)


def run(place: JournalLocation, *, kind: str, when: str) -> int:
    """Record one entry; raises as `Logbook.record`. Returns 1 where the person left before it was saved."""
    told = _Told(kind, when, None if sys.stdin.isatty() else _from_standard_input())
    with suppress(WholeFileNeeded):
        if end := TailBook.opened(place.existing):
            with closing(end):
                return _added(place.path, end, told)
    with opened_to_write(place) as logbook:
        return _added(place.path, logbook, told)


class _Told(Struct):
    """What is told of the entry: by options and standard input, or asked for, once."""

    kind: str
    when: str
    account: str | None
    """None where there is somebody to be asked."""
    entry: Entry | None = None

    def asked(self, now: Callable[[], datetime]) -> Entry | None:
        """Return the entry; None where the person left. Raises WrongUsage for an option that is doubtful."""
        if self.entry is None and self.account is None:
            from journal.commands.entry_questions import asked

            self.entry = asked(now, kind=self.kind, when=self.when)
        elif self.entry is None:
            self.entry = _piped(self, now)
        return self.entry


def _piped(told: _Told, now: Callable[[], datetime]) -> Entry:
    if not (told.kind or (told.account or "").strip()):
        raise Refused(_(_NOTHING))
    kind = kind_called(told.kind).id if told.kind else "other"
    if not told.when:
        return Entry(kind=kind, account=told.account or "")
    time = time_meant(told.when, now)
    return Entry(kind=kind, happened=time.moment, until=time.until, account=told.account or "")


def _from_standard_input() -> str:
    """Read the account from a pipe or file; raises Refused for what is no text or too long."""
    data = sys.stdin.buffer.read(LONGEST_ACCOUNT + 1)
    if len(data) > LONGEST_ACCOUNT:
        raise Refused(_(_TOO_LONG))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").removesuffix("\n")
    except UnicodeDecodeError as error:
        raise Refused(_(_NO_LETTERS)) from error


def _added(path: Path, book: TailBook | Logbook, told: _Told) -> int:
    tell_by(book.zone)
    entry = told.asked(book.now)
    if entry is None:
        tell(_("Left. Nothing was saved."))
        return FAILED
    saved = _recorded(book, entry)
    said = _(_SAVED_BESIDE if isinstance(book, TailBook) else _SAVED)
    kind, when = _(kinds.kind(entry.kind).label), in_words(entry.happened, spoken(), entry.until)
    where = {"path": harmless(str(path)), "log": harmless(log_path(path).name)}
    say_words([said.format(number=saved.subject, kind=kind, when=harmless(when), **where)])
    return DONE


def _recorded(book: TailBook | Logbook, entry: Entry) -> Saved:
    """Record the entry; while the disk does not take it, somebody who typed it may try again."""
    while True:
        try:
            return book.record(entry)
        except NotSaved as error:
            if not in_a_terminal():
                raise
            tell(str(error))
            from journal.commands.prompts import agreed

            if not agreed(_("Try to save it again? Type yes or no: ")):
                raise
