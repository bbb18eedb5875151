"""Scanner of large JSON: cuts a document into the values of interest, in one pass and bounded memory, with offsets.

An export that is cut off, or damaged inside one message, still gives every message that is whole, which no parser of
whole documents does. A value is only cut out here; `json_values` decodes it.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import reduce
from typing import IO, TYPE_CHECKING, NamedTuple

from journal.intake.formats.json_values import decoded
from journal.intake.model.found import Place, Problem, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Path = tuple[str, ...]
    """Keys from the root to a value; an element of an array has the empty key."""

BLOCK = 1 << 20
LONGEST = 1 << 26
"""Bytes of one value above which it is skipped and told: 64 MiB."""
KEPT = 80
"""Bytes shown of what could not be read."""

_BLANK = re.compile(rb"(?:[\s,:\x00]|\xef\xbb\xbf)*+")
"""What parts values, with the mark of the byte order, and the zeros of a block that was never written."""
_SCALAR = re.compile(rb'[^\s,:"{}\[\]\x00]*+')
_STRING = re.compile(rb'[^"\\\n]*+(?:\\[\s\S][^"\\\n]*+)*+')
"""Rest of a string up to its quote. A line feed stands in none, so that a lost quote harms no other message."""
_PLAIN = rb'[^"{}\[\]]*+(?:"[^"\\\n]*+(?:\\[\s\S][^"\\\n]*+)*+"[^"{}\[\]]*+)*+'
"""What changes no depth: whole strings, and all outside strings that is no bracket."""
_FLAT = re.compile(_PLAIN)
_SHALLOW = re.compile(
    reduce(lambda inner, _: rb"[{\[]" + _PLAIN + rb"(?:" + inner + _PLAIN + rb")*+[}\]]", range(4), rb"(?!)")
)
"""A whole container at most four deep, as nearly every message is: one step in place of one for each bracket."""
_BRACKETS = re.compile(rb"[{\[]++|[}\]]++")
_QUOTE, _LINE_FEED = b'"\n'
_OPENING, _CLOSING, _OBJECT = b"{[", b"}]", b"{"[0]


class Visit(Enum):
    """What is to be done with a value at a path."""

    ENTER = "enter"
    """Look at its elements one by one; a string or number is taken."""
    TAKE = "take"
    SKIP = "skip"


class Value(NamedTuple):
    """Value that was taken, as its bytes."""

    path: Path
    data: bytes
    place: Place

    def trouble(self, problem: Problem) -> Trouble:
        """Return what is to be told where the value is no item."""
        return Trouble(problem, self.place.line, _beginning(self.data))


class _Open(NamedTuple):
    """Container that is being looked at."""

    path: Path
    is_object: bool
    element: Path
    """Path of an element of an array."""
    wanted: Visit
    """What is to be done with such an element."""


def opened(value: Value) -> tuple[object, bool] | Trouble:
    """Decode a value of a file, as `decoded` does; returns what is wrong where that fails.

    A last line that does not end and cannot be decoded is where a file was cut off.
    """
    try:
        return decoded(value.data)
    except ValueError:
        ends = bool(value.path) or value.data.endswith(b"\n")
        return value.trouble(Problem.DAMAGED if ends else Problem.END_MISSING)


def values(file: IO[bytes], step: Callable[[Path], Visit]) -> Iterator[Value | Trouble]:
    """Yield the values that `step` says are to be taken, in the order of the file; then `END_MISSING` where it is cut.

    What is longer than `LONGEST` is skipped and told. Keys and brackets that do not fit are passed over, and told.
    """
    cursor = _Cursor(file)
    inside: list[_Open] = []
    key: str | None = None
    while cursor.past(_BLANK):
        sign = cursor.sign
        top = inside[-1] if inside else None
        if sign in _CLOSING:
            cursor.at += 1
            del inside[-1:]
            key = None
        elif top and top.is_object and key is None and sign == _QUOTE:
            _place, data, problem = cursor.take(keep=True)
            if problem is Problem.END_MISSING:
                break
            key = _key(data)
        else:
            if top and top.is_object and key is None:
                yield Trouble(Problem.NOT_UNDERSTOOD, cursor.line)
            path = () if top is None else (*top.path, key or "") if top.is_object else top.element
            wanted = top.wanted if top and not top.is_object else step(path)
            key = None
            if wanted is Visit.ENTER and sign in _OPENING:
                element = (*path, "")
                inside.append(_Open(path, sign == _OBJECT, element, step(element)))
                cursor.at += 1
            elif (value := _taken(path, cursor, wanted)) is not None:
                yield value
                if isinstance(value, Trouble) and value.problem is Problem.END_MISSING:
                    return
    if inside:
        yield Trouble(Problem.END_MISSING, cursor.line)


def _taken(path: Path, cursor: _Cursor, wanted: Visit) -> Value | Trouble | None:
    keep = wanted is not Visit.SKIP
    place, data, problem = cursor.take(keep=keep)
    if problem is not None:
        return Trouble(problem, place.line, _beginning(data))
    return Value(path, data, place) if keep else None


def lines(file: IO[bytes]) -> Iterator[Value | Trouble]:
    """Yield each line that is not blank, as JSON Lines have them; one longer than `LONGEST` is skipped and told."""
    start, number = 0, 0
    while data := file.readline(LONGEST):
        number += 1
        length = len(data)
        if length == LONGEST and not data.endswith(b"\n"):
            while (rest := file.readline(BLOCK)) and not rest.endswith(b"\n"):
                length += len(rest)
            length += len(rest)
            yield Trouble(Problem.TOO_LARGE, number, _beginning(data))
        elif data.strip():
            yield Value((), data, Place(start, length, number))
        start += length


def _beginning(data: bytes) -> str:
    return data[:KEPT].decode("utf-8", "replace")


def _key(data: bytes) -> str:
    try:
        value, _replaced = decoded(data)
    except ValueError:
        return data.decode("utf-8", "replace")
    return value if isinstance(value, str) else ""


class _Cursor:
    """Position in a file, with the bytes from there on, or from the beginning of the value that is being taken."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._data = b""
        self.at = 0
        self._dropped = 0
        self._lines, self._counted = 1, 0
        self._kept: int | None = None
        self._too_large = b""

    @property
    def sign(self) -> int:
        """Byte at the position."""
        return self._data[self.at]

    @property
    def line(self) -> int:
        """Line of the position, from 1."""
        self._lines += self._data.count(b"\n", self._counted, self.at)
        self._counted = self.at
        return self._lines

    def past(self, pattern: re.Pattern[bytes]) -> bool:
        """Move behind what matches, over the ends of blocks; returns False at the end of the file."""
        while True:
            found = pattern.match(self._data, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self._data):
                return True
            if not self._more():
                return False

    def take(self, *, keep: bool) -> tuple[Place, bytes, Problem | None]:
        """Move behind the value at the position; returns its place, its bytes, and why it is not whole."""
        start, line = self._dropped + self.at, self.line
        self._kept, self._too_large = self.at if keep else None, b""
        sign = self.sign
        if sign in _OPENING:
            whole = self._container()
        elif sign == _QUOTE:
            whole = self._string() or self._data.startswith(b"\n", self.at)
        else:
            whole = self.past(_SCALAR) or not keep
        data = self._too_large if self._kept is None else self._data[self._kept : self.at]
        self._kept = None
        problem = None if whole else Problem.END_MISSING
        if self._too_large:
            problem = Problem.TOO_LARGE
        return Place(start, self._dropped + self.at - start, line), data, problem

    def _container(self) -> bool:
        depth = 0
        while self.past(_FLAT):
            if self.sign == _QUOTE:
                self._string()
                continue
            if found := _SHALLOW.match(self._data, self.at):
                self.at = found.end()
            elif brackets := _BRACKETS.match(self._data, self.at):
                run = brackets.end() - self.at
                if self.sign in _CLOSING:
                    run = min(run, depth)
                depth += run if self.sign in _OPENING else -run
                self.at += run
            if not depth:
                return True
        return False

    def _string(self) -> bool:
        """Move behind a string; returns False where it has no end, at the line feed or the end of the file."""
        self.at += 1
        while self.past(_STRING):
            if self.sign == _QUOTE:
                self.at += 1
                return True
            if self.sign == _LINE_FEED or not self._more():
                return False
        return False

    def _more(self) -> bool:
        """Read the next block, and forget what lies before the value that is being taken."""
        if self._kept is not None and len(self._data) - self._kept > LONGEST:
            self._too_large = self._data[self._kept : self._kept + KEPT]
            self._kept = None
        drop = self.at if self._kept is None else self._kept
        block = self._file.read(max(BLOCK, len(self._data) - drop))
        if self._counted < drop:
            self._lines += self._data.count(b"\n", self._counted, drop)
            self._counted = drop
        self._data = self._data[drop:] + block
        self._dropped += drop
        self.at -= drop
        self._counted -= drop
        if self._kept is not None:
            self._kept = 0
        return bool(block)
