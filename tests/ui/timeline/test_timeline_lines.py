"""The rows of the timeline and what is drawn on each, as plain values."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from journal.domain.state.state import State
from journal.ui.frame.line_pieces import fitted, length, marked
from journal.ui.timeline.timeline_line import Look, entry_line, month_line
from journal.ui.timeline.timeline_rows import Month, Rows
from tests.domain.ledgers import a_ledger

if TYPE_CHECKING:
    from journal.domain.entry.history import History

DASH = "\N{EN DASH}"
CELLS = st.text(st.sampled_from("ab [/]\u65e5\u0301\U0001f469"), max_size=30)


def histories(*days: str, **fields: Any) -> list[History]:
    """One entry on each of these days, the first one numbered 1, the latest first."""
    entries = [
        {
            "action": "entry.recorded",
            "entry": number,
            "kind": "call_missed",
            "happened": {"certainty": "exact", "start": f"{day}T08:05", "offset": "+01:00"},
            **fields,
        }
        for number, day in enumerate(days, 1)
    ]
    return State(a_ledger(*entries)).chronological()[::-1]


def words(history: History, look: Look) -> str:
    return "".join(piece for piece, _ in entry_line(history, look))


def test_every_month_has_a_heading_before_its_entries_the_latest_first() -> None:
    entries = histories("2025-11-20", "2026-11-20", "2026-10-03", "2026-11-21")
    rows = Rows(entries)

    shown = [line.first if isinstance(line, Month) else line.number for line in rows.lines]
    assert shown == [date(2026, 11, 1), 4, 2, date(2026, 10, 1), 3, date(2025, 11, 1), 1]
    assert {one.number: rows.line_near(one) for one in entries} == {4: 1, 2: 2, 3: 4, 1: 6}
    assert [rows.month_of(line).first.month for line in range(7)] == [11, 11, 11, 10, 10, 11, 11]
    assert (rows.shown, rows.numbers) == (4, (4, 2, 3, 1))


def test_only_the_first_entry_of_a_day_opens_it() -> None:
    rows = Rows(histories("2026-11-20", "2026-11-21", "2026-11-21", "2026-10-31"))

    assert [line for line in range(len(rows.lines)) if rows.opens_day(line)] == [1, 3, 5]


@pytest.mark.parametrize(
    ("day", "number"),
    [("2026-11-25", 3), ("2026-11-20", 2), ("2026-11-15", 1), ("2026-10-03", 1), ("2020-01-01", 1)],
)
def test_a_day_leads_to_its_entry_or_to_the_last_one_before_it_or_to_the_earliest(day: str, number: int) -> None:
    rows = Rows(histories("2026-10-03", "2026-11-20", "2026-11-21"))

    line = rows.on_or_before(date.fromisoformat(day))

    assert line is not None
    assert (entry := rows.entry_at(line))
    assert entry.number == number


def test_no_entries_are_no_rows() -> None:
    rows = Rows()

    assert (rows.lines, rows.shown, rows.nearest(0, 1), rows.on_or_before(date(2026, 1, 1))) == ([], 0, None, None)


def test_the_heading_of_a_month_tells_apart_what_was_surely_in_it_and_what_perhaps() -> None:
    happened = (
        {"certainty": "between", "start": "2026-11-01", "end": "2026-12-31"},
        {"certainty": "unknown"},
        {"certainty": "between", "start": "2026-11-01", "end": "2026-11-30"},
    )
    said = {"action": "entry.recorded", "kind": "call_missed"}
    acts = [said | {"entry": at, "times": 10**at, "happened": one} for at, one in enumerate(happened, start=1)]

    month = Rows(State(a_ledger(*acts)).listed()[::-1]).lines[0]

    assert isinstance(month, Month)
    assert month.acts == (1000, 110, 0)
    assert "".join(words for words, _style in month_line(month, 60)).endswith("· 1000 acts + 110 perhaps ")


def test_the_heading_of_a_month_counts_acts_and_not_entries() -> None:
    month = Rows(histories("2026-11-20", "2026-11-21", times=19)).lines[0]

    assert isinstance(month, Month)
    line = "".join(piece for piece, _ in month_line(month, 40))
    assert line.startswith(" November 2026 ·")
    assert line.endswith("· 38 acts ")
    assert len(line) == 40


@given(st.integers(0, 200), st.booleans(), st.booleans(), CELLS)
def test_a_line_is_exactly_as_wide_as_the_pane(width: int, cursor: bool, with_day: bool, account: str) -> None:
    history = histories("2026-11-20", account=account, witnesses=[1, 2], times=3)[0]

    pieces = entry_line(history, Look(width, cursor=cursor, with_day=with_day, terms=("a",)))

    assert length(fitted(pieces, width)) == width
    assert width < 20 or length(pieces) == width


@given(st.lists(CELLS, max_size=4), st.integers(0, 40))
def test_pieces_fill_the_width_and_an_ellipsis_says_that_something_is_cut(texts: list[str], width: int) -> None:
    pieces = fitted([(text, "") for text in texts], width)

    assert length(pieces) == width
    cut = sum(map(cell_len, texts)) > width
    assert cut == ("…" in "".join(text for text, _ in pieces)) or not width


@given(CELLS, CELLS)
def test_marking_changes_no_letter(text: str, term: str) -> None:
    pieces = marked((text, ""), (term,) if term.strip() else (), "found")

    assert "".join(piece for piece, _ in pieces) == text


def test_a_wide_line_holds_a_whole_span_and_a_narrow_one_its_beginning() -> None:
    until = {"certainty": "exact", "start": "2026-11-20T23:10", "offset": "+01:00"}
    history = histories("2026-11-20", until=until)[0]

    assert f"08:05{DASH}23:10  Missed call" in words(history, Look(100))
    assert f"08:05{DASH}  Missed call" in words(history, Look(56))


def test_in_the_smallest_pane_time_and_kind_stay() -> None:
    assert words(histories("2026-11-20")[0], Look(20, cursor=True)).startswith("▌08:05  Missed call")


@pytest.mark.parametrize("part", ["morning", "afternoon", "evening", "night"])
@pytest.mark.parametrize("width", [60, 100])
def test_a_part_of_the_day_moves_nothing_on_its_line(part: str, width: int) -> None:
    happened = {"certainty": "part_of_day", "start": "2026-11-20T18:00", "end": "2026-11-20T23:59", "part": part}
    of_day = histories("2026-11-20", happened=happened)[0]

    line = words(of_day, Look(width))

    assert line.index("Missed call") == words(histories("2026-11-20")[0], Look(width)).index("Missed call")
    assert f"  {part[:6]}" in line
    assert line[line.index("Missed call") - 1] == " "
