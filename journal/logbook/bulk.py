"""Acts on several entries at once, each recorded in one save, which one undo takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.base.errors import Refused
from journal.domain.case.case_event import CaseEvent
from journal.domain.case.people import Person
from journal.domain.case.report import Report
from journal.domain.entry.entry import changed
from journal.domain.entry.records_of import read_ahead
from journal.domain.evidence.checklist import UNMARKED, Mark
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.domain.ledger.actions import Action
from journal.domain.state import rules
from journal.domain.state.mentions import MentionRole
from journal.domain.text.words import _
from journal.logbook.writing import Saved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from journal.domain.entry.entry import Entry
    from journal.domain.entry.history import History
    from journal.logbook.exhibits import OneAction
    from journal.logbook.writing import Writing


class SavedTogether(Saved, frozen=True):
    """Result of an act on several entries."""

    count: int = 0
    """Number of entries that it changed."""


class Bulk:
    """Operations on several entries; every method that saves raises as those of the logbook.

    Withdrawn entries, and those of which it holds already, stay as they are; Refused where there is no other one.
    """

    def __init__(self, writing: Writing) -> None:
        """Bind to the ledger of an open journal."""
        self._writing = writing

    def tag(self, numbers: Iterable[int], tags: Sequence[str], reason: str) -> SavedTogether:
        """Record an amendment of each entry that adds these tags."""
        return self._amend(numbers, lambda one: replace(one, tags=_with(one.tags, tags)), reason)

    def name_person(self, numbers: Iterable[int], person: int, role: MentionRole, reason: str) -> SavedTogether:
        """Record an amendment of each entry that names a person in this role; a witness is added to the others."""
        rules.require_standing(self._writing.state, Person, person)

        def named(one: Entry) -> Entry:
            value = _with(one.witnesses, [person]) if role is MentionRole.WITNESS else person
            return replace(one, **{role.value: value})

        return self._amend(numbers, named, reason)

    def add_to_report(self, numbers: Iterable[int], report: int) -> SavedTogether:
        """Record an amendment of a report that adds these entries to those that it covers."""
        before = rules.require_standing(self._writing.state, Report, report).entries
        return self._added(numbers, before, Action.REPORT_AMENDED, report)

    def add_to_event(self, numbers: Iterable[int], event: int) -> SavedTogether:
        """Record an amendment of an event that adds these entries to it."""
        before = rules.require_standing(self._writing.state, CaseEvent, event).entries
        return self._added(numbers, before, Action.EVENT_AMENDED, event)

    def new_event(self, numbers: Iterable[int], name: str) -> SavedTogether:
        """Record a new event with this name to which these entries belong."""
        held = [one.number for one in self._standing(numbers)]
        number = self._writing.state.of(CaseEvent).next
        return self._saved([(Action.EVENT_ADDED, number, {"name": name, "entries": held})] if held else [], len(held))

    def link_exhibit(self, numbers: Iterable[int], exhibit: int) -> SavedTogether:
        """Record a link of an exhibit to each entry."""
        rules.require_standing(self._writing.state, Exhibit, exhibit)
        known = self._writing.state.links.get(exhibit, {})
        targets = (Target(entry=one.number) for one in self._standing(numbers))
        return self._saved([(Action.EXHIBIT_LINKED, exhibit, one.fields()) for one in targets if one not in known])

    def mark(self, numbers: Iterable[int], item: str, mark: Mark) -> SavedTogether:
        """Record the mark of a checklist item of each entry that has it; an empty note keeps the one that is there."""
        actions: list[OneAction] = []
        for one in self._standing(numbers):
            if item not in {line.item.id for line in one.checklist}:
                continue
            before = one.marks.get(item, UNMARKED)
            said = replace(mark, note=mark.note or before.note, label=before.label)
            if said != before:
                actions.append((Action.ITEM_MARKED, one.number, said.said_of(item)))
        return self._saved(actions)

    def withdraw(self, numbers: Iterable[int], reason: str) -> SavedTogether:
        """Record the withdrawal of each entry."""
        said = {"reason": reason}
        return self._saved([(Action.ENTRY_WITHDRAWN, one.number, said) for one in self._standing(numbers)])

    def _added(self, numbers: Iterable[int], before: Iterable[int], action: Action, subject: int) -> SavedTogether:
        """Record the amendment that adds entries to those of a subject."""
        new = {one.number for one in self._standing(numbers)} - {*before}
        fields = {"entries": sorted({*before, *new})}
        return self._saved([(action, subject, fields)] if new else [], len(new))

    def _amend(self, numbers: Iterable[int], amended: Callable[[Entry], Entry], reason: str) -> SavedTogether:
        standing = self._standing(numbers)
        read_ahead(standing)
        new = ((one.number, changed(one.entry, amended(one.entry))) for one in standing)
        said = {"reason": reason}
        return self._saved([(Action.ENTRY_AMENDED, number, fields | said) for number, fields in new if fields])

    def _standing(self, numbers: Iterable[int]) -> list[History]:
        """Return the entries with these numbers that are not withdrawn, by number."""
        entries = self._writing.state.entries
        return [entries[one] for one in sorted({*numbers}) if one in entries and not entries[one].withdrawn]

    def _saved(self, actions: Sequence[OneAction], count: int = 0) -> SavedTogether:
        if not actions:
            raise Refused(_("Nothing was changed, so nothing was recorded."))
        saved = self._writing.append_all(actions)[-1]
        return SavedTogether(saved.record, count=count or len(actions))


def _with(there: Sequence[object], more: Iterable[object]) -> tuple[object, ...]:
    """Return what is there and then what is new, nothing twice."""
    return tuple(dict.fromkeys([*there, *more]))
