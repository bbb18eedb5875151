"""Parser of typed times in Dutch, French and English; ambiguous input is returned as a question, never guessed.

A time in the future is never returned unasked as the time of an event: where the words also fit the past, that option
comes first; where they do not, the single reading has to be confirmed.
"""

from typing import TYPE_CHECKING, Any

from journal.domain.time.reading.answer import Direction, NotUnderstood, Question, Reading, Understood

if TYPE_CHECKING:
    from journal.domain.time.reading.typed_time import read

__all__ = ["Direction", "NotUnderstood", "Question", "Reading", "Understood", "read"]


def __getattr__(name: str) -> Any:
    """Import the grammars of the languages only when a time is read: they take longer than the first screen."""
    if name != "read":
        raise AttributeError(name)
    from journal.domain.time.reading.typed_time import read

    return read
