"""Protection with a passphrase, in the age format, so that the standard `age` tool can open it without this program.

A journal has one secret key. The key itself lies in the file under the passphrase, and once more under the recovery
code; everything else is sealed to the key. Its public half never stands in clear: whoever has it could seal forged
parts.
"""

from __future__ import annotations

import base64
import json
import unicodedata
from pathlib import Path
from subprocess import SubprocessError
from typing import TYPE_CHECKING, NoReturn

import pyrage

from journal.domain.base.child_process import started
from journal.domain.base.errors import Refused, Unreadable
from journal.domain.ledger.recovery_code import read
from journal.domain.text.words import N_, _
from journal.store.age.age_streams import Through
from journal.store.age.wraps import Wraps

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.store.age.age_streams import Readable

LONGEST_WORK = 300
"""Seconds after which a computer is taken to be too busy."""

_PROGRAM = Path(__file__).with_name("key_wrapping.py")
_CHANGED = N_(
    "A part of this journal was changed by something other than this program, or belongs to another journal."
    " Nothing was written. Please open a backup copy, or save what can still be read with `journal recover`."
)
_WRONG = N_(
    "This passphrase or recovery code does not open the journal. Nothing was changed."
    " Please check capital letters and the keyboard layout, and try again."
)
_BUSY = N_(
    "The passphrase could not be tried, because this computer is too busy or has too little memory left."
    " The journal is as it was. Please close other programs and try again."
)
_TOO_MUCH = N_(
    "The passphrase of this journal was set in such a way that trying it takes more work than this computer can do."
    " The journal is as it was. Please open it on a computer with more memory, and set the passphrase anew there: it"
    " then opens on every computer."
)
_NOT_TO_BE_TYPED = N_(
    "This passphrase cannot be used: it is empty or holds a character that cannot be typed everywhere. Nothing "
    "was changed. Please choose another one."
)


class WrongPassphrase(Refused):
    """What was typed is neither the passphrase nor the recovery code of this journal."""


class TooBusy(Refused):
    """The passphrase could not be tried: no time, no memory, or no process to be had."""


class TooMuchWork(Refused):
    """The passphrase was set by another program with more work than is tried, or than this computer can do."""


class Tampered(Unreadable):
    """A sealed part was changed, or was not sealed by this journal's key."""


class Key:
    """The secret key of an unlocked journal; it stands in memory only: neither shown, nor copied, nor pickled."""

    __slots__ = ("_identity", "_recipient")

    def __init__(self, secret: str | None = None) -> None:
        """Take a key that was unwrapped, or draw a new one; raises Tampered where the text is no key."""
        try:
            self._identity = (
                pyrage.x25519.Identity.generate() if secret is None else pyrage.x25519.Identity.from_str(secret)
            )
        except pyrage.IdentityError as error:
            raise Tampered(_(_CHANGED)) from error
        self._recipient = self._identity.to_public()

    def __repr__(self) -> str:
        return "Key(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key is not written down")

    def is_same(self, other: Key) -> bool:
        """Tell whether what is sealed to one of the two opens with the other."""
        return str(self._recipient) == str(other._recipient)

    def seal(self, plain: bytes) -> bytes:
        """Return the bytes encrypted to this key, as one binary age file."""
        return pyrage.encrypt(plain, [self._recipient])

    def open(self, sealed: bytes) -> bytes:
        """Return what was sealed, whole; raises Tampered where a single bit differs."""
        try:
            return pyrage.decrypt(sealed, [self._identity])
        except pyrage.DecryptError as error:
            raise Tampered(_(_CHANGED)) from error

    def seal_all(self, source: Readable, write: Callable[[bytes], object]) -> None:
        """Read some bytes to their end and hand them on encrypted, as one binary age file, part by part.

        What `source` and `write` raise comes through.
        """
        through = Through(source, write)
        try:
            pyrage.encrypt_io(through, through, [self._recipient])
        except (pyrage.EncryptError, OSError) as error:
            raise through.trouble or error from error

    def open_all(self, source: Readable, write: Callable[[bytes], object]) -> None:
        """Read one binary age file and hand on the bytes, part by part; they count only once this has returned.

        Raises Tampered where a single bit differs; what `source` and `write` raise comes through.
        """
        through = Through(source, write)
        try:
            pyrage.decrypt_io(through, through, [self._identity])
        except (pyrage.DecryptError, OSError) as error:
            raise through.trouble or Tampered(_(_CHANGED)) from error

    def wrap(self, passphrase: str, code: str) -> Wraps:
        """Return the key under a passphrase and under a recovery code as `recovery_code.draw` gives it.

        Takes some seconds, in other processes. Raises Refused where the passphrase is empty or not to be typed,
        TooBusy, and ValueError where the code is none.
        """
        passphrase = _as_typed_everywhere(passphrase)
        if not passphrase or not passphrase.isprintable():
            raise Refused(_(_NOT_TO_BE_TYPED))
        if read(code) != code:
            raise ValueError("not a recovery code in its groups")
        secret = str(self._identity)
        return Wraps(passphrase=_ask("wrap", secret, passphrase), recovery=_ask("wrap", secret, code))


