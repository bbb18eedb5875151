"""The acts that a record can hold, by their stable ids, and the names of the fields that say what they are about."""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """What was done to the journal."""

    JOURNAL_BEGUN = "journal.begun"
    ENTRY_RECORDED = "entry.recorded"
    ENTRY_AMENDED = "entry.amended"
    ENTRY_WITHDRAWN = "entry.withdrawn"
    ENTRY_REINSTATED = "entry.reinstated"
    ITEM_MARKED = "item.marked"
    PERSON_ADDED = "person.added"
    PERSON_AMENDED = "person.amended"
    PERSON_WITHDRAWN = "person.withdrawn"
    BACKUP_MADE = "backup.made"
    FIELD_ERASED = "field.erased"
    """A field was erased on purpose, in every version; `erases` lists where."""
    JOURNAL_RECOVERED = "journal.recovered"
    """What could be saved from a damaged file went on here; `missing` lists the numbers that could not."""
    STAMP_ADDED = "stamp.added"
