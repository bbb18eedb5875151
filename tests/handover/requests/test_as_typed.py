"""Exact words stand in one pair of quotation marks, and a form of the log tells what was filled in and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.case.order import Order
from journal.domain.case.people import Person, Role
from journal.domain.case.report import Receiver, Report
from journal.domain.text.words import Words
from journal.handover.dossier.dossier import dossier
from journal.handover.model.document import Facts
from journal.handover.writers.text import text
from tests.handover.cases import chosen_of
from tests.store.journals import a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

TYPOGRAPHIC = "\N{LEFT SINGLE QUOTATION MARK}so he said\N{RIGHT SINGLE QUOTATION MARK}"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("I see you.", "“I see you.”"),
        ('"I see you."', '"I see you."'),
        ("“I see you.”", "“I see you.”"),
        ("« Bonjour »", "« Bonjour »"),
        ("„Ich sehe dich“", "„Ich sehe dich“"),
        (TYPOGRAPHIC, TYPOGRAPHIC),
        ('He said "no"', '“He said "no"”'),
        ('"', '“"”'),
    ],
)
def test_quotation_marks_that_were_typed_are_not_doubled(tmp_path: Path, typed: str, told: str) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    logbook.record(an_entry("", quoted_words=typed))

    lines = text(dossier(chosen_of(logbook), Words("en"))).decode("utf-8-sig").splitlines()

    said = f"Exact words: {told}"
    assert said in lines
    assert any(line.endswith(f"Missed call {told}") or told in line for line in lines if line != said)
    logbook.close()


def test_long_words_that_were_typed_in_quotation_marks_keep_both_in_the_list(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    logbook.record(an_entry("", quoted_words='"' + "again and again " * 30 + '"'))

    said = text(dossier(chosen_of(logbook), Words("en"))).decode()

    assert '“"' not in said
    assert ' …"' in said
    logbook.close()


def test_fields_of_the_log_that_were_not_filled_in_leave_no_empty_row(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=1)
    witness = logbook.case.add(Person(number=0, name="A Witness", role=Role.WITNESS)).subject
    logbook.record(an_entry("Rang.", witnesses=(witness,)))
    logbook.case.add(Report(number=0, receiver=Receiver.POLICE, reference="AN.1", entries=(1,)))
    logbook.case.add(Order(number=0, by="An invented court"))

    parts = {section.anchor: section for section in dossier(chosen_of(logbook), Words("en")).sections}

    tables = [
        block for name in ("reports", "orders", "witnesses") for block in parts[name].blocks if isinstance(block, Facts)
    ]
    assert len(tables) == 3
    assert [label for table in tables for label, said in table.rows if said == ""] == []
    assert {"Police report number or reference", "Court or authority"} <= {
        label for table in tables for label, _said in table.rows
    }
    logbook.close()
