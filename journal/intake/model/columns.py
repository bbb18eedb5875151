"""Meaning of the columns of a table of calls or messages, known by their names or asked."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from journal.domain.base.errors import Refused
from journal.domain.text.words import N_, _
from journal.intake.model.found import SentBy

_OPEN = N_(
    "It is not clear what the columns of “{name}” mean: the date, the number, name or words, and who called or wrote "
    "have to be known. Nothing was brought in. “journal import” asks about each of them."
)


class Meaning(StrEnum):
    """What a column holds."""

    DAY = "day"
    CLOCK = "clock"
    WHEN = "when"
    """Date and time in one cell."""
    NUMBER = "number"
    CALLED = "called"
    """Number that the user called: the table lists only what she did herself."""
    NAME = "name"
    KIND = "kind"
    """Direction, kind or channel, or several of them in one cell."""
    DURATION = "duration"
    SECONDS = "seconds"
    """Duration in seconds, which the name of the column says."""
    WORDS = "words"
    CHAT = "chat"
    FILES = "files"
    NOTHING = ""


class Columns(Struct, frozen=True):
    """Meaning of each column of a table, with who called or wrote where no column tells it."""

    meanings: tuple[Meaning, ...]
    sent_by: SentBy | None = None

    def has(self, *meanings: Meaning) -> bool:
        """Test whether a column has one of these meanings."""
        return any(one in meanings for one in self.meanings)

    @property
    def whole(self) -> bool:
        """Whether the columns that an item needs are known."""
        who = (Meaning.NUMBER, Meaning.CALLED, Meaning.NAME, Meaning.WORDS, Meaning.CHAT)
        return self.has(Meaning.DAY, Meaning.WHEN) and self.has(*who)


Header = tuple[str, ...]
"""Names of the columns of a table."""


class ColumnsOpen(Refused):
    """The names of the columns do not tell all that is needed."""

    def __init__(self, name: str, header: Header, rows: tuple[tuple[str, ...], ...], columns: Columns) -> None:
        """Keep the table's names and first rows to ask about, and what is known; `columns.sent_by` None is asked."""
        self.header, self.rows, self.columns = header, rows, columns
        super().__init__(_(_OPEN).format(name=name))
