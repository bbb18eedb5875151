"""Location of the journal that a command works on, and opening it, with its key where it is protected."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.commands.error_reporting import DONE, FAILED
from journal.commands.name_masking import mask_as_set
from journal.commands.output import tell
from journal.domain.base.clock import system_clock
from journal.domain.base.errors import ChangedUnderneath, Locked, NotSaved, ReadOnly, Refused
from journal.domain.ledger.chain import Fault, FaultKind
from journal.domain.ledger.record import faults as faults_within
from journal.domain.text.country import tell_by
from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_, _, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journal.commands.prompts import PassphrasePrompt
    from journal.domain.entry.history import History
    from journal.domain.ledger.record import Record
    from journal.logbook import Logbook
    from journal.store.age.protection import Key

NAME = "journal.json"
NOT_CAUGHT_UP = N_(
    "What was said above is saved, beside the journal's file, which could not be written anew ({why}). It is "
    "added when the journal is next opened; nothing has to be done again."
)
DOES_NOT_AGREE = N_(
    "Not everything in this file agrees: {faults}. What can be read was shown; something may be missing or changed, "
    "and the file was left as it is. `journal verify` tells more; `journal recover` saves what is whole in a new file."
)


class JournalLocation(Struct, frozen=True):
    """Paths of a journal and of the files that hold its passphrases."""

    file: Path | None = None
    """The journal file; None for the user's own."""
    passphrase_file: Path | None = None
    """A file whose first line is the passphrase or the recovery code; None to ask."""
    new_passphrase_file: Path | None = None
    """A file whose first line is the passphrase that is to be set; None to ask."""

    @property
    def path(self) -> Path:
        """The given path, or that of the user's own journal, which need not exist yet."""
        if self.file:
            return self.file.expanduser()
        from platformdirs import user_data_path

        return user_data_path("journal", appauthor=False) / NAME

    @property
    def existing(self) -> Path:
        """The path; raises Refused where no journal is there."""
        path = self.path
        if not path.exists():
            raise Refused(_("There is no journal at {path}. Nothing was created.").format(path=harmless(str(path))))
        return path


def key_of(place: JournalLocation, asked: PassphrasePrompt | None = None) -> Key | None:
    """Return the key of a protected journal, prompting for its passphrase; None for one that has none.

    Raises WrongPassphrase, which is counted in the file, TooBusy, and Refused where no prompt is possible.
    """
    from journal.commands.prompts import PassphrasePrompt, passphrase
    from journal.store.ledger.unlocking import unlock_file, wraps_of

    path = place.existing
    if wraps_of(path) is None:
        return None
    return unlock_file(path, passphrase(asked or PassphrasePrompt(place.passphrase_file)), system_clock())


def _opened(place: JournalLocation, key: Key | None, *, read_only: bool) -> Logbook:
    """Open the journal, and prompt for the passphrase where it turns out to be protected; any other is read once."""
    from journal.logbook import Logbook

    try:
        return Logbook(place.existing, read_only=read_only, key=key)
    except Locked:
        return Logbook(place.existing, read_only=read_only, key=key_of(place))


def faults_in(history: History, records: Iterable[Record]) -> Iterator[Fault]:
    """Yield the faults within these records of an entry: something was changed, or taken out without a word of it."""
    for record in records:
        yield from (Fault(record.seq, FaultKind(name)) for name in faults_within(record))
        if not record.blackened.keys() <= history.erased_on.keys():
            yield Fault(record.seq, FaultKind.BLACKENED)


def read_to_its_end(logbook: Logbook, within: Iterable[Fault] = ()) -> int:
    """Report faults of what was read, and return the exit status.

    Numbers, links and the end are checked in all records; the faults `within` those that were told come from there.
    """
    faults = sorted({*logbook.check(), *within})
    if not faults:
        return DONE
    from journal.domain.ledger.verdict import told_faults

    tell(_(DOES_NOT_AGREE).format(faults=told_faults(faults, spoken())))
    return FAILED


@contextmanager
def opened_to_read(place: JournalLocation) -> Iterator[Logbook]:
    """Open an existing journal without a lock, without changing anything, and leave nothing behind."""
    logbook = _opened(place, None, read_only=True)
    tell_by(logbook.zone, logbook.settings.language, logbook.settings.country)
    mask_as_set(logbook)
    try:
        yield logbook
    finally:
        logbook.close()


@contextmanager
def opened_to_write(place: JournalLocation, key: Key | None = None) -> Iterator[Logbook]:
    """Open an existing journal with its write lock, and with its key where that was asked for already.

    Raises ReadOnly where it cannot be written. Where all was saved and only the checkpoint fails, that is reported, and
    the command has done what it was asked.
    """
    logbook = _opened(place, key, read_only=False)
    tell_by(logbook.zone, logbook.settings.language, logbook.settings.country)
    mask_as_set(logbook)
    with closed_at_the_end(logbook):
        _require_writable(logbook)
        yield logbook


@contextmanager
def closed_at_the_end(logbook: Logbook) -> Iterator[None]:
    """Close a journal whatever happens; where all was saved and only the checkpoint fails, that is just told.

    Raises ChangedUnderneath.
    """
    try:
        yield
    except BaseException:
        with suppress(NotSaved):
            logbook.close()
        raise
    try:
        logbook.close()
    except ChangedUnderneath:
        raise
    except NotSaved as error:
        tell(_(NOT_CAUGHT_UP).format(why=reason_of(error)))


def reason_of(error: NotSaved) -> str:
    """Return the message of the operating system."""
    cause = error.__cause__
    return (cause.strerror if isinstance(cause, OSError) else None) or type(cause or error).__name__


def _require_writable(logbook: Logbook) -> None:
    if logbook.read_only:
        raise ReadOnly(logbook.read_only_reason)
