"""The first no has the day that was entered for it, or none."""

from __future__ import annotations

from datetime import date

import pytest

from journal.domain.case.steps import StepMark
from journal.domain.evidence.checklist import ItemState
from journal.domain.overview.no_contact import NotLogged, NotSure, OnDay, TheNo, day_of, the_no
from journal.domain.state.state import State
from journal.domain.time.moment import UNKNOWN, Certainty, Moment
from tests.domain.ledgers import a_ledger
from tests.domain.time.test_within import between, entry, on

OCTOBER = between("2026-10-01", "2026-10-31")
THE_20TH = date(2026, 10, 20)


def the_no_of(*moments: Moment, step: StepMark | None = None) -> TheNo:
    acts = [entry(number, moment, kind="said_no") for number, moment in enumerate(moments, start=1)]
    return the_no(State(a_ledger(*acts)).chronological(), {"said_no": step} if step else {})


@pytest.mark.parametrize(
    ("moments", "told"),
    [
        ([], NotLogged()),
        ([UNKNOWN], NotSure(UNKNOWN)),
        ([OCTOBER], NotSure(OCTOBER)),
        ([UNKNOWN, OCTOBER], NotSure(OCTOBER)),
        ([OCTOBER, between("2026-10-15", "2026-10-16")], NotSure(between("2026-10-15", "2026-10-16"))),
        ([Moment(Certainty.ABOUT, start="2026-10-20")], NotSure(Moment(Certainty.ABOUT, start="2026-10-20"))),
        ([on("2026-10-20")], OnDay(THE_20TH)),
        ([on("2026-10-25"), on("2026-10-20")], OnDay(THE_20TH)),
        ([on("2026-10-20"), UNKNOWN], OnDay(THE_20TH, perhaps_earlier=True)),
        ([on("2026-10-20"), OCTOBER], OnDay(THE_20TH, perhaps_earlier=True)),
        ([on("2026-10-01"), OCTOBER], OnDay(date(2026, 10, 1), perhaps_earlier=True)),
        ([on("2026-10-20"), between("2026-11-01", "2026-11-30")], OnDay(THE_20TH)),
        ([Moment(Certainty.EXACT, start="2026-10-20T23:59", offset="+02:00")], OnDay(THE_20TH)),
    ],
)
def test_the_first_no_is_told_as_surely_as_it_is_known(moments: list[Moment], told: TheNo) -> None:
    assert the_no_of(*moments) == told


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (StepMark(state=ItemState.DONE, on="2026-10-20"), OnDay(THE_20TH)),
        (StepMark(state=ItemState.DONE), NotSure(UNKNOWN)),
        (StepMark(state=ItemState.DONE, on="soon"), NotSure(UNKNOWN)),
        (StepMark(state=ItemState.TO_DO, on="2026-10-20"), NotLogged()),
        (StepMark(state=ItemState.DOES_NOT_APPLY, on="2026-10-20"), NotLogged()),
    ],
)
def test_a_ticked_step_is_a_no_on_the_day_that_was_said_of_it(step: StepMark, told: TheNo) -> None:
    assert the_no_of(step=step) == told


def test_the_earlier_of_entry_and_step_counts() -> None:
    step = StepMark(state=ItemState.DONE, on="2026-10-20")

    assert the_no_of(on("2026-10-21"), step=step) == OnDay(THE_20TH)
    assert the_no_of(on("2026-10-19"), step=step) == OnDay(date(2026, 10, 19))
    assert day_of(the_no_of(OCTOBER)) is None


def test_a_withdrawn_no_was_not_said() -> None:
    said = entry(1, on("2026-10-20"), kind="said_no")
    state = State(a_ledger(said, {"action": "entry.withdrawn", "entry": 1}))

    assert the_no(state.chronological(), {}) == NotLogged()
