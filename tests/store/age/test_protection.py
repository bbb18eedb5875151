"""Protection: what is sealed opens whole or not at all, and the key comes back by passphrase or recovery code only."""

from __future__ import annotations

import base64
import copy
import os
import pickle
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.base.errors import Refused, Unreadable
from journal.domain.ledger import recovery_code
from journal.store.age import key_wrapping as wrapping
from journal.store.age import protection
from journal.store.age.protection import (
    Key,
    Tampered,
    TooBusy,
    TooMuchWork,
    WrongPassphrase,
    from_text,
    to_text,
    unlock,
)
from journal.store.age.wraps import Wraps
from tests.store.children import children, shown_by_the_system
from tests.store.little_work import armoured, with_little_work

if TYPE_CHECKING:
    from pathlib import Path

KEY = Key()
TYPED = "invent\u00e9 42"
CODE = recovery_code.draw(lambda count: bytes(range(count)))
SEALED = KEY.seal(b"An invented row")


@pytest.fixture(scope="module")
def real_wraps() -> Wraps:
    """Make the two wrapped keys once: each costs the computer a second or more, on purpose."""
    return KEY.wrap(TYPED, CODE)


@pytest.fixture(scope="module")
def wraps() -> Wraps:
    """The same with next to no work, for what is asked of every wrapped key."""
    return with_little_work(KEY, TYPED, CODE)


def raw(wrapped: str) -> bytes:
    return base64.b64decode("".join(wrapped.splitlines()[1:-1]))


def opens_what_the_first_key_sealed(key: Key) -> bool:
    return key.open(SEALED) == b"An invented row"


@given(st.binary())
def test_what_is_sealed_opens_as_it_was(plain: bytes) -> None:
    sealed = KEY.seal(plain)

    assert KEY.open(sealed) == plain
    assert KEY.open(from_text(to_text(sealed))) == plain


def test_what_is_sealed_shows_neither_the_words_nor_the_public_half_of_the_key() -> None:
    plain = b"invented words " * 20

    sealed = KEY.seal(plain)

    assert sealed.startswith(b"age-encryption.org/v1\n-> X25519 ")
    assert b"invented" not in sealed
    assert b"age1" not in sealed
    assert KEY.seal(plain) != sealed


def test_any_flipped_bit_makes_a_sealed_part_unreadable() -> None:
    for at in range(len(SEALED)):
        for bit in range(8):
            changed = bytearray(SEALED)
            changed[at] ^= 1 << bit

            with pytest.raises(Tampered):
                KEY.open(bytes(changed))


