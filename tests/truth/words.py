"""Text of every script that works against whoever shows it, each with a token in it that stands nowhere else.

What a sign that acts looks like once it is harmless stands here a second time, so that no reader asks the program.
"""

from __future__ import annotations

import re

TOKEN = re.compile(r"zq[a-j]{4}zq")
"""Letters only, so that no writer breaks or escapes it; all of one length, so that none is a part of another."""

PIECES = (
    "plain words",
    "été naïve ÅŁŐß œuvre",
    "Привет Ελληνικά",
    "שלום עולם",
    "مرحبا بالعالم",
    "日本語 中文 한국어",
    "🥰 👩‍👩‍👧 🇧🇪",
    "keycap 1\ufe0f\u20e3 of 12",
    "e\u0301\u0323 a\u20dd o\u1dc4 n\u0303",
    "=SUM(A1:A9)",
    "+32 2 555 01 42",
    "-1",
    "@cmd",
    "  =1+1",
    "<b>bold</b> &amp; <script>x</script>",
    "#set text(red) $x$ *b* _u_ `r` @ref <label> \\ //",
    "{{ 7 * 7 }} {% raw %} {number} %s",
    "\u202eturned\u202c \u200bhidden\u00ad",
    "\x1b[31mred\x07 \x00 \x7f \x9b8m",
    "tab\there",
    "comma, semi; colon: \"quote\" 'single'",
    "END:VEVENT",
    "http://nowhere.invalid/?a=1&b=2",
    "a" * 300,
    "two words " * 40,
    "100 acts in 7 entries; none; empty; 1 2 3",
)
LINES = ("first line\nsecond line", "one\r\ntwo", "\nBEGIN:VEVENT\nUID:1", "gap\n\n\nend")
"""What only a field of several lines holds."""
_SHOWN = str.maketrans(
    {
        "\u202e": "⟨202E⟩",
        "\u202c": "⟨202C⟩",
        "\u200b": "⟨200B⟩",
        "\u00ad": "⟨00AD⟩",
        "\x1b": "␛",
        "\x07": "␇",
        "\x00": "␀",
        "\x7f": "␡",
        "\x9b": "⟨009B⟩",
        "\t": "    ",
    }
)


def token(number: int) -> str:
    """The token of a number from 0 to 9999."""
    return f"zq{str(number).zfill(4).translate(str.maketrans('0123456789', 'abcdefghij'))}zq"


def tokens(said: object) -> set[str]:
    """Every token in a value, however deep."""
    return set(TOKEN.findall(str(said)))


def shown(raw: str) -> str:
    """What is to be seen of stored words where lines stay lines."""
    return raw.replace("\r\n", "\n").translate(_SHOWN)


def squeezed(text: str) -> str:
    """A text without any white space, as a page with lines of its own is compared."""
    return "".join(text.split())


def can_be_drawn(shown_words: str) -> bool:
    """Whether the fonts of the program hold every sign, and a reader of PDF gives them back in the order of writing."""
    return all(sign.isascii() or 0xC0 <= ord(sign) < 0x180 or 0x370 <= ord(sign) < 0x500 for sign in shown_words)
