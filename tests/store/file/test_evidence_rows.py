"""Bytes stand in a row in one way only: whatever else is there is refused, as the standard library would refuse it."""

from __future__ import annotations

import base64

from hypothesis import given
from hypothesis import strategies as st

from journal.store.file.evidence_rows import Decoded

SIGNS = st.sampled_from(
    [b"A", b"Q", b"z", b"/", b"+", b"=", b"-", b"\\", b"\\/", b"\\u0041", b'"', b"\n", b" ", b"\xff"]
)


def standard(text: bytes) -> bytes | None:
    try:
        found = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return found if base64.b64encode(found) == text else None


def ours(text: bytes) -> bytes | None:
    try:
        return Decoded(lambda at, length: text[at : at + length], len(text)).read(100)
    except ValueError:
        return None


@given(st.binary(max_size=12), st.lists(st.tuples(st.integers(0, 16), st.integers(0, 2), SIGNS), max_size=3))
def test_bytes_are_read_from_their_one_way_of_writing_only(content: bytes, edits: list[tuple[int, int, bytes]]) -> None:
    text = base64.b64encode(content)
    for at, removed, sign in edits:
        text = text[:at] + sign + text[at + removed :]

    assert ours(text) == standard(text)


@given(st.lists(SIGNS, max_size=5))
def test_whatever_else_stands_there_is_refused(signs: list[bytes]) -> None:
    assert ours(b"".join(signs)) == standard(b"".join(signs))
