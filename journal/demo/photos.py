"""The photos of the story, each drawn with a few shapes; nothing in them exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.demo import cast
from journal.demo.drawing import About, as_photo, sheet, write

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

    from journal.demo.drawing import Colour

WIDTH, HEIGHT = 640, 480
_ASPHALT, _SKY, _GRASS, _WOOD = (92, 94, 98), (168, 196, 220), (86, 122, 70), (139, 98, 62)
_CAR, _GLASS, _DARK, _PAPER = (142, 146, 150), (60, 74, 86), (38, 38, 42), (244, 241, 232)


def scratched_door(about: About) -> bytes:
    """Draw the side of a car, with a scratch from one end to the other."""
    image, draw = sheet(WIDTH, HEIGHT, _ASPHALT)
    _side_of_a_car(draw)
    draw.line((20, 250, 210, 262, 400, 255, 620, 270), fill=(235, 235, 235), width=4)
    return as_photo(image, about.when)


def scratch_close_by(about: About) -> bytes:
    """Draw the scratch from close by, with a ruler beside it; the camera knows no zone."""
    image, draw = sheet(WIDTH, HEIGHT, _CAR)
    draw.line((0, 170, 230, 200, 420, 180, WIDTH, 215), fill=(236, 236, 236), width=16)
    draw.line((0, 176, 230, 207, 420, 187, WIDTH, 222), fill=(96, 98, 102), width=4)
    draw.rectangle((40, 330, 600, 390), fill=(232, 205, 90))
    for mark in range(29):
        draw.line((40 + 20 * mark, 330, 40 + 20 * mark, 360 if mark % 5 == 0 else 345), fill=_DARK, width=2)
        if mark % 5 == 0:
            write(draw, (44 + 20 * mark, 360), str(mark), 18)
    return as_photo(image, about.when, offset=False)


def car_park(about: About) -> bytes:
    """Draw a car park in the evening, with a grey car beside the ticket machine; it says where it was taken."""
    image, draw = sheet(WIDTH, HEIGHT, (34, 40, 58))
    draw.rectangle((0, 210, WIDTH, HEIGHT), fill=(62, 64, 70))
    for left in range(-40, WIDTH, 150):
        draw.line((left, HEIGHT, left + 90, 230), fill=(210, 210, 200), width=4)
    for lamp in (90, 520):
        draw.line((lamp, 40, lamp, 230), fill=(20, 20, 24), width=6)
        draw.ellipse((lamp - 26, 22, lamp + 26, 62), fill=(250, 226, 150))
    _back_of_a_car(draw, 230, 190)
    draw.rectangle((500, 170, 560, 320), fill=(30, 90, 160))
    write(draw, (519, 182), "P", 34, (255, 255, 255))
    return as_photo(image, about.when, located=True)


def envelope_front(about: About) -> bytes:
    """Draw a letter that lies on a table."""
    image, draw = _table()
    draw.rectangle((110, 110, 540, 380), fill=_PAPER)
    draw.rectangle((440, 130, 515, 215), fill=(170, 60, 60))
    draw.ellipse((380, 120, 480, 220), outline=(70, 70, 90), width=4)
    for number, words in enumerate(("Me", "1 Nowhere Street", "0000 Nullville")):
        write(draw, (230, 250 + 36 * number), words, 26, (30, 40, 120))
    return as_photo(image, about.when)


def envelope_back(about: About) -> bytes:
    """Draw the same letter from behind, closed."""
    image, draw = _table()
    draw.rectangle((110, 110, 540, 380), fill=_PAPER)
    draw.polygon(((110, 110), (540, 110), (325, 270)), fill=(232, 228, 216), outline=(180, 174, 158))
    write(draw, (150, 335), "M. M., Elsewhere Lane 0", 20, (30, 40, 120))
    return as_photo(image, about.when)


def parcel(about: About) -> bytes:
    """Draw a parcel on a doorstep."""
    image, draw = sheet(WIDTH, HEIGHT, (120, 108, 98))
    draw.rectangle((150, 0, 490, 300), fill=(54, 84, 66))
    draw.ellipse((440, 150, 466, 176), fill=(210, 190, 110))
    draw.rectangle((0, 300, WIDTH, HEIGHT), fill=(150, 146, 140))
    draw.rectangle((200, 250, 450, 430), fill=(186, 142, 92))
    draw.rectangle((305, 250, 345, 430), fill=(214, 180, 130))
    draw.rectangle((225, 290, 295, 340), fill=_PAPER)
    return as_photo(image, about.when)


def boxes(about: About) -> bytes:
    """Draw twelve flat boxes in the arms of nobody."""
    image, draw = sheet(WIDTH, HEIGHT, (188, 180, 168))
    for number in range(12):
        top = 390 - 30 * number
        draw.rectangle((190 + number % 2 * 8, top, 450 + number % 2 * 8, top + 26), fill=(222, 208, 184))
        draw.rectangle((300, top + 8, 340, top + 18), fill=(176, 52, 44))
    return as_photo(image, about.when, offset=False)


def tag_under_the_seat(about: About) -> bytes:
    """Draw a round tag on dark cloth."""
    image, draw = sheet(WIDTH, HEIGHT, (48, 50, 56))
    for line in range(0, WIDTH, 24):
        draw.line((line, 0, line - 120, HEIGHT), fill=(58, 60, 66), width=3)
    draw.ellipse((250, 170, 390, 310), fill=(226, 228, 230), outline=(150, 152, 156), width=5)
    write(draw, (282, 226), "XX000000", 16, (110, 110, 116))
    return as_photo(image, about.when)


def arm(about: About) -> bytes:
    """Draw an arm with a blue mark."""
    return _arm(about, (170, 140, 150), (140, 116, 140))


def arm_later(about: About) -> bytes:
    """Draw the same arm when the mark has turned yellow."""
    return _arm(about, (206, 184, 130), (186, 170, 120))


def gate(about: About) -> bytes:
    """Draw a garden gate that leans beside its posts."""
    image, draw = sheet(WIDTH, HEIGHT, _SKY)
    draw.rectangle((0, 270, WIDTH, HEIGHT), fill=_GRASS)
    for post in (150, 470):
        draw.rectangle((post, 130, post + 24, 380), fill=(96, 68, 44))
    for slat in range(7):
        left = 200 + 30 * slat
        draw.polygon(((left, 210), (left + 20, 205), (left + 80, 420), (left + 60, 425)), fill=_WOOD)
    return as_photo(image, about.when, offset=False)


def shed(about: About) -> bytes:
    """Draw a shed with its door open."""
    image, draw = sheet(WIDTH, HEIGHT, _GRASS)
    draw.rectangle((90, 60, 550, 430), fill=_WOOD)
    draw.rectangle((230, 140, 410, 430), fill=(24, 22, 22))
    draw.polygon(((410, 140), (500, 110), (500, 460), (410, 430)), fill=(120, 82, 50))
    draw.ellipse((424, 275, 440, 291), fill=(190, 190, 196))
    return as_photo(image, about.when, offset=False)


def cat(about: About) -> bytes:
    """Draw a cat with a ribbon, which is well."""
    image, draw = sheet(WIDTH, HEIGHT, (206, 190, 168))
    draw.ellipse((200, 110, 440, 340), fill=(120, 120, 124))
    for ear in (((215, 180), (230, 70), (300, 125)), ((425, 180), (410, 70), (340, 125))):
        draw.polygon(ear, fill=(120, 120, 124))
    for eye in (270, 370):
        draw.ellipse((eye - 18, 190, eye + 18, 226), fill=(196, 208, 90))
        draw.ellipse((eye - 6, 192, eye + 6, 224), fill=_DARK)
    draw.polygon(((310, 248), (330, 248), (320, 262)), fill=(214, 150, 150))
    for side in (-1, 1):
        draw.line((320 + 20 * side, 266, 320 + 130 * side, 250), fill=(240, 240, 240), width=2)
    draw.rectangle((230, 325, 410, 350), fill=(188, 40, 60))
    return as_photo(image, about.when)


def roses(about: About) -> bytes:
    """Draw a bunch of roses with a card."""
    image, draw = sheet(WIDTH, HEIGHT, (150, 146, 140))
    for left, top in ((250, 120), (320, 90), (390, 130), (290, 180), (360, 190)):
        draw.line((left + 30, top + 50, 330, 430), fill=(52, 96, 50), width=6)
        draw.ellipse((left, top, left + 60, top + 60), fill=(176, 30, 48), outline=(120, 14, 30), width=4)
    draw.rectangle((390, 330, 530, 410), fill=_PAPER)
    write(draw, (404, 356), "You will come ...", 16, (30, 40, 120))
    return as_photo(image, about.when, offset=False)


def posting_card(about: About) -> bytes:
    """Draw the pink card that comes back signed."""
    image, draw = _table()
    draw.rectangle((90, 90, 560, 400), fill=(240, 190, 198))
    for number, words in enumerate(("RR 000 000 000 XX", "received: 05.02.2026", "signature:")):
        write(draw, (120, 130 + 60 * number), words, 30)
    draw.line((260, 310, 310, 270, 330, 330, 380, 265, 420, 325), fill=(30, 40, 120), width=5)
    return as_photo(image, about.when)


def _table() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image, draw = sheet(WIDTH, HEIGHT, _WOOD)
    for line in range(30, HEIGHT, 60):
        draw.line((0, line, WIDTH, line + 8), fill=(124, 86, 52), width=3)
    return image, draw


def _arm(about: About, edge: Colour, middle: Colour) -> bytes:
    image, draw = sheet(WIDTH, HEIGHT, (226, 226, 222))
    draw.polygon(((0, 150), (WIDTH, 190), (WIDTH, 330), (0, 360)), fill=(222, 186, 160))
    draw.ellipse((290, 215, 390, 290), fill=edge)
    draw.ellipse((312, 232, 368, 274), fill=middle)
    return as_photo(image, about.when)


def _side_of_a_car(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((0, 160, WIDTH, 380), fill=_CAR)
    draw.polygon(((60, 160), (130, 40), (540, 40), (610, 160)), fill=_GLASS)
    for seam in (200, 420):
        draw.line((seam, 50, seam, 370), fill=_DARK, width=3)
        draw.rectangle((seam - 60, 190, seam - 20, 202), fill=_DARK)
    for wheel in (90, 500):
        draw.ellipse((wheel, 310, wheel + 130, 440), fill=_DARK)


def _back_of_a_car(draw: ImageDraw.ImageDraw, left: int, top: int) -> None:
    draw.polygon(
        ((left + 20, top + 70), (left + 45, top), (left + 175, top), (left + 200, top + 70)), fill=(28, 34, 42)
    )
    draw.rectangle((left, top + 70, left + 220, top + 170), fill=_CAR)
    for lamp in (left + 8, left + 182):
        draw.rectangle((lamp, top + 82, lamp + 30, top + 106), fill=(190, 40, 36))
    draw.rectangle((left + 62, top + 118, left + 158, top + 146), fill=_PAPER)
    write(draw, (left + 70, top + 122), cast.HIS_PLATE, 18)
    for wheel in (left + 14, left + 166):
        draw.rectangle((wheel, top + 170, wheel + 40, top + 192), fill=_DARK)
