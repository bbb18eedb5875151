"""Parser of pasted text as file paths, as terminals paste them when files are dropped.

No disk access. Ordinary text is never taken for a path: only absolute paths, those that begin with `~/`, drives and
`file://` URLs of this computer are accepted. Network shares (`\\\\server\\…`, `file://server/…`) are not, because
merely looking at one would contact the server.
"""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes

from journal.evidence.shell_words import MalformedWord, next_word, path_bytes

_BLANK = " \t\r\n"
_ADDRESS = re.compile(r"file:(?://(?:localhost)?)?(?=/(?!/))", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_WINDOWS_NAME = re.compile(r'[^<>:"|?*\x00-\x1f]+')
_CLIPBOARD = re.compile(r"\A(?:x-special/[\w-]+\r?\n)?(?:copy|cut)\r?\n(?=file:)")
"""Prefix that file managers put before the URLs of copied files."""
_EXTENSION = re.compile(r"[^/\\\s][.][A-Za-z0-9]{1,8}\Z")
_LONGEST_NAME = 255
_LONGEST = 32_767


def pasted_paths(text: str) -> tuple[str, ...]:
    """Return the paths that a pasted text consists of, or () where any part of it is something else.

    A leading `~/` is not expanded. Bytes that are not UTF-8 become surrogate escapes, as in `os.fsdecode`.
    """
    text = text[match.end() :] if (match := _CLIPBOARD.match(text)) else text
    if not _may_begin_a_path(text):
        return ()
    return _as_words(text) or _as_lines(text)


def _may_begin_a_path(text: str) -> bool:
    start = text.lstrip(_BLANK)[:5].casefold()
    return start.startswith(("/", "~/", "file:", "'", '"', "$'", "\\")) or bool(_DRIVE.match(start))


def _as_words(text: str) -> tuple[str, ...]:
    found: list[str] = []
    position = _skip_blanks(text, 0)
    while position < len(text):
        try:
            path, position = _word(text, position)
        except MalformedWord:
            return ()
        if not path:
            return ()
        found.append(path)
        position = _skip_blanks(text, position)
    return tuple(found)


def _as_lines(text: str) -> tuple[str, ...]:
    """Parse one path per line; spaces in a name need no quoting."""
    found: list[str] = []
    for line in re.split(r"[\r\n]+", text.strip(_BLANK)):
        paths = _as_words(line) or _plain(line.strip(_BLANK))
        if not paths:
            return ()
        found.extend(paths)
    return tuple(found)


def _skip_blanks(text: str, position: int) -> int:
    while position < len(text) and text[position] in _BLANK:
        position += 1
    return position


def _word(text: str, position: int) -> tuple[str, int]:
    """Return the path at this index, or "" where there is none, and the index behind it."""
    quote = text[position] if text[position] in "'\"" else ""
    start = position + len(quote)
    if _DRIVE.match(text, start):  # a backslash separates here, and escapes nothing
        end = text.find(quote, start) if quote else _end_of_word(text, start)
        if end < 0:
            raise MalformedWord
        return _windows(text[start:end]), end + len(quote)
    if _ADDRESS.match(text, position):  # addresses may hold a bare apostrophe
        end = _end_of_word(text, position)
        return _address(text[position:end]), end
    word, end = next_word(text, position)
    return _address(word) or _posix(word), end


def _end_of_word(text: str, position: int) -> int:
    match = re.compile(f"[{_BLANK}]").search(text, position)
    return match.start() if match else len(text)


def _plain(line: str) -> tuple[str, ...]:
    """Parse a line with unquoted spaces; only a file extension distinguishes it from a sentence."""
    if not _EXTENSION.search(line):
        return ()
    path = _windows(line) if _DRIVE.match(line) else _address(line) or _posix(line)
    folder = re.split(r"[\\/]", path)[1:2]
    return (path,) if path and folder and " " not in folder[0] and len(re.findall(r"[\\/]", path)) > 1 else ()


def _address(text: str) -> str:
    match = _ADDRESS.match(text)
    if not match:
        return ""
    path = unquote_to_bytes(path_bytes(text[match.end() :])).decode("utf-8", "surrogateescape")
    if _DRIVE.match(path, 1):
        return _windows(path[1:].replace("/", "\\"))
    return path if _possible(path) else ""


def _posix(path: str) -> str:
    if not path.startswith(("/", "~/")) or not _possible(path):
        return ""
    deep = path.strip("/").count("/") > 0
    return path if deep or _EXTENSION.search(path) else ""


def _windows(path: str) -> str:
    names = [name for name in re.split(r"[\\/]", path[3:]) if name]
    return path if names and _possible(path) and all(map(_WINDOWS_NAME.fullmatch, names)) else ""


def _possible(path: str) -> bool:
    """Return whether a path is valid at all: no NUL, no share, within the length limits."""
    if "\0" in path or path.startswith("//") or len(path) > _LONGEST:
        return False
    names = path.split("/")
    return all(len(path_bytes(name)) <= _LONGEST_NAME for name in names)
