"""The field of the kind: a few letters find it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from journal.domain import kinds
from journal.domain.forms.entries import KIND_NOT_CHOSEN
from journal.domain.text.words import _, spoken
from journal.ui.fields.form_row import FormRow, Slot
from journal.ui.frame.text import FAINT, literal
from journal.ui.lists.find_line import FindLine
from journal.ui.lists.plain_list import PlainList

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult
    from textual.events import DescendantBlur, DescendantFocus

    from journal.domain.forms.form_input import FormInput
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
        return Content.assemble(literal(_(kind.label)), "  ", literal(group, FAINT))


class KindRow(FormRow):
    """The kind of the entry: type to find, enter takes the first that fits."""

    @dataclass
    class KindChosen(Message):
        """Another kind is chosen."""

        kind: str

    def __init__(self, slot: Slot, kind: str = "", typed: str = "") -> None:
        """Show the chosen kind, or letters that were typed to find one."""
        self._kind = kind
        self._listed_for: str | None = None
        self.used: Callable[[], Mapping[str, int]] = dict
        """How often each kind was used, by its id: as long as nothing is typed, those used most stand first."""
        self._matches = Matches()
        hint = _("type to search; empty means “other”")
        self._line = FindLine(typed or self._label_of_kind, placeholder=hint, move=self._move)
        super().__init__(slot, self._line, filled=True)
        self._line.through = self._through
        self._line.select_on_focus = not typed

    def compose_field(self) -> ComposeResult:
        """Yield the line and the list under it."""
        yield self._line
        yield self._matches

    def added_to(self, typed: FormInput) -> FormInput:
        """Return the form with the chosen kind, and the letters that are typed to find another."""
        return typed.with_words("kind", self._kind).with_words("kind_typed", self._searched)

    @property
    def _label_of_kind(self) -> str:
        return _(kinds.kind(self._kind).label) if self._kind else ""

    @property
    def _searched(self) -> str:
        return "" if self._line.words == self._label_of_kind else self._line.words.strip()

    def settle(self) -> None:
        """Take the kind on which the list stands, the first that fits; letters that find none stay as they are."""
        searched = self._searched
        if searched and self._listed_for != searched:
            self._list()
        kind = self._matches.taken if self._matches.open else ""
        if not kind and searched and (found := kinds.find(searched, spoken())):
            kind = found[0].id
        if kind:
            self._take(kind)
        elif not searched:
            self._line.words = self._label_of_kind
        self.say("" if kind or not searched else _(KIND_NOT_CHOSEN))
        self._close()

    def _take(self, kind: str) -> None:
        changed, self._kind = kind != self._kind, kind
        self._line.words = self._label_of_kind
        if changed:
            self.post_message(self.KindChosen(kind))

    def _list(self) -> None:
        self._listed_for = self._searched
        found = kinds.find(self._listed_for, spoken())
        if not self._listed_for:
            used = self.used()
            found = tuple(sorted(found, key=lambda kind: -used.get(kind.id, 0)))
        self._matches.offer(found, first=bool(self._listed_for))
        self.say("" if found else _(KIND_NOT_CHOSEN))

    def _close(self) -> None:
        self._matches.close()
        self._listed_for = self._searched
        # Other letters take the place of the chosen kind, and not of letters that find none.
        self._line.select_on_focus = not self._searched

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        event.stop()
        if self.screen.focused is self._line and self._listed_for != self._searched:
            self.say("")
            self._list()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Offer all kinds while none is chosen."""
        if event.widget is self._line and self.screen.focused is self._line and not self._kind:
            self._list()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Take what was found when the person goes on."""
        if event.widget is self._line and self.screen.focused is not self._line:
            self.settle()

    @on(OptionList.OptionSelected)
    def _pointed_at(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._take(event.option_id or self._kind)
        self._close()
        self.done()

    def _through(self) -> None:
        self.settle()
        if not self._searched:
            self.done()

    def _move(self, by: int) -> None:
        if self._searched and self._listed_for != self._searched:
            self._list()
        if not self._matches.open:
            (self.screen.focus_next if by > 0 else self.screen.focus_previous)()
        elif by > 0:
            self._matches.action_cursor_down()
        else:
            self._matches.action_cursor_up()
