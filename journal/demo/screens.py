"""Pictures of a telephone's screen: a chat, a message, a list of calls, a page."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from journal.demo import cast
from journal.demo.drawing import About, as_screenshot, sheet, wrapped, write

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

WIDTH, HEIGHT = 360, 640
_BAR, _GROUND, _BUBBLE, _GREY = (18, 92, 110), (236, 232, 224), (255, 255, 255), (120, 120, 124)
_RED, _WHITE = (190, 40, 40), (255, 255, 255)


def chat(about: About) -> bytes:
    """Draw the words of the entry as a message in a chat, with the account and the hour."""
    sender = str(about.entry.details.get("message.sender", "somebody"))
    image, draw = _screen(about, sender, "chat app")
    _bubble(draw, 96, about.entry.quoted_words or "...", f"{about.when:%H:%M}")
    return as_screenshot(image)


def message(about: About) -> bytes:
    """Draw the words of the entry as a text message, with the number that was shown."""
    number = str(about.entry.details.get("call.number", cast.HIS_NUMBER))
    image, draw = _screen(about, number, "text message")
    _bubble(draw, 96, about.entry.quoted_words or "...", f"{about.when:%d.%m.%Y %H:%M}")
    return as_screenshot(image)


def calls(about: About) -> bytes:
    """Draw a list of missed calls that ends at the time of the picture."""
    image, draw = _screen(about, "Missed calls", cast.OWN_MOBILE)
    for row in range(9):
        top, when = 84 + 60 * row, about.when - row * timedelta(minutes=5, seconds=7)
        draw.line((0, top + 56, WIDTH, top + 56), fill=(214, 210, 202))
        write(draw, (20, top + 6), cast.HIS_NUMBER, 20, _RED)
        write(draw, (20, top + 32), "missed", 14, _GREY)
        write(draw, (286, top + 16), f"{when:%H:%M}", 18, _GREY)
    return as_screenshot(image)


def profile(about: About) -> bytes:
    """Draw a page that somebody made in another name, with its address and the date."""
    image, draw = _screen(about, "the_real_me_00", "fictiegram.example/the_real_me_00")
    draw.ellipse((120, 100, 240, 220), fill=(200, 180, 160))
    draw.ellipse((155, 125, 205, 175), fill=(150, 120, 100))
    write(draw, (120, 232), "14 followers", 20)
    for row in range(2):
        for column in range(3):
            left, top = 12 + 114 * column, 280 + 114 * row
            draw.rectangle((left, top, left + 106, top + 106), fill=(150 + 20 * row, 170 - 20 * column, 180))
    write(draw, (12, 540), f"{about.when:%d.%m.%Y %H:%M}", 18, _GREY)
    return as_screenshot(image)


def sign_ins(about: About) -> bytes:
    """Draw the page on which a mail provider lists who signed in."""
    image, draw = _screen(about, "Recent sign-ins", "me@mine.example")
    rows = (
        ("04:02", "Nullville, unknown telephone"),
        ("04:11", "Nullville, unknown telephone"),
        ("21:30", "this device"),
    )
    for number, (hour, words) in enumerate(rows):
        write(draw, (20, 100 + 70 * number), hour, 24, _RED if number < 2 else _GREY)
        write(draw, (20, 130 + 70 * number), words, 16)
    return as_screenshot(image)


def _screen(about: About, title: str, below: str) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image, draw = sheet(WIDTH, HEIGHT, _GROUND)
    draw.fontmode = "1"  # letters without grey edges make small files
    draw.rectangle((0, 0, WIDTH, 72), fill=_BAR)
    write(draw, (310, 2), f"{about.when:%H:%M}", 14, _WHITE)
    write(draw, (16, 16), title, 24, _WHITE)
    write(draw, (16, 46), below, 14, (200, 226, 230))
    return image, draw


def _bubble(draw: ImageDraw.ImageDraw, top: int, words: str, when: str) -> None:
    lines = list(wrapped(words, 250, 20))
    draw.rounded_rectangle((14, top, 300, top + 44 + 26 * len(lines)), 14, fill=_BUBBLE)
    for number, line in enumerate(lines):
        write(draw, (28, top + 10 + 26 * number), line, 20)
    write(draw, (28, top + 16 + 26 * len(lines)), when, 14, _GREY)
