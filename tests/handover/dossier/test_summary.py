"""The page that says it all says what was entered: every figure, every day, and what is known only roughly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from journal.domain.case.order import Order
from journal.domain.case.steps import StepMark
from journal.domain.evidence.checklist import ItemState
from journal.domain.time.moment import UNKNOWN, Certainty, Moment
from journal.handover.model.document import Bars
from tests.handover.dossier.one_page import TWO_DAYS, said, told
from tests.handover.dossier.said import IN_2026, IN_OCTOBER, a_call, a_log, a_no, at, bars_of, on, rows_of, texts_of

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.entry.entry import Entry


def test_first_latest_and_how_many_are_those_of_the_acts(tmp_path: Path) -> None:
    own_step = a_call(at("2026-10-30T10:00"), kind="told_somebody")

    page = said(tmp_path, *TWO_DAYS, own_step)

    assert page["First act on a known day"] == "Sunday 18 October 2026, 22:14"
    assert page["Latest act on a known day"] == "Wednesday 21 October 2026, 08:00"
    assert page["Logged"] == "5 acts in 2 entries"
    assert page["How often"] == "5 acts in one week"
    assert "Known only as a span" not in page
    assert "On no known day" not in page
    assert "Part of the log" not in page


@pytest.mark.parametrize(
    ("last", "often"),
    [
        ("2026-10-24", "5 acts in one week"),
        ("2026-10-25", "5 acts in 2 weeks: 2.5 a week on average"),
        ("2026-11-07", "5 acts in 3 weeks: 1.7 a week on average"),
    ],
)
def test_a_pace_counts_the_weeks_that_were_begun(tmp_path: Path, last: str, often: str) -> None:
    assert said(tmp_path, a_call(on("2026-10-18"), 4), a_call(on(last)))["How often"] == often


def test_acts_are_told_before_and_from_the_day_of_the_no_on(tmp_path: Path) -> None:
    page = said(tmp_path, *TWO_DAYS, a_call(on("2026-10-20")), a_no(on("2026-10-20")))

    assert page["First clear “no contact”"] == "20 October 2026"
    assert page["Before the day of “no contact”"] == "2 acts in one week"
    assert page["Since the day of “no contact”"] == "4 acts in one week"
    assert not {"How often", "Not known whether before or after", "Known only as a span"} & page.keys()


def test_no_act_before_the_no_is_told_as_none(tmp_path: Path) -> None:
    page = said(tmp_path, *TWO_DAYS, a_no(on("2026-10-18")))

    assert (page["Before the day of “no contact”"], page["Since the day of “no contact”"]) == (
        "0 acts",
        "5 acts in one week",
    )


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (UNKNOWN, "said at a time that is not known"),
        (IN_OCTOBER, "some time in October 2026"),
        (Moment(Certainty.ABOUT, start="2026-10-20"), "about Tuesday 20 October 2026"),
    ],
)
def test_a_no_without_a_day_gives_neither_a_day_nor_a_before_and_after(
    tmp_path: Path, when: Moment, words: str
) -> None:
    logbook = a_log(tmp_path, *TWO_DAYS, a_no(when))

    section = told(logbook)

    page = rows_of(section)
    assert page["First clear “no contact”"] == [words]
    assert page["How often"] == ["5 acts in one week"]
    assert not {"Before the day of “no contact”", "Since the day of “no contact”"} & page.keys()
    assert all(not bars.marks for bars in bars_of(section))


def test_a_second_no_of_unknown_time_leaves_open_which_was_the_first(tmp_path: Path) -> None:
    page = said(tmp_path, *TWO_DAYS, a_no(on("2026-10-20")), a_no(UNKNOWN))

    assert page["First clear “no contact”"] == "20 October 2026; another, of which the day is not known, may be earlier"


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (StepMark(state=ItemState.DONE), "said at a time that is not known"),
        (StepMark(state=ItemState.DONE, on="2026-10-20"), "20 October 2026"),
        (StepMark(state=ItemState.TO_DO, on="2026-10-20"), "none logged"),
    ],
)
def test_a_ticked_step_has_the_day_that_was_said_of_it(tmp_path: Path, step: StepMark, words: str) -> None:
    logbook = a_log(tmp_path, *TWO_DAYS)
    logbook.case.mark_step("said_no", step)

    page = rows_of(told(logbook))

    assert page["First clear “no contact”"] == [words]
    assert ("Before the day of “no contact”" in page) == (words == "20 October 2026")


def test_a_span_is_on_neither_side_of_the_no_and_in_no_bar(tmp_path: Path) -> None:
    logbook = a_log(
        tmp_path, a_call(IN_2026, 40), a_call(on("2026-10-19"), 2), a_call(UNKNOWN, 5), a_no(on("2026-10-20"))
    )

    section = told(logbook)

    page = rows_of(section)
    assert page["Known only as a span"] == ["40 acts"]
    assert page["On no known day"] == ["5 acts"]
    assert page["Before the day of “no contact”"] == ["2 acts in one week"]
    assert page["Since the day of “no contact”"] == ["0 acts"]
    assert page["Not known whether before or after"] == ["45 acts"]
    assert page["First act on a known day"] == ["Monday 19 October 2026"]
    assert bars_of(section)[0] == Bars(
        "Acts in each week, by its Monday", (("19-10-2026", 2),), ((0, "said “no contact” on 20 October 2026"),)
    )
    assert "Not in these bars, because the time is not known well enough: 45 acts." in texts_of(section)


def test_a_span_that_ends_before_the_no_is_before_it_and_makes_no_pace(tmp_path: Path) -> None:
    page = said(tmp_path, a_call(IN_OCTOBER, 40), a_call(on("2026-11-02")), a_no(on("2026-11-02")))

    assert page["Before the day of “no contact”"] == "40 acts"
    assert page["Since the day of “no contact”"] == "1 act in one week"


def test_a_night_over_midnight_is_counted_and_not_called_a_span(tmp_path: Path) -> None:
    night = Moment(Certainty.PART_OF_DAY, start="2026-10-21T22:00", end="2026-10-22T06:00", offset="+02:00")

    page = said(tmp_path, *TWO_DAYS, a_call(night))

    assert page["How often"] == "6 acts in one week"
    assert "Known only as a span" not in page


def test_nothing_of_a_known_day_says_no_first_and_no_latest_and_draws_no_bars_over_time(tmp_path: Path) -> None:
    section = told(a_log(tmp_path, a_call(UNKNOWN, 5)))

    page = rows_of(section)
    assert not {"First act on a known day", "Latest act on a known day"} & page.keys()
    assert page["Logged"] == ["5 acts in 1 entry"]
    assert "How often" not in page
    assert [bars.caption for bars in bars_of(section)] == ["Number of acts", ""]


def test_twenty_six_weeks_stand_as_weeks_and_more_as_months(tmp_path: Path) -> None:
    first = a_call(on("2026-01-05"))
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    weeks = bars_of(told(a_log(tmp_path / "a", first, a_call(on("2026-07-05"), 3), a_no(on("2026-01-14")))))[0]
    months = bars_of(told(a_log(tmp_path / "b", first, a_call(on("2026-07-06"), 3), a_no(on("2026-03-14")))))[0]

    assert (len(weeks.rows), weeks.rows[0], weeks.rows[-1]) == (26, ("05-01-2026", 1), ("29-06-2026", 3))
    assert weeks.marks == ((1, "said “no contact” on 14 January 2026"),)
    assert months.caption == "Acts in each month"
    assert months.rows == tuple((f"0{month}-2026", {1: 1, 7: 3}.get(month, 0)) for month in range(1, 8))
    assert months.marks == ((2, "said “no contact” on 14 March 2026"),)


def test_a_no_outside_the_bars_is_not_marked_in_them(tmp_path: Path) -> None:
    section = told(a_log(tmp_path, *TWO_DAYS, a_no(on("2026-09-01"))))

    assert bars_of(section)[0].marks == ()


@pytest.mark.parametrize(
    ("entry", "orders", "told_of"),
    [
        (
            a_call(on("2026-10-20")),
            ({"starts": "2026-10-10", "ends": "2026-10-31"}, {"starts": "2026-10-15", "ends": "2026-11-30"}),
            ["logged in that time: 1 entry", "logged in that time: 1 entry"],
        ),
        (a_call(on("2026-10-20")), ({},), ["logged in that time: 0 entries; perhaps in that time: 1 entry"]),
        (
            a_call(UNKNOWN),
            ({"starts": "2026-10-10"},),
            ["logged in that time: 0 entries; perhaps in that time: 1 entry"],
        ),
        (
            a_call(on("2026-10-01"), until=on("2026-10-25")),
            ({"starts": "2026-10-10"},),
            ["logged in that time: 1 entry"],
        ),
        (a_call(on("2026-10-09")), ({"starts": "2026-10-10"},), ["logged in that time: 0 entries"]),
    ],
)
def test_every_order_counts_what_happened_while_it_held_and_perhaps_apart(
    tmp_path: Path, entry: Entry, orders: tuple[dict[str, Any], ...], told_of: list[str]
) -> None:
    logbook = a_log(tmp_path, entry)
    for days in orders:
        logbook.case.add(Order(number=0, **days))

    lines = rows_of(told(logbook))["Orders"][0].split("\n")

    assert [line.split("; ", 1)[1] for line in lines] == told_of


def test_a_part_says_that_it_is_one_and_that_nothing_else_is_counted(tmp_path: Path) -> None:
    page = said(tmp_path, *TWO_DAYS, a_no(on("2026-10-20")), kinds=("call_missed",), numbers=(1,))

    assert page["Part of the log"] == "1 of 3 entries; only these are counted here"
    assert page["First act chosen, on a known day"] == "Sunday 18 October 2026, 22:14"
    assert page["Latest act chosen, on a known day"] == "Sunday 18 October 2026, 22:14"
    assert page["Chosen"] == "2 acts in 1 entry"
    assert page["First clear “no contact” among what was chosen"] == "not among what was chosen"
    assert (page["Reports"], page["Orders"]) == ("not among what was chosen", "not among what was chosen")
    assert not {"Logged", "First clear “no contact”", "First act on a known day"} & page.keys()


def test_the_whole_says_none_where_there_is_none(tmp_path: Path) -> None:
    page = said(tmp_path, *TWO_DAYS)

    assert (page["First clear “no contact”"], page["Reports"], page["Orders"]) == ("none logged", "none", "none")


def test_a_withdrawn_entry_counts_nowhere_on_the_page(tmp_path: Path) -> None:
    logbook = a_log(tmp_path, *TWO_DAYS, a_no(on("2026-10-01")))
    logbook.withdraw(2, "Mistaken.")
    logbook.withdraw(3, "Mistaken.")

    page = rows_of(told(logbook))

    assert page["Logged"] == ["2 acts in 1 entry"]
    assert page["Latest act on a known day"] == ["Sunday 18 October 2026, 22:14"]
    assert page["First clear “no contact”"] == ["none logged"]
