"""Whether a mail, a document or an archive holds a photo that says where it was taken."""

from __future__ import annotations

import base64
import io
import re
import zipfile
import zlib
from itertools import islice
from typing import TYPE_CHECKING

from journal.evidence.photo import stores_location
from journal.evidence.text import as_utf8

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 3
"""How many layers are opened: an archive in a mail in an archive."""
MOST = 500
"""How many parts of one layer are looked at."""
LARGEST_PART = 64_000_000
"""In bytes; what is larger within an archive is not opened."""

_JPEG = re.compile(rb"\xff\xd8\xff")
_LONGEST_HEAD = 1 << 20
"""In bytes: how much of an embedded photo is read; what stands beside the picture comes first."""
_BASE64 = re.compile(rb"(?:[A-Za-z0-9+/]{40,}\r?\n)+[A-Za-z0-9+/]*={0,2}|[A-Za-z0-9+/]{400,}={0,2}")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)


def holds_a_place(data: bytes, depth: int = DEEPEST) -> bool:
    """Tell whether a place was found in photos within these bytes; a no is not a promise. Never raises."""
    if stores_location(data):
        return True
    photos = islice(_JPEG.finditer(data), MOST)
    if any(stores_location(data[found.start() : found.start() + _LONGEST_HEAD]) for found in photos):
        return True
    return depth > 0 and any(holds_a_place(part, depth - 1) for part in islice(_parts(data), MOST))


def _parts(data: bytes) -> Iterator[bytes]:
    plain = as_utf8(data)
    if len(plain) != len(data):
        yield plain
    for found in _BASE64.finditer(data):
        plain = b"".join(found[0].split()).rstrip(b"=")
        yield base64.b64decode(plain[: len(plain) // 4 * 4])
    if data.startswith(b"PK"):
        yield from _unzipped(data)


def _unzipped(data: bytes) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as whole:
            for one in whole.infolist():
                if one.file_size <= LARGEST_PART:
                    yield whole.read(one)
    except _BROKEN:
        return
