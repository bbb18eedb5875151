"""The application layer: every action of the product without a screen, entries in `book`, evidence in `exhibits`.

Reaches the hand-over, the store, evidence and the domain.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from journal.logbook.book import Logbook
    from journal.logbook.writing import Saved, Undone

__all__ = ["Logbook", "Saved", "Undone"]


def __getattr__(name: str) -> Any:
    """Import what is asked for here only then: adding an entry by the end of the file needs no whole logbook."""
    if name not in __all__:
        raise AttributeError(name)
    from journal.logbook import book, writing

    return getattr(book if name == "Logbook" else writing, name)
