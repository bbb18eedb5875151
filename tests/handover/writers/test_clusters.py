"""Signs that no font holds: only the very cluster is named, and all else in the PDF stands letter by letter."""

from __future__ import annotations

import io
import re
import unicodedata
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from journal.domain.ledger.record import groups_of_four
from journal.domain.text.words import Words
from journal.handover.dossier.dossier import dossier
from journal.handover.model.document import (
    Bars,
    Blank,
    Block,
    Column,
    Document,
    Facts,
    Heading,
    Items,
    Link,
    Paragraph,
    Picture,
    Section,
    Table,
    Wide,
)
from journal.handover.writers.pdf import pdf
from tests.evidence.builders import a_jpeg
from tests.handover.cases import a_case, chosen_of
from tests.store.journals import an_entry

if TYPE_CHECKING:
    from pathlib import Path

MADE = datetime(2026, 11, 22, 12, tzinfo=UTC)
BESIDE = "17 November 2026, 11:17, 51 acts, #3, 1234567890, abcdefghijklmnopqrstuvwxyz"
DIGEST = "30ec 1711 7e57 0b1e"
KEYCAP = "1\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}"
NAMED = "[digit one, combining enclosing keycap]"

CLUSTERS = {
    KEYCAP: NAMED,
    "7\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}": "[digit seven, combining enclosing keycap]",
    "#\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}": "[number sign, combining enclosing keycap]",
    "*\N{COMBINING ENCLOSING KEYCAP}": "[asterisk, combining enclosing keycap]",
    "5\N{COMBINING ENCLOSING CIRCLE BACKSLASH}": "[digit five, combining enclosing circle backslash]",
    "a\N{COMBINING ENCLOSING CIRCLE}": "[latin small letter a, combining enclosing circle]",
    "e\N{COMBINING ENCLOSING CIRCLE BACKSLASH}": "[latin small letter e, combining enclosing circle backslash]",
    "o\N{COMBINING MACRON-ACUTE}": "[latin small letter o, combining macron-acute]",
    "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}": "[man, woman, girl]",
    "\N{THUMBS UP SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}": "[thumbs up sign, emoji modifier fitzpatrick type-4]",
    "\N{REGIONAL INDICATOR SYMBOL LETTER B}\N{REGIONAL INDICATOR SYMBOL LETTER E}": (
        "[regional indicator symbol letter b, regional indicator symbol letter e]"
    ),
    "\N{CJK UNIFIED IDEOGRAPH-65E5}": "[cjk unified ideograph-65e5]",
    "\N{TAMIL LETTER MA}\N{TAMIL VOWEL SIGN I}": "[tamil letter ma, tamil vowel sign i]",
    "\u0378": "[u+0378]",
    "\ue000": "[u+e000]",
    "\U000f0000": "[u+f0000]",
    "\ufdd0": "[u+fdd0]",
}
"""Clusters, and how each is named on a computer of which no font holds it."""
DRAWN = (
    "\N{ARABIC LETTER KAF}\N{ARABIC LETTER WAW}\N{ARABIC LETTER ALEF}\N{ARABIC LETTER BEH}",
    "\N{HEBREW LETTER SHIN}\N{HEBREW LETTER LAMED}\N{HEBREW LETTER VAV}\N{HEBREW LETTER FINAL MEM}",
    "e\N{COMBINING ACUTE ACCENT}",
    "\N{LATIN SMALL LETTER E WITH ACUTE}\N{LATIN SMALL LETTER O WITH DOUBLE ACUTE}\N{EURO SIGN}",
    "\N{CYRILLIC SMALL LETTER ZHE}\N{GREEK SMALL LETTER OMEGA}",
)
UNSEEN = ("\N{VARIATION SELECTOR-16}", "x\N{VARIATION SELECTOR-16}", "\N{ZERO WIDTH JOINER}", "\U000e0001")


def words_of(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split())


def a_document(*blocks: Block) -> Document:
    return Document("Log 1711", "nl", (Section("Words 51", blocks),), footer=DIGEST)


def test_only_the_cluster_that_cannot_be_drawn_is_named_and_a_photo_stands_beside_it() -> None:
    photo = Picture(1, f"Exhibit 1 of 11 {KEYCAP}", a_jpeg())
    texts = [Paragraph(f"before {one} after") for one in (*CLUSTERS, *DRAWN, *UNSEEN)]

    data = pdf(a_document(Paragraph(BESIDE), *texts, photo), MADE)

    said = words_of(data)
    assert BESIDE in said
    assert DIGEST in said
    assert "Log 1711" in str(PdfReader(io.BytesIO(data)).metadata)
    assert "Exhibit 1 of 11 " in said
    assert [one for one, named in CLUSTERS.items() if named not in said and one not in said] == []
    assert [one for one in ("hebrew", "arabic", "cyrillic", "greek", "selector", "joiner") if one in said] == []
    assert said.count("before") == said.count("after") == len(texts)
    assert len(PdfReader(io.BytesIO(data)).pages[0].images) + len(PdfReader(io.BytesIO(data)).pages[-1].images) >= 1


