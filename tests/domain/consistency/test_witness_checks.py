"""Consistency check of witnesses who are said to be away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from journal.domain.consistency.absences import absences_in
from journal.domain.consistency.witness_checks import WITNESS_AWAY
from tests.domain.consistency.checking import entries, questions
from tests.ui.builders import a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "note",
    [
        "Sister. Away 20 to 22 November 2026.",
        "Away from 20 November 2026 to 22 November 2026",
        "Op vakantie van 20 tot 22 november 2026; belt terug",
        "En vacances du 20 au 22 novembre 2026",
        "from 20 to 22 November 2026 she was abroad",
    ],
)
def test_a_note_names_the_days_of_an_absence(note: str) -> None:
    (found,) = absences_in(note)

    assert (found.first, found.last) == (date(2026, 11, 20), date(2026, 11, 22))


@pytest.mark.parametrize("note", ["", "sister", "Often away.", "Away 20 to 22 November.", "Met in 2026, far away"])
def test_a_note_without_days_and_a_year_names_none(note: str) -> None:
    assert [*absences_in(note)] == []


@pytest.mark.parametrize(
    ("note", "found"),
    [("Away 20 to 21 November 2026", [(1,)]), ("Away 22 to 23 November 2026", []), ("Away 18 to 20 November 2026", [])],
)
def test_a_witness_on_a_day_of_absence_is_asked_about(tmp_path: Path, note: str, found: list[tuple[int, ...]]) -> None:
    logbook = a_logbook(tmp_path, an_entry(witnesses=(1,)), an_entry())
    logbook.case.amend(replace(logbook.state.people[1], note=note))

    assert entries(logbook, WITNESS_AWAY) == found


def test_the_account_of_another_entry_of_that_day_counts_too(tmp_path: Path) -> None:
    logbook = a_logbook(
        tmp_path,
        an_entry(witnesses=(1,)),
        an_entry("It rang. An was still on holiday.", when="2026-11-21T09:00"),
        an_entry(witnesses=(1,), when="2026-11-20T09:00"),
    )

    assert entries(logbook, WITNESS_AWAY) == []

    logbook.add_person("Zed Invented")
    logbook.record(an_entry("Zed was still on holiday.", when="2026-11-21T09:00"))
    logbook.record(an_entry("It rang.", when="2026-11-21T10:00", witnesses=(2,)))
    logbook.record(an_entry("It rang.", when="2026-11-20T10:00", witnesses=(2,)))

    assert entries(logbook, WITNESS_AWAY) == [(5, 4)]
    assert questions(logbook, WITNESS_AWAY) == [
        "Entry 5 names Zed Invented as a witness, and it is said elsewhere: “zed was still on holiday”. "
        "Was Zed Invented there?"
    ]


def test_a_denial_is_no_absence(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    logbook.add_person("Zed Invented")
    logbook.record(an_entry("Zed was not away.", witnesses=(2,)))

    assert entries(logbook, WITNESS_AWAY) == []
