"""What locks a bundle, run as a program of its own: standard input, encrypted in the age format, to standard output.

The passphrase work of the age library holds Python's lock for more than a second; here it only keeps this process busy.
The first line of the input is a JSON object that says for whom, so that no secret stands in an argument, an environment
variable or a file; all that follows is what is locked. It imports nothing of the package, so that it starts at once.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, cast

import pyrage

if TYPE_CHECKING:
    from io import BufferedIOBase

LEAST_WORK = 17
"""The least scrypt work factor, a power of two; the library measures the machine and may pick less."""
MOST_TRIES = 8
BUSY = 3
"""How the program ends where the machine is too busy for a passphrase."""


def receiver(key: str) -> pyrage.x25519.Recipient | pyrage.ssh.Recipient:
    """Return the receiver that a public key names, of age or of SSH; raises pyrage.RecipientError for no such key."""
    if key.startswith("age1"):
        return pyrage.x25519.Recipient.from_str(key)
    return pyrage.ssh.Recipient.from_str(key)


def under_passphrase(data: bytes, passphrase: str) -> bytes:
    """Return the bytes encrypted with the passphrase, or nothing where the machine is too busy."""
    for _ in range(MOST_TRIES):
        sealed = pyrage.passphrase.encrypt(data, passphrase)
        _arrow, _kind, _salt, work = sealed.split(b"\n", 2)[1].split(b" ")
        if int(work) >= LEAST_WORK:
            return sealed
    return b""


def main() -> int:
    """Lock what comes in, and return how that ended."""
    asked = json.loads(sys.stdin.buffer.readline())
    if asked["key"]:
        plain, locked = cast("BufferedIOBase", sys.stdin.buffer), cast("BufferedIOBase", sys.stdout.buffer)
        pyrage.encrypt_io(plain, locked, [receiver(asked["key"])])
        sys.stdout.buffer.flush()
        return 0
    sealed = under_passphrase(sys.stdin.buffer.read(), asked["passphrase"])
    sys.stdout.buffer.write(sealed)
    sys.stdout.buffer.flush()
    return 0 if sealed else BUSY


if __name__ == "__main__":
    sys.exit(main())
