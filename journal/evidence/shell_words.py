"""Parser of one POSIX shell word: bare with backslashes, in single, double or `$'…'` quotes, or a concatenation."""

from __future__ import annotations

import re

_BARE = re.compile(r"[^ \t\r\n'\"\\$]+|\$(?!')")
_SINGLE = re.compile(r"'([^']*)'")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ANSI = re.compile(r"\$'((?:[^'\\]|\\.)*)'", re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:(?P<octal>[0-7]{1,3})|x(?P<hex>[0-9A-Fa-f]{1,2})|u(?P<u>[0-9A-Fa-f]{1,4})|U(?P<U>[0-9A-Fa-f]{1,8})"
    r"|c(?P<control>.)|(?P<letter>.))",
    re.DOTALL,
)
_LETTERS = {"a": "\a", "b": "\b", "e": "\x1b", "E": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


class MalformedWord(ValueError):
    """Raised for an unclosed quote or a trailing backslash."""


def next_word(text: str, position: int) -> tuple[str, int]:
    """Parse the word at this index; return it and the index behind it. Raises `MalformedWord`.

    A backslash before a newline keeps the newline, because programs that escape character by character mean that.
    """
    parts: list[str] = []
    while position < len(text) and text[position] not in " \t\r\n":
        part, position = _part(text, position)
        parts.append(part)
    # In the plainest locale zsh quotes each byte of a letter apart, so that only the whole word can be decoded.
    return path_bytes("".join(parts)).decode("utf-8", "surrogateescape"), position


def _part(text: str, position: int) -> tuple[str, int]:
    if text[position] == "\\":
        if position + 1 == len(text):
            raise MalformedWord
        return text[position + 1], position + 2
    if match := _BARE.match(text, position):
        return match[0], match.end()
    if match := _SINGLE.match(text, position):
        return match[1], match.end()
    if match := _DOUBLE.match(text, position):
        return re.sub(r"\\([\\\"$`])", r"\1", match[1]), match.end()
    if match := _ANSI.match(text, position):
        return _unescaped(match[1]), match.end()
    raise MalformedWord


def _unescaped(text: str) -> str:
    """Decode the content of `$'…'`; its escapes are bytes, and a shell writes an é as two of them."""
    content = bytearray()
    position = 0
    for match in _ESCAPE.finditer(text):
        content += path_bytes(text[position : match.start()]) + _escaped(match)
        position = match.end()
    return (content + path_bytes(text[position:])).decode("utf-8", "surrogateescape")


def _escaped(match: re.Match[str]) -> bytes:
    if match["octal"]:
        return bytes([int(match["octal"], 8) & 0xFF])
    if match["hex"]:
        return bytes([int(match["hex"], 16)])
    if number := match["u"] or match["U"]:
        code = int(number, 16)
        if code > 0x10FFFF:
            raise MalformedWord
        return path_bytes(chr(code))
    if match["control"]:
        return bytes([ord(match["control"]) & 0x1F])
    return path_bytes(_LETTERS.get(match["letter"], match["letter"]))


def path_bytes(text: str) -> bytes:
    """Encode a file name as on the disk; surrogates, which no name can hold, are kept."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
