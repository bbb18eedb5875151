"""A very long dossier in parts: every entry in full stands in exactly one of them, all else in the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.words import Words
from journal.handover.document import Document, Heading, Paragraph, Section
from journal.handover.volumes import MOST, part, parts
from journal.logbook.files_left import outputs
from tests.handover.cases import a_case, chosen_of

if TYPE_CHECKING:
    from pathlib import Path

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


def test_a_case_of_usual_length_is_one_file(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)

    made = outputs(chosen_of(logbook), "an id")

    assert [one.suffix for one in made] == [".pdf"]
    logbook.close()