@pytest.mark.parametrize("size", [0, 15, 64 * 1024, 200_000])
def test_a_sealed_part_that_was_cut_or_lengthened_gives_nothing_of_it(size: int) -> None:
    sealed = KEY.seal(bytes(size))

    for changed in (sealed[:-1], sealed[:-16], sealed[: len(sealed) // 2], sealed + b"\0", sealed + sealed):
        with pytest.raises(Tampered):
            KEY.open(changed)


def test_a_change_in_the_last_chunk_gives_nothing_of_the_chunks_before() -> None:
    sealed = bytearray(KEY.seal(bytes(200_000)))
    sealed[-1] ^= 1

    with pytest.raises(Tampered) as raised:
        KEY.open(bytes(sealed))

    assert isinstance(raised.value, Unreadable)
    assert "Nothing was written" in str(raised.value)


@pytest.mark.parametrize(
    "sealed", [b"", b"invented", Key().seal(b"An invented row")], ids=["empty", "foreign", "another key"]
)
def test_what_another_key_or_nobody_sealed_is_refused(sealed: bytes) -> None:
    with pytest.raises(Tampered):
        KEY.open(sealed)


@given(st.binary(min_size=1), st.data())
def test_a_changed_text_of_a_sealed_part_is_refused_or_gives_other_bytes(sealed: bytes, data: st.DataObject) -> None:
    text = to_text(sealed)
    at = data.draw(st.integers(0, len(text) - 1))
    changed = text[:at] + data.draw(st.characters()) + text[at + 1 :]

    try:
        read = from_text(changed)
    except Tampered:
        return

    assert (read == sealed) == (changed == text)


@pytest.mark.parametrize(
    "text", ["QQ", "QR==", "Q===", "====", "QQ==\n", "QQ==QQ==", "Q Q=", "\u00e9\u00e9\u00e9\u00e9"]
)
def test_a_text_that_is_not_written_as_ours_is_refused(text: str) -> None:
    with pytest.raises(Tampered):
        from_text(text)


def test_a_key_is_neither_shown_nor_pickled_nor_copied_nor_encoded() -> None:
    shown = f"{KEY!r} {KEY} {[KEY]}"

    assert "AGE-SECRET" not in shown
    assert "age1" not in shown
    assert not hasattr(KEY, "__dict__")
    for write_down in (pickle.dumps, copy.copy, copy.deepcopy, msgspec.json.encode):
        with pytest.raises(TypeError):
            write_down(KEY)


@pytest.mark.parametrize("passphrase", ["", "two\nlines", "a tab\t", "\x1b[A", "\udcff", "zero\0"])
def test_a_passphrase_that_cannot_be_typed_everywhere_is_refused_before_anything_is_wrapped(passphrase: str) -> None:
    with pytest.raises(Refused, match="Please choose another one"):
        KEY.wrap(passphrase, CODE)


@pytest.mark.parametrize("code", ["", "invented", CODE.replace("-", ""), CODE.lower()])
def test_a_key_is_wrapped_only_under_a_code_as_it_is_drawn(code: str) -> None:
    with pytest.raises(ValueError, match="recovery code"):
        KEY.wrap(TYPED, code)


def test_both_wrapped_keys_are_age_texts_with_enough_work(real_wraps: Wraps) -> None:
    for wrapped in (real_wraps.passphrase, real_wraps.recovery):
        assert wrapped.startswith("-----BEGIN AGE ENCRYPTED FILE-----\n")
        assert wrapping.work_factor(wrapped) == wrapping.WORK >= 17


def test_the_passphrase_gives_the_key_however_its_accents_are_typed(real_wraps: Wraps) -> None:
    decomposed = TYPED.replace("\u00e9", "e\u0301")

    assert opens_what_the_first_key_sealed(unlock(real_wraps, decomposed))


def test_the_recovery_code_gives_the_key_also_where_the_other_wrapped_key_is_damaged(wraps: Wraps) -> None:
    damaged = Wraps(passphrase=wraps.passphrase[:100], recovery=wraps.recovery)

    key = unlock(damaged, CODE.lower().replace("-", " "))

    assert opens_what_the_first_key_sealed(key)
    with pytest.raises(Tampered):
        unlock(damaged, TYPED)


def test_a_code_is_tried_as_one_before_it_is_tried_as_a_passphrase(wraps: Wraps) -> None:
    too_much_work = armoured(
        raw(wraps.passphrase).replace(f" {wrapping.work_factor(wraps.passphrase)}\n".encode(), b" 60\n")
    )

    key = unlock(Wraps(passphrase=too_much_work, recovery=wraps.recovery), CODE)

    assert opens_what_the_first_key_sealed(key)


def test_a_code_whose_wrapped_key_was_changed_is_not_a_wrong_one(wraps: Wraps) -> None:
    with pytest.raises(Tampered):
        unlock(Wraps(passphrase=wraps.passphrase, recovery=wraps.recovery[:100]), CODE)


def test_another_passphrase_does_not_give_the_key(wraps: Wraps) -> None:
    with pytest.raises(WrongPassphrase, match="Nothing was changed"):
        unlock(wraps, TYPED.upper())


@pytest.mark.slow
def test_another_code_gives_the_key_no_more_than_another_passphrase(wraps: Wraps) -> None:
    with pytest.raises(WrongPassphrase):
        unlock(wraps, recovery_code.draw(os.urandom))


def test_what_no_keyboard_can_type_is_a_wrong_passphrase(wraps: Wraps) -> None:
    with pytest.raises(WrongPassphrase):
        unlock(wraps, "\udcff")


def test_a_wrapped_key_whose_content_was_changed_is_said_to_be_changed(wraps: Wraps) -> None:
    changed = bytearray(raw(wraps.passphrase))
    changed[-1] ^= 1

    with pytest.raises(Tampered):
        unlock(Wraps(passphrase=armoured(bytes(changed)), recovery=wraps.recovery), TYPED)


@pytest.mark.parametrize(
    "text",
    ["", "invented", "-----BEGIN AGE ENCRYPTED FILE-----\n", armoured(SEALED), "\u00e9"],
    ids=["empty", "foreign", "cut", "no passphrase", "no ASCII"],
)
def test_what_is_no_wrapped_key_is_said_to_be_changed(text: str) -> None:
    with pytest.raises(Tampered):
        unlock(Wraps(passphrase=text, recovery=text), TYPED)


def test_too_much_work_is_not_a_wrong_passphrase(wraps: Wraps) -> None:
    factor = wrapping.work_factor(wraps.passphrase)
    head, rest = raw(wraps.passphrase).split(f" {factor}\n".encode(), 1)

    with pytest.raises(TooMuchWork, match="The journal is as it was"):
        unlock(Wraps(passphrase=armoured(head + b" 60\n" + rest), recovery=wraps.recovery), TYPED)


def test_a_key_that_is_wrapped_but_is_no_key_is_refused() -> None:
    with pytest.raises(Tampered):
        Key("AGE-SECRET-KEY-1INVENTED")


@shown_by_the_system
def test_a_killed_helper_program_is_not_a_wrong_passphrase() -> None:
    with ThreadPoolExecutor(1) as thread:
        wrapped = thread.submit(KEY.wrap, TYPED, CODE)
        while not wrapped.done() and not (found := children()):
            pass
        os.kill(found[0], signal.SIGKILL)

        with pytest.raises(TooBusy, match="The journal is as it was"):
            wrapped.result()


def test_a_helper_program_that_cannot_be_started_is_not_a_wrong_passphrase(
    wraps: Wraps, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "not there"))

    with pytest.raises(TooBusy):
        unlock(wraps, TYPED)


def test_a_helper_program_that_takes_too_long_is_ended_and_said_so(
    wraps: Wraps, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protection, "LONGEST_WORK", 0.001)

    with pytest.raises(TooBusy) as raised:
        unlock(wraps, TYPED)

    assert raised.value.__context__ is None
