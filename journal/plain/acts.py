"""The acts of plain mode, each with its letter: one table, from which menu and help follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.text.words import N_, _
from journal.plain.reading import find, list_entries
from journal.plain.recording import add_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from journal.logbook import Logbook

    Act = Callable[[Logbook], None]


class PlainAct(Struct, frozen=True):
    """Something that can be done, chosen by a letter."""

    letter: str
    title: str
    """Marked."""
    do: Act
    """Asks and does it; raises Left where the person goes back, and JournalError."""


ACTS = (
    PlainAct("a", N_("add: write down what happened"), add_entry),
    PlainAct("l", N_("list the entries, the latest first"), list_entries),
    PlainAct("f", N_("find entries by words"), find),
)


def act_called(typed: str) -> PlainAct | None:
    """Return the act with this letter; None where none has it."""
    return next((one for one in ACTS if one.letter == typed.casefold()), None)


def in_facts(acts: Sequence[PlainAct]) -> Iterator[str]:
    """Yield each act as its letter and what it does."""
    return (f"{one.letter}: {_(one.title)}" for one in acts)
