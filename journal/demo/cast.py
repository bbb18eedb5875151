"""The people and the world of the story; none of it can be met, called or visited."""

from __future__ import annotations

from journal.domain.people import Role

PEOPLE: tuple[tuple[str, Role, str], ...] = (
    ("Max Madeup", Role.STALKER, "former partner; moved out on 30 August 2025"),
    ("unknown caller A", Role.STALKER, "number withheld, never speaks"),
    ("An Invented", Role.FAMILY, "sister"),
    ("Noor Nobody", Role.WITNESS, "neighbour across the street"),
    ("Piet Fictief", Role.WITNESS, "colleague, sits at the window"),
    ("Claire Inventée", Role.CONFIDANT, "amie, connaît toute l'histoire"),
    ("Officer Sample", Role.PROFESSIONAL, "police, Nowhere district"),
    ("Ms Example", Role.PROFESSIONAL, "lawyer"),
)
"""Name, role and note of everybody in the story, in the order in which they are added; the first has number 1."""

MAX, CALLER_A, AN, NOOR, PIET, CLAIRE, OFFICER, LAWYER = range(1, len(PEOPLE) + 1)

HIS_NUMBER = "+00 555 0142"
OTHER_NUMBERS = ("+00 555 0142", "+00 555 0142", "+00 555 0167", "+00 555 0171")
OWN_MOBILE = "+00 555 0100"
OWN_LANDLINE = "+00 555 0101"
HIS_CAR = "grey estate car, Imaginary Wagon"
HIS_PLATE = "0-XXX-000"
HIS_MAIL = ("max@madeup.invalid", "a.friend@nowhere.invalid", "m.madeup@elsewhere.invalid")
HIS_ACCOUNTS = ("max_madeup_00", "not.max.at.all", "just_a_friend_000")
HOME = ("at home", "thuis", "à la maison", "1 Nowhere Street, in the kitchen", "Nowhere Street, in the hall")
WORK = ("at work, Invention Building", "op het werk", "au bureau")
ON_THE_WAY = ("car park at Nullville station", "bus 0, Nowhere Square", "tram stop Fictieplein", "rue Inventée")
REPORT = "NW.00.000000/2026"

BLANKS: dict[str, tuple[str, ...]] = {
    "doing": ("eating", "asleep", "watching the news", "doing the dishes", "on the sofa", "at my desk", "with guests"),
    "bezig": ("aan het eten", "aan het werk", "in de tuin", "onderweg", "aan het koken", "met de kinderen bezig"),
    "fait": ("à table", "au travail", "dans le jardin", "en réunion", "en train de lire", "avec des amis"),
    "sound": ("traffic", "a radio", "breathing", "a door", "rain on a roof", "a station announcement", "nothing"),
    "geluid": ("verkeer", "een radio", "ademhaling", "een trein", "een hond"),
    "bruit": ("une respiration", "de la musique", "le vent", "une voiture", "des pas"),
    "somewhere": ("the baker", "the gym", "the library", "the station", "my sister's street", "the day care"),
    "ergens": ("de bakker", "het station", "de sportclub", "de bibliotheek", "de school"),
    "ailleurs": ("la boulangerie", "la gare", "la bibliothèque", "la piscine", "l'école"),
}
"""What fills the blanks of the sentences: name to the words of which one is drawn."""
