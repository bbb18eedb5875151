"""The page as a browser lays it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.handover.model.document import (
    Bars,
    Blank,
    Column,
    Document,
    Facts,
    Heading,
    Items,
    Paragraph,
    Picture,
    Section,
    Table,
)
from journal.handover.writers.html import html
from tests.evidence.builders import a_jpeg
from tests.handover.browser import BROWSER, evaluated

if TYPE_CHECKING:
    from pathlib import Path

LONG = "W" * 300
BLOCKS = (
    Heading(LONG),
    Paragraph(LONG, quoted=True),
    Facts(((LONG, LONG),)),
    Items((LONG,)),
    Table((Column("No."), Column("What")), (("1", LONG),), LONG),
    Bars(LONG, ((LONG, 1),), ((0, LONG),)),
    Blank(LONG),
    Picture(1, LONG, a_jpeg()),
)


@pytest.mark.skipif(not BROWSER, reason="headless Chromium is not installed here; CI installs it")
def test_a_word_that_is_too_long_for_a_line_goes_on_in_the_next_one_wherever_it_stands(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    sections = (Section(LONG, BLOCKS, anchor="long"),)
    page.write_bytes(html(Document(LONG, "en", sections, cover=BLOCKS, contents_title=LONG, footer=LONG)))

    beyond = evaluated(page, "document.documentElement.scrollWidth - innerWidth", tmp_path / "profile")

    assert beyond <= 0
