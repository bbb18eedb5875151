"""What a terminal sends, split into text, sequences and pastes; replies vanish whole, and nothing raises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.ui.terminal.tokens import (
    LONGEST_SEQUENCE,
    SECONDS_OF_ESCAPE,
    SECONDS_OF_PASTE,
    Dropped,
    Pasted,
    Sequence,
    Tokenizer,
    Typed,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.ui.terminal.tokens import Token

REPLIES = (
    "\x1bP1+r544e=787465726d\x1b\\",
    "\x1bP>|someterm(1.2)\x1b\\",
    "\x1bP!|7E565445\x1b\\",
    "\x1b]11;rgb:1111/2222/3333\x1b\\",
    "\x1b]11;rgb:1111/2222/3333\x07",
    "\x1b]52;c;bm90aGluZw==\x07",
    "\x1b_Gi=31;OK\x1b\\",
    "\x1b^private\x1b\\",
    "\x1bXstart of string\x1b\\",
)
"""Answers of terminals in the five sorts of control strings, with both ends in use."""

TEXT = st.text(st.sampled_from([*"ab;1~[]O<M?PX^_\\\x1b\x07\x11\x18\r\t é€", "\x9b", "\ud7ff"]), max_size=40)


def joined(tokens: Iterable[Token]) -> list[Token]:
    """The tokens with neighbouring characters put together."""
    found: list[Token] = []
    for token in tokens:
        if isinstance(token, Typed) and found and isinstance(found[-1], Typed):
            found[-1] = Typed(found[-1].text + token.text)
        elif token != Typed(""):
            found.append(token)
    return found


def tokens(*parts: str) -> list[Token]:
    tokenizer = Tokenizer()
    found = [token for part in parts for token in tokenizer.feed(part)]
    return joined([*found, *tokenizer.flush()])


@pytest.mark.parametrize("reply", REPLIES)
def test_a_reply_vanishes_whole_and_what_stands_around_it_stays(reply: str) -> None:
    found = [token for token in tokens(f"before{reply}after") if isinstance(token, Typed)]

    assert "".join(token.text for token in found) == "beforeafter"


@pytest.mark.parametrize("reply", REPLIES)
def test_a_reply_that_arrives_in_pieces_vanishes_too(reply: str) -> None:
    for cut in range(3, len(reply)):
        assert not [one for one in tokens(reply[:cut], reply[cut:]) if isinstance(one, Typed)]


@pytest.mark.parametrize(
    "sequence", ["\x1b[A", "\x1bOP", "\x1b[[A", "\x1b[24;2~", "\x1b[<0;120;40M", "\x1b[?2026;2$y", "\x1bé", "\x1b[I"]
)
def test_a_sequence_is_one_token_wherever_the_reading_cuts_it(sequence: str) -> None:
    for cut in range(1, len(sequence)):
        assert tokens(f"a{sequence[:cut]}", f"{sequence[cut:]}b") == [Typed("a"), Sequence(sequence), Typed("b")]


def test_an_escape_with_nothing_behind_it_is_the_key() -> None:
    tokenizer = Tokenizer()

    assert list(tokenizer.feed("\x1b")) == []
    assert tokenizer.patience == SECONDS_OF_ESCAPE
    assert list(tokenizer.flush()) == [Sequence("\x1b")]
    assert tokenizer.patience is None


def test_two_escapes_are_two_keys() -> None:
    assert tokens("\x1b\x1b") == [Sequence("\x1b"), Sequence("\x1b")]


def test_a_paste_keeps_everything_between_its_marks() -> None:
    inside = "first\r\n\x1b[31mred\x1b[0m [/] \x1b[200~"

    assert tokens(f"a\x1b[200~{inside}\x1b[201~b") == [Typed("a"), Pasted(inside), Typed("b")]


@given(cut=st.integers(0, 26), other=st.integers(0, 26))
def test_a_paste_is_one_token_wherever_the_reading_cuts_it(cut: int, other: int) -> None:
    sent = "\x1b[200~three words\x1b[201~and"
    first, last = sorted((cut, other))

    assert tokens(sent[:first], sent[first:last], sent[last:]) == [Pasted("three words"), Typed("and")]


def test_a_paste_that_is_never_finished_ends_after_a_second_of_silence_with_what_is_there() -> None:
    tokenizer = Tokenizer()

    assert list(tokenizer.feed("\x1b[200~half of")) == []
    assert tokenizer.patience == SECONDS_OF_PASTE
    assert list(tokenizer.flush()) == [Pasted("half of")]
    assert list(tokenizer.feed("x")) == [Typed("x")]


@pytest.mark.parametrize(
    "begun", ["", "\x1b", "\x1b[", "\x1b[1;", "\x1bO", "\x1bP1+r", "\x1b[M", "\x1b[M a", "\x1b[200~"]
)
@pytest.mark.parametrize(("leaving", "key"), [("\x11", Typed("\x11")), ("\x1b[24~", Sequence("\x1b[24~"))])
def test_a_leaving_key_is_seen_behind_whatever_was_begun(begun: str, leaving: str, key: Token) -> None:
    assert tokens(begun + leaving)[-1] == key


@pytest.mark.parametrize("leaving", ["\x11", "\x1b[24~"])
def test_a_leaving_key_is_heard_in_an_unfinished_paste_and_in_an_unfinished_reply(leaving: str) -> None:
    key: Token = Typed(leaving) if leaving == "\x11" else Sequence(leaving)

    assert tokens("\x1b[200~half", leaving) == [Pasted("half"), key]
    assert key in tokens("\x1b]11;rgb", leaving)
    assert key in tokens("\x1b[12", leaving)


def test_a_leaving_key_that_is_cut_in_two_ends_a_paste_as_well() -> None:
    assert tokens("\x1b[200~half\x1b[2", "4~") == [Pasted("half"), Sequence("\x1b[24~")]


def test_the_old_mouse_report_takes_its_three_letters_with_it() -> None:
    assert tokens("a\x1b[M !!b") == [Typed("a"), Dropped.OLD_MOUSE, Typed("b")]


def test_a_sequence_longer_than_any_key_is_dropped_to_its_end() -> None:
    assert tokens(f"\x1b[{'1;' * LONGEST_SEQUENCE}Rx") == [Dropped.REPLY, Typed("x")]


def test_a_sequence_that_breaks_off_leaves_the_letters_behind_it() -> None:
    assert tokens("\x1b[12\rx") == [Dropped.REPLY, Typed("\rx")]


@given(TEXT, st.integers(0, 40))
def test_where_the_reading_cuts_changes_nothing(text: str, cut: int) -> None:
    assert tokens(text) == tokens(text[:cut], text[cut:])


@given(TEXT)
def test_nothing_is_pending_after_a_silence(text: str) -> None:
    tokenizer = Tokenizer()
    list(tokenizer.feed(text))
    list(tokenizer.flush())

    assert tokenizer.patience is None
    assert list(tokenizer.feed("x")) == [Typed("x")]


@given(st.text(st.characters(exclude_characters="\x1b"), max_size=60))
def test_characters_outside_sequences_all_come_through(text: str) -> None:
    assert "".join(token.text for token in tokens(text) if isinstance(token, Typed)) == text
