"""Where a photo was taken: seen, pointed out, and gone from a copy whose pixels are the same."""

from __future__ import annotations

import io
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from journal.evidence.errors import CannotShow, LocationStays
from journal.evidence.metadata import metadata
from journal.evidence.photo import Photo, examined, stores_location, without_location
from tests.evidence.builders import (
    PLACE,
    XMP,
    a_film,
    a_jpeg,
    a_picture,
    box,
    exif,
    pixels,
    png_chunk,
    saved,
    segment,
    with_chunks,
    with_segments,
)

XMP_MARK = b"http://ns.adobe.com/xap/1.0/\0"
SECRET = b"an invented secret place"
IPTC = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x12\x1c\x02\x5a\0\x0dInventedville"


def a_located_jpeg() -> bytes:
    """Hide a place wherever one can stand: Exif, XMP, captions, comments, a maker's note, and behind the picture."""
    photo = a_jpeg(
        main={0x010E: SECRET.decode(), 0x0112: 6},
        photo={0x9003: "2026:11:20 22:14:00", 0x9286: b"ASCII\0\0\0" + SECRET, 0x927C: b"Maker" + SECRET},
        place={**PLACE, 0x1C: b"ASCII\0\0\0" + SECRET},
    )
    hidden = (segment(0xE1, XMP_MARK + XMP + SECRET), segment(0xED, IPTC), segment(0xFE, SECRET), segment(0xEB, SECRET))
    return with_segments(photo, *hidden) + a_jpeg(place=PLACE) + SECRET


def a_located_png() -> bytes:
    png = saved(a_picture(), "PNG", exif=exif(photo={0x9003: "2026:11:20 22:14:00"}, place=PLACE))
    texts = (
        png_chunk(b"tEXt", b"Comment\0" + SECRET),
        png_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(SECRET)),
        png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP),
        png_chunk(b"prVt", SECRET),
    )
    return with_chunks(png, *texts) + SECRET


def test_the_size_and_the_place_of_a_photo_are_told() -> None:
    assert examined(a_jpeg(place=PLACE)) == Photo(48, 32, location=True)
    assert examined(a_jpeg()) == Photo(48, 32, location=False)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_a_place_is_seen_in_every_format_of_photos(form: str) -> None:
    assert stores_location(saved(a_picture(), form, exif=exif(place=PLACE)))
    assert not stores_location(saved(a_picture(), form, exif=exif()))


@pytest.mark.parametrize(
    "data",
    [
        with_segments(a_jpeg(), segment(0xE1, XMP_MARK + XMP)),
        with_segments(a_jpeg(), segment(0xED, IPTC)),
        with_chunks(saved(a_picture()), png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)),
        with_chunks(saved(a_picture()), png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(XMP))),
        with_chunks(
            saved(a_picture()),
            png_chunk(
                b"zTXt",
                b"Raw profile type exif\0\0"
                + zlib.compress(b"\nexif\n  99\n" + exif(place=PLACE).tobytes().hex().encode()),
            ),
        ),
        a_jpeg() + a_jpeg(place=PLACE),
        box(b"ftyp", b"heic\0\0\0\0mif1") + box(b"mdat", exif(photo={0x9003: "x"}, place=PLACE).tobytes()),
        a_film(3, b"isom", box(b"udta", box(b"\xa9xyz", b"\0\x12\x15\xc7+50.8537+004.3518/"))),
    ],
    ids=["XMP", "IPTC", "XMP in a PNG", "packed XMP", "raw profile", "behind the picture", "HEIC", "film"],
)
def test_a_place_is_seen_in_whatever_corner_it_stands(data: bytes) -> None:
    assert stores_location(data)


def test_coordinates_that_were_never_filled_in_are_no_place() -> None:
    assert not stores_location(a_jpeg(place={0: b"\2\3\0\0", 7: (22.0, 14.0, 0.0), 2: (0.0, 0.0, 0.0)}))


