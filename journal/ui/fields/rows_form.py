"""A form of rows, one below the other: enter goes on, and what is missing is said at its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll

from journal.domain.text.words import _
from journal.ui.fields.among_fields import AmongFields
from journal.ui.fields.commands import NextField, NextRow, PreviousField
from journal.ui.fields.form_row import FormRow
from journal.ui.frame.command import bindings
from journal.ui.frame.focusing import focus_now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from textual.app import ComposeResult

    from journal.domain.forms.form_input import FormInput


class RowsForm(VerticalScroll, AmongFields, can_focus=False):
    """Rows that are filled in one after the other; the rare ones are folded away while they are empty."""

    DEFAULT_CSS = """
    RowsForm { padding: 0 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    RowsForm.-less .-rare { display: none; }
    """
    BINDINGS = bindings(NextRow, NextField, PreviousField)

    def __init__(self, typed: FormInput, rows: Callable[[], Iterable[FormRow]] = tuple) -> None:
        """Show the rows that are made, in which `typed` stands already."""
        super().__init__(classes="-less")
        self._typed = typed
        self._make_rows = rows

    def compose(self) -> ComposeResult:
        """Yield the rows."""
        yield from self._followed(self._make_rows())

    def _followed(self, rows: Iterable[FormRow]) -> Iterator[FormRow]:
        for row in rows:
            row.when_done = self._go_on
            yield row

    @property
    def typed(self) -> FormInput:
        """What stands in the form this instant, also in fields that do not show at the moment."""
        typed = self._typed
        for row in self.query(FormRow):
            typed = row.added_to(typed)
        return typed

    def toggle_more(self) -> None:
        """Show the rare fields, or fold those that are empty away."""
        self.toggle_class("-less")

    def settle(self) -> None:
        """Take what was typed last, as leaving its field would."""

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
