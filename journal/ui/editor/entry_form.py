"""The form of an entry: rows that follow the kind, and nothing typed is lost when the kind changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import VerticalGroup
from textual.events import DescendantFocus
from textual.message import Message
from textual.widgets import Input

from journal.domain import kinds
from journal.domain.entry.partial_record import ORDER_NUMBER
from journal.domain.forms import entries
from journal.domain.forms.form_question import FormQuestion, Sort
from journal.domain.state.recognising import MARK_FIELDS, PERSON, WHICH_ORDER, KnownOrder, KnownPeople, Recognising
from journal.domain.state.short_names import order_called
from journal.domain.text.words import spoken
from journal.ui.editor.commands import TakeKnown
from journal.ui.editor.kind_field import KindRow
from journal.ui.editor.recognised_words import told_order, told_people
from journal.ui.fields.form_row import FormRow, LineRow, Slot
from journal.ui.fields.people_field import PeopleRow
from journal.ui.fields.question_rows import QuestionRows
from journal.ui.fields.rows_form import RowsForm
from journal.ui.frame.command import bindings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from journal.domain.forms.form_input import FormInput
    from journal.domain.forms.time_reader import TimeReader

Known = KnownPeople | KnownOrder


class EntryRows(QuestionRows):
    """Makes the rows of an entry, in which the kind has a row of its own."""

    def row(self, one: FormQuestion) -> FormRow:
        """Return the row of a question."""
        if one.sort is not Sort.KIND:
            return super().row(one)
        return KindRow(Slot(one.name, one.label), *(self.typed.words.get(name, "") for name in ("kind", "kind_typed")))


class KindFields(VerticalGroup):
    """The rows that only the chosen kind has."""


class EntryForm(RowsForm, can_focus=False):
    """Everything that can be said of an entry; who or what is recognised in it is said and offered, never set."""

    BINDINGS = bindings(TakeKnown)

    @dataclass
    class KindChanged(Message):
        """Another kind was chosen."""

        kind: str

    def __init__(self, typed: FormInput, known: Recognising, reader: TimeReader) -> None:
        """Show what was typed so far."""
        super().__init__(typed)
        self._known, self._reader = known, reader
        self._recognised: tuple[Known, ...] = ()

    def compose(self) -> ComposeResult:
        """Yield the rows."""
        rows = EntryRows(self._typed, self._known.people, self._reader)
        yield from self._followed(rows.of(entries.FIRST))
        with KindFields():
            kind = kinds.kind(self._typed.words.get("kind", "other"))
            yield from self._followed(rows.of(entries.of_kind(kind)))
        yield from self._followed(rows.of(entries.LAST))

    def settle(self) -> None:
        """Take the kind that was found last, as leaving its field would."""
        self.query_one(KindRow).settle()

    def complain(self, complaints: Mapping[str, str]) -> None:
        """Say at each field what is not settled there, and again who or what is recognised."""
        super().complain(complaints)
        self._recognised = ()
        self._recognise()

    @on(KindRow.KindChosen)
    async def _follow(self, event: KindRow.KindChosen) -> None:
        event.stop()
        self._typed = self.typed
        rows = EntryRows(self._typed, self._known.people, self._reader)
        fields = self.query_one(KindFields)
        async with self.batch():
            await fields.remove_children()
            await fields.mount(*self._followed(rows.of(entries.of_kind(kinds.kind(event.kind)))))
        self._recognised = ()
        self.post_message(self.KindChanged(event.kind))

    @on(Input.Changed)
    def _typed_a_mark(self, event: Input.Changed) -> None:
        rows = (node for node in event.input.ancestors if isinstance(node, FormRow))
        if next(rows).field in MARK_FIELDS:
            self._recognise()

    @on(DescendantFocus)
    def _recognise(self) -> None:
        """Say at its field who or what is recognised there."""
        typed = self.typed
        people = self._known.people_in(typed, [row.field for row in self.query(FormRow)])
        order = self._known.order_in(typed, typed.words.get("kind", "other"))
        found: tuple[Known, ...] = tuple(one for one in (people, order) if one)
        if found == self._recognised:
            return
        gone = {one.field for one in self._recognised} - {one.field for one in found}
        self._recognised = found
        said = dict.fromkeys(gone, "") | {one.field: self._told(one) for one in found}
        for row in self.query(FormRow):
            if row.field in said:
                row.say(said[row.field])
        self.refresh_bindings()

    def _told(self, known: Known) -> str:
        return told_people(known, self._known.people) if isinstance(known, KnownPeople) else told_order(known)

    @property
    def _to_take(self) -> Known | None:
        """What can be taken as it is: one person, or an order."""
        return next((one for one in self._recognised if isinstance(one, KnownOrder) or len(one.people) == 1), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to take what was recognised where something was."""
        return (action != TakeKnown.id or self._to_take is not None) and super().check_action(action, parameters)

    def action_take_known(self) -> None:
        """Put what was recognised into its field."""
        known = self._to_take
        if isinstance(known, KnownPeople):
            self.query_one(f".field-{PERSON}", PeopleRow).choose(known.people)
        elif known:
            self._link(known)
        self._recognise()

    def _link(self, known: KnownOrder) -> None:
        number = self.query_one(f".field-{ORDER_NUMBER.replace('.', '-')}", LineRow)
        number.remove_class("-rare")
        number.fill(str(known.order.number))
        which = self.query_one(f".field-{WHICH_ORDER.replace('.', '-')}", LineRow)
        if not which.words:
            which.fill(order_called(known.order, spoken()))
