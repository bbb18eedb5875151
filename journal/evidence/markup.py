"""Conversion of HTML to plain text; nothing is loaded, followed or executed."""

from __future__ import annotations

import html
import re

_NAME = re.compile(r"/?([A-Za-z][A-Za-z0-9]*)")
_UNSEEN = frozenset({"script", "style", "head", "title", "template"})
_NEW_LINE = frozenset(
    {"br", "p", "div", "tr", "li", "ul", "ol", "table", "blockquote", "hr", "pre", "section", "article"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "header", "footer", "dt", "dd"}
)
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
"""Beginning of a tag; any other `<` is text."""
_SPACES = re.compile(r"[ \t\r\n\f]+")
_REFERENCE_TOO_LONG = re.compile(r"&#(?=[0-9]{12})")
"""Numeric reference longer than any code point: int() refuses thousands of digits."""


def words_of(markup: str) -> str:
    """Convert HTML to plain text, one line per block, in linear time."""
    parts: list[str] = []
    position = 0
    while position < len(markup):
        tag = _TAG.search(markup, position)
        if tag is None:
            parts.append(_seen(markup[position:]))
            break
        parts.append(_seen(markup[position : tag.start()]))
        position = _behind_tag(markup, tag.start(), parts)
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _seen(text: str) -> str:
    return html.unescape(_REFERENCE_TOO_LONG.sub("&amp;#", _SPACES.sub(" ", text))).replace("\xa0", " ")


def _behind_tag(markup: str, start: int, parts: list[str]) -> int:
    """Return the index behind the tag or comment; an unclosed one extends to the end."""
    if markup.startswith("<!--", start):
        return _behind(markup, "-->", start + 4)
    name = _NAME.match(markup, start + 1)
    end = _behind(markup, ">", start)
    tag = name[1].casefold() if name else ""
    if tag in _NEW_LINE:
        parts.append("\n")
    elif tag in {"td", "th"}:
        parts.append(" ")
    elif tag in _UNSEEN and not markup.startswith("</", start):
        closing = re.compile(rf"</{tag}\b", re.IGNORECASE).search(markup, end)
        return _behind(markup, ">", closing.start()) if closing else len(markup)
    return end


def _behind(markup: str, mark: str, start: int) -> int:
    found = markup.find(mark, start)
    return found + len(mark) if found >= 0 else len(markup)
