"""Two hundred times of an open list, in three languages, typed in the afternoon and in the middle of the night."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from journal.domain.time.moment import Certainty
from journal.domain.time.reading import NotUnderstood, Question, Reading, Understood, read
from tests.domain.reading_notation import BRUSSELS, SPOKEN_FIRST, told

CASES = Path(__file__).with_suffix(".txt")
AFTERNOON = datetime(2026, 11, 29, 15, 0, tzinfo=BRUSSELS)
NIGHT = AFTERNOON.replace(hour=2, minute=30)


@dataclass(frozen=True)
class Case:
    """One line of the list."""

    language: str
    typed: str
    by_day: str
    by_night: str


def cases() -> list[Case]:
    """Read the list."""
    lines = [line for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]
    cells = [line.replace("\N{OPEN BOX}", "\N{NARROW NO-BREAK SPACE}").split(" | ") for line in lines]
    return [Case(language, typed, wanted[0], wanted[-1]) for language, typed, *wanted in cells]


def verdict(reading: Reading, wanted: str) -> str:
    """Return how a reading compares with what was wanted."""
    may_ask, must_ask = wanted.startswith("? "), wanted.startswith("?! ")
    every = wanted.removeprefix("? ").removeprefix("?! ").split(" / ")
    if isinstance(reading, NotUnderstood):
        return "right" if "-" in every else "refused"
    if isinstance(reading, Question):
        offered = any(is_wanted(option, one) for option in reading.options for one in every) or every == ["-"]
        return ("right" if may_ask or must_ask else "asked needlessly") if offered else "right one not offered"
    if must_ask:
        return "kept without asking"
    return "right" if any(is_wanted(reading, one) for one in every) else "wrong"


def is_wanted(reading: Understood, wanted: str) -> bool:
    """Return whether one reading is the wanted one: `about` may be said of a time, and a pair may be either kind."""
    if wanted.startswith("in "):
        first, last = wanted.removeprefix("in ").split(" .. ")
        return moment_of(first) <= bounds(reading)[0] and bounds(reading)[1] <= moment_of(last)
    found = told(reading).removesuffix(" !")
    if reading.moment.certainty is Certainty.BETWEEN:
        found = found.replace(" .. ", " > ").replace("day ", "")
    return found.replace("~", "") in {
        wanted.replace("~", ""),
        wanted.replace(" .. ", " > "),
        wanted.replace("day ", ""),
    }


def bounds(reading: Understood) -> tuple[datetime, datetime]:
    """Return the first and the last local time claimed."""
    start, end = reading.moment.start, (reading.until or reading.moment).end or (reading.until or reading.moment).start
    last = moment_of(end) + timedelta(days=0 if "T" in end else 1)
    return moment_of(start), last


def moment_of(text: str) -> datetime:
    """Return a local time, or the midnight with which a day begins."""
    return datetime.fromisoformat(text)


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.language} {case.typed}")
def test_an_open_case_is_read_as_it_was_wanted_by_day_and_by_night(case: Case) -> None:
    by_day, by_night = (
        verdict(read(case.typed, now=now, languages=SPOKEN_FIRST[case.language], region="BE"), wanted)
        for now, wanted in ((AFTERNOON, case.by_day), (NIGHT, case.by_night))
    )

    assert by_day == "right"
    assert by_night in {"right", "asked needlessly"}


def test_hardly_any_open_case_costs_a_needless_question_at_night() -> None:
    found = Counter(
        verdict(read(case.typed, now=NIGHT, languages=SPOKEN_FIRST[case.language], region="BE"), case.by_night)
        for case in cases()
    )

    assert found["asked needlessly"] <= 3
    assert found.total() == 200
