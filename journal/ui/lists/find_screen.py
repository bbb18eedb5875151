"""A long list on a screen of its own, narrowed by typing; enter answers the highlighted line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from textual import on
from textual.getters import query_one
from textual.widgets import Input, Static

from journal.domain.text.normalisation import normalise
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, spoken
from journal.ui.frame.command import bindings
from journal.ui.frame.everywhere import Close
from journal.ui.frame.fitted import Fitted
from journal.ui.frame.moving import PageBack, PageOn
from journal.ui.frame.text import own
from journal.ui.lists.find_line import FindLine
from journal.ui.lists.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.app import ComposeResult

    from journal.ui.lists.line_list import Worded

Answer = TypeVar("Answer")
SEARCH_KEY = "/"
"""The key of the search on the main screen; who presses it here out of habit looks for nothing by it."""
NOTHING_FOUND = N_("No line holds these words. Fewer letters show more.")


@dataclass(frozen=True)
class Line(Generic[Answer]):
    """A line, and what it stands for."""

    answer: Answer
    row: Worded

    @cached_property
    def folded(self) -> str:
        """What stands on the line, as it is compared with what is typed."""
        return normalise(" ".join([*(piece for piece, _style in self.row.pieces), self.row.right]))

    def holds(self, words: Sequence[str]) -> bool:
        """Tell whether all folded words stand on the line."""
        return all(word in self.folded for word in words)


def found_of(found: int, count: int) -> str:
    """Return how many of all lines were found."""
    return _("{found} of {count}").format(found=in_figures(found, spoken()), count=in_figures(count, spoken()))


class _FoundRows(Sequence["Worded"]):
    """Rows of lines, each worded when it is looked at, since only those in sight are drawn."""

    def __init__(self, lines: Sequence[Line[Any]], row_of: Callable[[Line[Any]], Worded]) -> None:
        self._lines, self._row_of = lines, row_of

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, at: int) -> Worded: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Worded]: ...
    def __getitem__(self, at: int | slice) -> Worded | Sequence[Worded]:
        if isinstance(at, slice):
            return _FoundRows(self._lines[at], self._row_of)
        return self._row_of(self._lines[at])


class NarrowedList(Fitted[Answer]):
    """A list, and a line above it in which letters narrow it; the page keys move its cursor."""

    BINDINGS = bindings(PageBack, PageOn, Close)
    AUTO_FOCUS = "FindLine"

    _list = query_one(LineList)
    _line = query_one(FindLine)

    def _move(self, by: int) -> None:
        self._list.move(by)

    def action_page_back(self) -> None:
        """Go a page up."""
        self._move(-self._list.page)

    def action_page_on(self) -> None:
        """Go a page down."""
        self._move(self._list.page)


class FindScreen(NarrowedList[Answer | None], Generic[Answer]):
    """Lines, and a field above them in which letters narrow them."""

    HELP = N_("Letters leave only the lines that hold all typed words. Arrows choose, enter opens, escape goes back.")
    SCOPED_CSS = False
    CSS = """
    FindScreen FindLine { margin: 0 1; }
    FindScreen .nothing { height: auto; margin: 1 2; display: none; }
    FindScreen.-nothing .nothing { display: block; }
    """

    def __init__(
        self,
        title: str,
        lines: Callable[[], Iterable[Line[Answer]]],
        *,
        nothing: str,
        counted: Callable[[int, int], str] = found_of,
        go: Callable[[Answer], None] | None = None,
    ) -> None:
        """List these lines under a title; `nothing` is said where there is none.

        With `go`, this leads to what is chosen, and the list stays beneath; without it, the list answers it.
        `counted` says beside the title how many lines were found, of how many.
        """
        super().__init__()
        self._counted, self._go, self._read = counted, go, lines
        self._title, self.nothing = title, nothing
        self._lines: Sequence[Line[Answer]] = ()
        self._found: Sequence[Line[Answer]] = ()

    def compose_body(self) -> ComposeResult:
        """Make field and list."""
        line = FindLine("", placeholder=_("type to find"), move=self._move)
        line.through = self._take
        yield line
        yield Static(classes="nothing")
        yield LineList()

    def on_screen_resume(self) -> None:
        """List everything as it is now; who comes back is at the same line."""
        self.read_again()

    def read_again(self) -> None:
        """List everything as it is now, with the same place highlighted."""
        self._lines = tuple(self._read())
        self._narrow(self._list.at or 0)

    @on(Input.Changed)
    def _typed(self) -> None:
        self._narrow(0)

    def _narrow(self, at: int) -> None:
        typed = self._line.words.removeprefix(SEARCH_KEY)
        self._found = self.found(normalise(typed).split())
        self.draw(at)
        self.set_class(not self._found, "-nothing")
        self.query_one(".nothing", Static).update(own(_(NOTHING_FOUND) if self._lines else self.nothing))

    def found(self, words: Sequence[str]) -> Sequence[Line[Answer]]:
        """Return the lines that hold all of these folded words, in the order in which they are listed."""
        return [line for line in self._lines if line.holds(words)] if words else self._lines

    def row_of(self, line: Line[Answer]) -> Worded:
        """Return a line as it is drawn."""
        return line.row

    @property
    def shown(self) -> Sequence[Line[Answer]]:
        """The lines that are found."""
        return self._found

    @property
    def at(self) -> Line[Answer] | None:
        """The highlighted line; None where there is none."""
        return self._found[self._list.at] if self._list.at is not None else None

    def draw(self, at: int | None = None) -> None:
        """Draw the found lines and their count, with this one highlighted or, for None, the same as before."""
        self._list.show(_FoundRows(self._found, self.row_of), at if at is not None else self._list.at or 0)
        count, found = len(self._lines), len(self._found)
        self.entitle(self._title, self._counted(found, count) if count else "")

    @on(LineList.Taken)
    def _take(self) -> None:
        if self.at and self._go:
            self._go(self.at.answer)
        elif self.at:
            self.dismiss(self.at.answer)
