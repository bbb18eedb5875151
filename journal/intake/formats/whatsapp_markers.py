"""Words by which WhatsApp tells, in Dutch, French, German and English, what a line of an export stands for.

Compared without invisible marks, a final full stop and letter case. Source: string tables of 2022 to 2026.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from journal.domain.entry.origin import OriginNote
from journal.intake.formats.chat_headers import MARKS
from journal.intake.model.found import CallResult

if TYPE_CHECKING:
    from collections.abc import Mapping

_LEFT_OUT = (
    *("<Media weggelaten>", "<Médias omis>", "<Fichier omis>", "<Medien ausgeschlossen>", "<Medien weggelassen>"),
    *("<Media omitted>", "<Video note omitted>", "<View once voice message omitted>"),
    *(f"{one} weggelaten" for one in ("afbeelding", "video", "audio", "sticker", "GIF", "document", "Visitekaartje")),
    *("image absente", "vidéo absente", "audio omis", "sticker omis", "GIF retiré", "document manquant"),
    *("Fiche contact manquante", "Kontaktkarte ausgelassen"),
    *(f"{one} weggelassen" for one in ("Bild", "Video", "Audio", "Sticker", "GIF", "Dokument", "Videonotiz")),
    *(f"{one} omitted" for one in ("image", "video", "audio", "sticker", "GIF", "document", "Contact card")),
    "video note omitted",
)
_DELETED = (
    *("Dit bericht is verwijderd", "U hebt dit bericht verwijderd", "Je hebt dit bericht verwijderd"),
    *("Ce message a été supprimé", "Vous avez supprimé ce message"),
    *("Diese Nachricht wurde gelöscht", "Du hast diese Nachricht gelöscht"),
    *("This message was deleted", "You deleted this message"),
)
_NOT_ARRIVED = (
    *("Wachten op dit bericht", "En attente de ce message", "Waiting for this message"),
    "Waiting for this message. This may take a while",
)
_MISSED = (
    *("Gemist spraakgesprek", "Gemist videogesprek", "Gemiste spraakoproep", "Gemiste video-oproep"),
    *("Appel vocal manqué", "Appel vidéo manqué"),
    *("Verpasster Sprachanruf", "Verpasster Videoanruf", "Missed voice call", "Missed video call"),
)
_EDITED = (
    *("<Dit bericht is bewerkt>", "<Ce message a été modifié>", "<Diese Nachricht wurde bearbeitet>"),
    "<This message was edited>",
)
_ATTACHED = re.compile(
    r"<(?:bijgevoegd|pièce jointe|Anhang|angehängt|attached)\s?:\s?(?P<ios>[^<>\n]{1,240})>$"
    r"|^(?P<android>[^\n]{1,240}?) \((?:bestand bijgevoegd|fichier joint|Datei angehängt|file attached)\)",
    re.IGNORECASE,
)
_CALL = re.compile(r"(?:voice|video) call\W+(?:(?P<amount>\d+) (?P<unit>sec|min|hr)|(?P<unanswered>no answer))")
_TAP = r"\b.*\b(?:tap to|tap for|tik om|tik voor|tippe|appuyez)\b.*"
_OF_THE_PROGRAM = re.compile(
    r"(?:messages and calls|messages you send|messages to this|les messages|vos messages|de berichten|"
    r"berichten(?: en| die| in| naar|,)|nachrichten(?: und| in| an|,)|die nachrichten)\b.{0,120}"
    r"\b(?:end-to-end[ -](?:encrypt|versleutel)|ende-zu-ende[ -]verschlüssel|de bout en bout).*"
    rf"|.{{0,100}}\bsecurity code (?:with|changed){_TAP}|.{{0,100}}\bbeveiligingscode{_TAP}"
    rf"|.{{0,100}}\bsicherheitsnummer{_TAP}|.{{0,100}}\bcode de sécurité{_TAP}"
    rf"|.{{1,100}} changed their phone number to a new number{_TAP}"
    rf"|.{{1,100}} heeft een nieuw telefoonnummer{_TAP}"
    r"|you (?:un)?blocked this contact\b.*|du hast diesen kontakt (?:blockiert|freigegeben)\b.*"
)
"""Notices of the program, before which some exports write the name of the contact or of the group."""
_PERHAPS_A_NOTICE = re.compile(
    r"end-to-end|ende-zu-ende|bout en bout|\bt(?:ap|ik) (?:to|for|om|voor)\b|tippe|appuyez|blocked this|diesen kontakt",
    re.IGNORECASE,
)
"""Quick test, which few words of people pass."""
_SECONDS = {"sec": 1, "min": 60, "hr": 3600}
_LEFT_OUT_ENDING = re.compile(r"• .{0,40}(?:document omitted|document weggelaten|document manquant)$", re.IGNORECASE)


@lru_cache(maxsize=16)
def plain(text: str) -> str:
    """Return a text for comparison: without marks, a final full stop and letter case, with plain blanks."""
    unmarked = "".join(sign for sign in text if sign not in MARKS) if not text.isascii() else text
    return " ".join(unmarked.split()).rstrip(".").casefold()


_NOTES: Mapping[str, OriginNote] = {
    plain(phrase): note
    for note, phrases in (
        (OriginNote.MEDIA_LEFT_OUT, _LEFT_OUT),
        (OriginNote.DELETED, _DELETED),
        (OriginNote.NOT_ARRIVED, _NOT_ARRIVED),
        (OriginNote.CALL_OR_VIEW_ONCE, ("null",)),
        (OriginNote.VIEW_ONCE, ("",)),
    )
    for phrase in phrases
}
_MISSED_CALLS = tuple(plain(phrase) for phrase in _MISSED)
_EDITED_ENDINGS = tuple(plain(phrase) for phrase in _EDITED)
_FIRST_WORDS = frozenset(
    phrase.partition(" ")[0]
    for phrase in (*_NOTES, *_MISSED_CALLS, "this message was deleted by admin", "voice call", "video call")
)
"""First words of all markers; "" of the empty one."""
_LONGEST = 120
"""Letters of the longest marker; a longer text is none."""
_LONGEST_NOTICE = 400
"""Letters; each notice is of one line and ends with a full stop, as few messages do."""


def may_be_more(text: str) -> bool:
    """Test whether a body can be more than words of somebody: a marker, a call, a file, an edited text.

    Quick for most texts, which are none of these: all of that holds a bracket, or begins with one of a few words.
    """
    words = text.split(None, 1)
    if not words or "<" in text or "(" in text or "\N{BULLET}" in text:
        return True
    first = words[0]
    return not first.isascii() or first.rstrip(".").lower() in _FIRST_WORDS


def note_of(text: str) -> OriginNote | None:
    """Return what a body stands for where it is nothing but a marker; None for words of somebody."""
    if len(text) > _LONGEST:
        return None
    said = plain(text)
    if said.startswith("this message was deleted by admin"):
        return OriginNote.DELETED
    left_out = "\N{BULLET}" in said and _LEFT_OUT_ENDING.search(said)
    return OriginNote.MEDIA_LEFT_OUT if left_out else _NOTES.get(said)


def of_the_program(text: str) -> bool:
    """Test whether a body is a notice of the program itself, and nobody's words, although a name stands before it."""
    if not text.endswith(".") or len(text) > _LONGEST_NOTICE or not _PERHAPS_A_NOTICE.search(text):
        return False
    return "\n" not in text and _OF_THE_PROGRAM.fullmatch(plain(text)) is not None


