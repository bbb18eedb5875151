"""Metadata of a photo, and re-encoding of its container without the location."""

from __future__ import annotations

import re

from msgspec import Struct

from journal.domain.text.words import _
from journal.evidence import jpeg, tiff
from journal.evidence.chunks import PNG, png_chunk, png_chunks
from journal.evidence.errors import LocationStays
from journal.evidence.media_types import HEAD, media_type_of
from journal.evidence.metadata import metadata
from journal.evidence.picture_decoder import opened

_PLACE = re.compile(
    rb"GPS(?:Dest)?(?:Latitude|Longitude)|photoshop:(?:City|State|Country)|Iptc4xmpCore:(?:Location|CountryCode)"
    rb"|Iptc4xmpExt:Location|\xa9xyz|quicktime\.location\.ISO6709|\x1c\x02[\x5a\x5c\x5f\x64\x65]\x00[\x01-\xff]"
)
"""Place names in XMP, in films of telephones, and (last) in IPTC captions: city, quarter, province, country."""
_PLACE_TAGS = {0x02, 0x04, 0x14, 0x16, 0x1C}
"""GPS tags: latitude and longitude of the camera and of its target, and the name of the area."""

_KEPT_MAIN = {0x010F, 0x0110, tiff.ORIENTATION, 0x011A, 0x011B, 0x0128, 0x0132, 0x0213}
"""Allowlist of IFD0 tags: make, model, orientation, resolution, date of change, chroma positioning."""
_KEPT_PHOTO = {
    *(0x829A, 0x829D, 0x8827, 0x9000, 0x9003, 0x9004, 0x9010, 0x9011, 0x9012, 0x9101, 0x9201, 0x9202, 0x9204, 0x9207),
    *(0x9209, 0x920A, 0x9290, 0x9291, 0x9292, 0xA000, 0xA001, 0xA002, 0xA003, 0xA402, 0xA403, 0xA405),
}
"""Allowlist of Exif tags: when and how it was taken, size and colour space; no free text that could hold a place."""
_LONGEST_KEPT = 256
"""Maximum bytes per tag; together they always fit into one JPEG segment."""
_KEPT_CHUNKS = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sRGB", b"sBIT", b"cICP", b"mDCV"),
    *(b"cLLI", b"bKGD", b"pHYs", b"hIST", b"tIME", b"acTL", b"fcTL", b"fdAT"),
}


class Photo(Struct, frozen=True):
    """Metadata of a picture."""

    width: int
    """Width in pixels as stored, before rotation."""
    height: int
    location: bool
    """Whether a location was found."""


def examined(data: bytes) -> Photo:
    """Return size and location flag; raises `CannotShow` for a picture that cannot be decoded."""
    with opened(data) as image:
        width, height = image.size
    return Photo(width, height, stores_location(data))


def stores_location(data: bytes) -> bool:
    """Return whether a location was found in a photo or film; never raises.

    True is reliable enough for a warning. False is no guarantee, least of all for HEIC and films: what leaves the
    journal without its location goes through `without_location`, whatever this returns.
    """
    beside = metadata(data, media_type_of(data[:HEAD]))
    return any(map(_has_place, beside.exif)) or any(_PLACE.search(block) for block in beside.other)


def without_location(data: bytes) -> bytes:
    """Return a copy of a JPEG or PNG with only the picture, and how and when it was taken.

    By allowlist: known harmless parts are written anew, and everything else (places, captions, comments, makers' notes,
    previews, films behind the picture) is dropped. The compressed pixels are copied unchanged. Raises `LocationStays`
    for every other type and for damaged files.
    """
    media_type = media_type_of(data[:HEAD])
    copy = _COPIES.get(media_type)
    if copy is None:
        raise LocationStays(
            _(
                "The location cannot be taken out of a file of this type. The original is untouched. "
                "Leave the file out, or take a screenshot of it and use that."
            )
        )
    return copy(data)


def can_lose_location(media_type: str) -> bool:
    """Return whether `without_location` supports this media type."""
    return media_type in _COPIES


def _has_place(block: bytes) -> bool:
    read = tiff.parsed(block)
    return read is not None and any(_filled(tag) for number, tag in read.gps.items() if number in _PLACE_TAGS)


def _filled(tag: tiff.Tag) -> bool:
    """Return whether GPS values are not all zero, as cameras write without reception; of a fraction its numerator."""
    return any(any(tag.value[place : place + 4]) for place in range(0, len(tag.value), 8 if tag.kind == 5 else 4))


def _jpeg_copy(data: bytes) -> bytes:
    kept, ended = [], False
    for segment in jpeg.segments(data):
        ended = segment.mark == jpeg.END
        if segment.content.startswith(b"Exif\0\0"):
            block = b"Exif\0\0" + _cleaned(segment.content)
            kept.append(b"\xff\xe1" + (len(block) + 2).to_bytes(2, "big") + block)
        elif _belongs_to_the_picture(segment):
            kept.append(segment.raw)
    if not ended:
        raise _damaged()
    return b"".join(kept)


def _belongs_to_the_picture(segment: jpeg.Segment) -> bool:
    if segment.mark in jpeg.APPLICATIONS:
        return segment.content.startswith((b"JFIF\0", b"ICC_PROFILE\0", b"Adobe\0"))
    return segment.mark != jpeg.COMMENT


def _png_copy(data: bytes) -> bytes:
    kept, ended = [PNG], False
    for chunk in png_chunks(data):
        if not chunk.whole:
            raise _damaged()
        ended = chunk.name == b"IEND"
        if chunk.name == b"eXIf":
            kept.append(png_chunk(chunk.name, _cleaned(chunk.content)))
        elif chunk.name in _KEPT_CHUNKS:
            kept.append(png_chunk(chunk.name, chunk.content))
    if not ended:
        raise _damaged()
    return b"".join(kept)


def _cleaned(block: bytes) -> bytes:
    """Re-encode Exif data with the allowed tags only; empty directories where it is malformed."""
    read = tiff.parsed(block)
    if read is None:
        return tiff.written("big", {}, {})
    return tiff.written(read.order, _kept(read.main, _KEPT_MAIN), _kept(read.photo, _KEPT_PHOTO))


def _kept(tags: tiff.Directory, numbers: set[int]) -> tiff.Directory:
    return {number: tag for number, tag in tags.items() if number in numbers and len(tag.value) <= _LONGEST_KEPT}


def _damaged() -> LocationStays:
    return LocationStays(
        _(
            "This picture is damaged, so its location cannot be taken out safely. The original is untouched. "
            "Leave it out, or take a screenshot of it and use that."
        )
    )


_COPIES = {"image/jpeg": _jpeg_copy, "image/png": _png_copy}
