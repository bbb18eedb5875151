"""The acts of plain mode, each with its letter: one table, from which menu and help follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.text.words import N_, _, labelled
from journal.plain.attaching import attach
from journal.plain.bringing_in import bring_in_files
from journal.plain.checking_off import check_off
from journal.plain.keeping import back_up, passphrase, tell_help_lines, verify
from journal.plain.people import tell_people
from journal.plain.reading import find, list_entries
from journal.plain.recording import add_entry, amend, cross_out, go_on
from journal.plain.settings import choose_settings
from journal.plain.sharing import hand_over_files
from journal.plain.topics import tell_topics
from journal.plain.undoing import redo, undo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from journal.plain.room import PlainRoom

    Act = Callable[[PlainRoom], None]


class PlainAct(Struct, frozen=True):
    """Something that can be done, chosen by a letter."""

    letter: str
    title: str
    """Marked."""
    do: Act
    """Asks and does it; raises Left where the person goes back, and JournalError."""


ACTS = (
    PlainAct("a", N_("Add an entry: write down what happened"), add_entry),
    PlainAct("l", N_("List the entries, the latest first"), list_entries),
    PlainAct("f", N_("Find entries by words"), find),
    PlainAct("c", N_("Checklist of an entry: what to keep as evidence"), check_off),
    PlainAct("e", N_("Attach a file as evidence"), attach),
    PlainAct("m", N_("Amend an entry"), amend),
    PlainAct("x", N_("Cross out an entry, or let it count again"), cross_out),
    PlainAct("d", N_("Drafts: what was typed and not saved"), go_on),
    PlainAct("h", N_("Hand over: documents for the police, a lawyer or somebody else"), hand_over_files),
    PlainAct("i", N_("Import what a phone, a chat or a mail program exported"), bring_in_files),
    PlainAct("b", N_("Back up to another folder, best a USB stick"), back_up),
    PlainAct("v", N_("Verify that nothing was changed, removed or slipped in"), verify),
    PlainAct("p", N_("People of the case: hear them, add somebody"), tell_people),
    PlainAct("k", N_("Key: set, change or remove the passphrase"), passphrase),
    PlainAct("n", N_("Numbers of help lines"), tell_help_lines),
    PlainAct("w", N_("What words mean, what to keep, what this program cannot do, how to check the log"), tell_topics),
    PlainAct("s", N_("Settings: language, plain mode or full screen, masked names"), choose_settings),
    PlainAct("u", N_("Undo what was saved last"), undo),
    PlainAct("r", N_("Do again what was undone last"), redo),
)


def act_called(typed: str) -> PlainAct | None:
    """Return the act with this letter; None where none has it."""
    return next((one for one in ACTS if one.letter == typed.casefold()), None)


def in_facts(acts: Sequence[PlainAct]) -> Iterator[str]:
    """Yield each act as its letter and what it does."""
    return (labelled(one.letter, _(one.title)) for one in acts)
