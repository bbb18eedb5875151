"""A small case, part by part: every entry in full, people, reports, orders and steps, each value in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.case.steps import StepMark
from journal.domain.evidence.checklist import ItemState
from journal.domain.text.words import Words
from journal.handover.dossier.case_sections import orders, reports, stalkers, steps, witnesses
from journal.handover.dossier.entries import entries
from journal.handover.model.document import Heading, Paragraph
from journal.handover.selection.choice import HandoverChoice
from tests.handover.cases import chosen_of
from tests.handover.dossier import test_row_by_row

if TYPE_CHECKING:
    from journal.handover.model.document import Block
    from journal.logbook import Logbook

ENGLISH = Words("en")
case = test_row_by_row.case
"""The fixture: the same small case."""


def rows_told(blocks: tuple[Block, ...]) -> list[tuple[str, ...]]:
    """Every row of tables and facts, headings after #, and paragraphs."""
    rows: list[tuple[str, ...]] = []
    for block in blocks:
        if isinstance(block, Heading):
            rows.append(("##", str(block.text), block.anchor))
        elif isinstance(block, Paragraph):
            rows.append((*filter(None, [block.label]), block.text))
        else:
            rows += test_row_by_row.rows_of((block,))
    return rows


def test_every_entry_in_full_is_told_with_what_hangs_on_it_and_what_it_said_before(case: Logbook) -> None:
    case.amend(1, replace(case.state.entries[1].entry, account="Breathing.", place="at home"), "Heard it again.")
    case.withdraw(3, "sent to somebody else")

    told = entries(chosen_of(case), ENGLISH)

    assert told.anchor == "entries"
    assert rows_told(told.blocks) == [
        ("##", "Entry 1: Silent call", "entry-1"),
        ("When", "Saturday 21 November 2026, 22:14"),
        ("Recorded on", "22 November 2026, 15:03 (UTC+01:00)"),
        ("Number", "+00 555"),
        ("Answered", "yes"),
        ("Rings", "9"),
        ("Duration", "1:15"),
        ("Where", "at home"),
        ("Who did it", "A. Caller"),
        ("Exhibit", "1 · A letter -> exhibit-1"),
        ("Reported", "report 1 -> reports"),
        ("What happened", "Breathing."),
        ("Changes", "Amended on 22 November 2026, 15:03 (UTC+01:00), record 15\nReason: Heard it again."),
        ("Where before", "empty"),
        ("What happened before", "Nobody spoke."),
        ("##", "Entry 2: 3 \N{MULTIPLICATION SIGN} Missed call", "entry-2"),
        ("When", "Saturday 21 November 2026, 23:00"),
        ("Recorded on", "22 November 2026, 15:03 (UTC+01:00)"),
        ("How many", "3"),
        ("Witnesses", "B. Neighbour"),
        ("##", "Entry 4: Call answered", "entry-4"),
        ("When", "Saturday 21 November 2026, 23:30"),
        ("Recorded on", "22 November 2026, 15:03 (UTC+01:00)"),
        ("What happened", "It was him."),
        ("##", "Entry 3: Text message (SMS)", "entry-3"),
        ("Crossed out: the person who keeps this log no longer counts this entry.",),
        ("When", "Sunday 22 November 2026"),
        ("Recorded on", "22 November 2026, 15:03 (UTC+01:00)"),
        ("Exhibit", "2 · A print -> exhibit-2"),
        ("Reported", "report 1 -> reports"),
        ("Exact words", "“I see you.”"),
        ("Changes", "Crossed out on 22 November 2026, 15:03 (UTC+01:00), record 16\nReason: sent to somebody else"),
    ]


def test_people_reports_orders_and_steps_are_told_with_the_entries_of_each(case: Logbook) -> None:
    case.case.mark_step("said_no", StepMark(state=ItemState.DONE, on="2026-11-20", note="by letter"))
    chosen = chosen_of(case, HandoverChoice(stays=()))

    parts = [one for part in (stalkers, witnesses, reports, orders, steps) if (one := part(chosen, ENGLISH))]

    assert {one.anchor: rows_told(one.blocks) for one in parts} == {
        "stalkers": [("##", "A. Caller", ""), ("Named in entries", "1")],
        "witnesses": [
            ("These pages hold data of other people and can be taken out of the dossier.",),
            ("##", "B. Neighbour", ""),
            ("Role", "witness"),
            ("How to reach", "door 2"),
            ("Named in entries", "2"),
        ],
        "reports": [
            ("##", "Report 1: police", ""),
            ("When", "time unknown"),
            ("Police report number or reference", "AN.1"),
            ("Entries covered", "1, 3"),
            ("Exhibit handed over", "1 -> exhibit-1"),
        ],
        "orders": [
            ("##", "Order 1", ""),
            ("Whom it binds", "A. Caller"),
            ("Number of the order", "O 5"),
            ("In force from", "1 November 2026"),
            ("Entries logged in that time", "1\N{EN DASH}4"),
        ],
        "steps": [
            ("##", "Said “no contact” once, in writing", ""),
            ("Group", "Limits"),
            ("Day", "20 November 2026"),
            ("Note", "by letter"),
        ],
    }
