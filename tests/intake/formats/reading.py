"""What is asked of every reader: files written by hand, junk in every field, bytes torn out and put in."""

from __future__ import annotations

import contextlib
import json
import zipfile
from typing import TYPE_CHECKING, Protocol

from hypothesis import strategies as st

from journal.intake.model.found import Found, Trouble
from journal.intake.model.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hypothesis.strategies import SearchStrategy

    from journal.intake.model.found import Problem


class Reader(Protocol):
    """Module that reads one format."""

    def recognises(self, head: bytes) -> bool: ...

    def read(self, source: Source) -> Iterator[Found | Trouble]: ...

    def attachment(self, source: Source, found: Found, index: int) -> bytes: ...


def a_file(folder: Path, content: object, name: str = "export.json") -> Source:
    """Write a file with these bytes, or with this value as JSON."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content, indent=1).encode())
    return Source(path)


def zipped(folder: Path, member: str) -> Source:
    """Pack all of a folder into an archive beside it; returns the member in it."""
    path = folder.parent / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in sorted(folder.rglob("*")):
            if one.is_file():
                archive.write(one, one.relative_to(folder))
    return Source(path, member)


def items(reader: Reader, source: Source) -> list[Found]:
    return [one for one in reader.read(source) if isinstance(one, Found)]


def problems(reader: Reader, source: Source) -> list[Problem]:
    return [one.problem for one in reader.read(source) if isinstance(one, Trouble)]


JUNK: SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
"""Any value of JSON, in place of what a field is to hold."""


def _paths(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        yield from _paths(one, (*path, key))


def _put(value: object, path: tuple[str | int, ...], junk: object) -> object:
    if not path:
        return junk
    key, *rest = path
    if isinstance(value, dict):
        return {name: _put(one, tuple(rest), junk) if name == key else one for name, one in value.items()}
    assert isinstance(value, list)
    return [_put(one, tuple(rest), junk) if at == key else one for at, one in enumerate(value)]


@st.composite
def spoilt(draw: st.DrawFn, document: object) -> object:
    """Draw the document with something else in one to three places."""
    for _ in range(draw(st.integers(1, 3))):
        document = _put(document, draw(st.sampled_from(list(_paths(document)))), draw(JUNK))
    return document


@st.composite
def torn(draw: st.DrawFn, data: bytes) -> bytes:
    """Draw the bytes cut off, or with a few of them replaced, taken out or put in."""
    if draw(st.booleans()):
        return data[: draw(st.integers(0, len(data)))]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = start + draw(st.integers(0, 3))
        data = (
            data[:start] + draw(st.binary(max_size=3) | st.sampled_from([b'"', b"\\", b"{", b"]", b"\n"])) + data[end:]
        )
    return data


def read_whole(reader: Reader, source: Source) -> list[Found | Trouble]:
    """Read all of a file, with its attachments, as somebody would who takes everything; only ValueError may come."""
    whole = list(reader.read(source))
    for one in whole:
        if isinstance(one, Trouble):
            continue
        for file in one.attachments:
            with contextlib.suppress(ValueError):
                reader.attachment(source, one, file.index)
    return whole
