"""Chats as lines: what is matched quickly is read as what has to be looked at, at any size of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.intake.formats import whatsapp_markers as markers
from journal.intake.formats.chat_headers import MARKS
from journal.intake.model.day_order import DayOrder
from journal.intake.model.found import Found, Place
from tests.intake.exports import a_file, found_in, items_of
from tests.intake.formats.test_whatsapp import LRM, NBSP, NNBSP, ONE, WORDS

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PIECES = st.sampled_from(
    [
        *("Els: ", "Bram : ", "+32 470 55 51 23: ", ": ", ":", "a:b ", "words", "é", "\U0001f600", " "),
        *("null", "Missed voice call", "image omitted", "image  omitted.", "\u2022 1 page document omitted"),
        *("a.jpg (file attached)", "<attached: a.jpg>", "words <This message was edited>"),
        *("\n", "\r\n", "\r", "\n\n", NBSP, NNBSP, LRM, "\u202a"),
        *("18-08-2026 09:15 - ", "18-08-2026, 9:15 - ", "18-08-2026 09:15 AM - ", "18/08/2026 09:15 - "),
        *("18-08-2026 24:15 - ", "[18-08-2026 09:15:07] ", "[18-08-2026, 09:15:75] "),
    ]
)


@given(st.lists(st.lists(PIECES, max_size=6).map("".join), min_size=1, max_size=8))
def test_a_plain_header_is_read_as_one_that_has_to_be_looked_at(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    folder, head = tmp_path_factory.mktemp("chat"), "18-08-2026 09:15 - "

    plain, marked = (
        items_of(a_file(folder, "".join(f"{mark}{head}{line}\n" for line in lines)), DayOrder.DAY_FIRST)
        for mark in ("", LRM)
    )

    told = [
        [replace(one, place=Place(line=one.place.line)) if isinstance(one, Found) else one for one in side]
        for side in (plain, marked)
    ]
    assert told[0] == told[1]


@given(st.lists(st.one_of(PIECES, WORDS), max_size=4).map("".join))
def test_what_is_passed_over_quickly_is_words_of_somebody_and_nothing_else(text: str) -> None:
    if not markers.may_be_more(text):
        assert markers.note_of(text) is None
        assert markers.call_of(text) is None
        assert markers.attached(text) == ("", text)
        assert markers.without_edit_mark(text) == (text, False)
        assert text.lstrip(MARKS) == text


def test_messages_beyond_one_part_of_the_file_keep_their_lines_and_bytes(tmp_path: Path) -> None:
    lines = [f"{ONE}{at} {'x' * (at % 300)}\n{'more é ' * (at % 3)}\n" for at in range(3_000)]
    path = a_file(tmp_path, "".join(lines))
    data = path.read_bytes()

    found = found_in(path, DayOrder.DAY_FIRST)

    assert [one.text.split()[0] for one in found] == [str(at) for at in range(3_000)]
    assert b"".join(data[one.place.start : one.place.start + one.place.length] for one in found) == data
    assert [one.place.line for one in found] == list(range(1, 6_001, 2))
