"""Which key each terminal means by what it sends, and that nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events, messages

from journal.ui.terminal.keys import KeyTable, as_sent_by_xterm, sent_by_hand
from journal.ui.terminal.leaving_keys import LeavingKeys
from journal.ui.terminal.tokens import Sequence, Tokenizer, Typed


def keys(sent: str) -> list[str]:
    """The names of the keys in what a terminal sends."""
    table, tokenizer = KeyTable(), Tokenizer()
    found: list[str] = []
    for token in [*tokenizer.feed(sent), *tokenizer.flush()]:
        made = table.typed(token.text) if isinstance(token, Typed) else ()
        made = table.events(token.text) if isinstance(token, Sequence) else made
        found += [event.key for event in made if isinstance(event, events.Key)]
    return found


ADDED = ("f1", "f10", "ctrl+f9", "alt+q", "alt+shift+q", "ctrl+e", "ctrl+backslash")


@pytest.mark.parametrize("before", ["", "\x1b[200~half of a paste", "\x1b]11;rgb:1111", "\x1bP1+r54", "\x1b"])
@pytest.mark.parametrize("key", ADDED)
def test_an_added_leaving_key_is_seen_in_the_midst_of_anything_else(key: str, before: str) -> None:
    for sent in sent_by_hand(key):
        tokenizer = Tokenizer()
        tokenizer.leaving = LeavingKeys(sent_by_hand(key))
        found = [*tokenizer.feed(f"{before}{sent}"), *tokenizer.flush()]

        assert tokenizer.leaving.is_in(sent.encode())
        assert found[-1] in {Sequence(sent), Typed(sent)}


def test_what_is_sent_for_a_key_is_taken_for_that_key() -> None:
    for key in ADDED:
        assert sent_by_hand(key)
        assert all(keys(sent) == [key] for sent in sent_by_hand(key))


SENT = {
    "xterm": {"\x1b[A": "up", "\x1b[Z": "shift+tab", "\x1bOP": "f1", "\x1b[24~": "f12", "\x7f": "backspace", "é": "é"},
    "VTE": {"\x1b[H": "home", "\x1b[F": "end", "\x1b[5~": "pageup", "\x1b[1;5C": "ctrl+right", "ê": "ê"},
    "kitty left on": {
        "\x1b[97u": "a",
        "\x1b[97;1u": "a",
        "\x1b[97:65;2u": "A",
        "\x1b[97;5u": "ctrl+a",
        "\x1b[13u": "enter",
        "\x1b[27u": "escape",
        "\x1b[9;2u": "shift+tab",
        "\x1b[127u": "backspace",
        "\x1b[113;5u": "ctrl+q",
        "\x1b[50;7;64u": "",
        "\x1b[50;1;64u": "at",
        "\x1b[57399u": "0",
        "\x1b[57414u": "enter",
        "\x1b[1;1:1A": "up",
        "\x1b[97;65u": "a",
    },
    "kitty releases": {"\x1b[97;1:3u": "", "\x1b[1;1:3A": "", "\x1b[5;1:3~": "", "\x1b[57441;2:3u": ""},
    "foot": {"\x1b[27;5;113~": "ctrl+q", "\x1b[27;2;13~": "enter", "\x1b[27;5;9~": ""},
    "Windows Terminal": {
        "\x1b[1;2A": "shift+up",
        "\x1b[3~": "delete",
        "@": "at",
        "€": "euro_sign",
        "{": "left_curly_bracket",
    },
    "Linux console": {"\x1b[[A": "f1", "\x1b[[E": "f5", "\x1b[1~": "home", "\x1b[4~": "end"},
    "tmux": {
        "\x1b[1~": "home",
        "\x1bOA": "up",
        "\x1b[1;3D": "alt+left",
        "#": "number_sign",
        "[": "left_square_bracket",
    },
    "screen": {"\x1b[7~": "home", "\x1bOF": "end", "ß": "ß"},
    "AltGr": {"@": "at", "#": "number_sign", "]": "right_square_bracket", "}": "right_curly_bracket"},
    "keypad": {"\x1bOM": "enter", "\x1bOp": "0", "\x1bOk": "plus"},
    "alt": {"\x1bx": "alt+x", "\x1b\x7f": "ctrl+w", "\x1bé": "alt+é"},
}
"""By terminal: what it sends for a key, and the key; nothing where no key is meant."""


@pytest.mark.parametrize(
    ("sent", "key"), [(sent, key) for keys_of_one in SENT.values() for sent, key in keys_of_one.items()], ids=ascii
)
def test_each_terminal_is_understood(sent: str, key: str) -> None:
    found = keys(sent)

    assert found[-1:] == ([key] if key else [])


@pytest.mark.parametrize(
    "sent",
    [
        "\x1b[1114112u",
        "\x1b[9999999u",
        "\x1b[55296u",
        "\x1b[;;;u",
        "\x1b[u",
        "\x1b[97;999u",
        "\x1b[48;24;80;480;800t",
        "\x1b[48;99999;99999;1;1t",
        "\x1b[12;40R",
        "\x1b[?62;22c",
        "\x1b[>1;4000;20c",
        "\x1b[?2048;2$y",
        "\x1b[8;24;80t",
        "\x1b[35;96;1M",
        "\x1b[<0;-3;4M",
        "\x1b[<99999999999;1;1M",
        "\x1bOZ",
        "\x1b[?1;2S",
    ],
    ids=ascii,
)
def test_unreasonable_reports_and_answers_are_no_keys(sent: str) -> None:
    assert keys(sent) == []


def test_a_c1_control_character_is_no_key() -> None:
    assert keys("a\x9b\x90b") == ["a", "b"]


def test_a_replacement_sign_is_a_character_like_another() -> None:
    [event] = KeyTable().typed("\ufffd")

    assert isinstance(event, events.Key)
    assert event.character == "\ufffd"


def test_the_mouse_in_the_form_asked_for_is_understood() -> None:
    [down] = KeyTable().events("\x1b[<0;121;35M")

    assert isinstance(down, events.MouseDown)
    assert (down.x, down.y) == (120, 34)


def test_the_old_form_of_the_mouse_is_told_apart() -> None:
    assert KeyTable().is_old_mouse("\x1b[32;97;5M")
    assert not KeyTable().is_old_mouse("\x1b[<32;97;5M")


def test_focus_and_whole_frames_are_understood() -> None:
    table = KeyTable()

    assert [type(one) for one in table.events("\x1b[I")] == [events.AppFocus]
    assert [type(one) for one in table.events("\x1b[O")] == [events.AppBlur]
    assert [type(one) for one in table.events("\x1b[?2026;2$y")] == [messages.TerminalSupportsSynchronizedOutput]


SEQUENCES = st.from_regex(r"\A\x1b(\[[0-9:;<=>?]{0,20}[ -/]?[@-~]|O[ -~]|[ -~])\Z")


@given(SEQUENCES)
def test_no_sequence_raises(sequence: str) -> None:
    for event in KeyTable().events(sequence):
        assert isinstance(event, events.Event | messages.TerminalSupportsSynchronizedOutput)


@given(SEQUENCES)
def test_what_is_translated_needs_no_translation(sequence: str) -> None:
    once = as_sent_by_xterm(sequence)

    assert as_sent_by_xterm(once) == once


@given(st.binary(max_size=60))
def test_no_bytes_raise(data: bytes) -> None:
    keys(data.decode("utf-8", "replace"))
