"""What stands on one line of the timeline, in pieces."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from rich.cells import cell_len

from journal.domain import kinds
from journal.domain.entry.identifying import identifying
from journal.domain.entry.summary import SEPARATOR, gist
from journal.domain.entry.word_cover import under_cover
from journal.domain.evidence import checklist
from journal.domain.state.search import Terms
from journal.domain.text.words import _, many, spoken
from journal.domain.time import moment_words as telling
from journal.domain.time.clocks import clocks_meant
from journal.ui.frame.line_pieces import Piece, fitted, length, marked
from journal.ui.frame.masking import covering, escaped, of_entry
from journal.ui.lists.picks import NOT_PICKED, PICKED

if TYPE_CHECKING:
    from journal.domain.entry.history import History
    from journal.ui.timeline.timeline_rows import Month

CURSOR = "▌"
DAY_WIDTH = 8
TIME_WIDTH, WIDE_TIME_WIDTH = 6, 11
WIDE, WIDE_FOR_A_SPAN = 70, 58
"""From so many cells on, the column of times holds a span of two times: in every line, and where there is one."""
NARROW = 34
"""Below so many cells, the column with days and the one of the evidence give way to the words."""


class Look(Struct, frozen=True):
    """How a line is to look."""

    width: int
    cursor: bool = False
    with_day: bool = False
    whole_day: bool = False
    """Whether the day is told with month and year, because no heading tells these."""
    terms: Terms = ()
    """What was searched for, to be marked."""
    files: int | None = None
    """How many exhibits the entry has; None where no entry has any, so that no room is kept for them."""
    picked: bool | None = None
    """Whether the entry is picked; None where none is, so that no room is kept for a tick."""


def month_line(month: Month, width: int) -> list[Piece]:
    """Return the heading of a month: its name, and how many acts of its shown entries were in it, or perhaps were."""
    name = f" {_heading(month)} "
    acts = f" {_acts(month)} " if month.counted else ""
    dots = width - cell_len(name) - cell_len(acts)
    if dots < 2:
        return fitted([(name, "month")], width)
    return [(name, "month"), ("·" * dots, "faint"), (acts, "faint")]


def _heading(month: Month) -> str:
    """Return the name of a month; of the heading over all entries, the order in which they stand."""
    return telling.month_heading(month.first, spoken()) if month.first > date.min else _("Recorded last comes first")


def _acts(month: Month) -> str:
    surely, perhaps, _outside = month.acts
    told = many("{count} act", "{count} acts", surely).format(count=surely)
    return _("{acts} + {count} perhaps").format(acts=told, count=perhaps) if perhaps else told


def entry_line(history: History, look: Look) -> list[Piece]:
    """Return the line of an entry: day, time, kind, gist, and how complete the evidence is."""
    narrow = look.width < NARROW
    tick = "" if look.picked is None else PICKED if look.picked else NOT_PICKED
    left = [((CURSOR if look.cursor else " ") + tick, "mark"), *_when(history, look, narrow=narrow)]
    right = [] if narrow else _right(history, look.files)
    room = look.width - length(left) - length(right)
    return left + fitted(_words(history, look.terms), room) + right


def _when(history: History, look: Look, *, narrow: bool) -> list[Piece]:
    time = telling.short(history.happened, history.entry.until)
    wide = look.width >= (WIDE_FOR_A_SPAN if telling.DASH in time else WIDE)
    width = WIDE_TIME_WIDTH if wide else TIME_WIDTH
    if width == TIME_WIDTH and telling.DASH in time:
        time = time[: time.index(telling.DASH) + 1]
    if narrow:
        return [(f"{time}  ", "")]
    day = telling.heading(history.happened, spoken()) if look.with_day else ""
    if look.whole_day and (then := history.happened.first_day):
        day = f"{then.day}/{then.month}/{then:%y}"
    padding = " " * max(0, TIME_WIDTH - cell_len(time))
    return [
        *fitted([(day, "day")], DAY_WIDTH + look.whole_day),
        *fitted([(f"{padding}{time}", "")], width + 1),
        (" ", ""),
    ]


def _words(history: History, terms: Terms) -> list[Piece]:
    entry = history.entry
    kind = _(kinds.kind(entry.kind).label)
    if entry.times > 1:
        kind = f"{kind} \N{MULTIPLICATION SIGN}{entry.times}"
    shown = under_cover(entry, spoken()) if covering() else entry
    told = of_entry(gist(shown, spoken()), identifying(entry))
    pieces: list[Piece] = []
    if history.withdrawn:
        pieces.append((_("Crossed out:") + " ", "faint"))
    elif history.amended:
        pieces.append((_("Amended:") + " ", "faint"))
    if meant := clocks_meant(entry.happened, entry.until, spoken()):
        pieces.append((f"({meant}) ", "faint"))
    style = "struck" if history.withdrawn else ""
    pieces += marked((escaped(kind), style or "kind"), terms, "found")
    if told:
        pieces += [(SEPARATOR, "faint"), *marked((told, style or "gist"), terms, "found")]
    return pieces


def _right(history: History, files: int | None) -> list[Piece]:
    done, applying = checklist.done(history.outline)
    marks = f"{done}/{applying}" if applying and not history.withdrawn else ""
    count = len(history.entry.witnesses)
    witnesses = many("{count}w", "{count}w", count).format(count=count) if count else ""
    told = f"{marks:>5}{witnesses:>3}"
    if files is not None:
        attached = many("{count}f", "{count}f", files).format(count=files) if files else ""
        told += f"{attached:>4}"
    return [(f"{told} ", "faint")]
