"""Acts on a journal, to be tried where something fails, and what stands after them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from journal.domain.base.errors import JournalError
from journal.domain.evidence.checklist import ItemState, Mark
from journal.logbook import Logbook
from journal.store.file.mutable_state import Draft
from tests.store.journals import a_journal, a_logbook, an_entry
from tests.store.protected import a_protected_journal, unlocked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.faults import Saboteur

ENTRIES = 3
DRAFT = Draft(id="d", kept_at="2026-11-22T14:03:00Z", typed={"account": "It rang ag"})


def record(logbook: Logbook) -> None:
    logbook.record(an_entry("It rang again."), draft="d")


def amend(logbook: Logbook) -> None:
    logbook.amend(1, an_entry("It rang twice."), "Counted again.")


def withdraw(logbook: Logbook) -> None:
    logbook.withdraw(1, "By mistake.")


def mark(logbook: Logbook) -> None:
    logbook.mark(1, "rings", Mark(state=ItemState.DONE))


def undo(logbook: Logbook) -> None:
    logbook.undo()


def keep_draft(logbook: Logbook) -> None:
    logbook.keep_draft(DRAFT)


ACTS = (record, amend, withdraw, mark, undo, keep_draft)
Act = Callable[[Logbook], None]
COMPARING = ("open", "fstat", "pread")
APPENDING = ("write", "fsync")
BY_ITSELF = ("journal.json",)


def attempt(act: Act, logbook: Logbook) -> str:
    """What the person is told when the act fails; nothing where it was reported done."""
    try:
        act(logbook)
    except JournalError as error:
        return str(error)
    return ""


def calls_of(act: Act, path: Path, saboteur: Saboteur, *, protected: bool = False) -> list[str]:
    """The names of all calls that the act makes on a journal at the path."""
    logbook = opened(path, protected=protected)
    with saboteur.watching():
        act(logbook)
    logbook.close()
    path.unlink()
    return saboteur.calls


def opened(path: Path, *, protected: bool = False) -> Logbook:
    """A journal with some entries, opened anew, so that nothing lies beside it yet."""
    if protected:
        return unlocked(path, a_protected_journal(path, entries=ENTRIES))
    return a_logbook(a_journal(path, entries=ENTRIES))


def reread(logbook: Logbook) -> Logbook:
    """The same journal as somebody reads it from the disk now."""
    return Logbook(logbook.path, read_only=True, key=logbook._ledger.storage.key)


def check_once(act: Act, logbook: Logbook) -> None:
    """The act stands exactly once, in memory and on the disk."""
    reopened = reread(logbook)
    records = logbook.verify().records
    assert records == (1 + ENTRIES if act is keep_draft else 2 + ENTRIES)
    assert logbook.verify().sound
    assert logbook.last == reopened.last
    assert logbook.drafts == reopened.drafts == ((DRAFT,) if act is keep_draft else ())
    assert {number: one.versions for number, one in logbook.state.entries.items()} == {
        number: one.versions for number, one in reopened.state.entries.items()
    }
    if act is record:
        assert [logbook.state.entries[number].entry.account for number in sorted(logbook.state.entries)] == [
            "It rang 1 times.",
            "It rang 2 times.",
            "It rang 3 times.",
            "It rang again.",
        ]
