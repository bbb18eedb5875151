"""What comes in one read is told apart from what was typed key by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from textual import events

from journal.ui.terminal.burst import LIKE_A_PASTE, came_together, keys_or_paste, mark, pasted
from journal.ui.terminal.keys import KeyTable

if TYPE_CHECKING:
    from textual.message import Message


def said(message: Message) -> str:
    return message.text if isinstance(message, events.Paste) else str(getattr(message, "character", ""))


def test_a_long_run_of_characters_is_a_paste_and_the_keys_around_it_stay_keys() -> None:
    run = "x" * LIKE_A_PASTE

    made = list(keys_or_paste(f"n\t{run}\r", KeyTable()))

    assert [*map(said, made)] == ["n", "\t", run, "\r"]


def test_a_run_one_shorter_is_typed() -> None:
    made = list(keys_or_paste("x" * (LIKE_A_PASTE - 1), KeyTable()))

    assert len(made) == LIKE_A_PASTE - 1
    assert all(isinstance(one, events.Key) for one in made)


@given(st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cs", "Cc"]), max_size=80))
def test_no_character_gets_lost(text: str) -> None:
    made = keys_or_paste(text, KeyTable())

    assert "".join(map(said, made)) == text


def test_a_key_alone_is_meant_and_two_in_one_read_are_not() -> None:
    alone, first, second = (events.Key("m", "m") for _ in range(3))

    mark([alone], suspicious=False)
    mark([first, second], suspicious=False)

    assert not came_together(alone)
    assert came_together(first)
    assert came_together(second)


def test_a_key_right_behind_a_reply_is_not_meant() -> None:
    key = events.Key("plus", "+")

    mark([key], suspicious=True)

    assert came_together(key)


def test_a_key_without_a_note_was_meant() -> None:
    assert not came_together(events.Key("plus", "+"))


def test_the_line_ends_of_a_paste_are_those_of_the_program() -> None:
    assert pasted("one\r\ntwo\rthree\nfour\x00") == "one\ntwo\nthree\nfour"
