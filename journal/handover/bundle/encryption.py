"""Locking a bundle in the age format, to a passphrase or to the public key of whoever gets it."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from contextlib import suppress
from pathlib import Path
from subprocess import TimeoutExpired
from typing import IO, TYPE_CHECKING

from msgspec import Struct

from journal.domain.base.child_process import started
from journal.domain.base.errors import NotSaved, Refused
from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable

    import pyrage

    from journal.handover.bundle.bagit_writer import Sink

    Recipient = pyrage.x25519.Recipient | pyrage.ssh.Recipient

LARGEST_UNDER_PASSPHRASE = 1_000_000_000
"""In bytes: the age library can put under a passphrase only what is in memory as a whole."""
LONGEST_WORK = 600
"""Seconds after which a computer is taken to be too busy."""
ENDING = ".age"
LONGEST_KEY = 10_000
LONGEST_BEGINNING = 20
NO_KEY = N_(
    "This is no public key that can be used: it begins with “age1”, “ssh-ed25519” or “ssh-rsa” and stands on one "
    "line. Nothing was written."
)
_OTHER_SORT = N_(
    "This key begins with “{beginning}”: it is of a newer sort of age key, which cannot be used here yet. Nothing was "
    "written. Please ask the receiver for a plain one: “age1” and 58 letters and figures."
)
_OTHER_SORTS = re.compile("age1[a-z0-9-]+1")
"""How keys begin for which age needs another program, and those against quantum computers; a plain one has one `1`."""
_NOT_ONE_KEY = N_(
    "The file has to hold one public key, and holds {count}. Nothing was written. Lines that begin with # are passed "
    "over; please leave one key in it, or make a bundle for each receiver."
)
_NOT_TO_BE_TYPED = N_(
    "This passphrase cannot be used: it is empty or holds a character that cannot be typed everywhere. Nothing "
    "was written. Please choose another one."
)
_TOO_LARGE = N_(
    "This bundle is too large to be put under a passphrase. Nothing was written. Use the receiver's age or SSH key, or"
    " leave the largest files out."
)
_NOT_LOCKED = N_(
    "The bundle could not be locked, because this computer is too busy or has too little memory or room left."
    " Nothing was written, and the journal is as it was. Please close other programs and try again."
)
_PROGRAM = Path(__file__).with_name("encrypt_process.py")


class Lock(Struct, frozen=True):
    """What opens a bundle; with neither of the two it is not locked."""

    passphrase: str = ""
    key: str = ""
    """A public key: `age1…`, or a line of the SSH kinds `ssh-ed25519` and `ssh-rsa`."""

    def __bool__(self) -> bool:
        """Tell whether anything is locked at all."""
        return bool(self.passphrase or self.key)

    def __repr__(self) -> str:
        """Say nothing of what opens it."""
        return "Lock()"


OPEN = Lock()
"""Not locked."""


def require_key(key: str) -> Recipient:
    """Return whom a public key means; raises Refused where it is none."""
    from pyrage import RecipientError

    from journal.handover.bundle.encrypt_process import receiver

    text = key.strip()
    if other := _OTHER_SORTS.match(text):
        raise Refused(_(_OTHER_SORT).format(beginning=other[0][:LONGEST_BEGINNING]))
    with suppress(RecipientError):
        if text.isprintable() and len(text) <= LONGEST_KEY and re.match("age1|ssh-", text):
            return receiver(text)
    raise Refused(_(NO_KEY))


def only_key(text: str) -> str:
    """Return the one key of a file of keys as the age program reads it: comments and empty lines aside.

    Raises Refused where there is none or several, or where it is no key that can be used.
    """
    found = [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    if len(found) != 1:
        raise Refused(_(_NOT_ONE_KEY).format(count=len(found)))
    require_key(found[0])
    return found[0]


def locked(out: IO[bytes], lock: Lock, write: Callable[[Sink], object]) -> None:
    """Let `write` write into `out`, a file of the system, locked; nothing of it is on a disk before it is.

    A passphrase takes some seconds, in another process, and all of the bundle in memory at once, because this sort of
    lock takes nothing part by part. Raises Refused for a key that is none, a passphrase that cannot be taken and a
    bundle that is too large for one, NotSaved where it could not be locked, and what `write` raises.
    """
    _require(lock)
    out.flush()
    try:
        with started(_PROGRAM, _asked(lock), out) as (program, plain):
            write(_Within(plain, None if lock.key else LARGEST_UNDER_PASSPHRASE))
            plain.close()
            ended = program.wait(LONGEST_WORK)
    except (BrokenPipeError, TimeoutExpired) as error:
        raise NotSaved(_(_NOT_LOCKED)) from error
    if ended:
        raise NotSaved(_(_NOT_LOCKED))
    out.seek(0, os.SEEK_END)


def _require(lock: Lock) -> None:
    if lock.key:
        require_key(lock.key)
    elif not lock.passphrase.isprintable() or not lock.passphrase:
        raise Refused(_(_NOT_TO_BE_TYPED))


def _asked(lock: Lock) -> bytes:
    typed = unicodedata.normalize("NFC", lock.passphrase)
    return json.dumps({"key": lock.key.strip(), "passphrase": typed}).encode() + b"\n"


class _Within:
    """Takes bytes up to a limit."""

    def __init__(self, sink: Sink, most: int | None) -> None:
        self._sink, self._left = sink, most

    def write(self, part: bytes, /) -> object:
        if self._left is not None:
            self._left -= len(part)
            if self._left < 0:
                raise Refused(_(_TOO_LARGE))
        return self._sink.write(part)

    def flush(self) -> object:
        return self._sink.flush()
