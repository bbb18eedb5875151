"""People, reports and orders are told with everything that was noted and chosen, and none is said only of none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from journal.domain.case.order import Order
from journal.domain.case.people import Person, Role, Willing
from journal.domain.case.report import Report
from journal.domain.time.moment import UNKNOWN
from journal.handover.dossier import case_sections
from journal.handover.dossier.chronology import chronology
from journal.handover.selection.choice import HandoverChoice
from tests.handover.cases import chosen_of
from tests.handover.dossier.said import ENGLISH, a_call, a_log, at, on, rows_of, tables_of, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journal.domain.text.words import Words
    from journal.handover.model.document import Section
    from journal.handover.selection.selection import Selection
    from journal.logbook import Logbook

EVERYTHING = HandoverChoice(stays=())


def told(
    part: Callable[[Selection, Words], Section | None], logbook: Logbook, choice: HandoverChoice = EVERYTHING
) -> Section:
    section = part(chosen_of(logbook, choice), ENGLISH)
    logbook.close()
    assert section is not None
    return section


def a_witness(logbook: Logbook, **fields: Any) -> int:
    return logbook.case.add(Person(number=0, name="Zz Seen", role=Role.WITNESS, **fields)).subject


@pytest.mark.parametrize(
    ("willing", "there"), [(None, False), (Willing.NO, False), (Willing.YES, True), (Willing.UNSURE, True)]
)
def test_whoever_said_no_is_nobodys_witness(tmp_path: Path, willing: Willing | None, there: bool) -> None:
    logbook = a_log(tmp_path, a_call(on("2026-10-20")))
    a_witness(logbook, willing_to_testify=willing)

    section = case_sections.witnesses(chosen_of(logbook, EVERYTHING), ENGLISH)
    logbook.close()

    assert (section is not None) is there
    assert section is None or rows_of(section)["Named in entries"] == ["none"]


def test_a_witness_who_also_told_it_is_named_once(tmp_path: Path) -> None:
    logbook = a_log(tmp_path)
    seen = a_witness(logbook, note="The neighbour.")
    logbook.record(a_call(on("2026-10-20"), witnesses=(seen,), reported_by=seen))

    rows = rows_of(told(case_sections.witnesses, logbook))

    assert (rows["Named in entries"], rows["Note"]) == (["1"], ["The neighbour."])


def test_a_withdrawn_person_who_is_still_named_is_told_as_withdrawn(tmp_path: Path) -> None:
    logbook = a_log(tmp_path)
    number = logbook.case.add(Person(number=0, name="Zz", role=Role.STALKER)).subject
    logbook.record(a_call(on("2026-10-20"), person=number))
    logbook.case.withdraw(Person, number, "Mistaken.")

    rows = rows_of(told(case_sections.stalkers, logbook))

    assert (rows["Named in entries"], rows["State"]) == (["1"], ["crossed out by the person who keeps this log"])


def test_a_person_who_is_named_in_what_was_not_chosen_too_is_told_so(tmp_path: Path) -> None:
    logbook = a_log(tmp_path)
    seen = a_witness(logbook)
    for day in ("2026-10-20", "2026-10-21"):
        logbook.record(a_call(on(day), witnesses=(seen,)))

    rows = rows_of(told(case_sections.witnesses, logbook, HandoverChoice(numbers=(2,))))

    assert rows["Named in entries"] == ["2, and others that were not chosen"]


def test_a_report_tells_who_took_it_what_went_with_it_and_its_note(tmp_path: Path) -> None:
    logbook = a_log(tmp_path, a_call(on("2026-10-20")))
    officer = logbook.case.add(Person(number=0, name="Zz Officer", role=Role.PROFESSIONAL)).subject
    report = Report(
        number=0, made=on("2026-10-21"), office="Zz", officer="desk 4", person=officer, reference="AN.1",
        entries=(1,), handed_over_besides="A stick.", prosecution_asked=True, answer="Yes.", answered_on="2026-10-22",
        note="Friendly.",
    )  # fmt: skip
    logbook.case.add(report)

    rows = rows_of(told(case_sections.reports, logbook))

    assert rows["When"] == ["Wednesday 21 October 2026"]
    assert rows["Taken by"] == ["Zz Officer, desk 4"]
    assert rows["Also handed over"] == ["A stick."]
    assert rows["Entries covered"] == ["1"]
    assert rows["Prosecution expressly asked for"] == ["yes"]
    assert rows["Answer received on"] == ["22 October 2026"]
    assert rows["Note"] == ["Friendly."]


def test_a_report_that_covers_what_was_not_chosen_too_says_so(tmp_path: Path) -> None:
    logbook = a_log(tmp_path, a_call(on("2026-10-20")), a_call(on("2026-10-21")))
    logbook.case.add(Report(number=0, entries=(1, 2)))

    assert rows_of(told(case_sections.reports, logbook, HandoverChoice(numbers=(1,))))["Entries covered"] == [
        "1, and others that were not chosen"
    ]


@pytest.mark.parametrize(
    ("days", "surely", "perhaps"),
    [
        ({"starts": "2026-10-10"}, ["2, 3"], ["4"]),
        ({"starts": "2026-10-10", "ends": "2026-10-15"}, ["2"], ["4"]),
        ({}, ["none"], ["1\N{EN DASH}4"]),
    ],
)
def test_an_order_lists_what_happened_while_it_held_and_perhaps_apart(
    tmp_path: Path, days: dict[str, Any], surely: list[str], perhaps: list[str]
) -> None:
    entries = (on("2026-10-09"), at("2026-10-10T00:00"), on("2026-10-16"), UNKNOWN)
    logbook = a_log(tmp_path, *map(a_call, entries))
    logbook.case.add(Order(number=0, note="Zz", **days))

    rows = rows_of(told(case_sections.orders, logbook))

    assert (rows["Entries logged in that time"], rows["Perhaps in that time"]) == (surely, perhaps)
    assert rows["Note"] == ["Zz"]


def test_the_list_tells_time_kind_count_and_state_of_every_entry_in_the_order_of_happening(tmp_path: Path) -> None:
    logbook = a_log(
        tmp_path, a_call(at("2026-10-20T22:14"), 3, account="It rang.", details={"call.number": "+00 555 0142"}),
        a_call(at("2026-10-19T08:00"), account="x " * 60),
    )  # fmt: skip
    logbook.amend(1, a_call(at("2026-10-20T22:14"), 2, account="It rang."), "Two.")
    logbook.withdraw(2, "Mistaken.")

    section = told(chronology, logbook)

    (rows,) = tables_of(section)
    assert [row[:2] for row in rows] == [
        ("2", "Monday 19 October 2026, 08:00"),
        ("1", "Tuesday 20 October 2026, 22:14"),
    ]
    assert rows[1][2] == "2 \N{MULTIPLICATION SIGN} Missed call · amended\nIt rang."
    head, words = rows[0][2].split("\n")
    assert head == "Missed call · crossed out"
    assert words == "x " * 54 + "x …"
    assert any("was not chosen" in text for text in texts_of(section))