def unlock(wraps: Wraps, typed: str) -> Key:
    """Return the key that the passphrase or the recovery code gives; takes seconds, in another process.

    What reads as a code is tried as one first. Raises WrongPassphrase where neither opens it, Tampered where a wrapped
    key was changed, TooBusy and TooMuchWork.
    """
    tries = [(wraps.recovery, code)] if (code := read(typed)) else []
    trouble: WrongPassphrase | Tampered | TooMuchWork | None = None
    for wrapped, words in [*tries, (wraps.passphrase, _as_typed_everywhere(typed))]:
        try:
            return Key(_ask("unwrap", wrapped, words))
        except (WrongPassphrase, Tampered, TooMuchWork) as error:
            trouble = error if trouble is None or isinstance(trouble, WrongPassphrase) else trouble
    assert trouble  # noqa: S101 - the last try has answered or refused
    raise trouble


def to_text(sealed: bytes) -> str:
    """Return sealed bytes as they stand in a JSON row: base64."""
    return base64.b64encode(sealed).decode("ascii")


def from_text(text: str) -> bytes:
    """Return the sealed bytes of a JSON row; raises Tampered where the text is not exactly what `to_text` writes."""
    try:
        sealed = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise Tampered(_(_CHANGED)) from error
    # The last sign may hold bits that no byte takes up; a change of them would go unnoticed.
    if len(text) % 4 or to_text(base64.b64decode(text[-4:])) != text[-4:]:
        raise Tampered(_(_CHANGED))
    return sealed


def _as_typed_everywhere(passphrase: str) -> str:
    """Return the passphrase with its accents composed, as most keyboards give them and some systems do not."""
    return unicodedata.normalize("NFC", passphrase)


def _ask(what: str, text: str, passphrase: str) -> str:
    """Have the other program wrap or unwrap a key."""
    answer = _other_program({"do": what, "text": text, "passphrase": passphrase})
    if "answer" in answer:
        return answer["answer"]
    refused = answer.get("refused") or ("TooMuch" if what == "unwrap" and _is_much_work(text) else "Busy")
    refusals: dict[str, Refused | Unreadable] = {
        "Wrong": WrongPassphrase(_(_WRONG)),
        "Damaged": Tampered(_(_CHANGED)),
        "TooMuch": TooMuchWork(_(_TOO_MUCH)),
    }
    raise refusals.get(refused, TooBusy(_(_BUSY)))


def _is_much_work(wrapped: str) -> bool:
    """Return whether more work is asked for than this program asks, so that not to come to its end is no wonder."""
    from journal.store.age import key_wrapping

    try:
        return key_wrapping.work_factor(wrapped) > key_wrapping.WORK
    except key_wrapping.Damaged:
        return False


def _other_program(question: dict[str, str]) -> dict[str, str]:
    """Return what the program answers; nothing where it could not be started, or did not come to an end."""
    try:
        with started(_PROGRAM, json.dumps(question).encode()) as (program, _asked):
            said, _nothing = program.communicate(timeout=LONGEST_WORK)
        answer: dict[str, str] = json.loads(said) if program.returncode == 0 else {}
    except (OSError, SubprocessError, ValueError):
        # The error is not handed on: it would hold what was said to the program.
        return {}
    return answer
