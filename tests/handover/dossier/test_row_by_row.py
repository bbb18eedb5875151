"""A small case, row by row: the preview, the list, the exhibits and the calls, each value in its place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from journal.domain.base.canonical import canonical
from journal.domain.case.order import Order
from journal.domain.case.people import Person, Role
from journal.domain.case.report import Receiver, Report
from journal.domain.entry.entry import Entry
from journal.domain.evidence.checklist import ItemState, Mark
from journal.domain.evidence.custody import Custodian, Movement
from journal.domain.evidence.exhibit import Exhibit, Obtained, Target
from journal.domain.text.words import Words
from journal.domain.time.moment import Certainty, Moment
from journal.handover.bundle.ledger import ledger_json
from journal.handover.dossier.calls import call_tables
from journal.handover.dossier.chronology import chronology
from journal.handover.dossier.exhibits import exhibits
from journal.handover.model.document import Facts, Link, Table
from journal.handover.preview.exclusions import WithheldLines
from journal.handover.preview.preview import counted, preview
from journal.handover.selection.choice import For, HandoverChoice, Sender
from tests.handover.cases import chosen_of
from tests.store.journals import a_logbook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from journal.handover.model.document import Block, Cell
    from journal.logbook import Logbook

ENGLISH = Words("en")


def at(clock: str) -> Moment:
    return Moment(Certainty.EXACT, start=f"2026-11-21T{clock}", offset="+01:00")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Logbook]:
    """Three calls and a text, a thing that went to the police and copies of it, a report and an order."""
    logbook = a_logbook(tmp_path / "journal.json")
    add = logbook.case.add
    add(Person(number=0, name="A. Caller", role=Role.STALKER))
    add(Person(number=0, name="B. Neighbour", contact="door 2"))
    silent: dict[str, str | int | bool] = {
        "call.number": "+00 555",
        "call.rings": 9,
        "call.answered": True,
        "call.duration": 75,
    }
    logbook.record(Entry(kind="call_silent", happened=at("22:14"), account="Nobody spoke.", person=1, details=silent))
    logbook.record(Entry(kind="call_missed", happened=at("23:00"), times=3, witnesses=(2,)))
    logbook.record(Entry(kind="sms", happened=Moment(Certainty.DAY, start="2026-11-22"), quoted_words="I see you."))
    logbook.record(Entry(kind="call_answered", happened=at("23:30"), private_note="afraid", account="It was him."))
    logbook.mark(1, "own.1", Mark(state=ItemState.DONE, label="list kept", note="in the drawer"))
    logbook.exhibits.add(Exhibit(number=0, title="A letter", obtained=Obtained.FOUND), Target(entry=1))
    logbook.exhibits.add(Exhibit(number=0, title="A print", sha256="ab" * 32, size=2500), Target(entry=3))
    add(Movement(number=0, exhibit=1, holder=Custodian.POLICE, on=at("12:00"), receipt="R 7"))
    add(
        Movement(number=0, exhibit=1, copy=1, holder=Custodian.TRUSTED, on=at("13:00"), from_place="home", place="work")
    )
    add(Report(number=0, receiver=Receiver.POLICE, reference="AN.1", entries=(1, 3), handed_over=(1,)))
    add(Order(number=0, reference="O 5", starts="2026-11-01", person=1))
    yield logbook
    logbook.close()


def said(cell: Cell) -> str:
    return f"{cell.text} -> {cell.anchor}" if isinstance(cell, Link) else cell


def rows_of(blocks: tuple[Block, ...]) -> list[tuple[str, ...]]:
    """Every row of tables, the heads first, and of facts."""
    rows = []
    for block in blocks:
        if isinstance(block, Table):
            rows.append(tuple(column.title for column in block.columns))
        if isinstance(block, Table | Facts):
            rows += [tuple(map(said, row)) for row in block.rows]
    return rows


def test_the_preview_tells_each_thing_why_it_leaves_and_what_of_it(case: Logbook) -> None:
    chosen = chosen_of(case, HandoverChoice(numbers=(1,), sender=Sender(name="An Invented"), receiver="An office"))

    shown = preview(chosen, case._ledger.records, ENGLISH)

    assert [(one.about, one.label, one.said) for one in shown.leaves] == [
        ("who hands it over", "Name", "An Invented"),
        ("who hands it over", "Given to", "An office"),
        ("entry 1", "Why it is shared", "it was chosen"),
        ("entry 1", "When", "Saturday 21 November 2026, 22:14"),
        ("entry 1", "Kind", "Silent call"),
        ("entry 1", "Number", "+00 555"),
        ("entry 1", "Answered", "yes"),
        ("entry 1", "Rings", "9"),
        ("entry 1", "Duration", "1:15"),
        ("entry 1", "What happened", "Nobody spoke."),
        ("entry 1", "Who did it", "A. Caller"),
        ("exhibit 1", "Why it is shared", "proof of entry 1"),
        ("exhibit 1", "Title", "A letter"),
        ("exhibit 1", "How it came to you", "found"),
        ("movement 1", "Why it is shared", "where exhibit 1 went"),
        ("movement 1", "Exhibit", "1"),
        ("movement 1", "To whom", "police"),
        ("movement 1", "When", "Saturday 21 November 2026, 12:00"),
        ("movement 1", "Receipt or number", "R 7"),
        ("movement 2", "Why it is shared", "where exhibit 1 went"),
        ("movement 2", "Exhibit", "1"),
        ("movement 2", "Original or copy", "1"),
        ("movement 2", "To whom", "somebody you trust"),
        ("movement 2", "When", "Saturday 21 November 2026, 13:00"),
        ("person 1", "Why it is shared", "named in entry 1"),
        ("person 1", "Name", "A. Caller"),
        ("person 1", "Role", "suspect"),
        ("report 1", "Why it is shared", "covers entry 1"),
        ("report 1", "Police report number or reference", "AN.1"),
        ("report 1", "Entries covered", "1"),
        ("report 1", "Exhibits handed over", "1"),
        ("order 1", "Why it is shared", "held, or perhaps held, at the time of entry 1"),
        ("order 1", "Whom it binds", "A. Caller"),
        ("order 1", "Number of the order", "O 5"),
        ("order 1", "In force from", "Sunday 1 November 2026"),
        ("record 8", "Item", "list kept"),
    ]


def test_what_stays_can_be_looked_at_from_anywhere_and_each_line_of_it_is_there_once(case: Logbook) -> None:
    stays = preview(chosen_of(case, HandoverChoice(numbers=(1,))), case._ledger.records, ENGLISH).stays

    told = list(stays)
    assert len(set(told)) == len(told) == len(stays)
    assert [stays[at] for at in reversed(range(len(stays)))] == told[::-1]
    assert list(stays[2:5]) == told[2:5]
    assert [line.field for line in WithheldLines(stays)] == told


def test_the_ledger_that_leaves_is_written_in_the_one_canonical_way(case: Logbook) -> None:
    chosen = chosen_of(case, HandoverChoice(numbers=(1,)))

    written = ledger_json(chosen)

    assert written == canonical(json.loads(written))
    assert max(chosen.left_out) >= 10


def test_the_preview_tells_what_stays_and_how_much(case: Logbook) -> None:
    chosen = chosen_of(case, HandoverChoice(numbers=(1,), sender=Sender(name="An Invented"), receiver="An office"))

    shown = preview(chosen, case._ledger.records, ENGLISH)

    assert [(one.about, one.label, one.said) for one in shown.stays] == [
        ("person 2", "How to reach", "door 2"),
        ("person 2", "Name", "B. Neighbour"),
        ("entry 2", "When", "Saturday 21 November 2026, 23:00"),
        ("entry 3", "When", "Sunday 22 November 2026"),
        ("entry 3", "Exact words", "I see you."),
        ("entry 4", "What happened", "It was him."),
        ("entry 4", "When", "Saturday 21 November 2026, 23:30"),
        ("entry 4", "Private note", "afraid"),
        ("entry 1", "Note", "in the drawer"),
        ("exhibit 2", "Title", "A print"),
        ("movement 2", "From where", "home"),
        ("movement 2", "To where", "work"),
    ]
    assert counted(shown, ENGLISH) == "1 entry, 1 exhibit, 29 fields will be shared; 12 fields stay here."


def test_the_list_tells_every_entry_in_one_row(case: Logbook) -> None:
    rows = rows_of(chronology(chosen_of(case), ENGLISH).blocks)

    assert rows == [
        ("No.", "Happened on", "What", "Recorded on"),
        (
            "1 -> entry-1",
            "Saturday 21 November 2026, 22:14",
            "Silent call · +00 555 · exhibit 1\nNobody spoke.",
            "22 November 2026, 15:03 (UTC+01:00)",
        ),
        (
            "2 -> entry-2",
            "Saturday 21 November 2026, 23:00",
            "3 \N{MULTIPLICATION SIGN} Missed call",
            "22 November 2026, 15:03 (UTC+01:00)",
        ),
        (
            "4 -> entry-4",
            "Saturday 21 November 2026, 23:30",
            "Call answered\nIt was him.",
            "22 November 2026, 15:03 (UTC+01:00)",
        ),
        (
            "3 -> entry-3",
            "Sunday 22 November 2026",
            "Text message (SMS) · exhibit 2\n“I see you.”",
            "22 November 2026, 15:03 (UTC+01:00)",
        ),
    ]


def test_every_exhibit_is_told_with_where_it_is_and_where_it_went(case: Logbook) -> None:
    rows = rows_of(exhibits(chosen_of(case, HandoverChoice(stays=())), ENGLISH).blocks)

    assert rows == [
        ("No.", "What", "Belongs to entry", "Where the original is"),
        ("1 -> exhibit-1", "A letter\nthing", "1", "police, R 7"),
        ("2 -> exhibit-2", "A print\nfingerprint of a file kept elsewhere", "3", "not noted"),
        ("What it is", "thing"),
        ("How it came to be here", "found"),
        ("Added to the log", "22 November 2026, 15:03 (UTC+01:00)"),
        ("Original", "police, R 7"),
        ("Copy 1", "a trusted person, work"),
        ("When", "Piece", "From", "To", "Receipt or number"),
        ("Saturday 21 November 2026, 12:00", "original", "", "police", "R 7"),
        ("Saturday 21 November 2026, 13:00", "copy 1", "home", "a trusted person, work", ""),
        ("What it is", "fingerprint of a file kept elsewhere"),
        ("Size", "2.5 kB (2500 bytes)"),
        ("Digest (SHA-256)", "abab abab abab abab abab abab abab abab abab abab abab abab abab abab abab abab"),
        ("Added to the log", "22 November 2026, 15:03 (UTC+01:00)"),
        ("Original", "not noted"),
    ]


def test_calls_with_a_time_of_their_own_are_listed_and_the_others_apart_with_the_reason(case: Logbook) -> None:
    own, apart = call_tables(chosen_of(case, HandoverChoice(to=For.OMBUDSMAN)).entries, ENGLISH)

    assert rows_of((own,)) == [
        ("No.", "Date", "Hour", "Kind", "Number", "Answered", "Duration", "Rings", "Content or description"),
        ("1 -> entry-1", "21 November 2026", "22:14", "Silent call", "+00 555", "yes", "1:15", "9", "Nobody spoke."),
        ("4 -> entry-4", "21 November 2026", "23:30", "Call answered", "", "yes", "", "", "It was him."),
    ]
    assert rows_of((apart,)) == [
        ("No.", "When", "Kind", "Why it stands apart"),
        (
            "2 -> entry-2",
            "Saturday 21 November 2026, 23:00",
            "3 \N{MULTIPLICATION SIGN} Missed call",
            "several calls or texts in one entry, whose own times were not noted",
        ),
        ("3 -> entry-3", "Sunday 22 November 2026", "Text message (SMS)", "the hour is not known exactly"),
    ]


@pytest.mark.parametrize(
    ("kind", "told"),
    [("call_answered", "yes"), ("call_missed", "no"), ("voicemail", "no"), ("sms", ""), ("call_silent", "")],
)
def test_whether_a_call_was_answered_follows_from_its_kind(tmp_path: Path, kind: str, told: str) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    logbook.record(Entry(kind=kind, happened=at("22:14")))

    own, _apart = call_tables(chosen_of(logbook, HandoverChoice(to=For.OMBUDSMAN)).entries, ENGLISH)

    assert [said(row[5]) for row in own.rows] == [told]
    logbook.close()