def call_of(text: str) -> tuple[CallResult, int | None] | None:
    """Return how a call ended, and its seconds, where a body tells of a call; None for any other."""
    if len(text) > _LONGEST:
        return None
    said = plain(text)
    if said.startswith(_MISSED_CALLS):
        return CallResult.MISSED, None
    if found := _CALL.match(said):
        seconds = int(found["amount"]) * _SECONDS[found["unit"]] if found["amount"] else None
        return (CallResult.UNKNOWN if found["unanswered"] else CallResult.ANSWERED), seconds
    return None


def attached(text: str) -> tuple[str, str]:
    """Return the name of the file that a body comes with, and the words beside it; no name where there is none."""
    if "<" not in text and "(" not in text:
        return "", text
    unmarked = "".join(sign for sign in text if sign not in MARKS) if not text.isascii() else text
    first, _, caption = unmarked.partition("\n")
    found = _ATTACHED.search(first)
    if found is None:
        return "", text
    before = first[: found.start()].strip()
    return (found["ios"] or found["android"]).strip(), "\n".join(filter(None, (before, caption.strip())))


def without_edit_mark(text: str) -> tuple[str, bool]:
    """Remove the mark of an edited message from the end of a body; returns whether it was there."""
    cut = text.rfind("<")
    if cut >= 0 and plain(text[cut:]) in _EDITED_ENDINGS:
        return text[:cut].rstrip(MARKS + " \n"), True
    return text, False
