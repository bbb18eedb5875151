"""Minimal DER parser that sorts the certificates in an RFC 3161 reply.

A reply holds its certificates as a set. The OpenSSL tool, and authorities built on it, write the set as it comes, where
the library that checks replies wants it sorted. The set is not signed: sorting it changes nothing of what is proved.
"""

from __future__ import annotations

from typing import NamedTuple

_LONG, _SEVERAL_BYTES = 0x80, 0x1F
_TO_THE_CERTIFICATES = (0, 1, 1, 0, 3)
"""Path of child indexes: the reply, its token, the token's content, the signed data, the certificates."""
_CERTIFICATES = 0xA0


class _Value(NamedTuple):
    """Offsets of a value: its first byte, the first of its content, and the one after its last."""

    start: int
    content: int
    end: int


def with_certificates_sorted(reply: bytes) -> bytes:
    """Return a time-stamp reply with its certificates in DER order.

    Bytes that do not parse as a reply with certificates are returned unchanged.
    """
    found = _Value(0, 0, len(reply))
    try:
        for at in _TO_THE_CERTIFICATES:
            found = _values(reply, found)[at]
        certificates = sorted(reply[one.start : one.end] for one in _values(reply, found))
    except IndexError:
        return reply
    if reply[found.start] != _CERTIFICATES:
        return reply
    return reply[: found.content] + b"".join(certificates) + reply[found.end :]


def _values(encoded: bytes, around: _Value) -> list[_Value]:
    """Parse the content of a value into its child values; raises IndexError where it has none."""
    values = []
    at = around.content
    while at < around.end:
        one = _value_at(encoded, at)
        if encoded[at] & _SEVERAL_BYTES == _SEVERAL_BYTES or one.end > around.end:
            raise IndexError
        values.append(one)
        at = one.end
    return values


def _value_at(encoded: bytes, start: int) -> _Value:
    length, content = encoded[start + 1], start + 2
    if length >= _LONG:
        content += length - _LONG
        length = int.from_bytes(encoded[start + 2 : content], "big")
    return _Value(start, content, content + length)
