"""Consistency check of reports: what they cannot hold, and what they just can."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from journal.domain.case.report import Report
from journal.domain.consistency.report_checks import REPORT_COVERS_LESS
from journal.domain.evidence.exhibit import Exhibit
from journal.domain.time.moment import UNKNOWN
from tests.domain.consistency.checking import entries, questions
from tests.ui.builders import Clock, a_logbook, an_entry, at

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("report", "found"),
    [
        ({"made": at("2026-11-21T22:13"), "entries": (1,)}, [(1,)]),
        ({"made": at("2026-11-21T22:14"), "entries": (1,)}, []),
        ({"made": UNKNOWN, "entries": (1,)}, []),
        ({"made": at("2026-11-22T09:00"), "entries": ()}, [()]),
    ],
    ids=["before the entry", "just then", "time unknown", "no entry"],
)
def test_an_entry_that_came_after_its_report_is_asked_about(
    tmp_path: Path, report: dict[str, Any], found: list[tuple[int, ...]]
) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    logbook.case.add(Report(number=0, **report))

    assert entries(logbook, REPORT_COVERS_LESS) == found


def test_an_entry_that_is_crossed_out_is_asked_about(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry(), an_entry())
    logbook.case.add(Report(number=0, made=at("2026-11-22T09:00"), entries=(1, 2)))

    logbook.withdraw(1, "the plumber")

    assert entries(logbook, REPORT_COVERS_LESS) == [(1,)]


@pytest.mark.parametrize(("later", "asked"), [({"hours": 24}, 0), ({"hours": 24, "minutes": 1}, 1)])
def test_an_exhibit_that_was_added_more_than_a_day_later_is_asked_about(
    tmp_path: Path, later: dict[str, int], asked: int
) -> None:
    clock = Clock()
    logbook = a_logbook(tmp_path, an_entry(), clock=clock)
    clock.move(**later)
    logbook.exhibits.add(Exhibit(number=0, title="Letter"))
    logbook.case.add(Report(number=0, made=at("2026-11-22T15:03"), entries=(1,), handed_over=(1,)))

    assert len(questions(logbook, REPORT_COVERS_LESS)) == asked
