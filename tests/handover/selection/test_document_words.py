"""Labels of the catalogue: said to the user on the screen, and about her in a document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from journal.domain.kinds import KINDS
from journal.domain.kinds.fields import CALL_OWN_LINE
from journal.domain.text.words import Words
from journal.handover.selection.third_person_labels import DocumentWords

if TYPE_CHECKING:
    from collections.abc import Iterator

ADDRESSED = {"en": r"\byour?\b", "nl": r"\b(u|uw)\b", "fr": r"(?<!-)\b(vous|votre|vos)\b"}


def labels() -> Iterator[str]:
    for kind in KINDS:
        yield kind.label
        yield from (field.label for field in kind.fields)
        yield from (choice.label for field in kind.fields for choice in field.choices)
        yield from (item.label for item in kind.checklist)


@pytest.mark.parametrize(("language", "address"), ADDRESSED.items())
def test_no_label_of_a_kind_addresses_the_reader_of_a_document(language: str, address: str) -> None:
    words = DocumentWords(language)
    told = {words(label) for label in labels()}

    assert {one for one in told if re.search(address, one, re.IGNORECASE)} == set()


@pytest.mark.parametrize(
    ("language", "own"), [("en", "your numbers"), ("nl", "uw nummers"), ("nl_BE", "uw nummers"), ("fr", "vos numéros")]
)
def test_the_screen_says_the_own_number_to_the_user(language: str, own: str) -> None:
    assert own in Words(language)(CALL_OWN_LINE.label)
