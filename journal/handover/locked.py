"""Locking a bundle in the age format, to a passphrase or to the public key of whoever gets it."""

from __future__ import annotations

import io
import os
import re
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import IO, TYPE_CHECKING, cast

import pyrage
from msgspec import Struct

from journal.domain.errors import Refused
from journal.domain.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import BufferedIOBase

    Recipient = pyrage.x25519.Recipient | pyrage.ssh.Recipient

ENDING = ".age"
LONGEST_KEY = 10_000
NO_KEY = N_(
    "This is no public key that can be used: it begins with “age1”, “ssh-ed25519” or “ssh-rsa” and stands on one "
    "line. Nothing was written."
)


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
    text = key.strip()
    sort = pyrage.x25519.Recipient if re.match("age1", text) else pyrage.ssh.Recipient
    with suppress(pyrage.RecipientError):
        if text.isprintable() and len(text) <= LONGEST_KEY:
            return sort.from_str(text)
    raise Refused(_(NO_KEY))


def locked(out: IO[bytes], lock: Lock, write: Callable[[IO[bytes]], object]) -> None:
    """Let `write` write into `out`, locked; nothing of it is on a disk before it is.

    With a passphrase all of it is in memory at once, because this sort of lock takes nothing part by part.
    """
    if lock.key:
        to, target = [require_key(lock.key)], cast("BufferedIOBase", out)
        _through_a_pipe(write, lambda plain: pyrage.encrypt_io(plain, target, to))
        return
    held = io.BytesIO()
    write(held)
    out.write(pyrage.passphrase.encrypt(held.getvalue(), lock.passphrase))


def _through_a_pipe(write: Callable[[IO[bytes]], object], read: Callable[[BufferedIOBase], object]) -> None:
    """Let one write what the other reads; raises what the writing raises, else what the reading does."""
    source, target = os.pipe()
    failed: list[BaseException] = []
    writing = Thread(target=partial(_fill, target, write, failed), name="bundle", daemon=True)
    writing.start()
    try:
        with os.fdopen(source, "rb") as plain:
            read(plain)
    finally:
        writing.join()
        told = [error for error in failed if not isinstance(error, BrokenPipeError)]
        if told:
            raise told[0]


def _fill(target: int, write: Callable[[IO[bytes]], object], failed: list[BaseException]) -> None:
    try:
        with os.fdopen(target, "wb") as pipe:
            write(pipe)
    except BaseException as error:  # noqa: BLE001 - it is raised again where the thread is waited for
        failed.append(error)
