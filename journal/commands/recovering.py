"""`journal recover DAMAGED NEW`: saves what a damaged file still holds into a new file, and reports what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.error_reporting import DONE
from journal.commands.output import say_words
from journal.commands.prompts import PassphrasePrompt, passphrase
from journal.domain.base.clock import system_clock, system_salts
from journal.domain.text.harmless import harmless
from journal.domain.text.words import _, spoken
from journal.store.age.protection import Tampered, WrongPassphrase, unlock
from journal.store.copies.recovery import recover, wraps_of
from journal.store.disk.timezones import zone_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from journal.store.age.wraps import Wraps
    from journal.store.copies.rebuilding import Protection


def run(damaged: Path, new: Path, *, passphrase_file: Path | None) -> int:
    """Write the new file and report what is in it and what is missing; the damaged file is only read."""
    damaged, new = damaged.expanduser(), new.expanduser()
    wraps = wraps_of(damaged)
    protection = _unlocked(wraps, passphrase(PassphrasePrompt(passphrase_file))) if wraps else None
    now = system_clock().astimezone(zone_of(""))
    found = recover(damaged, new, now=now, salts=system_salts, protection=protection)
    say_words(
        [
            _("The new file is {path}. The damaged file was left as it is.").format(path=harmless(str(new))),
            *found.sentences(spoken()),
        ]
    )
    return DONE


def _unlocked(wraps: Sequence[Wraps], typed: str) -> Protection:
    """Unwrap the key from whichever copy of it is still whole."""
    *others, last = dict.fromkeys(wraps)
    for copy in others:
        try:
            return unlock(copy, typed), copy
        except (WrongPassphrase, Tampered):
            continue
    return unlock(last, typed), last
