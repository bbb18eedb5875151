"""Words in tables of calls and messages, in Dutch, French, German and English: names of columns, kinds, directions.

Compared without letter case; no public phone bill shows which words a provider uses, so that most are of dictionaries.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journal.intake.model.columns import Meaning
from journal.intake.model.found import CallResult, Channel, SentBy

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES: Mapping[Meaning, str] = {
    Meaning.DAY: "datum|date|day|dag|jour|tag|call date|date de l'appel|datum oproep",
    Meaning.CLOCK: "tijd|tijdstip|uur|heure|time|uhrzeit|zeit|starttijd|begintijd|heure de début|start time|call time",
    Meaning.WHEN: "datum en tijd|datum/tijd|datum tijd|date et heure|date/heure|date and time|date/time|datetime"
    "|datum und uhrzeit|datum/uhrzeit|timestamp|message date|sent date|tijdstempel",
    Meaning.NUMBER: "nummer|telefoonnummer|telefoon|numéro|numéro de téléphone|téléphone|number|phone number|phone"
    "|telefonnummer|rufnummer|sender id",
    Meaning.CALLED: "gebeld nummer|gekozen nummer|opgeroepen nummer|bestemming|numéro appelé|destination"
    "|called number|number called|dialled number|dialed number|gewählte rufnummer|zielrufnummer",
    Meaning.NAME: "naam|nom|name|contact|contactpersoon|kontakt|sender name|contact name|afzender|expéditeur|sender"
    "|absender",
    Meaning.KIND: "richting|type|soort|direction|sens|sense|kind|art|richtung|typ|dienst|service|kanaal|channel|canal"
    "|call type|type oproep|type d'appel|anrufart|status",
    Meaning.DURATION: "duur|gespreksduur|durée|duration|call duration|dauer|gesprächsdauer|length",
    Meaning.SECONDS: "duur (s)|duur (sec)|duur in seconden|durée (s)|durée (sec)|durée en secondes|duration (s)"
    "|duration (sec)|duration in seconds|dauer (s)|dauer (sek)|dauer in sekunden|seconden|secondes|seconds|sekunden",
    Meaning.WORDS: "tekst|bericht|inhoud|texte|message|contenu|text|content|body|nachricht|inhalt|woorden|words",
    Meaning.CHAT: "chat session|gesprek|conversation|chat|unterhaltung",
    Meaning.FILES: "attachment|bijlage|pièce jointe|anhang",
}
_MEANINGS = {name: meaning for meaning, names in _NAMES.items() for name in names.split("|")}


def _stems(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})")


_CELL = r"(?<![^|])(?:{})(?![^|])"
"""Word that is the whole of a cell: a bill has “call in Belgium” too."""
_MISSED = r"gemist|missed|manqué|verpasst|onbeantwoord|unanswered"
_DIRECTIONS = (
    (SentBy.NEITHER, _stems("notification")),
    (
        SentBy.RECEIVED,
        _stems(
            rf"{_CELL.format('in')}|inkom|binnenkom|ontvang|entrant|reçu|incoming|received|eingeh|empfang|{_MISSED}"
        ),
    ),
    (
        SentBy.SENT,
        _stems(
            rf"{_CELL.format('out|uit')}|uitgaand|verzond|verstuur|sortant|envoyé|émis|outgoing|sent|ausgeh|gesendet"
        ),
    ),
)
_RESULTS = (
    (CallResult.MISSED, _stems(_MISSED)),
    (CallResult.VOICEMAIL, _stems("voicemail|messagerie vocale|mailbox")),
    (CallResult.REJECTED, _stems("geweigerd|refusé|rejeté|reject|declined|abgelehnt")),
    (CallResult.BLOCKED, _stems("geblokkeerd|bloqué|blocked|blockiert")),
)
_CHANNELS = (
    (Channel.WHATSAPP, _stems("whatsapp")),
    (Channel.IMESSAGE, _stems("imessage")),
    (Channel.MMS, _stems("mms")),
    (Channel.SMS, _stems("sms|text message|tekstbericht|textnachricht")),
    (Channel.CALL, _stems(rf"oproep|gesprek|call|voice|spraak|appel|voix|anruf|telefon|{_MISSED}")),
)
WITHHELD = _stems("anoniem|anonyme|anonymous|anonym|withheld|private|privé|verborgen|masqué|afgeschermd|unterdrückt")


_FORM_OF_TIME = re.compile(r"\s?[(\[][hums]{1,2}(?::[hums]{1,2}){1,2}[)\]]$")
"""As `(hh:mm:ss)` behind the name of a column."""


def meaning_of(name: str) -> Meaning:
    """Return what a column of this name holds, also with a form of time behind it; NOTHING for an unknown name."""
    plain = " ".join(name.casefold().split()).rstrip(" :")
    return _MEANINGS.get(plain) or _MEANINGS.get(_FORM_OF_TIME.sub("", plain), Meaning.NOTHING)


def direction_of(said: str) -> SentBy | None:
    """Return who called or wrote, by the cells of kind with `|` between; None where they say nothing of it, or both."""
    found = [direction for direction, stems in _DIRECTIONS if stems.search(said)]
    return found[0] if len(found) == 1 else None


def result_of(said: str) -> CallResult:
    """Return how a call ended."""
    return next((result for result, stems in _RESULTS if stems.search(said)), CallResult.UNKNOWN)


def channel_of(said: str) -> Channel | None:
    """Return the means, where it is told."""
    return next((channel for channel, stems in _CHANNELS if stems.search(said)), None)
