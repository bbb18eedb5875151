"""Protected journals for the tests; where the passphrase itself is not the subject, it costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.logbook import Logbook
from journal.store.age.wraps import Wraps
from journal.store.ledger.passphrase_protection import PassphraseProtection
from tests.store.journals import Clock, a_logbook, salts

if TYPE_CHECKING:
    from pathlib import Path

    from journal.store.age.protection import Key

TYPED = "an invented passphrase"


def in_no_time(_key: Key, _passphrase: str, code: str) -> Wraps:
    """Instead of the seconds of work that a passphrase costs: texts that differ each time and open nothing."""
    return Wraps(passphrase=f"-----BEGIN {code[:5]}-----", recovery=f"-----BEGIN {code[-5:]}-----")


def guard_of(logbook: Logbook) -> PassphraseProtection:
    return PassphraseProtection(logbook._ledger, wrap=in_no_time)


def protect(logbook: Logbook) -> Key:
    guard_of(logbook).protect(TYPED)
    return key_of(logbook)


def key_of(logbook: Logbook) -> Key:
    key = logbook._ledger.storage.key
    assert key
    return key


def a_protected_journal(path: Path, *, entries: int = 3) -> Key:
    """Make a closed protected journal and return its key."""
    logbook = a_logbook(path, entries=entries)
    key = protect(logbook)
    logbook.close()
    return key


def unlocked(path: Path, key: Key, *, quiet: float | None = None, read_only: bool = False) -> Logbook:
    return Logbook(path, clock=Clock(), salts=salts(), quiet=quiet, read_only=read_only, key=key)
