"""Rows of evidence: base64, sealed or not, each in a row of its own, encoded and decoded as streams.

No more than a part of a piece of evidence is ever in memory.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import msgspec

from journal.store.age.age_streams import piped
from journal.store.file.generation import Extent, FileExtent, Generation
from journal.store.file.layout import MalformedFile, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from journal.store.age.age_streams import Readable
    from journal.store.file.row_codec import RowCodec, Write
    from journal.store.file.snapshot import Chunk, Stream

_GROUP = 3
"""Bytes that encode to four characters of base64."""
_BYTES = msgspec.json.Decoder(bytes)
_TEXT = 1 << 16
"""Characters decoded at a time; more do not stay in the cache of a processor, and are a third slower."""


class Differs(ValueError):
    """The bytes have another digest than the one that is known."""


def row(key: str, source: Readable, sha256: str, codec: RowCodec) -> Stream:
    """Return a stream that encodes evidence as a row; it raises Differs where the source has another digest."""

    def fill(take: Write) -> None:
        digested = _Digested(source)
        codec.encode_stream(digested, take)
        if digested.sha256 != sha256:
            raise Differs

    return _row(key, fill, codec)


def moved(key: str, line: Chunk, held: Generation | None, before: RowCodec, after: RowCodec) -> Stream:
    """Return a stream that decodes a stored row with one codec and encodes it with another; raises as `copy_out`."""

    def fill(take: Write) -> None:
        content = _decoded(line, held, before.evidence_field)
        if before.key is None:
            after.encode_stream(content, take)
        elif after.key is None:
            before.decode_stream(content, take)
        else:
            with piped(lambda give: before.decode_stream(content, give)) as opened:
                after.encode_stream(opened, take)

    return _row(key, fill, after)


def _row(key: str, fill: Callable[[Write], object], codec: RowCodec) -> Stream:
    """Return a stream that writes a row around what `fill` writes; what that raises comes through."""

    def write_to(write: Write) -> None:
        write(b'%b:{%b:"' % (quoted(key), quoted(codec.evidence_field)))
        encoded = _Encoded(write)
        fill(encoded.write)
        encoded.finish()
        write(b'"}')

    return write_to


def copy_out(line: Chunk, held: Generation | None, codec: RowCodec, write: Callable[[bytes], object]) -> str:
    """Decode the evidence in a row, write it part by part, and return its digest.

    What was written counts only once this has returned. Raises MalformedFile where the row is not one of evidence,
    ValueError where it was changed, OSError where it cannot be read.
    """
    import hashlib

    digest = hashlib.sha256()

    def take(part: bytes) -> None:
        digest.update(part)
        write(part)

    codec.decode_stream(_decoded(line, held, codec.evidence_field), take)
    return digest.hexdigest()


def encoded_size(size: int) -> int:
    """Estimate the size in bytes of a row for so much evidence; sealing adds next to nothing."""
    return (size + size // 4096 + 600) // _GROUP * 4


class _Digested:
    """Readable that hashes what is read through it (SHA-256)."""

    def __init__(self, source: Readable) -> None:
        import hashlib

        self._source = source
        self._digest = hashlib.sha256()

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()

    def read(self, size: int) -> bytes:
        part = self._source.read(size)
        self._digest.update(part)
        return part


class _Encoded:
    """Base64 encoder that buffers its input and writes whole groups."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write
        self._waiting = bytearray()

    def write(self, part: bytes) -> int:
        self._waiting += part
        if len(self._waiting) >= _TEXT:
            whole = len(self._waiting) - len(self._waiting) % _GROUP
            self._write(_text_of(self._waiting[:whole]))
            del self._waiting[:whole]
        return len(part)

    def flush(self) -> None:
        """Do nothing: a group is written as soon as it is whole."""

    def finish(self) -> None:
        self._write(_text_of(self._waiting))


class Decoded:
    """Base64 decoder as a readable stream."""

    def __init__(self, text: Callable[[int, int], bytes], length: int) -> None:
        """Decode `length` characters; `text(start, size)` reads them."""
        self._text, self._length = text, length
        self._at = 0
        self._ready = b""
        self._used = 0

    def read(self, size: int) -> bytes:
        """Return at most so many bytes; raises ValueError for base64 that is not in its canonical form."""
        if self._used == len(self._ready) and self._at < self._length:
            text = self._text(self._at, min(_TEXT, self._length - self._at))
            self._ready, self._used = _bytes_in(text), 0
            self._at += len(text)
        part = self._ready[self._used : self._used + size]
        self._used += len(part)
        return part


def _text_of(part: bytearray) -> bytes:
    """Encode as base64, faster than the standard library does."""
    return msgspec.json.encode(part)[1:-1]


def _bytes_in(text: bytes) -> bytes:
    """Decode base64; raises ValueError where it is not the one way of writing these bytes."""
    # Twice as fast as the standard library. What it lets pass beside the alphabet, escapes of JSON, shortens the text;
    # and only the last group holds bits that say nothing.
    found = _BYTES.decode(b'"%b"' % text)
    whole = len(text) == (len(found) + _GROUP - 1) // _GROUP * 4
    if not (text and whole and base64.b64encode(found[(len(found) - 1) // _GROUP * _GROUP :]) == text[-4:]):
        raise ValueError("this is not the one way of writing these bytes in base64")
    return found


def _decoded(line: Chunk, held: Generation | None, name: str) -> Decoded:
    """Return a decoder of the base64 text in a stored row."""
    if isinstance(line, FileExtent):
        held, line = line.file, line.extent
    if not isinstance(line, Extent):
        return _decoded_row(line, name)
    if held is None:
        raise MalformedFile("no row of evidence")
    front = held.read(Extent(line.start, min(line.length, 64)))
    begins = front.find(b'":{"%b":"' % name.encode()) + len(name) + 7
    if begins < len(name) + 7 or held.read(Extent(line.end - 2, 2)) != b'"}':
        raise MalformedFile("no row of evidence")
    return Decoded(lambda at, length: held.read(Extent(line.start + begins + at, length)), line.length - begins - 2)


def _decoded_row(line: object, name: str) -> Decoded:
    if not isinstance(line, bytes):
        raise MalformedFile("no row of evidence")
    try:
        (found,) = msgspec.json.decode(b"{%b}" % line, type=dict[str, dict[str, str]]).values()
        text = _only(found, name).encode("ascii")
    except (ValueError, UnicodeEncodeError) as error:
        raise MalformedFile("no row of evidence") from error
    return Decoded(lambda at, length: text[at : at + length], len(text))


def _only(found: Mapping[str, str], name: str) -> str:
    if [*found] != [name]:
        raise MalformedFile("no row of evidence")
    return found[name]
