"""One term for one concept in each language; ids in code and records keep their names."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

HOUSE = Path(__file__).parents[1]
KEYWORDS = {"_": None, "N_": None, "N_many": (1, 2), "many": (1, 2), "words": None}

GLOSSARY = {
    "en": {
        "quick exit": r"leave at once|leaving at once",
        "crossed out": r"(?<!\{)withdrawn|\bstrikes\b",
        "suspect": r"who does it|person who (does|did)|\b(the|a) stalker\b",
        "Undone": r"is taken back",
        "“no contact”": r"\bsaid no\b|day of the no|after the no\b",
        "redacted": r"blackened",
        "exact words": r"literal words",
        "shared": r"leaves? too|goes? too|fields? leaves?\b|would leave|(field that|what|it|hand-over) leaves\b",
        "the other person": r"the other side\b",
    },
    "nl": {
        "geschrapt": r"^ingetrokken|voorval.* ingetrokken",
        "vermoedelijke dader": r"degene die het doet|de andere partij hoort|bij de dader|\b(de|een) stalker\b",
        "slachtoffer": r"andermans naam|eigen (nummer|account)",
        "hashwaarde": r"controlegetal",
        "stopbrief": r"brief die nee zegt",
        "verbod of voorwaarde": r"\bhet bevel|^bevel(en)?( \{|$)",
    },
    "fr": {
        "barré": r"^retirés?( :|$)|faits? retiré|annulé|^annule|annulez",
        "auteur présumé": r"personne en cause|cette personne peut|\b(le|la|du|au|une?) (harceleu|stalker)",
        "victime": r"au nom d.autrui|(numéro|adresse) propre",
        "plainte ou signalement": r"^signalement",
        "interdiction ou condition": r"l.ordonnance|^ordonnances?( \{|$)",
        "lettre demandant la fin de tout contact": r"lettre de refus",
    },
}
"""By language: the term, and the words that must not stand in its place."""


def said(language: str) -> list[str]:
    """Every message of the source, or every translation of a language, with those of its countries."""
    if language == "en":
        found = [message for _, _, message, _, _ in extract_from_dir(HOUSE / "journal", keywords=KEYWORDS)]
        return [text for one in found for text in ((one,) if isinstance(one, str) else one)]
    catalogues = [path.read_bytes() for path in HOUSE.glob(f"journal/locale/{language}*/LC_MESSAGES/journal.po")]
    translated = [one.string or "" for each in catalogues for one in read_po(BytesIO(each)) if one.id]
    return [text for one in translated for text in ((one,) if isinstance(one, str) else one)]


@pytest.mark.parametrize("language", GLOSSARY)
def test_each_concept_has_its_term_and_no_other(language: str) -> None:
    texts = [text.replace("\N{NO-BREAK SPACE}", " ") for text in said(language)]

    others = [
        (term, text)
        for term, refused in GLOSSARY[language].items()
        for text in texts
        if re.search(refused, text, re.IGNORECASE)
    ]
    unused = [term for term in GLOSSARY[language] if not any(term.lower() in text.lower() for text in texts)]

    assert others == []
    assert unused == []
