"""What the product does, without a screen: entries in `book`, evidence in `exhibits`, everything around in `case`."""

from journal.logbook.book import Logbook
from journal.logbook.writing import Saved, Undone

__all__ = ["Logbook", "Saved", "Undone"]
