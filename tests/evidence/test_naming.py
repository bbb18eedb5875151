"""Names of files that leave the journal: they act on nothing, fit every system, and stay close to the original."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journal.domain.text.harmless import harmless
from journal.evidence.naming import LONGEST, names_beside, safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("photo of the door.jpg", "photo of the door.jpg"),
        ("été à Liège.png", "été à Liège.png"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("a\nb\x1b[31m.txt", "ab[31m.txt"),
        ("invoice\u202egpj.exe", "invoicegpj.exe"),
        ("CON.txt", "_CON.txt"),
        ("lpt1", "_lpt1"),
        (".hidden", "hidden"),
        ("dots...", "dots"),
        ("", "exhibit-7"),
        ("\x00\x1b", "exhibit-7"),
        ("\U0001f600.jpg", "\U0001f600.jpg"),
    ],
)
def test_a_name_is_made_safe(name: str, safe: str) -> None:
    assert safe_name(name, "exhibit-7") == safe


@given(st.text(max_size=400))
@example("\ud800.txt")
@example("x" * 300 + ".jpeg")
@example("\U0001f600" * 100 + ".heic")
def test_every_name_fits_every_system_and_hides_nothing(name: str) -> None:
    safe = safe_name(name, "exhibit-7")

    assert 0 < len(safe.encode()) <= LONGEST + 1
    assert safe == harmless(safe)
    assert not set(safe) & set('<>:"/\\|?*')
    assert not safe.startswith(".")
    assert not safe.endswith((".", " "))


def test_a_long_name_keeps_its_ending() -> None:
    assert safe_name("x" * 300 + ".jpeg", "exhibit-7").endswith("xx.jpeg")


def test_where_a_name_is_taken_a_number_stands_before_the_ending() -> None:
    assert [*islice(names_beside("door.jpg"), 3)] == ["door.jpg", "door (2).jpg", "door (3).jpg"]
    assert [*islice(names_beside("door"), 2)] == ["door", "door (2)"]
