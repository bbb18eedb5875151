"""Search for photos with a location inside a mail, a document or an archive."""

from __future__ import annotations

import base64
import io
import re
import time
import zipfile
import zlib
from itertools import islice
from typing import TYPE_CHECKING

from journal.evidence.photo import stores_location
from journal.evidence.text import as_utf8

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DEEPEST = 3
"""Maximum depth of nested containers: an archive in a mail in an archive."""
MOST = 500
"""Maximum number of parts that are searched at one depth."""
LARGEST_PART = 64_000_000
"""Maximum size in bytes of a member of an archive that is unpacked."""

_JPEG = re.compile(rb"\xff\xd8\xff")
_LONGEST_HEAD = 1 << 20
"""Bytes of an embedded photo that are read; its metadata comes first."""
_BASE64 = re.compile(rb"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40,}(?:\r?\n[A-Za-z0-9+/]+)*={0,2}")
"""A run of base64, over lines or in one; it begins where no run goes on, so that no letter is tried twice."""
_SHORTEST_LINE = 400
"""Minimum length of a run without newlines; a shorter one holds no photo."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
_BYTES = 256_000_000
_SECONDS, _BYTES_A_SECOND = 2.0, 2_500_000


class OverBudget(Exception):
    """The search would take longer than anybody waits, so that it has no result."""


class Budget:
    """Limit of bytes and time for the search in one file, over all depths."""

    def __init__(self, size: int, ask: Callable[[], object] = lambda: None) -> None:
        """Search a file of this size, in bytes, for two seconds and four tenths for every million bytes.

        `ask` is a callback between the parts; what it raises comes through.
        """
        self._ask = ask
        self._bytes = _BYTES + size
        self._until = time.monotonic() + _SECONDS + size / _BYTES_A_SECOND

    @property
    def left(self) -> int:
        """Bytes that may still be searched."""
        return self._bytes

    def spend(self, size: int) -> None:
        """Count bytes that are searched; raises OverBudget where they are too many or the time is over."""
        self._ask()
        self._bytes -= size
        if self._bytes < 0 or time.monotonic() > self._until:
            raise OverBudget


def holds_location(data: bytes, budget: Budget | None = None, depth: int = DEEPEST) -> bool:
    """Return whether a location was found in photos within these bytes; False is not a promise.

    Raises OverBudget where the budget does not suffice.
    """
    budget = budget or Budget(len(data))
    budget.spend(len(data))
    if stores_location(data):
        return True
    for found in islice(_JPEG.finditer(data), MOST):
        head = data[found.start() : found.start() + _LONGEST_HEAD]
        budget.spend(len(head))
        if stores_location(head):
            return True
    return depth > 0 and any(holds_location(part, budget, depth - 1) for part in islice(_parts(data, budget), MOST))


def _parts(data: bytes, budget: Budget) -> Iterator[bytes]:
    plain = as_utf8(data)
    if len(plain) != len(data):
        yield plain
    for found in _BASE64.finditer(data):
        if b"\n" in found[0] or len(found[0]) >= _SHORTEST_LINE:
            plain = b"".join(found[0].split()).rstrip(b"=")
            yield base64.b64decode(plain[: len(plain) // 4 * 4])
    if data.startswith(b"PK"):
        yield from _unzipped(data, budget)


def _unzipped(data: bytes, budget: Budget) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as whole:
            for one in whole.infolist():
                if one.file_size > budget.left:
                    raise OverBudget
                if one.file_size <= LARGEST_PART:
                    yield whole.read(one)
    except _BROKEN:
        return
