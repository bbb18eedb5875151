"""Every field that leaves, and every field that stays, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, overload

from rich.cells import set_cell_size
from textual import on
from textual.containers import VerticalGroup
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Input, Static

from journal.domain.folding import fold
from journal.domain.numbers import in_figures
from journal.domain.words import N_, _, spoken
from journal.handover.previewing import counted
from journal.ui.commands.command import bindings
from journal.ui.commands.everywhere import Close
from journal.ui.commands.handing import OtherSide, ReadField, WriteFiles
from journal.ui.commands.moving import PageBack, PageOn
from journal.ui.text import harmless, literal, own
from journal.ui.widgets.find_line import FindLine
from journal.ui.widgets.key_footer import KeyFooter
from journal.ui.widgets.line_list import LineList, Row
from journal.ui.widgets.page import Page, Paragraph
from journal.ui.widgets.title_line import Note, Title, TitleLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from journal.handover.chosen import Leaving
    from journal.handover.previewing import Preview

ABOUT, LABEL = 17, 22
"""How many cells the first two columns take."""
WRITTEN_BY_YOU = N_(
    "Read it as a stranger would: an account may hold an address, a number or a name that is to stay here."
)


@dataclass(frozen=True)
class Side:
    """The fields that leave, or those that stay, ready to be searched."""

    fields: tuple[Leaving, ...]
    folded: tuple[str, ...]
    """Each field as it is looked for."""

    @classmethod
    def of(cls, fields: tuple[Leaving, ...]) -> Side:
        """Return these fields; takes its time with many."""
        return cls(fields, tuple(fold(f"{one.about} {one.label} {one.said}") for one in fields))

    def found(self, words: Sequence[str]) -> Sequence[int]:
        """Return the places of the fields that hold all of these folded words."""
        if not words:
            return range(len(self.fields))
        return [at for at, said in enumerate(self.folded) if all(word in said for word in words)]


@dataclass(frozen=True)
class Prepared:
    """A preview, ready to be shown."""

    counts: Preview
    leaves: Side
    stays: Side

    @classmethod
    def of(cls, preview: Preview) -> Prepared:
        """Return a preview with what is needed to look through it; takes its time with many fields."""
        return cls(preview, Side.of(preview.leaves), Side.of(preview.stays))


class _Rows(Sequence[Row]):
    """The lines of a side, each made when it comes into sight."""

    def __init__(self, side: Side, places: Sequence[int]) -> None:
        self._side, self._places = side, places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        field = self._side.fields[self._places[at]]
        said = harmless(" ".join(field.said.split()))
        return Row([(_column(field.about, ABOUT), "strong"), (_column(field.label, LABEL), "faint"), (said, "")])


class FieldWords(Page):
    """All the words of the highlighted field."""


class HandPreview(Screen[bool]):
    """What leaves and what stays; answers yes where it is to be written."""

    HELP = N_("Every field that would leave. Letters find one, F4 shows what stays here, F2 goes on to writing.")
    CSS = """
    HandPreview #counts { height: auto; padding: 0 1; }
    HandPreview #read { height: auto; padding: 0 1; color: $text-muted; }
    HandPreview FindLine { margin: 0 1; }
    HandPreview LineList { height: 1fr; }
    HandPreview FieldWords { height: 5; border-top: solid $border-blurred; &:focus { border-top: heavy $border; } }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(WriteFiles, OtherSide, ReadField, PageBack, PageOn, Close)
    AUTO_FOCUS = "FindLine"

    _list = query_one(LineList)
    _line = query_one(FindLine)

    def __init__(self, prepared: Prepared) -> None:
        """Show a preview."""
        super().__init__()
        self._prepared = prepared
        self._leaves = True
        self._places: Sequence[int] = ()

    def compose(self) -> ComposeResult:
        """Make title, counts, field, list, words and keys."""
        yield TitleLine()
        with VerticalGroup():
            yield Static(own(counted(self._prepared.counts, spoken()), "bold"), id="counts")
            yield Static(own(_(WRITTEN_BY_YOU)), id="read")
        yield FindLine("", placeholder=_(N_("type to find")), move=self._move)
        found = LineList()
        found.can_focus = False  # the line above it moves it
        yield found
        yield FieldWords()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Show what leaves."""
        self._line.through = self.action_read_field
        self._narrow()

    @property
    def _side(self) -> Side:
        return self._prepared.leaves if self._leaves else self._prepared.stays

    @on(Input.Changed)
    def _narrow(self) -> None:
        self._places = self._side.found(fold(self._line.words).split())
        self._list.show(_Rows(self._side, self._places))
        told = _(N_("{found} of {count}")).format(
            found=_figure(len(self._places)), count=_figure(len(self._side.fields))
        )
        title = _(N_("What leaves")) if self._leaves else _(N_("What stays here"))
        self.query_one(TitleLine).title = Title(title, [Note(told), Note(_(N_("nothing is written yet")), rank=1)])
        self._show_words()

    def _show_words(self) -> None:
        at = self._list.at
        field = self._side.fields[self._places[at]] if at is not None else None
        about = f"{field.about} · {field.label}" if field else _(N_("There is nothing here."))
        words = [Paragraph(literal(field.said, lines=True))] if field else []
        self.query_one(FieldWords).put([Paragraph(literal(about, "bold")), *words])

    def _move(self, by: int) -> None:
        self._list.move(by)
        self._show_words()

    def on_click(self) -> None:
        """Show the words of the line that was clicked."""
        self._show_words()

    def action_page_back(self) -> None:
        """Go a page up."""
        self._move(-self._list.page)

    def action_page_on(self) -> None:
        """Go a page down."""
        self._move(self._list.page)

    def action_read_field(self) -> None:
        """Go from the list to the words, and back."""
        words = self.query_one(FieldWords)
        self.set_focus(self._line if self.focused is words else words)

    def action_other_side(self) -> None:
        """Show what stays instead of what leaves, or the other way round."""
        self._leaves = not self._leaves
        self._narrow()

    def action_write_files(self) -> None:
        """Go on to writing."""
        self.dismiss(True)  # noqa: FBT003 - the answer itself

    def action_close(self) -> None:
        """Go back to the choice."""
        self.dismiss(False)  # noqa: FBT003 - the answer itself


def _figure(count: int) -> str:
    return in_figures(count, spoken())


def _column(words: str, width: int) -> str:
    return set_cell_size(harmless(words), width - 1) + " "
