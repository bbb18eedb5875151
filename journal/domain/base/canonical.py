"""Canonical JSON serialisation for hashing, and SHA-256.

JSON with sorted ASCII keys, no floats and no insignificant space, in UTF-8. For such values the standard library,
msgspec and RFC 8785 give the same bytes, so that a digest can be checked with common tools.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENCODER = msgspec.json.Encoder(order="sorted")
LARGEST_INTEGER = 2**53 - 1
"""Largest integer that every JSON reader keeps exactly."""


def canonical(value: Any) -> bytes:
    """Serialise a JSON value to its canonical bytes.

    Raises ValueError for a float, a number beyond 2**53 - 1, a key that is not ASCII text, or a lone surrogate.
    """
    _check(value)
    return _ENCODER.encode(value)


def sha256(data: bytes) -> str:
    """Return the SHA-256 digest as 64 hexadecimal digits."""
    import hashlib

    return hashlib.sha256(data).hexdigest()


def keepable(value: Any) -> Any:
    """Return the value with every string made encodable as UTF-8.

    Surrogate pairs are joined; a lone surrogate becomes U+FFFD. Terminals and clipboards can pass on such text, and no
    typed word may make saving impossible.
    """
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {name: keepable(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [keepable(part) for part in value]
    return value


def has_doubled_names(data: bytes) -> bool:
    """Return whether any JSON object in the text has a duplicate key, which most parsers accept silently.

    Raises json.JSONDecodeError for malformed JSON.
    """
    import json

    found = False

    def look(pairs: list[tuple[str, Any]]) -> None:
        nonlocal found
        found = found or len({name for name, _ in pairs}) != len(pairs)

    json.loads(data, object_pairs_hook=look)
    return found


def _check(value: Any) -> None:
    if isinstance(value, str | bool) or value is None:
        return  # the encoder itself refuses half of a surrogate pair
    if isinstance(value, int):
        if abs(value) > LARGEST_INTEGER:
            raise ValueError(f"a number beyond {LARGEST_INTEGER} cannot be kept exactly")
    elif isinstance(value, list | tuple):
        _check_all(value)
    elif isinstance(value, dict):
        for key in value:
            if not (isinstance(key, str) and key.isascii()):
                raise ValueError(f"a name in a record must be ASCII text: {key!r}")
        _check_all(value.values())
    else:
        raise ValueError(f"a record cannot hold a {type(value).__name__}")  # noqa: TRY004 - one error for every such value


def _check_all(values: Iterable[Any]) -> None:
    for value in values:
        if type(value) is not str:  # as most are; a check of a long ledger comes here millions of times
            _check(value)
