"""The words of the catalogue: all reach the translators, and none blames, promises or suggests to answer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from journal.domain import kinds
from journal.domain.kinds.catalogue import Group, Kind

PACKAGE = Path(kinds.__file__).parent

CONTACT = re.compile(
    r"\b(answer|reply|respond|react|explain|explanation|agree|agreement|meet|talk|negotiate|confront|discuss"
    r"|(call|ring|write|text|send|sent|message) (him|her|them|the person|back))",
    re.IGNORECASE,
)
REFUSAL = re.compile(r"\b(not|no|never|nothing|nobody|without)\b", re.IGNORECASE)
MACHINE = re.compile(r"answering machine", re.IGNORECASE)
PROMISE = re.compile(r"admissib|valid|guarantee|legally|accepted (by|in)|proves?\b|court[- ]proof|safer", re.IGNORECASE)
BLAME = re.compile(r"\byou (should|must|ought|have to|failed|forgot|let)|own fault|mistake|wrongly", re.IGNORECASE)


def texts_of(kind: Kind) -> set[str]:
    """Return every text of a kind that a user may see or search."""
    texts = {kind.label, kind.advice, kind.search_words}
    texts |= {field.label for field in kind.fields} | {item.label for item in kind.checklist}
    return texts | {choice.label for field in kind.fields for choice in field.choices}


def sentences(advice: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.:;])\s+", advice) if part]


def suggests_contact(text: str) -> bool:
    """Tell whether some sentence speaks of contact with the stalker other than by refusing it."""
    return any(
        CONTACT.search(sentence) and not REFUSAL.search(sentence) for sentence in sentences(MACHINE.sub("", text))
    )


def test_every_word_of_the_catalogue_reaches_the_translators() -> None:
    extracted = {message for _, _, message, _, _ in extract_from_dir(PACKAGE, keywords={"N_": None})}

    shown = set().union(*map(texts_of, kinds.KINDS)) | {kinds.group_label(group) for group in Group}

    assert len(shown) > 250
    assert not shown - extracted
    assert not extracted - shown


@pytest.mark.parametrize("kind", kinds.KINDS, ids=lambda kind: kind.id)
def test_every_kind_has_a_label_search_words_and_short_texts(kind: Kind) -> None:
    assert all(texts_of(kind))
    assert len(kind.label) <= 48
    assert kind.advice.count(".") in {1, 2}
    assert len(kind.advice) <= 120
    assert max(len(field.label) for field in kind.fields) <= 45
    assert max(len(item.label) for item in kind.checklist) <= 60


@pytest.mark.parametrize("kind", kinds.KINDS, ids=lambda kind: kind.id)
def test_no_advice_suggests_to_answer_the_stalker(kind: Kind) -> None:
    assert not suggests_contact(kind.advice)


@pytest.mark.parametrize(
    "advice",
    [
        "Answer calmly and briefly.",
        "Every call counts. Call back when you are ready.",
        "Nothing is lost. Explain to the person what you want.",
        "Let the answering machine run, then reply.",
        "Meet in a public place.",
    ],
)
def test_advice_that_suggests_contact_would_be_noticed(advice: str) -> None:
    assert suggests_contact(advice)


@pytest.mark.parametrize("kind", kinds.KINDS, ids=lambda kind: kind.id)
def test_no_text_promises_anything_blames_anybody_or_raises_its_voice(kind: Kind) -> None:
    texts = texts_of(kind)

    assert not [text for text in texts if PROMISE.search(text)]
    assert not [text for text in texts if BLAME.search(text)]
    assert not [text for text in texts if "!" in text]


def test_recording_is_only_spoken_of_for_conversations_that_the_person_takes_part_in() -> None:
    label = kinds.item("conversation_recorded").label

    assert "only conversations that you take part in" in label


@pytest.mark.parametrize("kind", kinds.KINDS, ids=lambda kind: kind.id)
def test_no_text_has_placeholders_markup_or_loose_spaces(kind: Kind) -> None:
    for text in texts_of(kind):
        assert text == " ".join(text.split())
        assert not set(text) & set("{}[]<>%\\")
