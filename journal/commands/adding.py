"""`journal add`: records a new entry, asked for line by line, or with the account from standard input.

No word of the entry is an argument, because arguments stand in the list of processes and in the shell's history.
"""

from __future__ import annotations

import sys
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.commands.error_reporting import DONE, FAILED, WrongUsage
from journal.commands.journal_location import opened_to_write
from journal.commands.option_values import kind_called, time_meant
from journal.commands.output import in_a_terminal, say_words, tell
from journal.domain import kinds
from journal.domain.base.errors import NotSaved, Refused
from journal.domain.entry.entry import Entry
from journal.domain.text.country import tell_by
from journal.domain.text.words import N_, _, labelled, spoken
from journal.domain.time.moment_words import in_words
from journal.logbook.tail_book import TailBook
from journal.store.file.write_ahead_log import log_path
from journal.store.ledger.tail_ledger import WholeFileNeeded
from journal.ui.frame.masking import harmless

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

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
_SAVED_FROM_PAPER = N_("Entry {number} is saved: {kind}, {when}, from {paper}, in {path}.")
_AGAIN_HELP = N_("Yes tries once more, for example once there is room on the disk. No leaves without saving it.")
_LINE_AND_PICTURE = N_(
    "--line and --picture belong together: the line, and the picture of its sheet. Nothing was done."
)


class PaperLine(Struct, frozen=True):
    """Options that say off which line of which sheet an entry is typed."""

    picture: Path | None = None
    """The photograph or scan of the sheet; None for an entry that comes from no paper."""
    line: int = 0
    sheet: int = 0
    """Number of the sheet; 0 where it has none."""


def run(place: JournalLocation, *, kind: str, when: str, paper: PaperLine = PaperLine()) -> int:  # noqa: B008 - frozen
    """Record one entry; raises as `Logbook.record`. Returns 1 where the person left before it was saved.

    Raises also as `PaperSheets.record` for an entry that is typed off paper.
    """
    if bool(paper.line) != bool(paper.picture) or (paper.sheet and not paper.line):
        raise WrongUsage(_(_LINE_AND_PICTURE))
    told = _Told(kind, when, None if sys.stdin.isatty() else _from_standard_input())
    if paper.picture:
        with opened_to_write(place) as logbook:
            return _typed_off(place.path, logbook, told, paper)
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
    if time.assumed:
        from journal.domain.time.reading_back import read_back

        tell(labelled(_("When"), harmless(read_back(time, spoken(), now()))))
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
    tell_by(book.zone, book.settings.language, book.settings.country)
    entry = told.asked(book.now)
    if entry is None:
        tell(_("Left. Nothing was saved."))
        return FAILED
    saved = recorded(lambda: book.record(entry))
    said = _(_SAVED_BESIDE if isinstance(book, TailBook) else _SAVED)
    tell_saved(said, entry, saved, path=str(path), log=log_path(path).name)
    return DONE


def _typed_off(path: Path, logbook: Logbook, told: _Told, paper: PaperLine) -> int:
    """Record an entry that is typed off paper, with the picture of its sheet as an exhibit."""
    from msgspec.structs import replace

    from journal.domain.entry.origin import OriginPlace, paper_in_words
    from journal.evidence.examining import examine

    tell_by(logbook.zone, country=logbook.settings.country)
    picture = examine(paper.picture or path)
    place = OriginPlace(line=paper.line, id=str(paper.sheet or ""))
    origin = logbook.paper.origin(picture, place)
    entry = told.asked(logbook.now)
    if entry is None:
        tell(_("Left. Nothing was saved."))
        return FAILED
    typed = replace(entry, taken_from=origin)
    saved = recorded(lambda: logbook.paper.record(typed, files=[picture]))
    tell_saved(_(_SAVED_FROM_PAPER), typed, saved, path=str(path), paper=paper_in_words(place, spoken()))
    return DONE


def tell_saved(said: str, entry: Entry, saved: Saved, **more: str) -> None:
    """Write that an entry is saved, in a sentence with its number, kind, time and whatever `more` it names."""
    kind, when = _(kinds.kind(entry.kind).label), in_words(entry.happened, spoken(), entry.until)
    told = {name: harmless(words) for name, words in (more | {"when": when}).items()}
    say_words([said.format(number=saved.subject, kind=kind, **told)])


def recorded(act: Callable[[], Saved]) -> Saved:
    """Carry out what records an entry; while the disk does not take it, somebody who typed it may try again."""
    while True:
        try:
            return act()
        except NotSaved as error:
            if not tried_again(error):
                raise


def tried_again(error: NotSaved) -> bool:
    """Tell why it was not saved, and ask whether to try again; False without a terminal. Raises Left."""
    if not in_a_terminal():
        return False
    from journal.commands.line_answers import agreed

    tell(str(error))
    return bool(agreed(_("Try to save it again? Type yes or no."), _(_AGAIN_HELP)))