def test_wherever_a_document_has_words_a_cluster_that_no_font_holds_is_named() -> None:
    k = KEYCAP
    blocks: tuple[Block, ...] = (
        Heading(f"h {k}", "here"),
        Paragraph(f"l {k}", label=f"i {k}"),
        Paragraph(f"quoted {k}", quoted=True),
        Paragraph(f"small {k}", small=True),
        Paragraph(f"struck {k}", struck=True),
        Facts(((f"f {k}", k), ("", Link(k, "here")), ("2026", Link(k, "nowhere")))),
        Items((k, Link(k, "here"))),
        Items((k,), numbered=True),
        Table((Column(f"t {k}", Wide.NARROW), Column(k)), (("11", k), ("71", Link(k, "here"))), f"c {k}"),
        Bars(f"b {k}", ((k, 51), ("2026-11-17", 11)), ((0, k),)),
        Blank(k, 2),
        Picture(1, f"p {k}", a_jpeg(), large=True),
    )
    document = Document(
        f"Log {k}",
        "fr",
        (Section(f"Part {k}", blocks, "part"), Section("Last 17", (Paragraph(BESIDE),), removable=True)),
        cover=(Facts(((k, "1117"),)), Paragraph(k)),
        contents_title=f"Contents {k}",
        footer=f"{DIGEST} {k}",
        page_of=f"{k} {{page}} of {{pages}}",
        author=k,
    )

    said = words_of(pdf(document, MADE))

    assert BESIDE in said
    assert said.count(DIGEST) == said.count(" of ")
    assert said.count(NAMED) + said.count(KEYCAP) >= 30
    assert {"1117", "11", "71", "51", "2026-11-17"} <= set(said.split())


SIGNS = st.characters(exclude_characters="\r")
"""Any sign at all, halves of a pair and unassigned ones among them."""
TEXTS = st.text(
    st.one_of(
        SIGNS,
        st.sampled_from("0123456789#*aeo ,."),
        st.sampled_from(
            "\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}\N{ZERO WIDTH JOINER}\u20e0\u0301\u1dc4"
        ),
    ),
    max_size=12,
)


@settings(max_examples=6)
@given(st.lists(TEXTS, min_size=20, max_size=60))
def test_whatever_else_is_written_a_text_beside_it_stays_as_it_is(typed: list[str]) -> None:
    blocks = [part for one in typed for part in (Facts(((BESIDE, one),)), Paragraph(BESIDE))]

    said = words_of(pdf(a_document(*blocks), MADE))

    assert said.replace(" ", "").count(BESIDE.replace(" ", "")) == 2 * len(typed)


@given(st.lists(st.sampled_from([*CLUSTERS, "1", "7", "a", "e", "#", "5", " "]), min_size=1, max_size=30))
@settings(max_examples=6)
def test_the_same_letters_stay_where_they_stand_without_such_a_mark(parts: list[str]) -> None:
    plain = "".join(one for one in parts if one not in CLUSTERS and not one.isspace())

    said = "".join(words_of(pdf(a_document(Paragraph("<" + "".join(parts) + ">"), Paragraph(BESIDE)), MADE)).split())

    between = re.sub(r"\[[^]]*\]", "", said[said.index("<") + 1 : said.index(">")])
    for one in sorted(CLUSTERS, key=len, reverse=True):
        between = between.replace(one, "")
    assert between == plain


def test_letters_that_a_font_holds_are_never_named() -> None:
    signs = ("1", "7", "a", "#", "\N{LATIN SMALL LETTER E WITH ACUTE}")

    said = words_of(pdf(a_document(Paragraph(f"{' '.join(signs)} {BESIDE}")), MADE))

    assert [sign for sign in signs if unicodedata.name(sign).lower() in said] == []


def test_a_dossier_with_such_a_sign_and_a_photo_keeps_every_number_day_and_digest(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    logbook.record(an_entry(f"He wrote {KEYCAP} at 11:17.", times=51))
    chosen = chosen_of(logbook)
    before, after = dossier(chosen, Words("en")), f"He wrote {NAMED} at 11:17."

    said = words_of(pdf(before, chosen.made))

    assert after in said or after.replace(NAMED, KEYCAP) in said
    assert groups_of_four(chosen.head) in said
    assert "54 acts" in said
    assert said.count("[digit one") == said.count(NAMED)
    logbook.close()
