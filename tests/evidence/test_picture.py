"""The look at a picture in a terminal: right colours, upright, harmless, and calm about what cannot be shown."""

from __future__ import annotations

import contextlib
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from journal.evidence.errors import CannotShow
from journal.evidence.picture import SIGNS, UPPER_HALF, Cell, Style, drawn
from tests.evidence.builders import a_film, a_jpeg, a_picture, box, exif, png_chunk, saved

if TYPE_CHECKING:
    from journal.evidence.picture import Colour

WHITE, RED, BLUE = (255, 255, 255), (200, 0, 0), (0, 0, 200)
FORMS = {
    "JPEG": saved(a_picture(), "JPEG", quality=95),
    "progressive JPEG": saved(a_picture(), "JPEG", progressive=True),
    "CMYK JPEG": saved(a_picture("CMYK"), "JPEG", quality=95),
    "PNG": saved(a_picture(), "PNG"),
    "PNG with a palette": saved(a_picture("P"), "PNG"),
    "PNG with transparency": saved(a_picture("RGBA"), "PNG"),
    "GIF": saved(a_picture("P"), "GIF"),
    "WebP": saved(a_picture(), "WEBP", lossless=True),
    "AVIF": saved(a_picture(), "AVIF", quality=95),
    "BMP": saved(a_picture(), "BMP"),
    "TIFF": saved(a_picture(), "TIFF"),
    "CMYK TIFF": saved(a_picture("CMYK"), "TIFF"),
}


def near(one: Colour | None, other: Colour) -> bool:
    return one is not None and all(abs(a - b) < 24 for a, b in zip(one, other, strict=True))


def corners(rows: tuple[tuple[Cell, ...], ...]) -> tuple[Colour | None, ...]:
    """Return the colours of the upper left, upper right, lower left and lower right square."""
    return rows[0][0].foreground, rows[0][-1].foreground, rows[-1][0].background, rows[-1][-1].background


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_is_drawn_in_its_colours(form: str) -> None:
    rows = drawn(FORMS[form], 24, 20)

    assert (len(rows[0]), len(rows)) == (24, 8)
    for colour, wanted in zip(corners(rows), (WHITE, WHITE, RED, BLUE), strict=True):
        assert near(colour, wanted)


@pytest.mark.parametrize(
    ("columns", "rows", "drawn_columns", "drawn_rows"),
    [
        (80, 24, 48, 16),
        (48, 16, 48, 16),
        (12, 20, 12, 4),
        (80, 4, 12, 4),
        (1, 1, 1, 1),
        (0, -3, 1, 1),
        (10**9, 10**9, 48, 16),
    ],
)
def test_it_fits_keeps_its_proportions_and_is_never_enlarged(
    columns: int, rows: int, drawn_columns: int, drawn_rows: int
) -> None:
    cells = drawn(FORMS["PNG"], columns, rows)

    assert {len(row) for row in cells} == {drawn_columns}
    assert len(cells) == drawn_rows


@pytest.mark.parametrize(
    ("orientation", "bar"),
    [(1, "top"), (2, "top"), (3, "bottom"), (4, "bottom"), (5, "left"), (6, "right"), (7, "right"), (8, "left")],
)
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_turned_photo_is_brought_upright(orientation: int, bar: str, form: str) -> None:
    photo = saved(a_picture(), form, exif=exif(main={0x0112: orientation}))

    rows = drawn(photo, 48, 48)

    white = [near(colour, WHITE) for colour in corners(rows)]
    sides = {"top": [0, 1], "bottom": [2, 3], "left": [0, 2], "right": [1, 3]}
    assert [place for place in range(4) if white[place]] == sides[bar]
    assert (len(rows[0]), len(rows)) == ((48, 16) if bar in {"top", "bottom"} else (32, 24))


def test_what_is_transparent_shows_white_paper() -> None:
    clear = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    with_palette = Image.new("P", (8, 8), 0)

    assert drawn(saved(clear), 4, 4)[0][0].foreground == WHITE
    assert drawn(saved(with_palette, "GIF", transparency=0), 4, 4)[0][0].foreground == WHITE


@pytest.mark.parametrize("mode", ["L", "LA", "1", "I;16", "I", "F"])
def test_grey_and_wide_numbers_keep_light_and_dark_apart(mode: str) -> None:
    ramp = Image.new("L", (64, 64), 0)
    ramp.paste(255, (32, 0, 64, 64))
    wide = ramp.convert("I").point(lambda value: value * 257)
    image = {"I;16": wide.convert("I;16"), "I": wide, "F": wide.convert("F")}.get(mode) or ramp.convert(mode)

    rows = drawn(saved(image, "TIFF" if mode in "IF" else "PNG"), 8, 4)

    assert [near(colour, wanted) for colour, wanted in zip(corners(rows), ((0, 0, 0), WHITE) * 2, strict=True)] == [
        True
    ] * 4


def test_numbers_that_are_none_are_drawn_somehow() -> None:
    image = Image.new("F", (4, 4), float("nan"))

    assert len(drawn(saved(image, "TIFF"), 4, 4)) == 2


