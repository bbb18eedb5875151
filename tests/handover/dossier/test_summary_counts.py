"""The page that says it all counts kinds, times of day and targets, and lists the reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.report import Receiver, Report
from journal.domain.entry.entry import Targeted
from journal.domain.time.moment import Certainty, Moment
from tests.handover.dossier.one_page import TWO_DAYS, said, told
from tests.handover.dossier.said import IN_OCTOBER, a_call, a_log, bars_of, on, rows_of, texts_of

if TYPE_CHECKING:
    from pathlib import Path


def test_kinds_are_counted_six_as_bars_and_the_rest_in_words(tmp_path: Path) -> None:
    kinds = ["call_missed", "call_silent", "sms", "followed", "waited", "gift", "letter", "email"]
    entries = [a_call(on("2026-10-20"), 10 - at_, kind=kind) for at_, kind in enumerate(kinds)]

    section = told(a_log(tmp_path, *entries))

    by_kind = bars_of(section)[1]
    assert [acts for _label, acts in by_kind.rows] == [10, 9, 8, 7, 6, 5]
    assert by_kind.rows[0][0] == "Missed call"
    assert any(
        text.startswith("Also, the number of acts in brackets: ") and "(4)" in text and "(3)" in text
        for text in texts_of(section)
    )


def test_the_time_of_day_is_counted_by_its_part(tmp_path: Path) -> None:
    between = Moment(Certainty.BETWEEN, start="2026-10-20T14:00", end="2026-10-20T15:00", offset="+02:00")

    section = told(a_log(tmp_path, *TWO_DAYS, a_call(between, 4), a_call(on("2026-10-20"), 6)))

    assert bars_of(section)[-1].rows == (
        ("night (22:00 to 6:00)", 2),
        ("morning (6:00 to 12:00)", 3),
        ("afternoon (12:00 to 18:00)", 4),
        ("time of day not known", 6),
    )


def test_whom_it_was_aimed_at_is_counted_the_most_first(tmp_path: Path) -> None:
    page = said(
        tmp_path,
        a_call(on("2026-10-20"), 2, targeted=(Targeted.CHILD,)),
        a_call(on("2026-10-21"), 3, targeted=(Targeted.ME, Targeted.CHILD)),
    )

    assert page["Aimed at"] == "child (5), the person who keeps this log (3)"


def test_reports_are_told_with_day_office_and_number(tmp_path: Path) -> None:
    logbook = a_log(tmp_path, *TWO_DAYS)
    logbook.case.add(
        Report(number=0, receiver=Receiver.POLICE, made=on("2026-10-22"), office="Zz", reference="AN.1", entries=(1,))
    )
    logbook.case.add(Report(number=0, receiver=Receiver.POLICE, made=IN_OCTOBER, entries=(1,)))

    assert rows_of(told(logbook))["Reports"] == ["22 October 2026, police, Zz, AN.1\nsome time in October 2026, police"]
