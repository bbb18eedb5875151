"""The dossier and the letters: everything chosen is there, nothing kept back is, in PDF, page and text."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from journal.domain.case.steps import StepMark
from journal.domain.entry.entry import Entry
from journal.domain.evidence.checklist import ItemState
from journal.domain.text.words import Words
from journal.domain.time.moment import Certainty, Moment
from journal.handover.dossier.chronology import chronology
from journal.handover.dossier.dossier import dossier
from journal.handover.model.document import Document, Facts, Heading, Link, Paragraph, Section
from journal.handover.requests.letters import no_letter, supplier_letter, witness_form
from journal.handover.requests.ombudsman import ombudsman
from journal.handover.requests.operator import operator
from journal.handover.selection.choice import For, HandoverChoice, Sender
from journal.handover.writers.html import html
from journal.handover.writers.pdf import pdf
from journal.handover.writers.text import text
from tests.handover.cases import a_case, chosen_of
from tests.store.journals import NOW, a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH = Words("en")
SENDER = Sender(name="An Invented", address="1 Nowhere Street", telephone="+00 555 0100", operator="Zero Telecom")


def words_of(data: bytes) -> str:
    """The text of a PDF, all white space as one space."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split())


def a_note(*said: str) -> Document:
    """A document of paragraphs."""
    return Document(title="A note", language="en", sections=(Section("Words", tuple(map(Paragraph, said))),))


