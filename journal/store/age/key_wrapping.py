"""The slow half of protection, run as a program of its own: a secret key put under a passphrase, and taken out again.

The passphrase work holds a core for about a second, and here it keeps nobody else waiting. Question and answer are one
JSON object each, on standard input and output, so that no secret stands in an argument, an environment variable or a
file. It imports nothing of the package, so that it starts at once.

What it writes and reads is the passphrase form of the age format, version 1 (https://age-encryption.org/v1): a file key
under scrypt, and under the file key one chunk. The age library measures the computer for the work it asks, and refuses
on a slow one what a fast one wrote; here the work is always the same, and what others asked for is done up to a bound.
"""

from __future__ import annotations

import base64
import hmac
import json
import os
import re
import sys

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

WORK = 18
"""The scrypt work factor that is written, a power of two, as the age tool writes it: 256 MB, a second or a few."""
MOST_WORK = 22
"""The largest that is tried, as in the age tool: 4 GB, and 16 times as long."""
_VERSION = b"age-encryption.org/v1"
_BEGINS, _ENDS = "-----BEGIN AGE ENCRYPTED FILE-----", "-----END AGE ENCRYPTED FILE-----"
_TEXT = rb"([A-Za-z0-9+/]{%d})"
_HEADER = re.compile(
    rb"(%b\n-> scrypt %b ([1-9][0-9]?)\n%b\n---) %b\n" % (re.escape(_VERSION), _TEXT % 22, _TEXT % 43, _TEXT % 43)
)
_LINE = 64
_NONCE = 16
_ONE_CHUNK, _ONLY_CHUNK = bytes(12), bytes(11) + b"\1"
"""The nonces of the wrapped file key, and of a first chunk that is the last."""


class Busy(Exception):
    """The computer has no memory left for the usual work."""


class TooMuch(Exception):
    """More work is asked for than is ever tried, or than this computer has memory for."""


class Damaged(Exception):
    """The text is not, or not any more, a key under a passphrase."""


class Wrong(Exception):
    """The passphrase does not open the text."""


def wrap(key: str, passphrase: str, work: int = WORK) -> str:
    """Return the key encrypted with the passphrase, as armoured age text; raises Busy."""
    file_key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(_NONCE)
    body = ChaCha20Poly1305(_stretched(passphrase, salt, work)).encrypt(_ONE_CHUNK, file_key, None)
    header = b"%b\n-> scrypt %b %d\n%b\n---" % (_VERSION, _text(salt), work, _text(body))
    chunk = ChaCha20Poly1305(_derived(file_key, nonce, b"payload")).encrypt(_ONLY_CHUNK, key.encode(), None)
    return _armoured(b"%b %b\n%b%b" % (header, _text(_mac(file_key, header)), nonce, chunk))


def unwrap(wrapped: str, passphrase: str) -> str:
    """Return the key; raises Wrong, Damaged, Busy or TooMuch."""
    raw = _bytes_in(wrapped)
    header, salt, work, body, mac = _parts(raw)
    try:
        file_key = ChaCha20Poly1305(_stretched(passphrase, salt, work)).decrypt(_ONE_CHUNK, body, None)
    except (InvalidTag, UnicodeEncodeError) as error:
        raise Wrong from error
    if not hmac.compare_digest(_mac(file_key, header), mac):
        raise Damaged
    payload = raw[len(header) + len(b" %b\n" % _text(mac)) :]
    nonce, chunk = payload[:_NONCE], payload[_NONCE:]
    try:
        return ChaCha20Poly1305(_derived(file_key, nonce, b"payload")).decrypt(_ONLY_CHUNK, chunk, None).decode()
    except (InvalidTag, ValueError) as error:
        raise Damaged from error


def work_factor(wrapped: str) -> int:
    """Return the scrypt work factor in the header of a key under a passphrase; raises Damaged where there is none."""
    return _parts(_bytes_in(wrapped))[2]


def _parts(raw: bytes) -> tuple[bytes, bytes, int, bytes, bytes]:
    """Return header, salt, work factor, wrapped file key and check sum of the header."""
    found = _HEADER.match(raw)
    if found is None:
        raise Damaged
    header, salt, work, body, mac = found.groups()
    return header, _bytes(salt), int(work), _bytes(body), _bytes(mac)


def _stretched(passphrase: str, salt: bytes, work: int) -> bytes:
    if work > MOST_WORK:
        raise TooMuch
    try:
        return Scrypt(_VERSION + b"/scrypt" + salt, 32, 2**work, 8, 1).derive(passphrase.encode())
    except MemoryError as error:
        raise (TooMuch if work > WORK else Busy) from error


def _derived(file_key: bytes, salt: bytes | None, about: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, about).derive(file_key)


def _mac(file_key: bytes, header: bytes) -> bytes:
    return hmac.digest(_derived(file_key, None, b"header"), header, "sha256")


def _text(raw: bytes) -> bytes:
    """Return bytes as they stand in a header: base64 without its padding."""
    return base64.b64encode(raw).rstrip(b"=")


def _bytes(text: bytes) -> bytes:
    raw = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    if _text(raw) != text:
        # The last sign may hold bits that no byte takes up; a change of them would go unnoticed.
        raise Damaged
    return raw


def _armoured(raw: bytes) -> str:
    text = base64.b64encode(raw).decode()
    lines = [text[at : at + _LINE] for at in range(0, len(text), _LINE)]
    return "\n".join([_BEGINS, *lines, _ENDS, ""])


def _bytes_in(wrapped: str) -> bytes:
    lines = wrapped.strip().splitlines()
    if len(lines) < len((_BEGINS, _ENDS)) or (lines[0], lines[-1]) != (_BEGINS, _ENDS):
        raise Damaged
    try:
        return base64.b64decode("".join(lines[1:-1]), validate=True)
    except ValueError as error:
        raise Damaged from error


def _leave_no_core_file() -> None:
    """Forbid the system to write this process's memory to a file if it crashes; Windows knows no such files."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(question: dict[str, str]) -> dict[str, str]:
    work = wrap if question["do"] == "wrap" else unwrap
    try:
        return {"answer": work(question["text"], question["passphrase"])}
    except (Busy, TooMuch, Damaged, Wrong) as refused:
        return {"refused": type(refused).__name__}


if __name__ == "__main__":
    _leave_no_core_file()
    json.dump(_answer(json.load(sys.stdin)), sys.stdout)
