"""A document as PDF/A-3a and PDF/UA-1: tagged for screen readers, fonts inside, made in memory by typst.

Letters that no font holds are named in words, because PDF/A allows no empty box in their place.
"""

from __future__ import annotations

import base64
import re
import unicodedata
from datetime import UTC
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import msgspec

from journal.domain.errors import Refused
from journal.domain.words import N_, _
from journal.evidence.photo import examined
from journal.handover.document import Heading, Link, Picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from journal.handover.document import Block, Document

_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""Signs that mean something in one font only; PDF/A forbids them."""
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_TRIES = 6
"""How often the missing letters of a text are looked for; one look finds all of them but for combinations."""
_UNREADABLE = N_("The document could not be drawn as PDF. Nothing was written; the other formats can still be made.")
_DROPPED = dict.fromkeys(
    [*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)], "\N{REPLACEMENT CHARACTER}"
)
_KEPT = {0x0A: "\n", 0x09: "    ", 0x0D: ""}
_TURNING = dict.fromkeys([0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_CLEAN = _DROPPED | _KEPT | _TURNING
"""Signs that act on a terminal or turn the reading direction are no letters; scripts turn by themselves."""


def pdf(document: Document, made: datetime) -> bytes:
    """Return the document as PDF; raises Refused where it cannot be drawn."""
    import typst

    anchors = _anchors(document)
    pictures: dict[str, bytes] = {}
    data = _plain(document, anchors, pictures) | {"date": [made.year, made.month, made.day]}
    template = files(__package__).joinpath("document.typ").read_bytes()
    named: dict[str, str] = {}
    for _try in range(_TRIES):
        source = {"main.typ": template, "data.json": msgspec.json.encode(_renamed(data, named)), **pictures}
        try:
            return _compiled(source, made, system_fonts=bool(named))
        except typst.TypstError as error:
            missing = _missing(error.diagnostic)
            if not missing - named.keys():
                raise Refused(_(_UNREADABLE)) from error
            named |= {sign: _name(sign) for sign in missing}
    raise Refused(_(_UNREADABLE))


def _compiled(source: dict[str, bytes], made: datetime, *, system_fonts: bool) -> bytes:
    """Return the PDF; fonts of the computer are asked only where the built-in ones lack a letter."""
    import typst

    made_of: Any = source
    stamp = made.astimezone(UTC).replace(microsecond=0)
    ignored = not system_fonts
    return typst.compile(made_of, pdf_standards=["a-3a", "ua-1"], timestamp=stamp, ignore_system_fonts=ignored)


def _anchors(document: Document) -> frozenset[str]:
    blocks = [block for section in document.sections for block in section.blocks] + list(document.cover)
    headings = [block.anchor for block in blocks if isinstance(block, Heading)]
    return frozenset([*headings, *(section.anchor for section in document.sections)]) - {""}


def _plain(document: Document, anchors: frozenset[str], pictures: dict[str, bytes]) -> dict[str, Any]:
    language, _dash, region = document.language.replace("_", "-").partition("-")
    return {
        "title": document.title,
        "author": document.author or document.title,
        "lang": language,
        "region": region or {"nl": "BE", "fr": "BE"}.get(language, "GB"),
        "footer": document.footer,
        "page_of": document.page_of,
        "contents_title": document.contents_title,
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
            pictures[name] = _wrapped(block)
            plain |= {"file": name, "caption": block.caption, "whole_page": block.whole_page}
        else:
            plain |= msgspec.to_builtins(block)
        drawn.append(_linked(plain, anchors))
    return drawn


def _wrapped(picture: Picture) -> bytes:
    """Return the picture inside an SVG, where its own bytes stay as they are."""
    size = examined(picture.data)
    data = base64.b64encode(picture.data).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size.width}" height="{size.height}">'
        f'<image width="{size.width}" height="{size.height}" href="data:{picture.media_type};base64,{data}"/></svg>'
    ).encode()


def _linked(value: Any, anchors: frozenset[str]) -> Any:
    """Return the value with links that lead nowhere as plain text."""
    if isinstance(value, dict):
        if value.keys() == set(Link.__dataclass_fields__):
            return value if value["anchor"] in anchors else value["text"]
        return {name: _linked(part, anchors) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_linked(part, anchors) for part in value]
    return value


def _renamed(value: Any, named: Mapping[str, str]) -> Any:
    """Return the value with every text cleaned, and what no font holds named in words."""
    if isinstance(value, str):
        text = _PRIVATE.sub(lambda sign: _name(sign[0]), value.translate(_CLEAN))
        for sign, name in named.items():
            text = text.replace(sign, name)
        return text
    if isinstance(value, dict):
        return {name: _renamed(part, named) for name, part in value.items()}
    if isinstance(value, list):
        return [_renamed(part, named) for part in value]
    return value


def _missing(diagnostic: str) -> set[str]:
    return {_ESCAPED.sub(_unescaped, found) for found in _MISSING.findall(diagnostic)}


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else match[2]


def _name(text: str) -> str:
    names = [unicodedata.name(sign, f"U+{ord(sign):04X}").lower() for sign in text if not unicodedata.combining(sign)]
    return f"[{', '.join(names) or 'U+' + format(ord(text[0]), '04X')}]"
