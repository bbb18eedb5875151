"""A long list on a screen of its own, narrowed by typing; enter answers the highlighted line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, islice
from time import thread_time
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from msgspec import Struct
from textual import on
from textual.getters import query_one
from textual.widgets import Input, Static

from journal.domain.text.normalisation import normalise
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, spoken
from journal.ui.frame.command import bindings
from journal.ui.frame.debounce import BETWEEN_FRAMES, Debounce
from journal.ui.frame.everywhere import Close
from journal.ui.frame.fitted import Fitted
from journal.ui.frame.moving_commands import PageBack, PageOn
from journal.ui.frame.text import own
from journal.ui.lists.find_line import FindLine
from journal.ui.lists.line_list import LineList, Worded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textual.app import ComposeResult


Answer = TypeVar("Answer")
AT_ONCE = 0.01
"""Seconds of the processor during which lines are looked at between two frames."""
AT_A_TIME = 100
"""How many lines are looked at between two looks at the time: a millisecond or two."""
SEARCH_KEY = "/"
"""The key of the search on the main screen; who presses it here out of habit looks for nothing by it."""
NOTHING_FOUND = N_("Nothing matches these words. Type fewer letters to find more.")


class Line(Struct, Generic[Answer]):
    """A line, and what it stands for."""

    answer: Answer
    row: Worded
    _folded: str = ""

    @property
    def folded(self) -> str:
        """What stands on the line, as it is compared with what is typed."""
        if not self._folded:
            words = (*(piece for piece, _style in self.row.pieces), self.row.right)
            self._folded = " ".join(filter(None, map(_folded, words)))
        return self._folded

    def holds(self, words: Sequence[str]) -> bool:
        """Tell whether all folded words stand on the line."""
        return all(word in self.folded for word in words)


_folded = lru_cache(maxsize=4096)(normalise)
"""Words as they are compared with what is typed; the same ones stand on many lines. Cached."""


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

    HELP = N_("Type to show only the lines with all these words. Arrows choose, Enter opens, Esc goes back.")
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
        self._source: Iterator[Line[Answer]] = iter(())
        self._lines: list[Line[Answer]] = []
        self._found: list[Line[Answer]] = []
        self._words: Sequence[str] = ()
        self._looked_at = 0
        """How many lines were looked at for these words."""
        self._complete = True
        """Whether all lines were read and looked at."""
        self._wanted = self._drawn_at = 0
        """Line on which the cursor is to be, and the one on which it was put as long as that was not found."""
        self._steps: Iterator[None] = iter(())
        """What is left to do between frames."""
        self._slices = Debounce(self, self._work)

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
        self._source, self._lines = iter(self._read()), []
        self._narrow(self._list.at or 0)

    @on(Input.Changed)
    def _typed(self) -> None:
        self.look_for(normalise(self._line.words.removeprefix(SEARCH_KEY)).split())

    def look_for(self, words: Sequence[str]) -> None:
        """Look for these folded words, which were typed."""
        self._words = words
        self._narrow(0)

    def _narrow(self, at: int) -> None:
        self._wanted, self._drawn_at = at, self._list.at or 0
        self._found, self._looked_at, self._complete = [], 0, False
        self._steps = self._looking()
        self._work()
        if not self._complete:
            self._show_found(at)

    def _work(self) -> None:
        """Take the next steps for a slice of time; a short list is then complete."""
        until = thread_time() + AT_ONCE
        for _step in self._steps:
            if thread_time() > until:
                self._slices.restart(BETWEEN_FRAMES)
                return

    def _looking(self) -> Iterator[None]:
        """Read and look at some lines in each step; draw again once all were looked at."""
        self._step()
        while not self._complete:
            yield
            self._step()
        self._show_found(self._wanted if (self._list.at or 0) == self._drawn_at else None)

    def with_all(self, work: Iterator[None]) -> None:
        """Take steps of work with all lines that are found, once they are; other letters give it up."""
        self._steps = chain(self._steps, work)
        self._work()

    def _step(self) -> None:
        if self._looked_at == len(self._lines):
            self._lines += islice(self._source, AT_A_TIME)
        some = self._lines[self._looked_at : self._looked_at + AT_A_TIME]
        self._looked_at += len(some)
        self._found += self.found(self._words, some)
        if not some:
            self._found, self._complete = self.in_order(self._words, self._found), True

    def _show_found(self, at: int | None) -> None:
        self.draw(at)
        self._drawn_at = self._list.at or 0
        self.set_class(self._complete and not self._found, "-nothing")
        self.query_one(".nothing", Static).update(own(_(NOTHING_FOUND) if self._lines else self.nothing))

    def found(self, words: Sequence[str], some: Sequence[Line[Answer]]) -> Sequence[Line[Answer]]:
        """Return those of some lines that hold all of these folded words."""
        return [line for line in some if line.holds(words)] if words else some

    def in_order(self, words: Sequence[str], found: list[Line[Answer]]) -> list[Line[Answer]]:  # noqa: ARG002
        """Return all lines that are found in the order in which they are shown; here as they are listed."""
        return found

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
        self.entitle(self._title, self._counted(found, count) if count and self._complete else "")

    @on(LineList.Taken)
    def _take(self) -> None:
        if self.at and self._go:
            self._go(self.at.answer)
        elif self.at:
            self.dismiss(self.at.answer)
