"""Writer of PDF/A-3a and PDF/UA-1: tagged for screen readers, fonts embedded; typst renders it in another process.

Characters without a font are named in words, cluster by cluster, because PDF/A allows no empty box in their place.
"""

from __future__ import annotations

import base64
import re
from datetime import UTC
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from journal.domain.base.child_process import started
from journal.domain.base.errors import Refused
from journal.domain.text.languages import LANGUAGES, known_language
from journal.domain.text.words import N_, _
from journal.evidence.photo import examined
from journal.handover.model.document import Link, Picture

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from journal.evidence.photo import Photo
    from journal.handover.model.document import Block, Document

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""Private-use characters, which mean something in one font only; PDF/A forbids them."""
_UNREADABLE = N_("The document could not be drawn as PDF. Nothing was written; the other formats can still be made.")
_DROPPED = dict.fromkeys(
    [*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)], "\N{REPLACEMENT CHARACTER}"
)
_KEPT = {0x0A: "\n", 0x09: "    ", 0x0D: ""}
_TURNING = dict.fromkeys([0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_CLEAN = _DROPPED | _KEPT | _TURNING
"""Signs that act on a terminal or turn the reading direction are no letters; scripts turn by themselves."""
SLIM = 0.62
"""Width of a picture by its height below which it is taken for the screen of a telephone, and no sheet of paper."""
_PROGRAM = Path(__file__).with_name("typesetting.py")


def pdf(document: Document, made: datetime) -> bytes:
    """Render the document as PDF; raises Refused where that fails."""
    return _drawn(msgspec.msgpack.encode(job_of(document, made)))


def job_of(document: Document, made: datetime) -> dict[str, Any]:
    """Return the input of `typesetting`: template, data, pictures and the time of making."""
    pictures: dict[str, bytes] = {}
    data = _plain(document, document.anchors, pictures) | {"date": [made.year, made.month, made.day]}
    return {
        "template": files(__package__).joinpath("document.typ").read_bytes(),
        "data": _cleaned(data),
        "pictures": pictures,
        "stamp": made.astimezone(UTC).replace(microsecond=0),
    }


def _drawn(job: bytes) -> bytes:
    """Return the PDF that another process draws, which ends when this one does."""
    try:
        with started(_PROGRAM, b"%d\n" % len(job)) as (program, asked):
            assert program.stdout  # noqa: S101 - a pipe, as nothing else was asked for
            asked.write(job)
            asked.flush()
            made = program.stdout.read()
            ended = program.wait()
    except BrokenPipeError as error:
        raise Refused(_(_UNREADABLE)) from error
    if ended:
        raise Refused(_(_UNREADABLE))
    return made


def _plain(document: Document, anchors: frozenset[str], pictures: dict[str, bytes]) -> dict[str, Any]:
    language, _dash, region = document.language.replace("_", "-").partition("-")
    return {
        "title": document.title,
        "author": document.author or document.title,
        "lang": language,
        "region": region or LANGUAGES[known_language(language)].region,
        "footer": document.footer,
        "page_of": document.page_of,
        "contents_title": document.contents_title,
        "colon": document.fact.format(label="", said=""),
        "cover": _blocks(document.cover, anchors, pictures),
        "sections": [
            {
                "title": section.title,
                "anchor": section.anchor,
                "new_page": section.new_page,
                "removable": section.removable,
                "blocks": _blocks(section.blocks, anchors, pictures),
            }
            for section in document.sections
        ],
    }


def _blocks(blocks: Iterable[Block], anchors: frozenset[str], pictures: dict[str, bytes]) -> list[dict[str, Any]]:
    drawn = []
    for block in blocks:
        plain: dict[str, Any] = {"sort": type(block).__name__.lower()}
        if isinstance(block, Picture):
            name = f"picture-{len(pictures)}.svg"
            size = examined(block.data)
            pictures[name] = _wrapped(block, size)
            plain |= {"file": name, "caption": block.caption, "fits": _fits(size) if block.large else "small"}
        else:
            plain |= msgspec.to_builtins(block)
        drawn.append(_linked(plain, anchors))
    return drawn


def _fits(size: Photo) -> str:
    """Return where a picture of this form stands large: broad ones two on a page, slim screenshots side by side."""
    if size.width >= size.height:
        return "broad"
    return "slim" if size.width < SLIM * size.height else "upright"


def _wrapped(picture: Picture, size: Photo) -> bytes:
    """Return the picture inside an SVG, where its own bytes stay as they are."""
    data = base64.b64encode(picture.data).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size.width}" height="{size.height}">'
        f'<image width="{size.width}" height="{size.height}" href="data:{picture.media_type};base64,{data}"/></svg>'
    ).encode()


def _linked(value: Any, anchors: frozenset[str]) -> Any:
    """Replace links to missing anchors by plain text."""
    if isinstance(value, dict):
        if value.keys() == set(Link.__dataclass_fields__):
            return value if value["anchor"] in anchors else value["text"]
        return {name: _linked(part, anchors) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_linked(part, anchors) for part in value]
    return value


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        if value.isprintable():  # as most are, and then nothing below is in it
            return value
        return _PRIVATE.sub(lambda sign: f"[u+{ord(sign[0]):04x}]", value.translate(_CLEAN))
    if isinstance(value, dict):
        return {name: _cleaned(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(part) for part in value]
    return value
