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
    EXHIBIT_ADDED = "exhibit.added"
    """The fields of a `Target` among its own are its first link."""
    EXHIBIT_AMENDED = "exhibit.amended"
    EXHIBIT_WITHDRAWN = "exhibit.withdrawn"
    EXHIBIT_LINKED = "exhibit.linked"
    EXHIBIT_UNLINKED = "exhibit.unlinked"
    MOVEMENT_ADDED = "movement.added"
    MOVEMENT_AMENDED = "movement.amended"
    MOVEMENT_WITHDRAWN = "movement.withdrawn"
    REPORT_ADDED = "report.added"
    REPORT_AMENDED = "report.amended"
    REPORT_WITHDRAWN = "report.withdrawn"
    ORDER_ADDED = "order.added"
    ORDER_AMENDED = "order.amended"
    ORDER_WITHDRAWN = "order.withdrawn"
    STEP_MARKED = "step.marked"
    BACKUP_MADE = "backup.made"
    HANDED_OVER = "handed.over"
    """What left, for whom, in which files; the fields of `logbook.handing`."""
    EXHIBIT_ERASED = "exhibit.erased"
    """The bytes of an exhibit were erased on purpose; `erases_files` lists their rows. Everything else of it stays."""
    FIELD_ERASED = "field.erased"
    """A field was erased on purpose, in every version; `erases` lists where."""
    JOURNAL_RECOVERED = "journal.recovered"
    """What could be saved from a damaged file went on here; `missing` lists the numbers that could not."""
    STAMP_ADDED = "stamp.added"

    @property
    def subject(self) -> str:
        """What it is done to, which also is the field by which its record says to which one."""
        subject = self.value.partition(".")[0]
        return "entry" if subject == "item" else subject
