"""Names and numbers are masked wherever they stand in stored words, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.text.name_mask import NameMask

NAMES = ("Jan van der Steen", "unknown caller A", "An Invented", "zaanse pier", "René")
PARTICULARS = ("0470 00 00 01", "Nowhere street 1, 9999 Nowhere", "jan.invented", "1-AAA-000")
MASK = NameMask(NAMES, PARTICULARS)


@pytest.mark.parametrize(
    ("stored", "drawn"),
    [
        ("Jan van der Steen rang", "••• rang"),
        ("JAN VAN DER STEEN", "•••"),
        ("Steen rang, then jan's brother", "••• rang, then •••'s brother"),
        ("Steens car", "••• car"),
        ("An saw an envelope", "••• saw an envelope"),
        ("unknown caller A, again a caller", "•••, again a •••"),
        ("the zaanse pier", "the •••"),
        ("chat_Jan_2026.zip", "chat_•••_2026.zip"),
        ("January, a Steenbok", "January, a Steenbok"),
        ("+32 470 12 34 56 rang", "••• rang"),
        ("0470/12.34.56", "•••"),
        ("tel:0470-12-34-56", "tel:•••"),
        ("+32\u00a0470\u202f12\u00a034\u00a056", "•••"),
        ("at 22:00, call 2", "at 22:00, call 2"),
        ("René, RENE and Rene\u0301 rang", "•••, ••• and ••• rang"),
        ("12 rue de la Loi, at noon", "•••, at noon"),
        ("8, avenue de l\u2019Invention Nouvelle then", "••• then"),
        ("(0)470 123456", "•••"),
        ("somebody@nowhere.invalid wrote", "••• wrote"),
        ("@some.body wrote", "••• wrote"),
        ("see https://nowhere.invalid/x?y=1", "see •••"),
        ("BE68 5390 0754 7034", "•••"),
        ("in de Kerkstraat 12b, 9000 Gent", "in de ••• Gent"),
        ("rue de Nulle Part 12", "•••"),
        ("1-aaa-000 drove by", "••• drove by"),
        ("Nowhere street 1, 9999 Nowhere", "•••"),
        ("on 04/05/2026 at 22:14, 9 rings, 2026-05-04", "on 04/05/2026 at 22:14, 9 rings, 2026-05-04"),
        ("record 0012345 of 12,345", "record ••• of 12,345"),
    ],
)
def test_what_names_somebody_is_masked_and_what_does_not_is_kept(stored: str, drawn: str) -> None:
    assert MASK(stored) == drawn


@pytest.mark.parametrize("part", ["x-", "Aa ", "a.", "rue a ", "12-", "straat"])
def test_a_text_that_begins_as_many_forms_and_becomes_none_is_kept(part: str) -> None:
    assert MASK(part * 20_000) == part * 20_000


def test_more_words_of_an_entry_are_masked_where_they_stand_whole() -> None:
    assert MASK("seen at home, homework late", also=("home",)) == "seen at •••, homework late"


def test_in_a_sentence_of_the_program_only_whole_names_are_masked() -> None:
    assert MASK.in_sentence("Unknown: An Invented, An, 0470 00 00 01") == "Unknown: •••, An, 0470 00 00 01"


@given(st.text(max_size=40), st.lists(st.text(min_size=1, max_size=10), max_size=4))
def test_any_text_and_any_names_can_be_masked_and_masked_again(text: str, names: list[str]) -> None:
    mask = NameMask(names, names)

    once = mask(text, names)

    assert mask(once, names) == once
