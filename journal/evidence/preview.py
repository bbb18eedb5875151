"""Text preview of a file for the terminal; nothing in the file is executed, loaded or followed."""

from __future__ import annotations

from msgspec import Struct

from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_, _
from journal.evidence.mail import read_mail
from journal.evidence.markup import words_of
from journal.evidence.media_types import FileKind, kind_of
from journal.evidence.text import decoded

LARGEST = 64_000_000
"""Maximum file size for a preview, in bytes."""
LONGEST_TEXT = 200_000
"""Maximum number of characters shown; a longer text is cut, with a note."""

TOO_LARGE = N_("This file is too large to be shown here. It is kept unchanged; save a copy to look at it elsewhere.")
SOUND = N_("A recording is not played here. Save a copy to listen to it elsewhere.")
FILM = N_("A film is not played here. Save a copy to look at it elsewhere.")
NOT_SHOWN = N_("A file of this sort is not shown here. It is kept unchanged; save a copy to look at it elsewhere.")
CUT = N_("It goes on; save a copy to read the rest.")
EMPTY = N_("The file is empty.")


class TextPreview(Struct, frozen=True):
    """Text of a file, or a message about it; every string is escaped for the terminal."""

    text: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    """Names and values of a mail's headers."""
    received: tuple[str, ...] = ()
    """`Received` headers of a mail."""
    attached: tuple[tuple[str, str, int], ...] = ()
    """Attachments of a mail: name, claimed media type and size in bytes."""
    said: str = ""
    """Message of the program about the file."""


def words_in(data: bytes, media_type: str) -> TextPreview | None:
    """Build the text preview of a file; None for a picture, which is drawn. Never raises."""
    if not data:
        return TextPreview(said=_(EMPTY))
    kind = kind_of(media_type)
    if kind is FileKind.PICTURE:
        return None
    if kind is FileKind.MAIL:
        return _mail(data)
    if kind is FileKind.TEXT or media_type in {"text/html", "image/svg+xml"}:
        text = decoded(data)
        return _text(words_of(text) if media_type == "text/html" else text)
    return TextPreview(said=_({FileKind.SOUND: SOUND, FileKind.FILM: FILM}.get(kind, NOT_SHOWN)))


def _mail(data: bytes) -> TextPreview:
    mail = read_mail(data)
    attached = tuple((one.name, one.media_type, one.size) for one in mail.attachments)
    return TextPreview(mail.text, mail.headers, mail.received, attached)


def _text(text: str) -> TextPreview:
    return TextPreview(harmless(text[:LONGEST_TEXT], lines=True), said=_(CUT) if len(text) > LONGEST_TEXT else "")
