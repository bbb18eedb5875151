"""Action ids: the stable vocabulary of everything that a record can log."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """Type of a record, by stable id: subject and verb."""

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
    KEPT_HEAD_ADDED = "kept_head.added"
    KEPT_HEAD_AMENDED = "kept_head.amended"
    KEPT_HEAD_WITHDRAWN = "kept_head.withdrawn"
    EVENT_ADDED = "event.added"
    EVENT_AMENDED = "event.amended"
    EVENT_WITHDRAWN = "event.withdrawn"
    STEP_MARKED = "step.marked"
    BACKUP_MADE = "backup.made"
    HANDED_OVER = "handed.over"
    """A hand-over: its files and receiver, with the fields of `logbook.handing`."""
    EXHIBIT_ERASED = "exhibit.erased"
    """The bytes of an exhibit were erased on purpose; `erases_files` lists their rows. Its metadata stays."""
    FIELD_ERASED = "field.erased"
    """A field was erased on purpose, in every version; `erases` lists the record numbers and names."""
    JOURNAL_RECOVERED = "journal.recovered"
    """The ledger continues here after a recovery from a damaged file; `missing` lists the numbers of the lost records.
    """
    STAMP_ADDED = "stamp.added"

    @property
    def subject(self) -> str:
        """Sort of object that the action concerns; also the name of the field with the object's number."""
        subject = self.value.partition(".")[0]
        return "entry" if subject == "item" else subject
