"""Service layer: the whole product without a screen. Entries in `book`, evidence in `exhibits`, the rest in `case`."""

from journal.logbook.book import Logbook
from journal.logbook.writing import Saved, Undone

__all__ = ["Logbook", "Saved", "Undone"]
