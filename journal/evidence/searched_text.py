"""Bounded text of a file for the search: a text, a page, or a mail with its headers and names of attachments."""

from __future__ import annotations

from journal.evidence.media_types import FileKind, kind_of
from journal.evidence.preview import words_in

LARGEST = 4_000_000
"""Maximum size in bytes of a file that is read."""
LONGEST = 100_000
"""Maximum number of characters that are searched of a file."""
_PAGES = ("text/html", "image/svg+xml")


def has_text(media_type: str, size: int) -> bool:
    """Tell whether a file of this type and size is read for the search."""
    return size <= LARGEST and (media_type in _PAGES or kind_of(media_type) in {FileKind.TEXT, FileKind.MAIL})


def text_of(data: bytes, media_type: str) -> str:
    """Return the text of a file; never raises."""
    found = words_in(data, media_type)
    if found is None:
        return ""
    names = (name for name, _type, _size in found.attached)
    return "\n".join([*(value for _name, value in found.headers), *names, found.text])[:LONGEST]
