"""A process of its own that saves in a row and reports each saved record, to be killed, filled up or raced against."""

from __future__ import annotations

import os
import resource
import sys
from contextlib import suppress
from pathlib import Path

from journal.domain.base.errors import NotSaved, ReadOnly
from journal.domain.entry.entry import Entry
from journal.logbook import Logbook
from journal.store.age.protection import Key
from journal.store.age.wraps import Wraps
from journal.store.file.mutable_state import Draft
from journal.store.ledger.passphrase_protection import PassphraseProtection
from tests.store.journals import add_exhibit
from tests.store.tracing import Tracer

QUIET = 0.005


def save_for_ever(path: Path, trace: Path, secret: str, kind: str) -> None:
    """Save until killed, saying each time what was saved, and each new key before it is used."""
    logbook = Logbook(path, quiet=QUIET, key=Key(secret) if secret else None)
    guard = PassphraseProtection(logbook._ledger, wrap=_announced)
    tracer = Tracer(trace)
    really_checkpoint = logbook._ledger.storage._timer._work

    def checkpoint() -> None:
        really_checkpoint()
        tracer.caught_up()

    logbook._ledger.storage._timer._work = checkpoint
    while True:
        number = logbook.state.next_entry
        tracer.saving(now=True)
        logbook.keep_draft(Draft(id="d", kept_at="2026-11-22T14:03:00Z", typed={"account": f"It rang {number}"}))
        logbook.record(Entry(kind="call_missed", account=f"It rang {number} times."), draft="d")
        if kind == "evidence" and number % 3 == 0:
            add_exhibit(logbook, os.urandom(100_000))
        if kind == "protect" and guard.protected and number % 2 == 0:
            guard.unprotect(logbook._ledger.storage.key)
        elif kind in {"passphrase", "protect"} and guard.protected:
            guard.change_passphrase(logbook._ledger.storage.key, "an invented passphrase")
        elif kind in {"passphrase", "protect"}:
            guard.protect("an invented passphrase")
        tracer.saving(now=False)
        assert logbook.last
        _say(f"{logbook.last.seq} {number}")


def save_some(path: Path, count: int) -> None:
    """Record so many entries, opening anew each time another window writes."""
    logbook = Logbook(path)
    done = 0
    while done < count:
        try:
            saved = logbook.record(Entry(kind="call_missed"))
        except ReadOnly:
            logbook.close()
            logbook = Logbook(path)
            continue
        done += 1
        _say(f"{saved.record} {saved.subject}")
        logbook.close()
        logbook = Logbook(path)
    logbook.close()


def save_until_full(path: Path, limit: int) -> None:
    """Record entries until the disk takes no more; 0 for the disk's own limit, else bytes in a file."""
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    logbook = Logbook(path)
    try:
        while True:
            saved = logbook.record(Entry(kind="call_missed", account="It rang. " * 200))
            _say(f"{saved.record} {saved.subject}")
    except NotSaved as error:
        _say(str(error))
    with suppress(NotSaved):
        logbook.close()


def _announced(key: Key, _passphrase: str, code: str) -> Wraps:
    _say(f"key {key._identity}")
    return Wraps(passphrase=f"-----BEGIN {code[:5]}-----", recovery=f"-----BEGIN {code[-5:]}-----")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    what, where, *more = sys.argv[1:]
    if what == "for-ever":
        save_for_ever(Path(where), Path(more[0]), sys.stdin.readline().strip(), more[1])
    elif what == "some":
        save_some(Path(where), int(more[0]))
    else:
        save_until_full(Path(where), int(more[0]))
