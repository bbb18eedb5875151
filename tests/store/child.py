"""A process of its own that saves in a row and reports each saved record, to be killed, filled up or raced against."""

from __future__ import annotations

import resource
import sys
from contextlib import suppress
from pathlib import Path

from journal.domain.entry import Entry
from journal.domain.errors import NotSaved, ReadOnly
from journal.logbook import Logbook
from journal.store.desk import Draft


def save_for_ever(path: Path) -> None:
    """Record entries and keep drafts until killed, saying each time what was saved."""
    logbook = Logbook(path)
    while True:
        number = logbook.state.next_entry
        logbook.keep_draft(Draft(id="d", kept_at="2026-11-22T14:03:00Z", typed={"account": f"It rang {number}"}))
        saved = logbook.record(Entry(kind="call_missed", account=f"It rang {number} times."), draft="d")
        _say(f"{saved.record} {saved.subject}")


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


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    what, where, *number = sys.argv[1:]
    if what == "for-ever":
        save_for_ever(Path(where))
    elif what == "some":
        save_some(Path(where), int(number[0]))
    else:
        save_until_full(Path(where), int(number[0]))
