"""The form of an entry: rows that follow the kind, and nothing typed is lost when the kind changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import VerticalGroup
from textual.message import Message

from journal.domain import kinds
from journal.ui.widgets.form_rows import EntryRows
from journal.ui.widgets.kind_field import KindRow
from journal.ui.widgets.rows_form import RowsForm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from journal.domain.form import Typed
    from journal.domain.people import Person
    from journal.ui.time_reader import TimeReader


class KindFields(VerticalGroup):
    """The rows that only the chosen kind has."""


class EntryForm(RowsForm, can_focus=False):
    """Everything that can be said of an entry."""

    @dataclass
    class KindChanged(Message):
        """Another kind was chosen."""

        kind: str

    def __init__(self, typed: Typed, people: Mapping[int, Person], reader: TimeReader) -> None:
        """Show what was typed so far."""
        super().__init__(typed)
        self._people, self._reader = people, reader

    def compose(self) -> ComposeResult:
        """Yield the rows."""
        rows = EntryRows(self._typed, self._people, self._reader)
        yield from self._followed(rows.first())
        with KindFields():
            yield from self._followed(rows.of_kind(kinds.kind(self._typed.words.get("kind", "other"))))
        yield from self._followed(rows.last())

    def settle(self) -> None:
        """Take the kind that was found last, as leaving its field would."""
        self.query_one(KindRow).settle()

    @on(KindRow.Chosen)
    async def _follow(self, event: KindRow.Chosen) -> None:
        event.stop()
        self._typed = self.typed
        rows = EntryRows(self._typed, self._people, self._reader)
        fields = self.query_one(KindFields)
        async with self.batch():
            await fields.remove_children()
            await fields.mount(*self._followed(rows.of_kind(kinds.kind(event.kind))))
        self.post_message(self.KindChanged(event.kind))
