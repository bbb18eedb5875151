"""What a choice takes out of a journal, as values: the one source of every document, table and ledger that leaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.text.words import Words
from journal.handover.selection.choice import FILE_ITSELF, Exclusion, ObjectRef, Stays

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from journal.domain.case.order import Order
    from journal.domain.case.people import Person
    from journal.domain.case.report import Report
    from journal.domain.case.steps import StepMark
    from journal.domain.entry.facts import Fact
    from journal.domain.entry.history import History
    from journal.domain.evidence.custody import Movement
    from journal.domain.evidence.exhibit import Exhibit
    from journal.domain.ledger.case_object import Numbered
    from journal.domain.ledger.record import Record
    from journal.handover.selection.choice import Choice
    from journal.handover.selection.reaching import Reason


@dataclass(frozen=True)
class ChosenEntry:
    """An entry that leaves."""

    history: History
    """Its versions, without what stays here in any of them; take words from `facts`."""
    facts: tuple[Fact, ...]
    """What it says now, without what stays here, in the words of the choice's language."""
    exhibits: tuple[int, ...]
    reports: tuple[int, ...]


@dataclass(frozen=True)
class PreviewField:
    """One field that leaves, for the preview."""

    about: str
    """What it belongs to, in words: `entry 12`, `exhibit 3`."""
    label: str
    said: str
    thing: ObjectRef | None = None
    """What it belongs to; None for what is of the journal itself or of the sender."""
    field: str = ""
    """The name of the field; empty for the line that tells why the whole thing leaves."""

    @property
    def is_field(self) -> bool:
        """Whether something leaves with this line, which does not only tell why."""
        return self.thing is None or bool(self.field)


@dataclass(frozen=True)
class Chosen:
    """Everything that leaves, and what is needed to say how it came about."""

    choice: Choice
    made: datetime
    """When it was made, in the journal's zone."""
    records: int
    """How many records the whole ledger has."""
    head: str
    """The digest of its last record, hexadecimal."""
    entries: tuple[ChosenEntry, ...]
    """Oldest first; withdrawn entries are among them, to be shown as withdrawn."""
    exhibits: tuple[Exhibit, ...]
    movements: tuple[Movement, ...]
    people: Mapping[int, Person]
    """Everybody who is named, without what stays here."""
    reports: tuple[Report, ...]
    orders: tuple[Order, ...]
    steps: Mapping[str, StepMark]
    left_out: Mapping[int, tuple[str, ...]]
    """By record: the names of the fields that are blackened in the ledger that leaves."""
    ledger: Sequence[Record]
    """The records as they leave, with those fields blackened."""
    read: Callable[[int, Callable[[bytes], object]], object]
    """Hands over the bytes of an exhibit part by part; raises what `Exhibits.read` raises."""
    why: Mapping[ObjectRef, Reason]
    """Everything that leaves, each with why it does."""
    of_entries: int
    """How many entries the log has in all; more than `entries` where this is a part."""
    shared: frozenset[ObjectRef]
    """The reports, orders, people and exhibits that belong to entries which stay here too."""
    perhaps: frozenset[int] = frozenset()
    """The entries that lie perhaps, and not surely, in the chosen days; they leave unless the choice says no."""
    withdrawn: tuple[Numbered, ...] = ()
    """What no longer counts and is in the ledger all the same, in an archive of one's own."""

    @property
    def is_part(self) -> bool:
        """Whether some entry of the log was not chosen, so that nothing counted here is counted of the whole."""
        return len(self.entries) < self.of_entries

    def is_shared(self, sort: str, number: int) -> bool:
        """Tell whether something belongs to entries that stay here too."""
        return ObjectRef(sort, number) in self.shared

    def gives(self, number: int) -> bool:
        """Tell whether the file of an exhibit leaves, and not only its place in the list."""
        out = Exclusion(ObjectRef("exhibit", number), FILE_ITSELF)
        return not self.choice.keeps(Stays.ORIGINALS) and out not in self.choice.without

    @property
    def words(self) -> Words:
        """How its documents tell it: in the chosen language, by the clock of the journal's zone."""
        return Words(self.choice.language, self.made.tzinfo)

    def content(self, number: int) -> bytes:
        """Return the bytes of an exhibit; raises as `read`."""
        parts: list[bytes] = []
        self.read(number, parts.append)
        return b"".join(parts)