@pytest.mark.parametrize("located", [a_located_jpeg(), a_located_png()], ids=["JPEG", "PNG"])
def test_a_copy_without_the_place_has_the_same_pixels_and_nothing_that_tells_it(located: bytes) -> None:
    copy = without_location(located)

    assert stores_location(located)
    assert not stores_location(copy)
    assert SECRET in located
    assert SECRET not in copy
    assert b"Inventedville" not in copy
    assert pixels(copy) == pixels(located)


@pytest.mark.parametrize("located", [a_located_jpeg(), a_located_png()], ids=["JPEG", "PNG"])
def test_a_copy_still_says_when_it_was_taken_and_with_what(located: bytes) -> None:
    with Image.open(io.BytesIO(without_location(located))) as image:
        told = image.getexif()

    assert told[0x0110] == "An invented camera"
    assert told.get_ifd(0x8769)[0x9003] == "2026:11:20 22:14:00"
    assert told.get_ifd(0x8825) == {}


def test_a_copy_of_a_turned_photo_is_still_upright() -> None:
    with Image.open(io.BytesIO(without_location(a_located_jpeg()))) as image:
        assert image.getexif()[0x0112] == 6


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
@pytest.mark.parametrize("progressive", [True, False])
def test_every_sort_of_jpeg_keeps_its_pixels(mode: str, progressive: bool) -> None:
    profile = b"An invented colour profile" * 10
    jpeg = saved(a_picture(mode), "JPEG", progressive=progressive, icc_profile=profile, exif=exif(place=PLACE))

    copy = without_location(jpeg)

    assert pixels(copy) == pixels(jpeg)
    with Image.open(io.BytesIO(copy)) as image:
        assert image.info["icc_profile"] == profile


@pytest.mark.parametrize("mode", ["RGB", "L", "LA", "P", "1", "RGBA"])
def test_every_sort_of_png_keeps_its_pixels(mode: str) -> None:
    png = saved(a_picture(mode), "PNG", exif=exif(place=PLACE))

    assert pixels(without_location(png)) == pixels(png)


def test_a_copy_of_a_copy_is_the_same() -> None:
    copy = without_location(a_located_jpeg())

    assert without_location(copy) == copy


@pytest.mark.parametrize("form", ["WEBP", "TIFF", "AVIF", "GIF", "BMP"])
def test_other_formats_are_refused_in_words(form: str) -> None:
    with pytest.raises(LocationStays, match="out of a file of this type"):
        without_location(saved(a_picture(), form))


@pytest.mark.parametrize("data", [a_located_jpeg(), a_located_png()], ids=["JPEG", "PNG"])
@pytest.mark.parametrize("length", [12, 40, 400, 500])
def test_a_photo_that_is_cut_off_is_refused_in_words(data: bytes, length: int) -> None:
    with pytest.raises(LocationStays, match="damaged"):
        without_location(data[:length])


def test_a_damaged_exif_block_stays_behind() -> None:
    jpeg = with_segments(saved(a_picture(), "JPEG"), segment(0xE1, b"Exif\0\0nonsense" + SECRET))

    assert SECRET not in without_location(jpeg)


def test_what_is_no_picture_is_refused_in_words() -> None:
    with pytest.raises(CannotShow, match="cannot be shown here"):
        examined(b"An invented letter.")


@given(
    st.sampled_from([a_located_jpeg(), a_located_png()]),
    st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 255)), min_size=1, max_size=8),
)
def test_damage_is_refused_in_words_or_leaves_no_place(data: bytes, damage: list[tuple[int, int]]) -> None:
    harmed = bytearray(data)
    for place, byte in damage:
        harmed[place % len(harmed)] = byte

    try:
        copy = without_location(bytes(harmed))
    except LocationStays:
        return
    assert not stores_location(copy)


def test_a_file_full_of_false_traces_is_searched_only_so_far() -> None:
    block = exif(photo={0x9003: "2026:11:20 22:14:00"}).tobytes()

    assert 1 < len(metadata(box(b"ftyp", b"heic\0\0\0\0mif1") + block * 500, "image/heic").exif) < 100
