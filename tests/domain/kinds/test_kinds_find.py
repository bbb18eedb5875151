"""Type to find: a few letters lead to the kind that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from journal.domain import kinds
from journal.domain.text import words
from journal.domain.text.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.kinds.catalogue import Kind

ENGLISH = Words()
LETTERS_THAT_LOOK_DIFFERENT = str.maketrans({"a": "á", "e": "ë", "i": "Î", "o": "Ô", "u": "ü", "c": "Ç"})


def ids(found: tuple[Kind, ...]) -> list[str]:
    return [kind.id for kind in found]


def french(folder: Path, messages: dict[str, str]) -> Words:
    """Write a small French catalogue as gettext reads it, and speak it."""
    catalogue = Catalog(locale="fr", charset="utf-8")
    for english, translated in messages.items():
        catalogue.add(english, translated)
    target = folder / "fr" / "LC_MESSAGES" / "journal.mo"
    target.parent.mkdir(parents=True)
    with target.open("wb") as file:
        write_mo(file, catalogue)
    return Words("fr")


def test_no_letters_offer_every_kind_in_the_order_of_the_catalogue() -> None:
    assert kinds.find("", ENGLISH) == kinds.KINDS
    assert kinds.find("  \t", ENGLISH) == kinds.KINDS


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("sil", "call_silent"),
        ("missed", "call_missed"),
        ("answered", "call_answered"),
        ("voice", "voicemail"),
        ("sms", "sms"),
        ("whatsa", "chat"),
        ("e-mail", "email"),
        ("e mail", "email"),
        ("mail", "email"),
        ("letter", "letter"),
        ("parcel", "gift"),
        ("fake", "social_media"),
        ("work", "contact_through_others"),
        ("loit", "waited_for"),
        ("airtag", "tracker"),
        ("burgl", "break_in"),
        ("dog", "animal_harmed"),
        ("tyres", "damage"),
        ("stolen", "theft"),
        ("pizza", "ordered_in_your_name"),
        ("hacked", "device_accessed"),
        ("promise", "proposal"),
        ("nude", "intimate_images"),
        ("street", "order_broken"),
        ("said", "said_no"),
        ("police", "reported_to_police"),
        ("ombuds", "asked_supplier_or_operator"),
        ("other", "other"),
    ],
)
def test_a_few_letters_put_the_meant_kind_first(typed: str, first: str) -> None:
    assert ids(kinds.find(typed, ENGLISH))[0] == first


def test_the_label_counts_before_the_search_words() -> None:
    found = ids(kinds.find("message", ENGLISH))

    assert set(found[:2]) == {"sms", "chat"}
    assert found.index("voicemail") > 1


def test_words_of_label_and_search_words_may_be_typed_together_in_any_order() -> None:
    assert ids(kinds.find("telephone silent", ENGLISH)) == ["call_silent"]


def test_letters_that_fit_nothing_offer_nothing() -> None:
    assert kinds.find("xyzzy", ENGLISH) == ()


@given(st.sampled_from(kinds.KINDS), st.sampled_from([str.upper, str.lower, str.title]), st.booleans(), st.booleans())
def test_the_full_label_puts_its_kind_first_however_it_is_written(
    kind: Kind, case: object, accents: bool, spaces: bool
) -> None:
    assert callable(case)
    typed = kind.label.translate(LETTERS_THAT_LOOK_DIFFERENT) if accents else kind.label
    typed = case(typed.replace(" ", "  ") + " " if spaces else typed)

    assert kinds.find(typed, ENGLISH)[0] is kind


@given(st.sampled_from(kinds.KINDS), st.data())
def test_every_beginning_of_a_label_finds_its_kind(kind: Kind, data: st.DataObject) -> None:
    length = data.draw(st.integers(1, len(kind.label)))

    assert kind in kinds.find(kind.label[:length], ENGLISH)


@given(st.sampled_from(kinds.KINDS), st.data())
def test_every_search_word_finds_its_kind(kind: Kind, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(kind.search_words.split()))

    assert kind in kinds.find(word, ENGLISH)


@given(st.text())
def test_any_text_offers_each_kind_at_most_once(typed: str) -> None:
    found = ids(kinds.find(typed, ENGLISH))

    assert len(set(found)) == len(found)


def test_another_language_is_searched_by_its_own_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "LOCALE_FOLDER", tmp_path)
    step = kinds.kind("other_step")
    speaking = french(tmp_path, {step.label: "Autre démarche", step.search_words: "médecin déménagé"})

    assert ids(kinds.find("AUTRE DEMARCHE", speaking)) == ["other_step"]
    assert ids(kinds.find("medec", speaking)) == ["other_step"]
    assert ids(kinds.find(step.label, speaking)) == ids(kinds.find(step.label, ENGLISH))


@pytest.mark.parametrize(
    ("language", "typed", "first"),
    [
        ("nl", "opgebeld", "call_answered"),
        ("nl", "bedreiging", "threat"),
        ("nl", "beschadigd", "damage"),
        ("nl", "leugens", "false_accusation"),
        ("fr", "frapper", "assault"),
        ("fr", "abîmé", "damage"),
        ("fr", "enfants", "contact_through_others"),
        ("en", "damaged", "damage"),
        ("en", "lettre", "letter"),
        ("en", "achtervolgd", "followed"),
        ("nl", "stolen", "theft"),
        ("fr", "bedreigd", "threat"),
        ("nl_BE", "menacé", "threat"),
    ],
)
def test_a_kind_is_found_by_everyday_words_of_every_language_whatever_the_screen_speaks(
    language: str, typed: str, first: str
) -> None:
    assert ids(kinds.find(typed, Words(language)))[:1] == [first]
