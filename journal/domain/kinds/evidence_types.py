"""Evidence types: prefixes of media types that can prove a checklist item, the likeliest first."""

from __future__ import annotations

THING = "thing"
"""Stands for the media type of evidence without a file, such as a letter or a gift."""

PICTURE = ("image/", "application/pdf")
PICTURE_OR_FILM = ("image/", "video/", "application/pdf")
SOUND = ("audio/", "video/")
WORDS = ("text/", "application/pdf")
MAIL = ("message/",)
PAPER = ("application/pdf", "image/", "message/", "text/")
LETTER = ("message/", "application/pdf", "text/")
PRINTED = ("application/pdf", THING)
A_THING = (THING,)
ANYTHING = ("text/", "image/", "application/pdf", "message/", "audio/", "video/", THING)
