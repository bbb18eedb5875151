"""Extraction of the metadata blocks of pictures and films: Exif, and everything else that may hold a place."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from journal.evidence import jpeg, tiff
from journal.evidence.chunks import inflated, png_chunks, riff_chunks
from journal.evidence.isobmff import boxes

_EXIF_ANYWHERE = re.compile(rb"II\*\0|MM\0\*")
_RAW_PROFILE = re.compile(rb"Raw profile type (?:exif|APP1)\0\s*\w+\s+\d+\s+([0-9a-fA-F\s]+)")
_HEX = re.compile(rb"[^0-9a-fA-F]")
_MOST = 64
"""Maximum number of candidates: a malicious file could otherwise take minutes."""
_EXIF_SIZE = 1 << 18


class Metadata(NamedTuple):
    """Raw metadata blocks of a file."""

    exif: tuple[bytes, ...] = ()
    """Exif blocks."""
    other: tuple[bytes, ...] = ()
    """All others: XMP, captions, comments, data behind the end of the picture."""


def metadata(data: bytes, media_type: str) -> Metadata:
    """Extract the metadata blocks of a file; never raises, and returns none for an unknown type."""
    find = {
        "image/jpeg": _jpeg,
        "image/png": _png,
        "image/webp": _webp,
        "image/tiff": _tiff,
        "image/heic": _anywhere,
        "image/heif": _anywhere,
        "image/avif": _anywhere,
        "video/mp4": _film,
        "video/quicktime": _film,
        "video/3gpp": _film,
        "audio/mp4": _film,
        "image/gif": _whole,
    }.get(media_type)
    return find(data) if find else Metadata()


def _jpeg(data: bytes) -> Metadata:
    exif, other, end = [], [], 0
    for segment in jpeg.segments(data):
        end = segment.end
        if segment.content.startswith(b"Exif\0\0"):
            exif.append(segment.content)
        elif segment.mark == jpeg.COMMENT or segment.mark in jpeg.APPLICATIONS:
            other.append(segment.content)
    behind = _anywhere(data[end:])
    return Metadata((*exif, *behind.exif), (b"".join(other), *behind.other))


def _png(data: bytes) -> Metadata:
    exif: list[bytes] = []
    texts: list[bytes] = []
    for chunk in png_chunks(data):
        if chunk.name == b"eXIf":
            exif.append(chunk.content)
        elif chunk.name in {b"tEXt", b"zTXt", b"iTXt"} and len(texts) < _MOST:
            texts.append(_png_text(chunk.name, chunk.content))
    profiles = [_HEX.sub(b"", match[1]) for text in texts if (match := _RAW_PROFILE.match(text))]
    exif += [bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii")) for digits in profiles]
    return Metadata(tuple(exif), tuple(texts))


def _png_text(name: bytes, content: bytes) -> bytes:
    keyword, _zero, text = content.partition(b"\0")
    if name == b"zTXt":
        text = inflated(text[1:])
    elif name == b"iTXt":
        packed, words = text[:1] == b"\1", text[2:].split(b"\0", 2)[-1]
        text = inflated(words) if packed else words
    return keyword + b"\0" + text


def _webp(data: bytes) -> Metadata:
    chunks = list(riff_chunks(data))
    return Metadata(
        tuple(chunk.content for chunk in chunks if chunk.name == b"EXIF"),
        tuple(chunk.content for chunk in chunks if chunk.name == b"XMP "),
    )


def _tiff(data: bytes) -> Metadata:
    return Metadata((data,), (data,))


def _whole(data: bytes) -> Metadata:
    return Metadata((), (data,))


def _film(data: bytes) -> Metadata:
    told = (b"moov", b"meta", b"udta", b"uuid")
    return Metadata((), tuple(data[box.start : box.end] for box in boxes(data) if box.name in told))


def _anywhere(data: bytes) -> Metadata:
    """Search for Exif data by its signature, for containers that may place it anywhere."""
    found = []
    for match in islice(_EXIF_ANYWHERE.finditer(data), _MOST):
        block = data[match.start() : match.start() + _EXIF_SIZE]
        read = tiff.parsed(block)
        if read and (read.photo or read.gps):
            found.append(block)
    return Metadata(tuple(found), (data,) if data else ())