def test_the_dossier_holds_every_entry_every_number_and_every_version(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    chosen = chosen_of(logbook, HandoverChoice(sender=SENDER))

    data = pdf(dossier(chosen, ENGLISH), chosen.made)

    said = words_of(data)
    for number, account in ((1, "It rang."), (2, "Stood at the gate for an hour."), (3, "It rang again.")):
        assert f"Entry {number}: Missed call" in said
        assert account in said
    assert "Stood at the gate." in said
    assert "Reason: Remembered more." in said
    assert "AN.1" in said
    assert "Invented station" not in said
    assert "Was afraid" not in said
    assert "1 Nowhere Street" not in said
    logbook.close()


def test_every_time_of_an_exhibit_is_told_by_the_clock_by_which_its_entry_was_written(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    chosen = chosen_of(logbook)
    chosen = replace(chosen, made=chosen.made.astimezone(timezone(timedelta(hours=1))))

    said = text(dossier(chosen, ENGLISH)).decode()

    times = re.findall(r"(?:Added to the log|File last written): .*", said)
    assert len(times) == 7
    assert all(line.endswith("(UTC+01:00)") for line in times)
    logbook.close()


def test_the_list_tells_the_number_and_the_literal_words_of_what_was_received(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    logbook.record(Entry(kind="sms", quoted_words="I see\nyou.", details={"message.number": "+00 555 0142"}))

    said = text(Document("A list", "en", (chronology(chosen_of(logbook), ENGLISH),))).decode()

    assert "Text message (SMS) · +00 555 0142" in said
    assert "“I see you.”" in said
    logbook.close()


def test_a_no_that_was_told_as_a_step_is_the_first_clear_no(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    logbook.case.mark_step("said_no", StepMark(state=ItemState.DONE, on="2026-11-02"))

    said = text(dossier(chosen_of(logbook), ENGLISH)).decode()

    assert re.search(r"First clear “no contact”: 2 November 2026", said)
    logbook.close()


def test_the_pdf_says_its_language_and_title_and_that_it_is_tagged_and_made_to_last(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    chosen = chosen_of(logbook, HandoverChoice(sender=SENDER))

    reader = PdfReader(io.BytesIO(pdf(dossier(chosen, ENGLISH), chosen.made)))

    root: Any = reader.trailer["/Root"]
    metadata = root["/Metadata"].get_data().decode()
    assert root["/Lang"].startswith("en")
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert re.search(r"pdfaid:part(?:>|=\")3", metadata)
    assert re.search(r"pdfaid:conformance(?:>|=\")A", metadata)
    assert re.search(r"pdfuaid:part(?:>|=\")1", metadata)
    assert reader.metadata is not None
    assert reader.metadata.title == "Log of stalking and harassment"
    assert len(reader.outline) >= 6
    fonts = [font for page in reader.pages for font in _fonts(page)]
    assert fonts
    assert all(font.keys() & {"/FontFile2", "/FontFile3"} for font in fonts)
    logbook.close()


def _fonts(page: Any) -> list[dict[str, Any]]:
    """What describes each font of a page."""
    found = page["/Resources"].get("/Font", {}).values()
    return [one.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for one in found]


def test_the_page_asks_for_nothing_from_outside_and_says_so(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    chosen = chosen_of(logbook, HandoverChoice(sender=SENDER))

    page = html(dossier(chosen, ENGLISH)).decode()

    assert "default-src 'none'" in page
    assert "<script" not in page
    assert not re.findall(r"(?:src|href)=\"(?!#|data:)[^\"]*\"", page)
    assert not re.findall(r"url\(|@import", page)
    anchors, links = set(re.findall(r' id="([^"]+)"', page)), set(re.findall(r'href="#([^"]+)"', page))
    assert links <= anchors
    assert "entry-2" in links
    logbook.close()


HOSTILE = (
    "<script>alert(1)</script> & \"quotes\" 'and' more",
    "#set text(red) $x$ *bold* _under_ `raw` @ref <label> \\ #panic()",
    "\x1b[31mred\x07 \x00null \x9b8m \u202eturned\u202c \ufeff",
    "emoji 🥰 and 日本語 and 中文",
    "Ελληνικά, Русский, עברית, عربي, ÅŁŐß",
    "{{ 7 * 7 }} {% include 'x' %}",
    "private \ue000 and \U000f0000 signs",
    "a" * 3000,
)


@pytest.mark.parametrize("words", HOSTILE)
def test_odd_words_are_told_as_they_are_and_never_understood(words: str) -> None:
    note = a_note(words)

    drawn, page, plain = pdf(note, NOW), html(note).decode(), text(note).decode("utf-8-sig")

    assert drawn.startswith(b"%PDF")
    assert "<script" not in page
    assert "\x1b" not in page + plain
    assert "\u202e" not in page + plain
    assert "49" not in plain


def test_only_what_no_font_holds_is_named_in_words() -> None:
    said = words_of(pdf(a_note("Ελληνικά Русский ÅŁŐß 🥰"), NOW))

    assert "Ελληνικά Русский ÅŁŐß" in said
    assert "[smiling face with smiling eyes and three hearts]" in said


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(max_size=60))
def test_every_text_can_be_drawn(words: str) -> None:
    note = a_note(words)

    assert pdf(note, NOW).startswith(b"%PDF")
    assert html(note)
    assert text(note)


def test_a_link_that_leads_nowhere_is_plain_words() -> None:
    blocks = (Heading("Here", anchor="here"), Facts((("To", Link("there", "there")), ("Back", Link("here", "here")))))
    document = Document(title="A note", language="en", sections=(Section("Words", blocks),))

    page = html(document).decode()

    assert "#there" not in page
    assert '<a href="#here">' in page
    assert pdf(document, NOW).startswith(b"%PDF")


def test_the_ombudsman_gets_only_calls_with_a_time_of_their_own_and_the_others_apart(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    exact = Moment(Certainty.EXACT, start="2026-11-21T22:14", offset="+01:00")
    logbook.record(an_entry("Nobody spoke.", happened=exact, details={"call.rings": 9}))
    logbook.record(an_entry("Some time that day.", happened=Moment(Certainty.DAY, start="2026-11-20", offset="+01:00")))
    logbook.record(an_entry("All evening.", happened=exact, times=37))
    chosen = chosen_of(logbook, HandoverChoice(to=For.OMBUDSMAN, stays=(), sender=SENDER))

    said = words_of(pdf(ombudsman(chosen, ENGLISH), chosen.made))

    own, _, apart = said.partition("Without an exact time of their own")
    assert "21 November 2026 22:14" in own
    assert "Nobody spoke." in own
    assert "the hour is not known exactly" in apart
    assert "several calls or texts in one entry" in apart
    assert "1 Nowhere Street" in own
    assert "Signature" in said
    assert "check them again before sending" in said
    logbook.close()


def test_letters_and_forms_keep_their_blanks_to_be_seen(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=1)
    chosen = chosen_of(logbook, HandoverChoice(to=For.OPERATOR))
    letters = (
        operator(chosen, ENGLISH),
        witness_form(ENGLISH),
        witness_form(ENGLISH, day="21 November 2026", place="Nowhere Street"),
        supplier_letter(chosen, ENGLISH),
        no_letter(chosen, ENGLISH),
    )

    told = [text(letter).decode("utf-8-sig") for letter in letters]

    assert all("____" in one for one in told)
    assert "Nowhere Street" in told[2]
    assert "A draft. Have a lawyer" in told[4]
    assert all(pdf(letter, NOW).startswith(b"%PDF") for letter in letters)
    logbook.close()
