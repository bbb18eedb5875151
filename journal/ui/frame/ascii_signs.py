"""What is drawn, in ASCII: one table of borders, bars and marks, each as wide as what it stands for."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len, split_graphemes

if TYPE_CHECKING:
    from collections.abc import Mapping

ASCII, UNICODE = "ascii", "unicode"
"""Ids that the settings hold where it is not as the terminal needs it."""

SIGNS: Mapping[str, str] = {
    **dict(zip("▁▂▃▄▅▆▇█", ".:-=+*%#", strict=True)),
    **dict(zip("▏▎▍▋▊▉▐▀░▒▓", "..:###|^.:#", strict=True)),
    **dict(zip("▌▸→←↑↓⌫▲▼◆●■□•✓✗×", ">>><^v<^vooo.*vxx", strict=True)),  # noqa: RUF001 - the sign itself
    **dict(zip("“”„«»‘’‚–—…·≈⟨⟩␦�²°€", '"""""\'\'\'--~.~<>??2oE', strict=True)),  # noqa: RUF001 - the signs themselves
    **dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", " "),
}
"""Every sign that the program draws, but for box drawing, which is told from its name."""


def in_ascii(text: str, encoding: str = "utf-8") -> str:
    """Return text of the same width whose signs are ASCII; letters stay where the encoding can write them."""
    if text.isascii():
        return text
    drawn = _signs(text, encoding)
    if cell_len(drawn) == cell_len(text):
        return drawn
    # Letters that are drawn as one sign, such as an emoji and what varies it, are as wide only together.
    clusters, _width = split_graphemes(text)
    return "".join(_cluster(text[start:end], width, encoding) for start, end, width in clusters)


def _cluster(text: str, width: int, encoding: str) -> str:
    drawn = text if text.isascii() else _signs(text, encoding)
    return drawn if cell_len(drawn) == width else "?" * width


def _signs(text: str, encoding: str) -> str:
    return "".join(one if one.isascii() else _sign(one, encoding) for one in text)


@lru_cache(maxsize=4096)
def _sign(one: str, encoding: str) -> str:
    if one in SIGNS:
        return SIGNS[one]
    if (name := unicodedata.name(one, "")).startswith("BOX DRAWINGS"):
        across, down = "HORIZONTAL" in name, "VERTICAL" in name
        return "-" if across and not down else "|" if down and not across else "+"
    if unicodedata.category(one)[0] in "LMN" and _writable(one, encoding):
        return one
    plain, width = unicodedata.normalize("NFKD", one)[:1], cell_len(one)
    return plain if plain.isascii() and width == 1 else "?" * width


def _writable(one: str, encoding: str) -> bool:
    try:
        one.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
