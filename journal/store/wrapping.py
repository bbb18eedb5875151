"""The slow half of protection, run as a program of its own: a secret key put under a passphrase, and taken out again.

The passphrase work of the age library holds Python's lock for more than a second, so that the screen would stand
still; here it only keeps this process busy. Question and answer are one JSON object each, on standard input and
output, so that no secret stands in an argument, an environment variable or a file. It imports nothing of the package,
so that it starts at once.
"""

from __future__ import annotations

import base64
import json
import sys

import pyrage

LEAST_WORK = 17
"""The least scrypt work factor, a power of two; the library measures the machine and may pick less."""
MOST_TRIES = 8
"""How often the library is asked again when the machine is so busy that it picks too little, or refuses to try."""
_SAYS_TOO_MUCH_WORK = "Excessive work"
_SAYS_DAMAGED = ("Header", "Incomplete", "decryption error", "No matching keys", "failed to fill", "invalid armor")
"""How the library's errors begin where not the passphrase is wrong but the text was changed."""


class Busy(Exception):
    """The machine is so busy that the library picks too little work, or thinks that the work takes too long."""


class Damaged(Exception):
    """The text is not, or not any more, a key under a passphrase."""


class Wrong(Exception):
    """The passphrase does not open the text."""


def wrap(key: str, passphrase: str) -> str:
    """Return the key encrypted with the passphrase, as armoured age text; raises Busy."""
    for _ in range(MOST_TRIES):
        wrapped = pyrage.passphrase.encrypt(key.encode(), passphrase, armored=True).decode()
        if work_factor(wrapped) >= LEAST_WORK:
            return wrapped
    raise Busy


def unwrap(wrapped: str, passphrase: str) -> str:
    """Return the key; raises Wrong, Damaged or Busy."""
    work_factor(wrapped)
    for _ in range(MOST_TRIES):
        try:
            return pyrage.passphrase.decrypt(wrapped.encode(), passphrase).decode()
        except pyrage.DecryptError as error:
            said = str(error)
            if said.startswith(_SAYS_DAMAGED):
                raise Damaged from error
            if not said.startswith(_SAYS_TOO_MUCH_WORK):
                raise Wrong from error
        except UnicodeEncodeError as error:
            raise Wrong from error
        except UnicodeDecodeError as error:
            raise Damaged from error
    raise Busy


def work_factor(wrapped: str) -> int:
    """Return the scrypt work factor in the header of a key under a passphrase; raises Damaged where there is none."""
    try:
        body = "".join(line for line in wrapped.splitlines() if not line.startswith("-----"))
        _version, stanza, *_rest = base64.b64decode(body, validate=True).split(b"\n")
        _arrow, kind, _salt, work = stanza.split(b" ")
        if kind != b"scrypt":
            raise Damaged
        return int(work)
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
    except (Busy, Damaged, Wrong) as refused:
        return {"refused": type(refused).__name__}


if __name__ == "__main__":
    _leave_no_core_file()
    json.dump(_answer(json.load(sys.stdin)), sys.stdout)
