"""Meaning of the columns of a table of calls or messages, known by their names or asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from journal.domain.base.errors import Refused
from journal.domain.text.labelled import LabelledEnum
from journal.domain.text.words import N_, _
from journal.intake.model.found import SentBy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.intake.model.source import Source

_OPEN = N_(
    "It is not clear what the columns of “{name}” mean: the date, the number, name or words, and who called or wrote "
    "have to be known. Nothing was brought in."
)
_WHICH_DATE = N_("Which column holds the date?")
_WHICH_WHO = N_("Which column holds the number, the name or the words?")


class Meaning(LabelledEnum):
    """What a column holds."""

    DAY = "day", N_("date")
    CLOCK = "clock", N_("time")
    WHEN = "when", N_("date and time")
    NUMBER = "number", N_("number of the other person")
    CALLED = "called", N_("number that you called")
    """The table lists only what the user did herself."""
    NAME = "name", N_("name of the other person")
    KIND = "kind", N_("kind, or whether it came in or went out")
    """Direction, kind or channel, or several of them in one cell."""
    DURATION = "duration", N_("duration")
    SECONDS = "seconds", N_("duration in seconds")
    WORDS = "words", N_("words of the message")
    CHAT = "chat", N_("name of the chat")
    FILES = "files", N_("attached files")
    NOTHING = "", N_("none of these")


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
        return not self.lacking

    @property
    def lacking(self) -> str:
        """Marked question about what is not known and is needed; empty where all of it is known."""
        if not self.has(Meaning.DAY, Meaning.WHEN):
            return _WHICH_DATE
        if not self.has(Meaning.NUMBER, Meaning.CALLED, Meaning.NAME, Meaning.WORDS, Meaning.CHAT):
            return _WHICH_WHO
        return ""

    def with_meanings(self, meanings: Iterable[Meaning]) -> Columns:
        """Return the columns with these meanings; what is told by one of them is asked no longer."""
        changed = replace(self, meanings=tuple(meanings))
        if changed.has(Meaning.CALLED) and not self.has(Meaning.CALLED):
            return replace(changed, sent_by=SentBy.SENT)
        told = changed.has(Meaning.KIND) and not self.has(Meaning.KIND)
        return replace(changed, sent_by=None) if told else changed


Header = tuple[str, ...]
"""Names of the columns of a table."""


class ColumnsOpen(Refused):
    """The names of the columns do not tell all that is needed."""

    def __init__(self, source: Source, header: Header, rows: tuple[tuple[str, ...], ...], columns: Columns) -> None:
        """Keep the table's names and first rows to ask about, and what is known; `sent_by` UNKNOWN is asked."""
        self.source, self.header, self.rows, self.columns = source, header, rows, columns
        super().__init__(_(_OPEN).format(name=source.name))
