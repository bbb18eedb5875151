"""Lines of the write-ahead log: parser, replay and encoder.

A line is a save, as a JSON object, or a row of evidence exactly as it will stand in the table `files`. Rows come right
before the save that names them; without it they do not count. Lines are read in parts of bounded size and form a hash
chain: each save names the digest of the one before. No more than a save is ever in memory.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from journal.domain.base.canonical import sha256
from journal.store.disk.durable_io import PIECE
from journal.store.file.generation import Extent, FileExtent, Generation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FRONT = 64
"""Bytes at the beginning of a line that tell its kind."""
_ROW = re.compile(rb'"(\d{1,19})":\{"(?:data|sealed)":"')


class Save(Struct, frozen=True, omit_defaults=True):
    """One committed save: new rows of the tables `records` and `files`, and the whole of the table `desk`."""

    after: str
    """Digest of the line of the save before; empty for the first of all."""
    records: dict[str, Raw] = {}
    desk: dict[str, Raw] = {}
    files: dict[str, str] = {}
    """Digest of each row of evidence, as it stands in its line of the log."""


class LogLine(Struct, frozen=True):
    """Whole line, without its newline."""

    extent: Extent
    sha256: str
    key: str = ""
    """The key of a row of evidence; empty for any other line."""
    is_object: bool = False
    """Whether it begins as a save does; no other line is parsed as one."""


class LogLines(Struct, frozen=True):
    """Lines of a log."""

    file: Generation
    lines: tuple[LogLine, ...] = ()
    size: int = 0
    """Size of the log in bytes; what follows the last whole line was torn by a crash."""

    def are_those_of(self, other: LogLines | None) -> bool:
        """Return whether two reads of the log are equal."""
        return other is not None and (self.lines, self.size) == (other.lines, other.size)

    def text(self, line: LogLine) -> bytes:
        """Read the bytes of a line."""
        return self.file.read(line.extent)


class Replay(Struct, frozen=True):
    """Result of a replay: what a log holds beyond the file."""

    saves: tuple[Save, ...] = ()
    last: str = ""
    """Digest of the last save that counts."""
    length: int = 0
    """Bytes of the log that count; what follows was torn by a crash and was never reported saved."""
    size: int = 0
    """Size of the log in bytes."""
    fits: bool = True
    """Whether the log continues where the file ends, and every line but a torn last one is whole."""
    files: dict[str, FileExtent] = {}
    """Extents of the rows of evidence that these saves add."""
    file: Generation | None = None
    """The log, held open."""


def read_lines(file: Generation, between: Callable[[], None] = lambda: None) -> LogLines:
    """Read and hash the whole lines of a log, a MB at a time; raises OSError.

    `between` is a callback after each part; what it raises comes through.
    """
    return LogLines(file, tuple(_lines(file, between)), file.size)


def replay(log: LogLines, last: str, decode: Callable[[bytes], bytes]) -> Replay:
    """Replay a log on a file that has taken in everything up to the save `last`.

    `decode` decrypts a line and raises ValueError where it cannot.
    """
    start = next((at + 1 for at, line in enumerate(log.lines) if line.sha256 == last), 0)
    found = Replay((), last, log.lines[start - 1].extent.end + 1 if start else 0, log.size, file=log.file)
    saves: list[Save] = []
    waiting: dict[str, LogLine] = {}
    for line in log.lines[start:]:
        if line.key:
            waiting[line.key] = line
            continue
        save = _read(log.text(line), decode) if line.is_object else None
        named = {key: row.sha256 for key, row in waiting.items()}
        if save is None or save.after != found.last or save.files != named:
            found = replace(found, fits=save is None and line is log.lines[-1])
            break
        saves.append(save)
        files = found.files | {key: FileExtent(log.file, row.extent) for key, row in waiting.items()}
        found, waiting = replace(found, last=line.sha256, length=line.extent.end + 1, files=files), {}
    return replace(found, saves=tuple(saves))


def written(save: Save, encode: Callable[[bytes], bytes]) -> tuple[bytes, str]:
    """Encode a save as a line, and return it with its digest; `encode` seals it where the journal is protected."""
    line = encode(msgspec.json.encode(save))
    return line, sha256(line)


def _lines(file: Generation, between: Callable[[], None]) -> Iterator[LogLine]:
    import hashlib

    start = at = 0
    digest, front = hashlib.sha256(), b""
    while at < file.size and (piece := file.read(Extent(at, min(PIECE, file.size - at)))):
        between()
        *ended, rest = piece.split(b"\n")
        for part in ended:
            digest.update(part)
            at += len(part) + 1
            yield _line(Extent(start, at - 1 - start), digest.hexdigest(), front + part[:_FRONT])
            start, digest, front = at, hashlib.sha256(), b""
        digest.update(rest)
        at += len(rest)
        front = (front + rest[:_FRONT])[:_FRONT]


def _line(extent: Extent, digest: str, front: bytes) -> LogLine:
    row = _ROW.match(front)
    return LogLine(extent, digest, row[1].decode() if row else "", is_object=front.startswith(b"{"))


def _read(line: bytes, decode: Callable[[bytes], bytes]) -> Save | None:
    try:
        return msgspec.json.decode(decode(line), type=Save)
    except (ValueError, RecursionError):
        return None
