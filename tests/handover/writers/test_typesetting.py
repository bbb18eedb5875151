"""The program that draws a PDF: it ends with whoever asked, and says where it cannot draw."""

from __future__ import annotations

import io
import subprocess
import sys
import unicodedata
from datetime import UTC, datetime
from importlib.resources import files

import msgspec
import pytest
from pypdf import PdfReader

from journal.domain.base.errors import Refused
from journal.handover import writers
from journal.handover.model.document import Column, Document, Facts, Paragraph, Section, Table, Wide
from journal.handover.writers import typesetting
from journal.handover.writers.pdf import pdf

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_a_document_that_cannot_be_drawn_is_refused_with_what_can_be_done() -> None:
    document = Document("Log", "no language", (Section("First", (Paragraph("said"),)),))

    with pytest.raises(Refused, match="Nothing was written; the other formats can still be made"):
        pdf(document, NOW)


def test_drawing_ends_without_a_word_when_whoever_asked_is_gone() -> None:
    much_work = b"#set document(title: [Log])\n#for _ in range(5000) [#lorem(300)\n\n]"
    order = {"template": much_work, "data": {}, "pictures": {}, "stamp": NOW}
    asked = msgspec.msgpack.encode(order)
    program = str(files(writers).joinpath("typesetting.py"))

    sent = b"%d\n%b" % (len(asked), asked)
    run = subprocess.run([sys.executable, "-I", program], input=sent, capture_output=True, check=False)

    assert (run.returncode, run.stdout, run.stderr) == (typesetting.UNREADABLE, b"", b"")


def test_words_begin_in_the_line_of_their_label_also_where_they_are_quoted_or_struck() -> None:
    said = (
        Paragraph("Rang 9 times.", label="What happened"),
        Paragraph("“Hello?”", label="Exact words", quoted=True),
        Paragraph("Sent to another.", label="Struck", struck=True),
    )

    data = pdf(Document("Log", "fr", (Section("First", said),), fact="{label}\N{NO-BREAK SPACE}: {said}"), NOW)

    lines = PdfReader(io.BytesIO(data)).pages[0].extract_text().replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert lines[1:4] == ["What happened : Rang 9 times.", "Exact words : “Hello?”", "Struck : Sent to another."]


@pytest.mark.parametrize(
    ("word", "most"),
    [
        ("W" * 300, 50),
        ("photo_2026_11_22_" * 12, 100),
        ("e\N{COMBINING ACUTE ACCENT}" * 150, 110),
        ("12345678901" * 20, 100),
    ],
)
def test_a_word_that_is_too_long_for_a_line_goes_on_in_the_next_and_copies_out_whole(word: str, most: int) -> None:
    columns = tuple(Column(f"c{at}", Wide.MIDDLE) for at in range(3))
    blocks = (
        Paragraph(word),
        Paragraph(word, quoted=True),
        Facts((("Where", word),)),
        Table(columns, (("a", word, "b"),)),
    )

    data = pdf(Document("Log", "en", (Section("First", blocks),)), NOW)

    said = unicodedata.normalize("NFC", "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))
    assert max(map(len, said.splitlines())) <= most
    assert "".join(said.split()).count(unicodedata.normalize("NFC", word)) == 4
