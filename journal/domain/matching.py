"""Which items of a checklist a file may be what they ask for, by what sort of file it is."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from journal.domain.checklist import ItemState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from journal.domain.checklist import Line

_ASKED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "image/": ("screenshot", "photo", "copy", "kept", "saved"),
        "video/": ("photo", "film", "recording", "recorded"),
        "audio/": ("recording", "recorded"),
        "message/": ("mail", "headers", "saved"),
        "application/pdf": ("printed", "copy", "certificate", "bill", "kept"),
        "text/": ("noted", "saved", "text"),
    }
)
"""By the beginning of a media type: what the ids of the items hold that ask for such files, the likeliest first."""


def open_items(checklist: Iterable[Line], media_types: Sequence[str]) -> tuple[Line, ...]:
    """Return the items that are to do, those first that such files are likely to be for; nothing is left out."""
    wanted: dict[str, int] = {}
    for begins, words in _ASKED.items():
        if any(media_type.startswith(begins) for media_type in media_types):
            wanted |= {word: min(at, wanted.get(word, at)) for at, word in enumerate(words)}
    return tuple(
        sorted((line for line in checklist if line.mark.state is ItemState.TO_DO), key=lambda line: _rank(line, wanted))
    )


def _rank(line: Line, wanted: Mapping[str, int]) -> int:
    return min((at for word, at in wanted.items() if word in line.item.id), default=len(_ASKED))
