"""The program that draws a PDF: it ends with whoever asked, and says where it cannot draw."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from importlib.resources import files

import msgspec
import pytest

from journal.domain.errors import Refused
from journal.handover import writers
from journal.handover.document import Document, Paragraph, Section
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
