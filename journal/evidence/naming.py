"""Sanitising of file names for files that leave the journal: valid on every system, close to the original name."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from journal.domain.text.harmless import HARMFUL

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 200
"""Maximum length in bytes of UTF-8: below the limit of every file system, with room for a number."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
"""Reserved device names of Windows, with any extension."""
_LONGEST_ENDING = 16


def safe_name(name: str, otherwise: str) -> str:
    """Sanitise a file name: no control, invisible or reserved characters; `otherwise` where too little is left."""
    seen = "".join(sign for sign in unicodedata.normalize("NFC", name) if sign not in HARMFUL and sign.isprintable())
    kept = _FORBIDDEN.sub("_", seen).strip(" .")
    if not kept.strip("_-. "):
        kept = otherwise
    return _shortened(f"_{kept}" if _RESERVED.match(kept) else kept)


def names_beside(name: str) -> Iterator[str]:
    """Yield the name, then alternatives for a name that is taken: `name (2).jpg` … without end."""
    yield name
    stem, ending = _parted(name)
    number = 2
    while True:
        yield f"{stem} ({number}){ending}"
        number += 1


def _shortened(name: str) -> str:
    if len(name.encode()) <= LONGEST:
        return name
    stem, ending = _parted(name)
    room = LONGEST - len(ending.encode())
    return stem.encode()[:room].decode("utf-8", "ignore").rstrip(" .") + ending


def _parted(name: str) -> tuple[str, str]:
    stem, dot, ending = name.rpartition(".")
    if not stem or len((dot + ending).encode()) > _LONGEST_ENDING:
        return name, ""
    return stem, dot + ending
