"""A key under a passphrase, in the age format: as much work as was asked for, up to a bound, and no byte left open."""

from __future__ import annotations

import base64

import pyrage
import pytest

from journal.store.age import key_wrapping
from journal.store.age.protection import Key, unlock
from journal.store.age.wraps import Wraps
from tests.store.little_work import armoured

KEY = Key()
TYPED = "invent\u00e9 42"


def raw(wrapped: str) -> bytes:
    return base64.b64decode("".join(wrapped.splitlines()[1:-1]))


def test_every_amount_of_work_up_to_the_bound_is_done_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_wrapping, "MOST_WORK", 5)
    texts = {work: key_wrapping.wrap("an invented key", TYPED, work) for work in range(1, 6)}

    assert {work: key_wrapping.unwrap(text, TYPED) for work, text in texts.items()} == dict.fromkeys(
        texts, "an invented key"
    )
    monkeypatch.setattr(key_wrapping, "MOST_WORK", 4)
    with pytest.raises(key_wrapping.TooMuch):
        key_wrapping.unwrap(texts[5], TYPED)


def test_any_flipped_bit_of_a_wrapped_key_gives_no_key() -> None:
    whole = raw(key_wrapping.wrap("an invented key", TYPED, 1))
    work = whole.index(b" 1\n")
    refused = (key_wrapping.Wrong, key_wrapping.Damaged, key_wrapping.TooMuch)

    for at in set(range(len(whole))) - {work + 1}:
        for bit in range(8):
            changed = bytearray(whole)
            changed[at] ^= 1 << bit

            with pytest.raises(refused):
                key_wrapping.unwrap(armoured(bytes(changed)), TYPED)


def test_a_wrapped_key_that_was_cut_or_lengthened_gives_no_key() -> None:
    whole = raw(key_wrapping.wrap("an invented key", TYPED, 1))

    for changed in (*(whole[:end] for end in range(len(whole))), whole + b"\0", whole + whole):
        with pytest.raises((key_wrapping.Wrong, key_wrapping.Damaged)):
            key_wrapping.unwrap(armoured(changed), TYPED)


def test_what_the_age_library_put_under_a_passphrase_is_unlocked() -> None:
    locked = pyrage.passphrase.encrypt(str(KEY._identity).encode(), TYPED, armored=True).decode()

    key = unlock(Wraps(passphrase=locked, recovery=locked), TYPED)

    assert key.open(KEY.seal(b"An invented row")) == b"An invented row"


def test_the_age_library_opens_what_is_put_under_a_passphrase_here() -> None:
    locked = key_wrapping.wrap("an invented key", TYPED, 10)

    assert pyrage.passphrase.decrypt(locked.encode(), TYPED) == b"an invented key"


def test_a_computer_without_memory_is_busy_or_has_too_much_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_memory(*_arguments: object) -> None:
        raise MemoryError

    usual, more = (key_wrapping.wrap("an invented key", TYPED, work) for work in (2, 3))
    monkeypatch.setattr(key_wrapping, "WORK", 2)
    monkeypatch.setattr(key_wrapping, "Scrypt", no_memory)

    with pytest.raises(key_wrapping.Busy):
        key_wrapping.unwrap(usual, TYPED)
    with pytest.raises(key_wrapping.TooMuch):
        key_wrapping.unwrap(more, TYPED)
