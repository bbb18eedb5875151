"""The field of the kind: a few letters find it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from journal.domain import kinds
from journal.domain.form import KIND_NOT_CHOSEN
from journal.domain.words import N_, _, spoken
from journal.ui.commands.command import bindings
from journal.ui.commands.filling import NextInList, PreviousInList
from journal.ui.text import literal
from journal.ui.widgets.form_row import FormRow, Slot
from journal.ui.widgets.plain_list import PlainList
from journal.ui.widgets.typed_words import TypedLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import DescendantBlur, DescendantFocus
    from textual.widget import Widget

    from journal.domain.form import Typed
    from journal.domain.kinds.catalogue import Kind


class Matches(PlainList, can_focus=False):
    """The kinds that fit the letters, floating over the rows below."""

    DEFAULT_CSS = """
    Matches {
        overlay: screen; constrain: inside inside; display: none;
        width: 1fr; min-width: 24; height: auto; max-height: 9; padding: 0 1; border: none; background: $panel;
    }
    Matches.-open { display: block; }
    """

    def offer(self, found: tuple[Kind, ...], *, first: bool) -> None:
        """Show these kinds, with the first one taken by enter or none of them."""
        self.clear_options()
        self.add_options(Option(self._line(kind), id=kind.id) for kind in found)
        self.highlighted = 0 if found and first else None
        self.set_class(bool(found), "-open")

    def close(self) -> None:
        """Fold the list away."""
        self.remove_class("-open")

    @property
    def open(self) -> bool:
        """Whether the list shows."""
        return self.has_class("-open")

    @property
    def taken(self) -> str:
        """The id of the kind on which the list stands, or nothing."""
        return (self.highlighted_option.id or "") if self.highlighted_option else ""

    def _line(self, kind: Kind) -> Content:
        group = _(kinds.group_label(kind.group))
        return Content.assemble(literal(_(kind.label)), "  ", literal(group, "dim"))


class KindRow(FormRow):
    """The kind of the entry: type to find, enter takes the first that fits."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(NextInList, PreviousInList)

    @dataclass
    class Chosen(Message):
        """Another kind is chosen."""

        kind: str

    def __init__(self, slot: Slot, kind: str = "", typed: str = "") -> None:
        """Show the chosen kind, or letters that were typed to find one."""
        super().__init__(slot, filled=True)
        self._kind = kind
        self._line = TypedLine(typed or self._label_of_kind, placeholder=_(N_("type to find; “other” if left empty")))
        self._matches = Matches()

    def compose_field(self) -> ComposeResult:
        """Yield the line and the list under it."""
        yield self._line
        yield self._matches

    @property
    def entrance(self) -> Widget:
        """The line."""
        return self._line

    def added_to(self, typed: Typed) -> Typed:
        """Return the form with the chosen kind, and the letters that are typed to find another."""
        return typed.with_words("kind", self._kind).with_words("kind_typed", self._searched)

    @property
    def _label_of_kind(self) -> str:
        return _(kinds.kind(self._kind).label) if self._kind else ""

    @property
    def _searched(self) -> str:
        return "" if self._line.words == self._label_of_kind else self._line.words.strip()

    def settle(self) -> None:
        """Take the kind that the letters find first; letters that find none stay as they are."""
        listed = self._matches.taken if self._matches.open else ""
        found = kinds.find(self._searched, spoken()) if self._searched else ()
        if listed or found:
            self._take(listed or found[0].id)
        elif not self._searched:
            self._line.words = self._label_of_kind
        self.say("" if found or listed or not self._searched else _(KIND_NOT_CHOSEN))
        self._matches.close()

    def _take(self, kind: str) -> None:
        changed, self._kind = kind != self._kind, kind
        with self.prevent(Input.Changed):
            self._line.words = self._label_of_kind
        if changed:
            self.post_message(self.Chosen(kind))

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        event.stop()
        if self._line.has_focus:
            self.say("")
            self._matches.offer(kinds.find(self._searched, spoken()), first=bool(self._searched))

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Offer all kinds while none is chosen."""
        if event.widget is self._line and not self._kind:
            self._matches.offer(kinds.find(self._searched, spoken()), first=bool(self._searched))

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Take what was found when the person goes on."""
        if event.widget is self._line:
            self.settle()

    @on(OptionList.OptionSelected)
    def _pointed_at(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._take(event.option_id or self._kind)
        self._matches.close()
        self.post_message(self.Done(self))

    @on(Input.Submitted)
    def _through(self, event: Input.Submitted) -> None:
        event.stop()
        event.prevent_default()
        self.settle()
        if not self._searched:
            self.post_message(self.Done(self))

    def action_next_in_list(self) -> None:
        """Go down in the list, or to the next field where none shows."""
        if self._matches.open:
            self._matches.action_cursor_down()
        else:
            self.screen.focus_next()

    def action_previous_in_list(self) -> None:
        """Go up in the list, or to the field before where none shows."""
        if self._matches.open:
            self._matches.action_cursor_up()
        else:
            self.screen.focus_previous()
