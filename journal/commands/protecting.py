"""`journal protect`, `journal passphrase`, `journal unprotect`: a passphrase set, changed or taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.error_reporting import DONE
from journal.commands.journal_location import key_of, opened_to_write
from journal.commands.output import say_words
from journal.commands.prompts import PassphrasePrompt, new_passphrase
from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from journal.commands.journal_location import JournalLocation

_PROTECTED = N_("The journal is protected. Only the passphrase, or this recovery code, opens it from now on:")
_WRITE_DOWN = N_(
    "Write the code on paper and keep it where nobody else looks. It is not shown again. When both are lost, the "
    "journal is lost. Copies made before still open as they did."
)
_CLEAR = N_("The journal has no passphrase any more: everybody who gets the file can read it.")


def protect(place: JournalLocation) -> int:
    """Set a passphrase on a journal that has none; raises as `PassphraseProtection.protect`."""
    with opened_to_write(place) as logbook:
        code = logbook.protection.protect(new_passphrase(_new(place)))
    return _show(code)


def change(place: JournalLocation) -> int:
    """Set another passphrase and draw another recovery code; raises as `PassphraseProtection.change_passphrase`."""
    key = key_of(place)
    with opened_to_write(place, key) as logbook:
        code = logbook.protection.change_passphrase(key, new_passphrase(_new(place)))
    return _show(code)


def unprotect(place: JournalLocation) -> int:
    """Take the passphrase away; raises as `PassphraseProtection.unprotect`."""
    key = key_of(place)
    with opened_to_write(place, key) as logbook:
        logbook.protection.unprotect(key)
    say_words([_(_CLEAR)])
    return DONE


def _new(place: JournalLocation) -> PassphrasePrompt:
    return PassphrasePrompt(place.new_passphrase_file, "--new-passphrase-file")


def _show(code: str) -> int:
    say_words([_(_PROTECTED), "", f"    {code}", "", _(_WRITE_DOWN)])
    return DONE
