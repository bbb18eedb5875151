"""The letters, the requests and the part about the log, label by label: what is filled in, and what stays blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.ledger.record import groups_of_four
from journal.domain.text.words import Words
from journal.handover.dossier.methodology import methodology
from journal.handover.model.document import Blank, Document, Facts, Heading, Items, Paragraph, Section, Table
from journal.handover.requests.offered import Letter, Written, document_of
from journal.handover.requests.ombudsman import ombudsman
from journal.handover.requests.operator import operator
from journal.handover.requests.shared import signature
from journal.handover.selection.choice import For, HandoverChoice, Sender
from tests.handover.cases import chosen_of
from tests.handover.dossier import test_row_by_row
from tests.handover.dossier.test_row_by_row import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from journal.handover.model.document import Block
    from journal.handover.selection.selection import Selection
    from journal.logbook import Logbook

ENGLISH = Words("en")
SENDER = Sender(name="An Invented", address="1 Invented Street", telephone="+00 555")
WRITTEN = Written(sender=SENDER, day="21 November 2026", place="at home")


case = test_row_by_row.case
"""The fixture: a small case."""


@pytest.fixture
def chosen(case: Logbook) -> Selection:
    return chosen_of(case, HandoverChoice(numbers=(1,), to=For.OMBUDSMAN, sender=SENDER))


def outline(sections: Iterable[Section]) -> list[str]:
    """Return titles, headings, labels with what stands beside them, blanks, and how paragraphs and items begin."""
    lines = []
    for section in sections:
        lines.append(f"= {section.title}")
        lines += [line for block in section.blocks for line in _lines(block)]
    return lines


def _beginning(text: str) -> str:
    """The first four words."""
    return f"{' '.join(text.split()[:4])} …"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"## {block.text}"
    if isinstance(block, Paragraph):
        yield _beginning(str(block.text))
    if isinstance(block, Facts):
        yield from (f"{label}: {said(cell)}" for label, cell in block.rows)
    if isinstance(block, Table):
        yield " | ".join(column.title for column in block.columns)
    if isinstance(block, Items):
        yield from (f"- {_beginning(said(one))}" for one in block.rows)
    if isinstance(block, Blank):
        yield f"{block.label}: ____ {block.lines}"


LETTERS = {
    Letter.WITNESS: [
        "= What I saw and heard",
        "Please write down what …",
        "Day: 21 November 2026",
        "Place: at home",
        "From what time to what time: ____ 1",
        "Your name, address and telephone number: ____ 3",
        "Where you were, and how well you could see and hear: ____ 2",
        "What you saw and heard: ____ 14",
        "Who else was there: ____ 2",
        "Written on (day and hour), at: ____ 1",
        "Signature: ____ 2",
    ],
    Letter.SUPPLIER: [
        "= Order that I did not make",
        "Name: An Invented",
        "Address: 1 Invented Street",
        "Name and address of the supplier: ____ 3",
        "Order number, date, what was ordered or cancelled: ____ 2",
        "Goods or services were …",
        "Please delete my name, …",
        "Place and date: ____ 1",
        "Signature: ____ 2",
    ],
    Letter.NO: [
        "= I want no contact",
        "Name and address of the receiver: ____ 3",
        "I do not want …",
        "Place and date: ____ 1",
        "Name and signature: ____ 2",
        "= Before anything is sent",
        "A draft. Have a …",
    ],
}
REQUESTS = {
    "ombudsman": [
        "= Request to identify the author of malicious calls",
        "Ombudsdienst voor telecommunicatie Service …",
        "Name: An Invented",
        "Address: 1 Invented Street",
        "Telephone: +00 555",
        "E-mail: ",
        "Date of birth: ",
        "Telephone company: ",
        "Customer number: ",
        "I, the undersigned, confirm …",
        "## The calls and messages",
        "No. | Date | Hour | Kind | Number | Answered | Duration | Rings | Content or description",
        "Only calls with an …",
        "Place and date: ____ 1",
        "Signature (the request is not valid without it): ____ 2",
        "Made from a log …",
        "= Before sending",
        "Talk about it with …",
        "- Sign it: a request …",
        "- A copy of the …",
        "- The answer names the …",
        "- The ombudsman cannot look …",
        "Addresses and rules were …",
    ],
    "operator": [
        "= Request to look into nuisance calls",
        "Name and address of the telephone company: ____ 2",
        "Name: An Invented",
        "Address: 1 Invented Street",
        "Telephone: +00 555",
        "E-mail: ",
        "Date of birth: ",
        "Telephone company: ",
        "Customer number: ",
        "I receive unwanted calls …",
        "The first of the …",
        "What is heard, and why it is a nuisance: ____ 3",
        "## The calls and messages",
        "No. | Date | Hour | Kind | Number | Answered | Duration | Rings | Content or description",
        "Please answer within two …",
        "Place and date: ____ 1",
        "Signature (the request is not valid without it): ____ 2",
        "Made from a log …",
        "= Before sending",
        "Talk about it with …",
        "- Ask the company which …",
        "- Some companies begin at …",
        "- A report to the …",
        "Addresses and rules were …",
    ],
}


def test_every_letter_but_the_log_sheets_which_have_tests_of_their_own_is_here() -> None:
    assert {*Letter} - LETTERS.keys() == {Letter.SHEETS}


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_has_these_lines_and_blanks(chosen: Selection, letter: Letter) -> None:
    written = document_of(letter, chosen, WRITTEN)

    assert outline(written.sections) == LETTERS[letter]
    assert (written.title, written.language) == (written.sections[0].title, "en")


@pytest.mark.parametrize("request_to", [ombudsman, operator])
def test_a_request_has_these_lines_and_blanks(
    chosen: Selection, request_to: Callable[[Selection, Words], Document]
) -> None:
    made = request_to(chosen, ENGLISH)

    assert outline(made.sections) == REQUESTS[request_to.__name__]
    assert (made.title, made.language, made.page_of) == (made.sections[0].title, "en", "page {page} of {pages}")
    assert made.sections[-1].removable


def test_the_part_about_the_log_says_how_many_records_there_are_and_fields_that_stay(chosen: Selection) -> None:
    part = methodology(chosen, ENGLISH)

    assert part.anchor == "about"
    assert outline([part]) == [
        "= How this log works and how to check it",
        "## How it works",
        "- Everything that is entered …",
        "- A correction is a …",
        "- An entry that is …",
        "- When something happened and …",
        "- Each record holds a …",
        "- Files were added unchanged; …",
        "## How to check it",
        "- The digest of the …",
        "Records in the log: 14",
        f"Digest of the last record: {groups_of_four(chosen.head)}",
        "Fields left out for this reader: 29",
        "## What it does not prove",
        "- The digests prove the …",
        "- That something is written …",
        "- The program draws no …",
        "- Fields that are not …",
        "Nothing here is legal …",
    ]


def test_a_request_is_signed_where_the_sender_said_and_on_the_day_it_was_made(case: Logbook) -> None:
    chosen = chosen_of(case, HandoverChoice(sender=Sender(name="An Invented", place="Ghent")))

    assert signature(chosen, ENGLISH)[0] == Paragraph(f"Ghent, {chosen.made.day} November 2026")
