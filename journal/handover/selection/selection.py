"""Result of a selection, as values: the one source of every document, table and ledger that leaves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from journal.handover.selection.choice import FILE_ITSELF, Exclusion, ObjectRef, Stays
from journal.handover.selection.third_person_labels import DocumentWords

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from journal.domain.case.case_event import CaseEvent
    from journal.domain.case.order import Order
    from journal.domain.case.people import Person
    from journal.domain.case.report import Report
    from journal.domain.case.steps import StepMark
    from journal.domain.entry.history import History
    from journal.domain.entry.rendering import RenderedField
    from journal.domain.evidence.custody import Movement
    from journal.domain.evidence.exhibit import Exhibit
    from journal.domain.ledger.case_object import Numbered
    from journal.domain.text.words import Words
    from journal.handover.selection.choice import HandoverChoice
    from journal.handover.selection.reaching import Reason
    from journal.handover.selection.redaction import LeavingLedger
    from journal.handover.selection.supplement import SinceThen


@dataclass(frozen=True)
class SelectedEntry:
    """Selected entry."""

    history: History
    """Its versions, redacted; take words from `fields`."""
    fields: tuple[RenderedField, ...]
    """Its present fields, redacted, in the words of the output language."""
    exhibits: tuple[int, ...]
    reports: tuple[int, ...]


@dataclass(frozen=True)
class PreviewField:
    """Field that leaves or stays, for the preview."""

    about: str
    """The object that it belongs to, in words: `entry 12`, `exhibit 3`."""
    label: str
    said: str
    thing: ObjectRef | None = None
    """The object that it belongs to; None for the journal itself or the sender."""
    field: str = ""
    """Name of the field; empty for the line that tells why the whole object leaves."""

    @property
    def is_field(self) -> bool:
        """Whether this is a field, and not only the line that tells why."""
        return self.thing is None or bool(self.field)


@dataclass(frozen=True)
class Selection:
    """Selected and redacted content of a hand-over, and how it came about."""

    choice: HandoverChoice
    made: datetime
    """Time of making, in the journal's zone."""
    records: int
    """Number of records of the whole ledger."""
    head: str
    """Digest of its last record, hexadecimal."""
    entries: tuple[SelectedEntry, ...]
    """Oldest first; withdrawn entries are included, to be shown as withdrawn."""
    exhibits: tuple[Exhibit, ...]
    movements: tuple[Movement, ...]
    people: Mapping[int, Person]
    """Everybody who is named, redacted."""
    reports: tuple[Report, ...]
    orders: tuple[Order, ...]
    events: tuple[CaseEvent, ...]
    """Each with those of its entries that leave."""
    steps: Mapping[str, StepMark]
    left_out: Mapping[int, tuple[str, ...]]
    """Names of the fields that are redacted in the exported ledger, by record."""
    times_left_out: Mapping[int, int]
    """Number of those records by object, as the hash of its reference."""
    ledger: LeavingLedger
    """The records as exported, with those fields redacted."""
    read: Callable[[int, Callable[[bytes], object]], object]
    """Callback that writes the bytes of an exhibit part by part; raises what `Exhibits.read` raises."""
    why: Mapping[ObjectRef, Reason]
    """Everything that leaves, each with its reason."""
    of_entries: int
    """Number of entries of the whole log; more than `entries` where this is a part."""
    shared: frozenset[ObjectRef]
    """Reports, orders, events, people and exhibits that also belong to entries outside the selection."""
    perhaps: frozenset[int] = frozenset()
    """Entries that lie perhaps, and not surely, in the chosen days; included unless the choice says no."""
    changes: Mapping[int, SinceThen] = field(default_factory=dict)
    """What became of each entry of a supplement since the earlier hand-over; empty for no supplement."""
    withdrawn: tuple[Numbered, ...] = ()
    """Withdrawn objects, which are in the ledger all the same, in an archive of one's own."""

    @property
    def is_part(self) -> bool:
        """Whether some entry of the log was not selected, so that no count here is one of the whole."""
        return len(self.entries) < self.of_entries

    def is_shared(self, sort: str, number: int) -> bool:
        """Return whether an object also belongs to entries outside the selection."""
        return ObjectRef(sort, number) in self.shared

    def gives(self, number: int) -> bool:
        """Return whether the file of an exhibit leaves, and not only its place in the list."""
        out = Exclusion(ObjectRef("exhibit", number), FILE_ITSELF)
        return not self.choice.keeps(Stays.ORIGINALS) and out not in self.choice.without

    @property
    def words(self) -> Words:
        """Catalogue of the output language, with the clock of the journal's zone."""
        return DocumentWords(self.choice.language, self.made.tzinfo)

    def content(self, number: int) -> bytes:
        """Read the bytes of an exhibit into memory; raises as `read`."""
        parts: list[bytes] = []
        self.read(number, parts.append)
        return b"".join(parts)
