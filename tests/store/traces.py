"""Looking for words in everything that lies in a folder, in every way in which a journal may have written them."""

from __future__ import annotations

import base64
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from journal.store.age.protection import Key, Tampered, from_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def spellings(words: str) -> tuple[bytes, ...]:
    """The words as UTF-8, as JSON escapes them, and in base64 at each of its three offsets."""
    plain = words.encode()
    return (plain, json.dumps(words)[1:-1].encode(), *in_base64(plain))


def in_base64(content: bytes) -> tuple[bytes, ...]:
    """What stands in base64 wherever these bytes are part of something, at each of the three offsets."""
    return tuple(base64.b64encode(bytes(before) + content)[start:-4] for before, start in enumerate((0, 2, 3)))


def opened(folder: Path, key: Key | None) -> Iterator[bytes]:
    """Every file of a folder as it lies there, and the content of each sealed part in it."""
    for path in folder.iterdir():
        data = path.read_bytes()
        yield data
        if key is None:
            continue
        for text in _strings(_parsed(data)):
            with suppress(Tampered):
                yield key.open(from_text(text))


def is_anywhere(folder: Path, looked_for: tuple[bytes, ...], key: Key | None = None) -> bool:
    """Whether one of these stands in some file of the folder, sealed parts opened."""
    return any(one in data for data in opened(folder, key) for one in looked_for)


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(data)
    except ValueError:
        # A tail: saves, and rows of evidence.
        lines = [b"{%b}" % line if line.startswith(b'"') else line for line in data.splitlines()]
        return [json.loads(line) for line in lines if line.startswith(b"{") and line.endswith(b"}")]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
