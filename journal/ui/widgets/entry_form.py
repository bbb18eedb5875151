"""The form of an entry: rows that follow the kind, and nothing typed is lost when the kind changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import VerticalGroup, VerticalScroll
from textual.message import Message

from journal.domain import kinds
from journal.domain.words import _
from journal.ui.commands.command import bindings
from journal.ui.commands.filling import NextField, NextRow, PreviousField
from journal.ui.focusing import focus_now
from journal.ui.widgets.form_row import FormRow
from journal.ui.widgets.form_rows import EntryRows
from journal.ui.widgets.kind_field import KindRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from journal.domain.form import Typed
    from journal.domain.people import Person
    from journal.ui.time_reader import TimeReader


class KindFields(VerticalGroup):
    """The rows that only the chosen kind has."""


class EntryForm(VerticalScroll, can_focus=False):
    """Everything that can be said of an entry."""

    DEFAULT_CSS = """
    EntryForm { padding: 0 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    EntryForm.-less .-rare { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(NextRow, NextField, PreviousField)

    @dataclass
    class KindChanged(Message):
        """Another kind was chosen."""

        kind: str

    def __init__(self, typed: Typed, people: Mapping[int, Person], reader: TimeReader) -> None:
        """Show what was typed so far."""
        super().__init__(classes="-less")
        self._typed, self._people, self._reader = typed, people, reader

    def compose(self) -> ComposeResult:
        """Yield the rows."""
        rows = EntryRows(self._typed, self._people, self._reader)
        yield from self._followed(rows.first())
        with KindFields():
            yield from self._followed(rows.of_kind(kinds.kind(self._typed.words.get("kind", "other"))))
        yield from self._followed(rows.last())

    def _followed(self, rows: Iterable[FormRow]) -> Iterator[FormRow]:
        for row in rows:
            row.when_done = self._go_on
            yield row

    @property
    def typed(self) -> Typed:
        """What stands in the form this instant, also in the fields of kinds that were chosen before."""
        typed = self._typed
        for row in self.query(FormRow):
            typed = row.added_to(typed)
        return typed

    @property
    def shows_all(self) -> bool:
        """Whether the rare fields show."""
        return not self.has_class("-less")

    def toggle_more(self) -> None:
        """Show the rare fields, or fold those that are empty away."""
        self.toggle_class("-less")

    def settle(self) -> None:
        """Take the kind that was found last, as leaving its field would."""
        self.query_one(KindRow).settle()

    def complain(self, complaints: Mapping[str, str]) -> None:
        """Say at each field what is not settled there, and go to the first of them."""
        rows = list(self.query(FormRow))
        for row in rows:
            row.say(_(complaints.get(row.field, "")))
        first = next((row for row in rows if row.field in complaints), None)
        if first:
            self.go_to(first)

    def go_to(self, row: FormRow) -> None:
        """Put the cursor into a row, which shows from then on."""
        if row.has_class("-rare"):
            row.remove_class("-rare")
            focus_now(row.entrance)
        else:
            self.screen.set_focus(row.entrance)

    def go_to_field(self, name: str) -> None:
        """Put the cursor into the field of this name, if the form has it."""
        for row in self.query(FormRow):
            if row.field == name:
                self.go_to(row)

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

    def _go_on(self, row: FormRow) -> None:
        shown = [one for one in self.query(FormRow) if one.display]
        after = shown[shown.index(row) + 1 :] if row in shown else []
        if after:
            self.go_to(after[0])

    def action_next_row(self) -> None:
        """Go to the next row from a field that does not use enter itself."""
        for row in self.query(FormRow):
            if row.has_focus_within:
                row.done()

    def action_next_field(self) -> None:
        """Go to the field after this one."""
        self.screen.focus_next()

    def action_previous_field(self) -> None:
        """Go to the field before this one."""
        self.screen.focus_previous()
