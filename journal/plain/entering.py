"""The way into a journal line by line: the first start before there is a file, or the passphrase."""

from __future__ import annotations

import sys
from math import ceil
from time import sleep
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.commands.error_reporting import InputEnded, Left
from journal.commands.journal_location import key_of
from journal.commands.line_answers import answer, figures, secret
from journal.commands.output import tell
from journal.domain.base.clock import system_clock
from journal.domain.base.errors import Locked
from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_, _, many
from journal.plain.settings import speak_asked_language

if TYPE_CHECKING:
    from pathlib import Path

    from journal.commands.journal_location import JournalLocation
    from journal.logbook import Logbook
    from journal.store.age.protection import Key

_BEGIN = N_("Begin a journal here? Type the figure.")
_WAYS = (N_("Yes, and set a passphrase"), N_("Yes, without a passphrase"), N_("No: quit, and make nothing"))
_PASSPHRASE = N_("Passphrase or recovery code. It is not shown while you type.")
_PASSPHRASE_HELP = N_(
    "The passphrase that was set on this journal, or the recovery code from your paper. Nothing else opens it."
)
_NEW = N_("New passphrase. It is not shown while you type.")
_ONCE_MORE = N_("The same once more.")
_NEW_HELP = N_(
    "Several words that nobody guesses are best. Nobody can open the journal without it, or the recovery code."
)
_DIFFER = N_("The two were not the same. Please type both again.")
_CODE_HELP = N_("It shows that the code is right on paper. To go on without this check, type q.")
_NOT_CHECKED = N_("The code was not checked. The passphrase is set all the same.")
_CODE = N_("This is the recovery code, group by group:")


def entered(place: JournalLocation, *, read_only: bool) -> Logbook:
    """Return the opened journal, begun where there is none yet.

    Raises Left where the person leaves, and JournalError where it cannot be opened.
    """
    from journal.logbook import Logbook

    if not (read_only or place.path.exists()):
        return _begun(place.path)
    try:
        return Logbook(place.existing, read_only=read_only)
    except Locked:
        return Logbook(place.existing, read_only=read_only, key=_key(place))


def _key(place: JournalLocation) -> Key:
    """Return the key by the passphrase in a file, or else asked for; raises Left, and as `key_of`."""
    if sys.stdin.isatty() and not place.passphrase_file:
        return asked_key(place.existing)
    key = key_of(place)
    if key is None:
        raise Left
    return key


def asked_key(path: Path) -> Key:
    """Return the key of the journal at a path, asking until the passphrase is right; raises Left."""
    from journal.store.age.protection import WrongPassphrase
    from journal.ui.safety.doorkeeper import Doorkeeper

    keeper = Doorkeeper(path, system_clock)
    while True:
        typed = secret(_(_PASSPHRASE), lambda: [_(_PASSPHRASE_HELP)])
        if (seconds := keeper.waiting()) > 0:
            whole = ceil(seconds)
            told = many(
                "One moment: {count} second until the next try.",
                "One moment: {count} seconds until the next try.",
                whole,
            )
            tell(told.format(count=whole))
            sleep(seconds)
        try:
            return keeper.attempt(typed)
        except WrongPassphrase as error:
            tell(str(error))


def _begun(path: Path) -> Logbook:
    """Say what to know before anything is written, and begin the journal at the path; raises Left."""
    from journal.logbook import Logbook

    language = speak_asked_language()
    for sentence in _before(path.parent):
        tell(sentence)
    chosen = None
    while not chosen:
        chosen = figures(_(_BEGIN), [_(way) for way in _WAYS], lambda: _before(path.parent))
    if chosen[0] == 2:
        raise Left
    passphrase = new_secret() if chosen[0] == 0 else ""
    logbook = Logbook(path)
    if language:
        logbook.choose(replace(logbook.settings, language=language))
    try:
        if passphrase:
            tell_code(logbook.protection.protect(passphrase))
    except BaseException:
        logbook.close()
        raise
    return logbook


def _before(folder: Path) -> list[str]:
    from journal.domain.ledger.sync_services import service_of
    from journal.ui.safety import first_start as said

    shared = [_(said.SHARED).format(service=service)] if (service := service_of(folder)) else []
    where = _(said.IN_ONE_FILE) + harmless(str(folder))
    return [_(said.ONLY_YOURS), _(said.IF_NOT), where, *shared, _(said.WHAT_IT_DOES)]


def new_secret() -> str:
    """Ask for a new passphrase, typed twice; raises Left."""
    while True:
        typed = secret(_(_NEW), lambda: [_(_NEW_HELP)])
        if typed and typed == secret(_(_ONCE_MORE), lambda: [_(_NEW_HELP)]):
            return typed
        tell(_(_DIFFER))


def tell_code(code: str) -> None:
    """Tell a recovery code group by group, and ask for the last group until it is right or passed over.

    Raises InputEnded.
    """
    from journal.domain.ledger.recovery_code import read
    from journal.ui.safety import recovery_code as said

    tell(_(said.WHAT_IT_IS))
    tell(_(_CODE))
    groups = code.split("-")
    for group in groups:
        tell(group)
    before = code.removesuffix(groups[-1])
    while True:
        try:
            typed = answer(_(said.LAST_GROUP), lambda: [_(_CODE_HELP)]).strip()
        except InputEnded:
            raise
        except Left:
            tell(_(_NOT_CHECKED))
            return
        if code in {read(before + typed), read(typed)}:
            return
        tell(_(said.NOT_THE_LAST))
