"""The application layer: every action of the product without a screen, entries in `book`, evidence in `exhibits`.

Reaches the hand-over, the store, evidence and the domain.
"""

from journal.logbook.book import Logbook
from journal.logbook.writing import Saved, Undone

__all__ = ["Logbook", "Saved", "Undone"]
