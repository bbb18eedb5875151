"""Consistency checks of recording: late or just in time, and amended before or after somebody relied on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from journal.domain.case.order import Order
from journal.domain.case.report import Report
from journal.domain.consistency.recording import AMENDED_AFTER, RECORDED_LATE
from journal.domain.entry.origin import Origin
from journal.domain.time.moment import UNKNOWN, exactly
from journal.handover.selection.choice import Format, HandoverChoice
from tests.domain.consistency.checking import entries, questions
from tests.ui.builders import NOW, ZONE, Clock, a_logbook, an_entry, at

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook

EIGHT_DAYS_AGO, SEVEN_DAYS_AGO = "2026-11-14T15:00", "2026-11-15T15:03"


def amend(logbook: Logbook, number: int, reason: str = "") -> None:
    old = logbook.state.entries[number].entry
    logbook.amend(number, replace(old, account=f"{old.account} More."), reason)


def test_more_days_than_are_set_are_asked_about_and_just_as_many_are_not(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry(when=EIGHT_DAYS_AGO), an_entry(when=SEVEN_DAYS_AGO))

    assert entries(logbook, RECORDED_LATE) == [(1,)]
    assert entries(logbook, RECORDED_LATE, late_after=30) == []
    assert questions(logbook, RECORDED_LATE) == [
        "The time of entry 1 is Saturday 14 November 2026, 15:00; it was recorded on Sunday 22 November 2026, 15:03. "
        "Why only then?"
    ]


def test_entries_from_a_file_of_unknown_time_or_that_went_on_are_not_late(tmp_path: Path) -> None:
    logbook = a_logbook(
        tmp_path,
        an_entry(when=EIGHT_DAYS_AGO, taken_from=Origin("calls.xml")),
        an_entry(happened=UNKNOWN),
        an_entry(when=EIGHT_DAYS_AGO, until=at("2026-11-20T12:00")),
    )

    assert entries(logbook, RECORDED_LATE) == []


@pytest.mark.parametrize(("reason", "asked"), [("", "What changed, and why?"), ("the hour was wrong", "enough?")])
def test_amended_after_its_report_is_asked_about(tmp_path: Path, reason: str, asked: str) -> None:
    clock = Clock()
    logbook = a_logbook(tmp_path, an_entry(), an_entry(when="2026-11-21T23:00"), clock=clock)
    amend(logbook, 2)
    logbook.case.add(Report(number=0, made=exactly(NOW.astimezone(ZONE)), entries=(1, 2)))

    assert entries(logbook, AMENDED_AFTER) == []

    clock.move(minutes=1)
    amend(logbook, 1, reason)

    assert entries(logbook, AMENDED_AFTER) == [(1,)]
    (question,) = questions(logbook, AMENDED_AFTER)
    assert reason in question
    assert question.endswith(asked)


def test_an_amendment_that_was_undone_is_not_asked_about(tmp_path: Path) -> None:
    clock = Clock()
    logbook = a_logbook(tmp_path, an_entry(), clock=clock)
    logbook.case.add(Report(number=0, made=exactly(NOW.astimezone(ZONE)), entries=(1,)))
    clock.move(minutes=1)
    amend(logbook, 1)

    logbook.undo()

    assert entries(logbook, AMENDED_AFTER) == []


def test_amended_after_an_order_that_came_later_is_asked_about(tmp_path: Path) -> None:
    clock = Clock()
    before, after = an_entry(when="2026-11-21T22:14"), an_entry(when="2026-11-23T09:00")
    logbook = a_logbook(tmp_path, before, after, clock=clock)
    logbook.case.add(Order(number=0, starts="2026-11-23"))

    clock.move(days=1)
    amend(logbook, 1)
    assert entries(logbook, AMENDED_AFTER) == []

    clock.move(days=1)
    amend(logbook, 1)
    amend(logbook, 2)
    assert entries(logbook, AMENDED_AFTER) == [(1,)]


def test_amended_after_it_was_handed_over_is_asked_about(tmp_path: Path) -> None:
    clock = Clock()
    logbook = a_logbook(tmp_path, an_entry(), an_entry(when="2026-11-21T23:00"), clock=clock)
    logbook.handing_over.write(HandoverChoice(numbers=(1,), formats=(Format.TEXT,)), tmp_path)

    clock.move(minutes=1)
    amend(logbook, 1)
    amend(logbook, 2)

    assert entries(logbook, AMENDED_AFTER) == [(1,)]
