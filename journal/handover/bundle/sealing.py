"""A bundle that only its receiver can open: encrypted in the age format to a passphrase, or to an age or SSH key.

What is written goes through another process straight into the file, so that it never lies unencrypted on a disk.
"""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from msgspec import Struct

from journal.domain.errors import NotSaved, Refused
from journal.domain.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.handover.bundle.bag import Sink

LARGEST_UNDER_PASSPHRASE = 1_000_000_000
"""In bytes: the age library can put under a passphrase only what is in memory as a whole."""
LONGEST_WORK = 600
"""Seconds after which a computer is taken to be too busy."""
ENDING = ".age"
"""What is added to the name of the file."""

_PROGRAM = Path(__file__).with_name("sealing_work.py")
_NO_KEY = N_(
    "This is no public key of age (age1…) or SSH (ssh-ed25519 … or ssh-rsa …). Nothing was written. Ask the receiver to"
    " send the public half of the key again."
)
_NOT_TO_BE_TYPED = N_(
    "This passphrase cannot be taken: it is empty or holds a sign that cannot be typed everywhere."
    " Nothing was written. Please choose another one."
)
_TOO_LARGE = N_(
    "This bundle is too large to be put under a passphrase. Nothing was written. Use the receiver's age or SSH key, or"
    " leave the largest files out."
)
_NOT_SEALED = N_(
    "The bundle could not be encrypted, because this computer is too busy or has too little memory or room left."
    " Nothing was written, and the journal is as it was. Please close other programs and try again."
)


class Sealed(Struct, frozen=True):
    """For whom a bundle is encrypted."""

    passphrase: str = ""
    keys: tuple[str, ...] = ()
    """Public keys, one line each; where there are any, the passphrase does not count."""

    def __repr__(self) -> str:
        return "Sealed(…)"

    def require(self) -> None:
        """Raise Refused where a key is none, or the passphrase cannot be taken."""
        from pyrage import RecipientError

        from journal.handover.bundle.sealing_work import receiver

        try:
            for key in self.keys:
                receiver(key.strip())
        except RecipientError as error:
            raise Refused(_(_NO_KEY)) from error
        if not self.keys and not (self.passphrase and self.passphrase.isprintable()):
            raise Refused(_(_NOT_TO_BE_TYPED))


@contextmanager
def sealed(out: IO[bytes], to: Sealed) -> Iterator[Sink]:
    """Give what takes the bytes of a bundle, and write them encrypted to a file of the system.

    Takes a second and more for a passphrase. Raises Refused as `Sealed.require` and for a bundle that is too large,
    NotSaved where the file was not written; what stands in it is then nothing.
    """
    to.require()
    out.flush()
    with subprocess.Popen(  # noqa: S603 - this interpreter with a program of this package
        [sys.executable, "-I", str(_PROGRAM)], stdin=subprocess.PIPE, stdout=out, stderr=subprocess.DEVNULL
    ) as program:
        assert program.stdin  # noqa: S101 - asked for above
        try:
            program.stdin.write(_asked(to))
            yield _Within(program.stdin, None if to.keys else LARGEST_UNDER_PASSPHRASE)
            program.stdin.close()
            ended = program.wait(LONGEST_WORK)
        except BaseException as error:
            program.kill()
            with suppress(OSError):
                program.stdin.close()
            if isinstance(error, BrokenPipeError | subprocess.TimeoutExpired):
                raise NotSaved(_(_NOT_SEALED)) from error
            raise
    if ended:
        raise NotSaved(_(_NOT_SEALED))
    out.seek(0, 2)


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


def _asked(to: Sealed) -> bytes:
    typed = unicodedata.normalize("NFC", to.passphrase)
    return json.dumps({"keys": [key.strip() for key in to.keys], "passphrase": typed}).encode() + b"\n"
