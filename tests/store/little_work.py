"""A key under a passphrase with next to no work, in the age format as it is published; real work has tests of its own.

The product always asks for much work and takes any; so the way in is the real one, in a process of its own.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from journal.store.age.wraps import Wraps

if TYPE_CHECKING:
    from journal.store.age.protection import Key

WORK = 1
"""The scrypt work factor, a power of two."""


def with_little_work(key: Key, passphrase: str, code: str) -> Wraps:
    """Wrap the key as `Key.wrap` does; the passphrase has to stand in its composed form."""
    secret = str(key._identity).encode()
    return Wraps(passphrase=_age(secret, passphrase), recovery=_age(secret, code))


def _age(plain: bytes, passphrase: str) -> str:
    """The bytes, which have to fit into one chunk, as an armoured age text under a passphrase."""
    file_key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    under = hashlib.scrypt(
        passphrase.encode(), salt=b"age-encryption.org/v1/scrypt" + salt, n=2**WORK, r=8, p=1, dklen=32
    )
    body = ChaCha20Poly1305(under).encrypt(bytes(12), file_key, None)
    header = b"age-encryption.org/v1\n-> scrypt %s %d\n%s\n---" % (_text(salt), WORK, _text(body))
    mac = hmac.digest(_derived(file_key, None, b"header"), header, "sha256")
    sealed = ChaCha20Poly1305(_derived(file_key, nonce, b"payload")).encrypt(bytes(11) + b"\1", plain, None)
    return armoured(header + b" %s\n" % _text(mac) + nonce + sealed)


def armoured(raw: bytes) -> str:
    """Binary age bytes as an age text."""
    text = base64.b64encode(raw).decode()
    lines = [text[at : at + 64] for at in range(0, len(text), 64)]
    return "\n".join(["-----BEGIN AGE ENCRYPTED FILE-----", *lines, "-----END AGE ENCRYPTED FILE-----", ""])


def _text(raw: bytes) -> bytes:
    return base64.b64encode(raw).rstrip(b"=")


def _derived(file_key: bytes, salt: bytes | None, about: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, about).derive(file_key)
