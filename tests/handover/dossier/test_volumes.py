"""A very long dossier in parts: every entry in full stands in exactly one of them, all else in the first."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from journal.domain.base.task import Task
from journal.domain.text.words import Words
from journal.handover.dossier import dossier_parts
from journal.handover.dossier.dossier_parts import MOST, part, parts
from journal.handover.model.document import Column, Document, Heading, Link, Paragraph, Section, Table
from journal.handover.writers.pdf import pdf
from journal.logbook.output_files import document_of, outputs
from tests.handover.cases import a_case, chosen_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

ENGLISH = Words("en")


def a_dossier(entries: int) -> Document:
    """A dossier of so many entries, each with a paragraph."""
    blocks = [
        block
        for number in range(1, entries + 1)
        for block in (Heading(f"Entry {number}", anchor=f"entry-{number}"), Paragraph(f"account {number}"))
    ]
    sections = (Section("First", (Paragraph("once"),)), Section("Entries", tuple(blocks)), Section("Last", ()))
    return Document(title="Log", language="en", sections=sections)


def test_a_dossier_of_usual_length_is_one_part_and_as_it_was() -> None:
    document = a_dossier(MOST)

    assert parts(MOST) == parts(0) == 1
    assert part(document, 1, ENGLISH) == document


def test_each_entry_stands_in_one_part_with_what_belongs_to_it() -> None:
    document = a_dossier(2 * MOST + 1)

    drawn = [part(document, number, ENGLISH) for number in range(1, parts(2 * MOST + 1) + 1)]

    told = [
        block for one in drawn for section in one.sections if section.title == "Entries" for block in section.blocks
    ]
    assert tuple(told) == document.sections[1].blocks
    assert [section.title for section in drawn[0].sections] == ["First", "Entries", "Last"]
    assert [[section.title for section in one.sections] for one in drawn[1:]] == [["Entries"], ["Entries"]]
    assert [one.title for one in drawn] == [f"Log, part {number} of 3" for number in (1, 2, 3)]


def test_a_list_of_entries_stands_with_its_heading_in_each_part_that_holds_one_of_them() -> None:
    entries = a_dossier(2 * MOST + 1).sections[1]
    numbers = (1, 2, MOST + 1, 2 * MOST)
    rows = tuple((Link(str(number), f"entry-{number}"), "said") for number in numbers)
    columns = (Column("No."), Column("What"))
    about = Paragraph("about the list")
    lists = Section("Lists", (Heading("Apart"), Table(columns, rows), about, Heading("Other"), Table(columns, ())))

    drawn = [part(Document("Log", "en", (lists, entries)), number, ENGLISH) for number in (1, 2, 3)]

    first, second, third = ([section for section in one.sections if section.title == "Lists"] for one in drawn)
    assert first == [replace(lists, blocks=(Heading("Apart"), Table(columns, rows[:2]), *lists.blocks[2:]))]
    assert second == [replace(lists, blocks=(Heading("Apart"), Table(columns, rows[2:])))]
    assert third == []


def test_a_list_of_no_entry_of_the_first_part_leaves_no_heading_there() -> None:
    entries = a_dossier(MOST + 1).sections[1]
    late = Table((Column("No."),), ((Link(str(MOST + 1), f"entry-{MOST + 1}"),),))
    document = Document("Log", "en", (Section("Lists", (Heading("Apart"), late)), entries))

    first, second = (part(document, number, ENGLISH) for number in (1, 2))

    assert "Apart" not in [block.text for block in first.sections[0].blocks if isinstance(block, Heading)]
    assert second.sections[0].blocks == (Heading("Apart"), late)


def test_a_case_of_usual_length_is_one_file(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)

    made = outputs(chosen_of(logbook), "an id", set())

    assert [one.suffix for one in made] == [".pdf"]
    logbook.close()


def test_parts_that_are_drawn_at_the_same_time_are_those_that_are_drawn_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logbook = a_case(tmp_path)
    chosen = chosen_of(logbook)
    monkeypatch.setattr(dossier_parts, "MOST", 1)

    made = []
    for one in outputs(chosen, "an id", set()):
        one.write(out := io.BytesIO(), Task())
        made.append((one.suffix, out.getvalue()))

    whole = document_of(chosen)
    alone = [pdf(part(whole, number, ENGLISH), chosen.made) for number in range(1, len(chosen.entries) + 1)]
    assert made == [*zip([".pdf", "-2.pdf", "-3.pdf"], alone, strict=True)]
    logbook.close()
