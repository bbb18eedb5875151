"""PDF renderer, run as a program of its own, so that the memory it takes is given back after each document.

Standard input begins with a line that says how many bytes follow, and they are one `TypesettingJob` as msgpack, so that
no word of it stands in an argument or a file; standard output is the PDF. The input stays open while it is wanted:
where it ends early, because the parent process is gone, so does this program. It imports nothing of the package, so
that it starts at once.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from contextlib import suppress
from datetime import datetime
from threading import Thread
from typing import TYPE_CHECKING, Any

import msgspec
import typst

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

UNREADABLE = 3
"""Exit status where the document cannot be rendered."""
_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_LINE = re.compile(r"\u2500 main\.typ:(\d+):")
_RARE = re.compile("[^\n -~\xa0-\u024f\u2010-\u2026\u20ac]")
"""A sign that a built-in font may lack, or that may join with the one beside it; read so in Python and in typst."""
_JOINING = re.compile("[\u200d\ufe00-\ufe0f]")
"""What only says how its neighbours are to be drawn."""
_TRIES = 4
"""How often what is still missing is named; the look before finds all but what is lacking in its place alone."""
_CLUSTERS = b"""
#let found = (:)
#for text in json("texts.json") { for one in text.clusters() { found.insert(one, 1) } }
#metadata(found.keys()) <found>
"""
_FONTS = ("Libertinus Serif", "DejaVu Sans Mono")
"""The built-in fonts that are asked first."""
_HEAD = '#set document(title: "Letters")\n#set text(lang: "en", font: ("' + '", "'.join(_FONTS) + '"))'
_STYLES = ('#"{0}"', '#strong("{0}")', '#emph("{0}")', '#text(weight: "semibold", "{0}")')
"""Every face in which the template draws words."""


class TypesettingJob(msgspec.Struct):
    """Input of the renderer."""

    template: bytes
    data: dict[str, Any]
    """JSON for the template; `names` is added, the replacements of clusters without a font."""
    pictures: dict[str, bytes]
    """Pictures by the names under which the data mention them."""
    stamp: datetime
    """Time of making, in UTC."""


def drawn(job: TypesettingJob) -> bytes:
    """Return the PDF; each cluster that no font holds, of the computer neither, is named in words.

    A cluster is what a reader takes for one sign: a letter with its marks, joined pictures. Raises typst.TypstError.
    """
    found = _clusters(job.data)
    lacking = _not_held(found, job.stamp, alone=True) if found else []
    if lacking:
        # A font of the computer may be damaged.
        with suppress(typst.TypstError):
            return _named(job, found, _not_held(lacking, job.stamp, alone=False), alone=False)
    return _named(job, found, lacking, alone=True)


def _named(job: TypesettingJob, found: Collection[str], lacking: Iterable[str], *, alone: bool) -> bytes:
    """Return the PDF with these clusters named, and any of the others that turns out to be lacking in its place."""
    names = {one: _name(one) for one in lacking}
    for _try in range(_TRIES):
        try:
            return _compiled(job, names, alone=alone)
        except typst.TypstError as error:
            missing = _missing(error)
            more = {one: _name(one) for one in found if one not in names and any(part in one for part in missing)}
            if not more:
                raise
            names |= more
    return _compiled(job, names, alone=alone)


def of_letters(names: Mapping[str, str]) -> dict[str, Any]:
    """Return what the template reads besides the document: fonts, and what stands in the place of which cluster."""
    return {"names": names, "rare": _RARE.pattern, "fonts": _FONTS}


def _compiled(job: TypesettingJob, names: Mapping[str, str], *, alone: bool) -> bytes:
    """Return the PDF, drawn with the built-in fonts alone or with those of the computer besides."""
    data = msgspec.json.encode(job.data | of_letters(names))
    return _typst({"main.typ": job.template, "data.json": data, **job.pictures}, job.stamp, alone=alone)


def _typst(source: Any, stamp: datetime, *, alone: bool) -> bytes:
    return typst.compile(source, pdf_standards=["a-3a", "ua-1"], timestamp=stamp, ignore_system_fonts=alone)


def _clusters(data: Any) -> list[str]:
    """Return every cluster of a text that holds more than a built-in font is sure to have."""
    texts = [*dict.fromkeys(text for text in _texts(data) if _RARE.search(text))]
    if not texts:
        return []
    source: Any = {"main.typ": _CLUSTERS, "texts.json": msgspec.json.encode(texts)}
    answer = typst.query(source, "<found>", field="value", one=True, ignore_system_fonts=True)
    found = msgspec.json.decode(answer, type=list[str])
    return [one for one in found if _RARE.search(one)]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _not_held(clusters: Sequence[str], stamp: datetime, *, alone: bool) -> list[str]:
    """Return those that cannot be drawn: each stands on a line of its own of a page, and errors name lines."""
    lines = (" ".join(_STYLES).format("".join(f"\\u{{{ord(sign):x}}}" for sign in one)) for one in clusters)
    try:
        _typst({"main.typ": "\n".join((_HEAD, *lines)).encode()}, stamp, alone=alone)
    except typst.TypstError as error:
        first = _HEAD.count("\n") + 2
        return [clusters[number - first] for number in sorted({int(at) for at in _LINE.findall(error.diagnostic)})]
    return []


def _missing(error: typst.TypstError) -> set[str]:
    """Return the parts of clusters for which an error says that no font holds them."""
    return {_ESCAPED.sub(_unescaped, found) for found in _MISSING.findall(error.diagnostic)}


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else match[2]


def _name(cluster: str) -> str:
    """Return the names of the signs of a cluster in the words of Unicode, between brackets."""
    signs = _JOINING.sub("", cluster) or cluster
    return f"[{', '.join(unicodedata.name(sign, f'U+{ord(sign):04X}').lower() for sign in signs)}]"


def main() -> int:
    """Draw what comes in, and return how that ended."""
    asked = sys.stdin.buffer
    size = int(asked.readline())
    job = msgspec.msgpack.decode(asked.read(size), type=TypesettingJob)
    Thread(target=_end_with_whoever_asked, daemon=True).start()
    try:
        pdf = drawn(job)
    except typst.TypstError:
        return UNREADABLE
    sys.stdout.buffer.write(pdf)
    sys.stdout.buffer.flush()
    return 0


def _end_with_whoever_asked() -> None:
    os.read(sys.stdin.fileno(), 1)
    os._exit(UNREADABLE)


if __name__ == "__main__":
    ended = main()
    os._exit(ended)