@pytest.mark.parametrize("form", ["GIF", "PNG", "WEBP"])
def test_an_animated_picture_stands_still_at_its_beginning(form: str) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in (RED, BLUE, WHITE)]
    film = saved(frames[0], form, save_all=True, append_images=frames[1:], duration=100)

    assert near(drawn(film, 4, 4)[0][0].foreground, RED)


def test_without_colour_it_is_grey_or_made_of_signs() -> None:
    grey = drawn(FORMS["PNG"], 24, 20, Style.GREY)
    signs = drawn(FORMS["PNG"], 24, 20, Style.SIGNS)

    assert {len(set(cell.foreground or ())) for row in grey for cell in row} == {1}
    assert {cell.foreground or cell.background for row in signs for cell in row} == {None}
    assert (len(signs[0]), len(signs)) == (24, 8)
    assert signs[0][0].char == SIGNS[-1]
    assert signs[-1][0].char in SIGNS[1:4]


@pytest.mark.parametrize("size", [(1, 1), (1, 4000), (4000, 1), (3, 2)])
@pytest.mark.parametrize("mode", ["RGB", "P", "I;16", "1"])
def test_pictures_of_odd_sizes_are_drawn(size: tuple[int, int], mode: str) -> None:
    rows = drawn(saved(Image.new("L", size).convert(mode)), 20, 20)

    assert 1 <= len(rows) <= 20
    assert 1 <= len(rows[0]) <= 20


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF"])
def test_a_large_picture_is_drawn_small(form: str) -> None:
    photo = saved(a_picture("P" if form == "GIF" else "RGB", (3000, 2000)), form)

    assert near(corners(drawn(photo, 30, 30))[3], BLUE)


@pytest.mark.parametrize("harm", [b"\0", b"\xff"])
def test_no_decoder_writes_to_the_terminal_or_a_log(
    harm: bytes, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    forms = [
        *FORMS.values(),
        *(saved(a_picture(), "TIFF", compression=name) for name in ("packbits", "jpeg", "tiff_lzw")),
    ]

    for data in forms:
        for place in range(8, min(len(data), 400), 7):
            with contextlib.suppress(CannotShow):
                drawn(data[:place] + harm * 4 + data[place + 4 :], 4, 4)

    assert capfd.readouterr() == ("", "")
    assert caplog.records == []


def a_giant() -> bytes:
    """Claim 100,000 by 100,000 pixels in sixty bytes."""
    head = (100_000).to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0"
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", head) + png_chunk(b"IDAT", b"x") + png_chunk(b"IEND", b"")


def a_large_one() -> bytes:
    """Claim a little more than is allowed, where pillow alone would only warn."""
    return a_giant().replace((100_000).to_bytes(4, "big"), (9_800).to_bytes(4, "big"))


def with_check(png: bytes) -> bytes:
    head = png[12:29]
    return png[:29] + zlib.crc32(head).to_bytes(4, "big") + png[33:]


@pytest.mark.parametrize("picture", [a_giant(), with_check(a_large_one())], ids=["giant", "large"])
def test_a_picture_with_too_many_pixels_is_refused_before_it_is_unpacked(picture: bytes) -> None:
    with pytest.raises(CannotShow, match="too large to be shown here"):
        drawn(picture, 10, 10)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"An invented letter.",
        a_film(),
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        b"<svg xmlns='http://www.w3.org/2000/svg'></svg>",
        FORMS["JPEG"][:200],
        FORMS["PNG"][:60],
        FORMS["WebP"][:40],
    ],
    ids=["empty", "text", "film", "PostScript", "SVG", "cut JPEG", "cut PNG", "cut WebP"],
)
def test_what_cannot_be_decoded_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(CannotShow, match="its format is not known, or it is damaged"):
        drawn(data, 10, 10)


@pytest.mark.parametrize(
    "data",
    [
        box(b"ftyp", b"heic\0\0\0\0mif1heic") + bytes(500),
        box(b"ftyp", b"mif1\0\0\0\0mif1") + bytes(500),
        saved(a_picture(), "TIFF", compression="tiff_lzw"),
        saved(a_picture(), "TIFF", compression="jpeg"),
    ],
    ids=["HEIC", "HEIF", "TIFF packed by LZW", "TIFF packed as JPEG"],
)
def test_a_whole_picture_of_another_format_is_not_called_damaged(data: bytes) -> None:
    with pytest.raises(CannotShow, match="This picture is in a format that is not shown here"):
        drawn(data, 10, 10)


@given(
    st.sampled_from([*FORMS.values(), a_jpeg(main={0x0112: 6})]),
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), max_size=10),
    st.sampled_from(Style),
)
def test_no_byte_of_a_picture_can_reach_the_terminal_as_itself(
    data: bytes, damage: list[tuple[int, int]], style: Style
) -> None:
    harmed = bytearray(data)
    for place, byte in damage:
        harmed[place % len(harmed)] = byte

    try:
        rows = drawn(bytes(harmed), 12, 6, style)
    except CannotShow:
        return
    cells = [cell for row in rows for cell in row]
    assert {cell.char for cell in cells} <= ({UPPER_HALF} if style is not Style.SIGNS else set(SIGNS))
    assert all(0 <= part <= 255 for cell in cells for colour in cell[1:] for part in colour or ())
