"""Every field that leaves, and every field that stays, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from rich.cells import cell_len
from textual import on
from textual.containers import VerticalGroup
from textual.widgets import Input, Static

from journal.domain.base.errors import JournalError
from journal.domain.text.normalisation import LineIndex, normalise
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, spoken
from journal.handover.preview.exclusions import PreviewLine, WithheldLines, lines, put_back, toggled
from journal.handover.preview.preview import counted
from journal.ui.frame.command import bindings, worded
from journal.ui.frame.line_pieces import fitted
from journal.ui.frame.masking import masking
from journal.ui.frame.page import Page, PageText
from journal.ui.frame.text import harmless, literal, own
from journal.ui.frame.title import Note
from journal.ui.frame.uncovering import Uncovering
from journal.ui.frame.word_commands import TurnWords
from journal.ui.handover.commands import OtherSide, ReadField, TakeOut, WriteFiles
from journal.ui.lists.find_line import FindLine
from journal.ui.lists.find_screen import NOTHING_FOUND, NarrowedList
from journal.ui.lists.line_list import LineList, Row

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from textual.app import ComposeResult

    from journal.handover.preview.preview import HandoverPreview
    from journal.handover.selection.choice import Exclusion as Out

    Again = Callable[[tuple[Out, ...]], Awaitable["Prepared | JournalError"]]

ABOUT, LABEL = 18, 22
"""How many cells the first two columns take."""
WRITTEN_BY_YOU = N_(
    "Read it as a stranger would: an account may hold an address, a number or a name that is to stay here."
)
MASKED_HERE = N_("Names and numbers are masked on the screen only: what is shared holds them. {mask_names} shows them.")
COVERED_HERE = N_("Their words are covered on the screen only: what is shared holds them. {turn_words} shows them.")

TAKEN_OUT = N_("stays here")


@dataclass(frozen=True)
class Side:
    """The lines of what leaves, or of what stays, ready to be searched."""

    lines: Sequence[PreviewLine]
    folded: LineIndex
    """Each line as it is looked for."""

    @classmethod
    def of(cls, told: Sequence[PreviewLine]) -> Side:
        """Return these lines; takes its time with many."""
        return cls(told, LineIndex(normalise(f"{one.about} {one.label} {one.said}") for one, _leaves in told))

    def found(self, words: Sequence[str]) -> Sequence[int]:
        """Return the places of the lines that hold all of these folded words."""
        return self.folded.found(words) if words else range(len(self.lines))


@dataclass(frozen=True)
class Prepared:
    """A preview, ready to be shown."""

    counts: HandoverPreview
    leaves: Side
    stays: Side
    without: tuple[Out, ...] = ()
    """What was taken out by hand."""

    @classmethod
    def of(
        cls, preview: HandoverPreview, before: HandoverPreview | None = None, without: tuple[Out, ...] = ()
    ) -> Prepared:
        """Return a preview with what is needed to look through it; takes its time with many fields.

        `before` is the preview without anything taken out by hand.
        """
        leaves = tuple(lines((before or preview).leaves, preview.leaves))
        return cls(preview, Side.of(leaves), Side.of(WithheldLines(preview.stays)), without)


class _Rows(Sequence[Row]):
    """The lines of a side, each made when it comes into sight."""

    def __init__(self, side: Side, places: Sequence[int], told: Callable[[str, str], str], *, marks: bool) -> None:
        self._side, self._places, self._told, self._marks = side, places, told, marks

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        field, leaves = self._side.lines[self._places[at]]
        said = harmless(" ".join(self._told(field.field, field.said).split()))
        out = self._marks and not leaves
        about, words = ("faint", "faint") if out else ("strong", "")
        pieces = [(_numbered(field.about, ABOUT), about), (_column(field.label, LABEL), "faint"), (said, words)]
        return Row(pieces, _(TAKEN_OUT) if out else "")


class FieldWords(Page):
    """All the words of the highlighted field."""


class HandPreview(NarrowedList[bool], Uncovering):
    """What leaves and what stays; answers yes where it is to be written."""

    HELP = N_(
        "Every field that would be shared, and why. Type to find one. F6 takes it out or puts it back, F4 shows "
        "what stays here, F2 goes on to writing."
    )
    CSS = """
    HandPreview #counts { height: auto; padding: 0 1; }
    HandPreview #read { height: auto; padding: 0 1; color: $text-muted; }
    HandPreview FindLine { margin: 0 1; }
    HandPreview FieldWords { height: 5; border-top: solid $border-blurred; &:focus { border-top: heavy $border; } }
    """
    BINDINGS = bindings(WriteFiles, TakeOut, OtherSide, TurnWords, ReadField)

    def __init__(self, prepared: Prepared, again: Again) -> None:
        """Show a preview; `again` returns the one with something else taken out."""
        super().__init__()
        self._prepared, self._again = prepared, again
        self._leaves = True
        self._places: Sequence[int] = ()

    def compose_body(self) -> ComposeResult:
        """Make counts, field, list and words."""
        with VerticalGroup():
            yield Static(id="counts")
            yield Static(id="read")
        yield FindLine("", placeholder=_("type to find"), move=self._move)
        yield LineList()
        yield FieldWords()

    def on_mount(self) -> None:
        """Show what leaves."""
        self._line.through = self.action_read_field
        self._show_counts()
        self._narrow()

    def _show_counts(self, said: str = "") -> None:
        self.query_one("#counts", Static).update(own(counted(self._prepared.counts, spoken()), "bold"))
        self.query_one("#read", Static).update(own(said or " ".join(_to_read(covers=self.covers))))

    def draw_anew(self) -> None:
        """Say anew whether names are masked here."""
        super().draw_anew()
        self._show_counts()

    def show_anew(self) -> None:
        """Show the same lines with or without the words of the suspect."""
        at = self._list.at or 0
        self._show_counts()
        self._narrow()
        self._move(at)

    @property
    def _side(self) -> Side:
        return self._prepared.leaves if self._leaves else self._prepared.stays

    @on(Input.Changed)
    def _narrow(self) -> None:
        self._places = self._side.found(normalise(self._line.words).split())
        self._list.show(_Rows(self._side, self._places, self.told, marks=self._leaves))
        told = _("{found} of {count}").format(found=_figure(len(self._places)), count=_figure(len(self._side.lines)))
        title = _("Will be shared") if self._leaves else _("Will not be shared")
        self.entitle(title, told, Note(_("nothing is written yet"), rank=1))
        self._show_words()

    @property
    def _highlighted(self) -> PreviewLine | None:
        at = self._list.at
        return None if at is None else self._side.lines[self._places[at]]

    def _show_words(self) -> None:
        line = self._highlighted
        field = line.field if line else None
        none = NOTHING_FOUND if self._side.lines else N_("There is nothing here.")
        about = f"{field.about} · {field.label}" if field else _(none)
        words = [PageText(literal(self.told(field.field, field.said), lines=True))] if field else []
        self.query_one(FieldWords).put([PageText(literal(about, "bold")), *words])

    def _move(self, by: int) -> None:
        self._list.move(by)
        self._show_words()

    def on_click(self) -> None:
        """Show the words of the line that was clicked."""
        self._show_words()

    def action_read_field(self) -> None:
        """Go from the list to the words, and back."""
        words = self.query_one(FieldWords)
        self.set_focus(self._line if self.focused is words else words)

    def action_take_out(self) -> None:
        """Take the highlighted line out of the hand-over, or put it back; say why where neither can be done."""
        line = self._highlighted
        if line is None:
            return
        without = (toggled if self._leaves else put_back)(line, self._prepared.without, spoken())
        if isinstance(without, str):
            self._show_counts(without)
        else:
            self.run_worker(self._look_again(without), group="looking", exclusive=True)

    async def _look_again(self, without: tuple[Out, ...]) -> None:
        looked = await self._again(without)
        if isinstance(looked, JournalError):
            self._show_counts(str(looked))
            return
        self._prepared = looked
        self.show_anew()

    def action_other_side(self) -> None:
        """Show what stays instead of what leaves, or the other way round."""
        self._leaves = not self._leaves
        self._narrow()

    def action_write_files(self) -> None:
        """Go on to writing."""
        self.dismiss(True)  # noqa: FBT003 - the answer itself

    async def action_close(self) -> None:
        """Go back to the choice."""
        self.dismiss(False)  # noqa: FBT003 - the answer itself


def _figure(count: int) -> str:
    return in_figures(count, spoken())


def _numbered(words: str, width: int) -> str:
    """Return the name of a thing for a column; where it is too long, its number still stands at the end."""
    name, _space, number = words.rpartition(" ")
    if cell_len(words) < width or not number.isdecimal():
        return _column(words, width)
    return _column(name, width - cell_len(number) - 1) + f"{number} "


def _column(words: str, width: int) -> str:
    pieces = fitted([(harmless(words), "")], width - 1)
    return "".join(words for words, _style in pieces) + " "


def _to_read(*, covers: bool) -> Iterator[str]:
    """Yield how what is shared is to be read."""
    if covers:
        yield worded(COVERED_HERE)
    if masking():
        yield worded(MASKED_HERE)
    yield _(WRITTEN_BY_YOU)
