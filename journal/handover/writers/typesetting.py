"""What draws a PDF, run as a program of its own, so that the memory it takes is given back after each document.

Standard input begins with a line that says how many bytes follow, and they are one `Order` as msgpack, so that no word
of it stands in an argument or a file; standard output is the PDF. The input stays open while it is wanted: where it
ends early, because whoever asked is gone, so does this program. It imports nothing of the package, so that it starts
at once.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from datetime import datetime
from threading import Thread
from typing import TYPE_CHECKING, Any

import msgspec
import typst

if TYPE_CHECKING:
    from collections.abc import Mapping

UNREADABLE = 3
"""How the program ends where the document cannot be drawn."""
_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_TRIES = 6
"""How often the missing letters of a text are looked for; one look finds all of them but for combinations."""


class Order(msgspec.Struct):
    """What is drawn."""

    template: bytes
    data: Any
    """What the template reads as JSON."""
    pictures: dict[str, bytes]
    """By the names under which the data mention them."""
    stamp: datetime
    """When it was made, in UTC."""


def drawn(order: Order) -> bytes:
    """Return the PDF, with every letter that no font holds named in words; raises typst.TypstError."""
    named: dict[str, str] = {}
    for _try in range(_TRIES - 1):
        try:
            return _compiled(order, named)
        except typst.TypstError as error:
            missing = _missing(error.diagnostic)
            if not missing - named.keys():
                raise
            named |= {sign: _name(sign) for sign in missing}
    return _compiled(order, named)


def _compiled(order: Order, named: Mapping[str, str]) -> bytes:
    """Return the PDF; fonts of the computer are asked only where the built-in ones lack a letter."""
    data = msgspec.json.encode(_renamed(order.data, named) if named else order.data)
    source: Any = {"main.typ": order.template, "data.json": data, **order.pictures}
    ignored = not named
    return typst.compile(source, pdf_standards=["a-3a", "ua-1"], timestamp=order.stamp, ignore_system_fonts=ignored)


def _renamed(value: Any, named: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        for sign, name in named.items():
            value = value.replace(sign, name)
        return value
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


def main() -> int:
    """Draw what comes in, and return how that ended."""
    asked = sys.stdin.buffer
    size = int(asked.readline())
    order = msgspec.msgpack.decode(asked.read(size), type=Order)
    Thread(target=_end_with_whoever_asked, daemon=True).start()
    try:
        pdf = drawn(order)
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
