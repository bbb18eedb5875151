"""Display names of file types, by media type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text.labelled import labels_of
from journal.domain.text.words import N_
from journal.evidence.media_types import UNKNOWN, FileKind, kind_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.domain.text.words import Words

_CALLED: Mapping[str, str] = {
    "image/jpeg": N_("photo"),
    "image/heic": N_("photo"),
    "image/heif": N_("photo"),
    "image/svg+xml": N_("drawing"),
    "application/mbox": N_("several mails"),
    "application/pdf": N_("PDF document"),
    "application/zip": N_("archive of files"),
    "application/gzip": N_("archive of files"),
    "application/vnd.rar": N_("archive of files"),
    "application/x-7z-compressed": N_("archive of files"),
    "text/html": N_("web page"),
    UNKNOWN: N_("file of an unknown sort"),
}
_KINDS: Mapping[FileKind, str] = labels_of(FileKind)
_FORMATS = frozenset({"image/png", "image/gif", "image/tiff", "image/bmp", "image/webp", "image/avif"})
"""Picture formats shown with the name of the format."""


def called(media_type: str, words: Words) -> str:
    """Return the translated name of a media type: `photo`, `picture (PNG)`, `sound recording`; "" for an empty one."""
    if not media_type:
        return ""
    name = words(_CALLED.get(media_type) or _KINDS[kind_of(media_type)])
    return f"{name} ({media_type.partition('/')[2].upper()})" if media_type in _FORMATS else name
